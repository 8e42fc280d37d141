package org.sealpost.channel.sftp.drop;

/** The open flags of SFTP version 3 (draft-ietf-secsh-filexfer-02, section 6.3). */
record OpenFlags(int bits) {
    boolean write() {
        return (bits & (0x02 | 0x04)) != 0;
    }

    boolean create() {
        return (bits & 0x08) != 0;
    }

    boolean truncate() {
        return (bits & 0x10) != 0;
    }

    boolean exclusive() {
        return (bits & 0x20) != 0;
    }
}
