package org.sealpost.channel.sftp.drop;

import java.nio.BufferUnderflowException;
import java.util.List;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;
import org.sealpost.submission.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the SFTP requests of one session, one after the other. For one thread. */
final class SftpConversation {
    private static final Logger LOG = LoggerFactory.getLogger(SftpConversation.class);
    private static final String POSIX_RENAME = "posix-rename@openssh.com";
    private static final String FSYNC = "fsync@openssh.com";
    private static final int MOST_READ = 128 << 10;

    private final SessionHome home;
    private final Handles handles;

    SftpConversation(SessionHome home, Handles handles) {
        this.home = home;
        this.handles = handles;
    }

    /**
     * The one answer to one untrusted packet. Success for a close, or for a rename to a final name, means custody.
     *
     * @throws InterruptedException where the session is being ended while a write waits for memory
     */
    SftpReply answer(byte[] packet) throws InterruptedException {
        SftpRequest request = new SftpRequest(packet);
        if (request.type() == SftpRequest.INIT) {
            return SftpReply.version(List.of(POSIX_RENAME, FSYNC));
        }
        int id = request.integer();
        try {
            return answer(request, id);
        } catch (Denial denial) {
            return SftpReply.status(id, denial.status(), denial.sentence());
        } catch (BufferUnderflowException e) {
            return SftpReply.status(id, SftpStatus.BAD_MESSAGE, "The request is shorter than it says.");
        } catch (RuntimeException e) {
            LOG.error(
                    "an SFTP request of type {} failed: {}",
                    request.type(),
                    e.getClass().getName());
            return SftpReply.status(id, SftpStatus.FAILURE, "The server cannot do that just now. (fault)");
        }
    }

    private SftpReply answer(SftpRequest request, int id) throws Denial, InterruptedException {
        return switch (request.type()) {
            case SftpRequest.OPEN -> open(request, id);
            case SftpRequest.CLOSE -> done(id, () -> home.close(handles.remove(request.text())));
            case SftpRequest.READ -> read(request, id);
            case SftpRequest.WRITE -> write(request, id);
            case SftpRequest.STAT, SftpRequest.LSTAT -> SftpReply.attributes(id, home.stat(path(request)));
            case SftpRequest.FSTAT -> SftpReply.attributes(id, home.stat(handles.get(request.text())));
            case SftpRequest.SETSTAT -> done(id, () -> home.setAttributes(path(request), request.attributes()));
            case SftpRequest.FSETSTAT ->
                done(id, () -> home.setAttributes(handles.get(request.text()), request.attributes()));
            case SftpRequest.OPENDIR -> openFolder(request, id);
            case SftpRequest.READDIR -> list(request, id);
            case SftpRequest.REMOVE -> done(id, () -> home.remove(path(request)));
            case SftpRequest.REALPATH -> SftpReply.path(id, path(request).absolute());
            case SftpRequest.RENAME -> done(id, () -> home.rename(path(request), path(request)));
            case SftpRequest.MKDIR, SftpRequest.RMDIR, SftpRequest.SYMLINK -> throw SessionHome.onlyDrop();
            case SftpRequest.EXTENDED -> extended(request, id);
            default -> throw Denial.unsupported();
        };
    }

    private SftpReply open(SftpRequest request, int id) throws Denial {
        HomePath path = path(request);
        OpenFlags flags = new OpenFlags(request.integer());
        handles.makeRoom();
        return SftpReply.handle(id, handles.add(home.open(path, flags)));
    }

    private SftpReply openFolder(SftpRequest request, int id) throws Denial {
        handles.makeRoom();
        return SftpReply.handle(id, handles.add(home.openFolder(path(request))));
    }

    private SftpReply write(SftpRequest request, int id) throws Denial, InterruptedException {
        OpenHandle handle = handles.get(request.text());
        long offset = request.offset();
        home.write(handle, offset, request.data());
        return SftpReply.done(id);
    }

    private SftpReply read(SftpRequest request, int id) throws Denial {
        Bytes receipt = home.read(handles.get(request.text()));
        long offset = request.offset();
        int wanted = request.integer();
        if (offset < 0 || wanted < 0 || offset >= receipt.size()) {
            throw Denial.endOfFile();
        }
        int length = Math.min(Math.min(wanted, MOST_READ), receipt.size() - (int) offset);
        return SftpReply.data(id, receipt.array(), (int) offset, length);
    }

    private SftpReply list(SftpRequest request, int id) throws Denial {
        if (!(handles.get(request.text()) instanceof OpenHandle.Listing listing)) {
            throw Denial.failure("This is not a folder.");
        }
        List<Entry> entries = listing.next();
        if (entries.isEmpty()) {
            throw Denial.endOfFile();
        }
        return SftpReply.names(id, entries);
    }

    private SftpReply extended(SftpRequest request, int id) throws Denial, InterruptedException {
        return switch (request.text()) {
            case POSIX_RENAME -> done(id, () -> home.rename(path(request), path(request)));
            case FSYNC -> done(id, () -> handles.get(request.text()));
            default -> throw Denial.unsupported();
        };
    }

    private static HomePath path(SftpRequest request) throws Denial {
        return HomePath.of(request.text());
    }

    private static SftpReply done(int id, Step step) throws Denial {
        step.take();
        return SftpReply.done(id);
    }

    private interface Step {
        void take() throws Denial;
    }
}
