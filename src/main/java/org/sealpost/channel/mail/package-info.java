/**
 * E-mail: letters out of the mailbox into custody, replies back to their senders.
 *
 * <p>The routes are {@code email-arrivals} and {@code email-replies}. See {@code docs/design/channel-mail.md}.
 */
@NullMarked
package org.sealpost.channel.mail;

import org.jspecify.annotations.NullMarked;
