/**
 * The embedded drop server. It speaks SFTP version 3 (draft-ietf-secsh-filexfer-02) itself, as far as dropping forms and
 * fetching receipts needs it, over Apache MINA SSHD. No class here knows the disk, so no form can reach it.
 */
@NullMarked
package org.sealpost.channel.sftp.drop;

import org.jspecify.annotations.NullMarked;
