package org.sealpost.channel.sftp.drop;

/** Status codes of SFTP version 3 (draft-ietf-secsh-filexfer-02, section 7). */
final class SftpStatus {
    static final int OK = 0;
    static final int EOF = 1;
    static final int NO_SUCH_FILE = 2;
    static final int PERMISSION_DENIED = 3;
    static final int FAILURE = 4;
    static final int BAD_MESSAGE = 5;
    static final int OP_UNSUPPORTED = 8;

    private SftpStatus() {}
}
