/**
 * Fetching forms from SFTP servers that partners, or an OpenSSH host, run: what the route {@code sftp-poll} calls.
 */
@NullMarked
package org.sealpost.channel.sftp.poll;

import org.jspecify.annotations.NullMarked;
