package org.sealpost.channel.sftp.drop;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes one SFTP packet (draft-ietf-secsh-filexfer-02, section 7). */
final class SftpReply {
    private static final int VERSION = 2;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;
    private static final int DATA = 103;
    private static final int NAME = 104;
    private static final int ATTRS = 105;
    private static final DateTimeFormatter LISTING =
            DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(bytes);

    private SftpReply(int type) {
        put(() -> fields.writeByte(type));
    }

    static SftpReply version(List<String> extensions) {
        SftpReply reply = new SftpReply(VERSION).integer(3);
        extensions.forEach(name -> reply.text(name).text("1"));
        return reply;
    }

    static SftpReply status(int id, int status, String sentence) {
        return new SftpReply(STATUS).integer(id).integer(status).text(sentence).text("en");
    }

    static SftpReply done(int id) {
        return status(id, SftpStatus.OK, "Done.");
    }

    static SftpReply handle(int id, String handle) {
        return new SftpReply(HANDLE).integer(id).text(handle);
    }

    static SftpReply data(int id, byte[] content, int from, int length) {
        SftpReply reply = new SftpReply(DATA).integer(id).integer(length);
        reply.put(() -> reply.fields.write(content, from, length));
        return reply;
    }

    static SftpReply attributes(int id, Entry entry) {
        return new SftpReply(ATTRS).integer(id).attributes(entry);
    }

    static SftpReply path(int id, String path) {
        return new SftpReply(NAME).integer(id).integer(1).text(path).text(path).integer(0);
    }

    static SftpReply names(int id, List<Entry> entries) {
        SftpReply reply = new SftpReply(NAME).integer(id).integer(entries.size());
        entries.forEach(entry -> reply.text(entry.name()).text(line(entry)).attributes(entry));
        return reply;
    }

    /** Length first, then the packet, in one write. */
    void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.size() + 4);
        new DataOutputStream(whole).writeInt(bytes.size());
        bytes.writeTo(whole);
        whole.writeTo(out);
        out.flush();
    }

    private SftpReply attributes(Entry entry) {
        int seconds = (int) entry.modified().getEpochSecond();
        integer(1 | 4 | 8);
        put(() -> fields.writeLong(entry.size()));
        return integer(entry.mode()).integer(seconds).integer(seconds);
    }

    /** The line that {@code ls -l} would show; some clients parse it. */
    private static String line(Entry entry) {
        return String.format(
                Locale.ROOT,
                "%s   1 %-8s %-8s %8d %s %s",
                entry.permissions(),
                "sealpost",
                "sealpost",
                entry.size(),
                LISTING.format(entry.modified()),
                entry.name());
    }

    private SftpReply integer(int value) {
        put(() -> fields.writeInt(value));
        return this;
    }

    private SftpReply text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        put(() -> {
            fields.writeInt(utf8.length);
            fields.write(utf8);
        });
        return this;
    }

    private void put(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail like this", e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** One file or folder as a client sees it. */
    record Entry(String name, Kind kind, long size, Instant modified) {
        int mode() {
            return kind.mode;
        }

        String permissions() {
            return kind.permissions;
        }

        static Entry folder(String name, boolean writable, Instant modified) {
            return new Entry(name, writable ? Kind.DROP_FOLDER : Kind.READ_ONLY_FOLDER, 0, modified);
        }
    }

    /** What a client may do with it, in Unix's words. */
    enum Kind {
        DROP_FOLDER(0040700, "drwx------"),
        READ_ONLY_FOLDER(0040500, "dr-x------"),
        DROPPED(0100200, "--w-------"),
        RECEIPT(0100400, "-r--------");

        private final int mode;
        private final String permissions;

        Kind(int mode, String permissions) {
            this.mode = mode;
            this.permissions = permissions;
        }
    }
}
