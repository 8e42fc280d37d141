package org.sealpost.channel.sftp.drop;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;
import org.sealpost.submission.Bytes;

/** A partner's home as one session sees it: what may be done where. For one thread. */
final class SessionHome implements AutoCloseable {
    private final DropFolder drop;
    private final ReceiptsFolder receipts;
    private final Clock clock;

    SessionHome(DropFolder drop, ReceiptsFolder receipts, Clock clock) {
        this.drop = drop;
        this.receipts = receipts;
        this.clock = clock;
    }

    OpenHandle open(HomePath path, OpenFlags flags) throws Denial {
        if (path instanceof HomePath.Dropped file) {
            return new OpenHandle.Writing(file.name(), drop.open(file.name(), flags));
        }
        if (flags.write()) {
            throw onlyDrop();
        }
        if (path instanceof HomePath.Receipt file) {
            return new OpenHandle.Reading(receipts.find(file.name()));
        }
        throw path instanceof HomePath.Nowhere ? Denial.noSuchFile() : Denial.failure("This is a folder.");
    }

    OpenHandle openFolder(HomePath path) throws Denial {
        if (path instanceof HomePath.Root) {
            return new OpenHandle.Listing(
                    List.of(stat(new HomePath.DropFolder()), stat(new HomePath.ReceiptsFolder())));
        }
        if (path instanceof HomePath.DropFolder) {
            return new OpenHandle.Listing(drop.list());
        }
        if (path instanceof HomePath.ReceiptsFolder) {
            return new OpenHandle.Listing(receipts.list());
        }
        throw Denial.noSuchFile();
    }

    void write(OpenHandle handle, long offset, ByteBuffer data) throws Denial, InterruptedException {
        UnfinishedFile file = writing(handle).file();
        file.write(offset, data);
        if (file.refusal().isPresent()) {
            throw Denial.of(file.refusal().get());
        }
    }

    /** The receipt that is being read, whole. */
    Bytes read(OpenHandle handle) throws Denial {
        if (handle instanceof OpenHandle.Reading reading) {
            return reading.receipt().content();
        }
        throw DropFolder.cannotBeRead();
    }

    void close(OpenHandle handle) throws Denial {
        if (handle instanceof OpenHandle.Writing writing) {
            drop.close(writing.name());
        }
    }

    Entry stat(HomePath path) throws Denial {
        if (path instanceof HomePath.Root) {
            return Entry.folder("/", false, clock.instant());
        }
        if (path instanceof HomePath.DropFolder) {
            return Entry.folder(HomePath.DROP, true, clock.instant());
        }
        if (path instanceof HomePath.ReceiptsFolder) {
            return Entry.folder(HomePath.RECEIPTS, false, clock.instant());
        }
        if (path instanceof HomePath.Dropped file) {
            return drop.stat(file.name());
        }
        if (path instanceof HomePath.Receipt file) {
            return receipts.find(file.name()).entry();
        }
        throw Denial.noSuchFile();
    }

    Entry stat(OpenHandle handle) throws Denial {
        if (handle instanceof OpenHandle.Writing writing) {
            return drop.stat(writing.name());
        }
        if (handle instanceof OpenHandle.Reading reading) {
            return reading.receipt().entry();
        }
        throw Denial.unsupported();
    }

    /** Times are remembered and permissions ignored, so that clients which set them after a transfer report success. */
    void setAttributes(HomePath path, SftpRequest.Attributes attributes) throws Denial {
        if (!(path instanceof HomePath.Dropped file)) {
            throw onlyDrop();
        }
        Entry entry = drop.stat(file.name());
        if (attributes.size().isPresent() && attributes.size().get() != entry.size()) {
            throw Denial.unsupported();
        }
        attributes.modified().ifPresent(seconds -> drop.setModified(file.name(), Instant.ofEpochSecond(seconds)));
    }

    void setAttributes(OpenHandle handle, SftpRequest.Attributes attributes) throws Denial {
        OpenHandle.Writing writing = writing(handle);
        if (attributes.size().isPresent()) {
            if (attributes.size().get() == 0) {
                writing.file().clear();
            } else if (attributes.size().get() != writing.file().size()) {
                throw Denial.unsupported();
            }
        }
    }

    void rename(HomePath from, HomePath to) throws Denial {
        if (!(from instanceof HomePath.Dropped old) || !(to instanceof HomePath.Dropped target)) {
            throw onlyDrop();
        }
        drop.rename(old.name(), target.name());
    }

    void remove(HomePath path) throws Denial {
        if (!(path instanceof HomePath.Dropped file)) {
            throw Denial.forbidden("Nothing can be removed here. (read-only)");
        }
        drop.remove(file.name());
    }

    static Denial onlyDrop() {
        return Denial.forbidden("Forms go straight into drop/; nothing else can be written or made here. (drop-only)");
    }

    @Override
    public void close() {
        drop.close();
    }

    private static OpenHandle.Writing writing(OpenHandle handle) throws Denial {
        if (handle instanceof OpenHandle.Writing writing) {
            return writing;
        }
        throw onlyDrop();
    }
}
