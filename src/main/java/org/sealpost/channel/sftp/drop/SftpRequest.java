package org.sealpost.channel.sftp.drop;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the fields of one untrusted SFTP packet (draft-ietf-secsh-filexfer-02, section 3). Every method throws
 * {@link BufferUnderflowException} where the packet is shorter than it says.
 */
final class SftpRequest {
    static final int INIT = 1;
    static final int OPEN = 3;
    static final int CLOSE = 4;
    static final int READ = 5;
    static final int WRITE = 6;
    static final int LSTAT = 7;
    static final int FSTAT = 8;
    static final int SETSTAT = 9;
    static final int FSETSTAT = 10;
    static final int OPENDIR = 11;
    static final int READDIR = 12;
    static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int REALPATH = 16;
    static final int STAT = 17;
    static final int RENAME = 18;
    static final int READLINK = 19;
    static final int SYMLINK = 20;
    static final int EXTENDED = 200;

    private final int type;
    private final ByteBuffer fields;

    SftpRequest(byte[] packet) {
        fields = ByteBuffer.wrap(packet);
        type = fields.get() & 0xff;
    }

    int type() {
        return type;
    }

    int integer() {
        return fields.getInt();
    }

    long offset() {
        return fields.getLong();
    }

    /** A run of bytes within the packet, without a copy. */
    ByteBuffer data() {
        int length = fields.getInt();
        if (length < 0 || length > fields.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer data = fields.slice(fields.position(), length);
        fields.position(fields.position() + length);
        return data;
    }

    /** A name in UTF-8, or, from clients that know no better, byte for byte in Latin-1. */
    String text() {
        ByteBuffer data = data();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(data.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(data).toString();
        }
    }

    /** Of the attributes only size and modification time (seconds since 1970) mean anything here. */
    Attributes attributes() {
        int flags = fields.getInt();
        Optional<Long> size = (flags & 1) != 0 ? Optional.of(fields.getLong()) : Optional.empty();
        if ((flags & 2) != 0) {
            fields.getLong();
        }
        if ((flags & 4) != 0) {
            fields.getInt();
        }
        Optional<Long> modified = Optional.empty();
        if ((flags & 8) != 0) {
            fields.getInt();
            modified = Optional.of(Integer.toUnsignedLong(fields.getInt()));
        }
        return new Attributes(size, modified);
    }

    record Attributes(Optional<Long> size, Optional<Long> modified) {}
}
