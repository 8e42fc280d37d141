/**
 * E-mail, SFTP and the broker: what Camel routes call, and nothing that decides.
 *
 * <p>Floor 3. Alone may use Camel, mail, SSHD and JMS. See {@code docs/design/channel-*.md}.
 */
@NullMarked
package org.sealpost.channel;

import org.jspecify.annotations.NullMarked;
