/**
 * Forms by SFTP: {@code drop} is the server that partners write to, {@code poll} fetches from servers of theirs, and this
 * package holds the words that both put into receipts.
 *
 * <p>See {@code docs/design/channel-sftp.md}.
 */
@NullMarked
package org.sealpost.channel.sftp;

import org.jspecify.annotations.NullMarked;
