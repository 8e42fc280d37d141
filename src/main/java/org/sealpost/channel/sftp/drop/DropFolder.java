package org.sealpost.channel.sftp.drop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sealpost.channel.sftp.TemporaryName;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;
import org.sealpost.channel.sftp.drop.SftpReply.Kind;
import org.sealpost.submission.Refusal;

/**
 * {@code drop/} as one session sees it: files being written, whole files under a temporary name, and the names, sizes and
 * times of what it has handed over. For one thread.
 */
final class DropFolder implements AutoCloseable {
    private static final int REMEMBERED = 1_000;
    private static final int MOST_WAITING = 100;

    private static final Refusal NEVER_RENAMED = new Refusal(
            "never-renamed",
            "The name was a temporary one when the connection ended. Send the file again under another name, or let your"
                    + " program rename it before it disconnects.");
    private static final Refusal BROKEN_OFF =
            new Refusal("broken-off", "The connection ended before the file was whole. Please send it again.");

    private final DropDesk desk;
    private final Supplier<UnfinishedFile> newFile;
    private final Clock clock;
    /** Written but not closed. */
    private final Map<String, UnfinishedFile> open = new HashMap<>();
    /** Closed under a temporary name. */
    private final Map<String, UnfinishedFile> held = new HashMap<>();
    /** In custody; content gone. */
    private final Map<String, Entry> inCustody = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > REMEMBERED;
        }
    };

    DropFolder(DropDesk desk, Supplier<UnfinishedFile> newFile, Clock clock) {
        this.desk = desk;
        this.newFile = newFile;
        this.clock = clock;
    }

    UnfinishedFile open(String name, OpenFlags flags) throws Denial {
        if (!flags.write()) {
            throw exists(name) ? cannotBeRead() : Denial.noSuchFile();
        }
        if (open.containsKey(name)) {
            throw Denial.failure("This file is being written already. (busy-name)");
        }
        if (flags.exclusive() && exists(name)) {
            throw Denial.failure("There is a file of that name already. (name-taken)");
        }
        if (!flags.create() && !exists(name)) {
            throw Denial.noSuchFile();
        }
        if (held.size() >= MOST_WAITING && !held.containsKey(name)) {
            throw Denial.failure("Too many files wait under temporary names. Rename some first. (too-many-waiting)");
        }
        UnfinishedFile kept = held.remove(name);
        UnfinishedFile file = kept == null ? newFile.get() : kept;
        if (flags.truncate()) {
            file.clear();
        }
        open.put(name, file);
        return file;
    }

    /** Returns only if the file is in custody, or waits under a temporary name. */
    void close(String name) throws Denial {
        UnfinishedFile file = open.remove(name);
        if (file == null) {
            return;
        }
        if (TemporaryName.is(name) && file.refusal().isEmpty()) {
            UnfinishedFile older = held.put(name, file);
            if (older != null) {
                older.release();
            }
            return;
        }
        try (Releasing end = file::release) {
            hand(name, file);
        }
    }

    void rename(String from, String to) throws Denial {
        if (inCustody.containsKey(from) && !held.containsKey(from)) {
            Entry entry = inCustody.remove(from);
            inCustody.put(to, new Entry(to, entry.kind(), entry.size(), entry.modified()));
            return;
        }
        UnfinishedFile file = held.get(from);
        if (file == null) {
            throw open.containsKey(from)
                    ? Denial.failure("The file is still being written. (still-open)")
                    : Denial.noSuchFile();
        }
        if (!TemporaryName.is(to)) {
            hand(to, file);
            held.remove(from);
            file.release();
        } else if (!from.equals(to)) {
            held.remove(from);
            UnfinishedFile older = held.put(to, file);
            if (older != null) {
                older.release();
            }
        }
    }

    /** Only what is not in custody yet can be removed, or what a waiting file is about to replace (as WinSCP does). */
    void remove(String name) throws Denial {
        UnfinishedFile file = held.remove(name);
        if (file != null) {
            file.release();
        } else if (inCustody.containsKey(name)) {
            if (held.keySet().stream().noneMatch(waiting -> waiting.startsWith(name))) {
                throw Denial.forbidden(
                        "The file is in custody, and removing it here would not take it back. (in-custody)");
            }
            inCustody.remove(name);
        } else {
            throw Denial.noSuchFile();
        }
    }

    void setModified(String name, Instant modified) {
        inCustody.computeIfPresent(name, (n, e) -> new Entry(n, e.kind(), e.size(), modified));
    }

    boolean exists(String name) {
        return open.containsKey(name) || held.containsKey(name) || inCustody.containsKey(name);
    }

    Entry stat(String name) throws Denial {
        UnfinishedFile unfinished = open.getOrDefault(name, held.get(name));
        if (unfinished != null) {
            return entry(name, unfinished);
        }
        Entry entry = inCustody.get(name);
        if (entry == null) {
            throw Denial.noSuchFile();
        }
        return entry;
    }

    List<Entry> list() {
        Map<String, Entry> all = new LinkedHashMap<>(inCustody);
        held.forEach((name, file) -> all.put(name, entry(name, file)));
        open.forEach((name, file) -> all.put(name, entry(name, file)));
        return new ArrayList<>(all.values());
    }

    static Denial cannotBeRead() {
        return Denial.forbidden("What was dropped cannot be read back; look in receipts/. (write-only)");
    }

    /** Forgets everything that is not in custody, and notes it as turned away, so that somebody hears of it. */
    @Override
    public void close() {
        open.values().forEach(UnfinishedFile::release);
        held.values().forEach(UnfinishedFile::release);
        open.forEach((name, file) -> discard(name, file.refusal().orElse(BROKEN_OFF)));
        held.forEach((name, file) -> discard(name, NEVER_RENAMED));
        open.clear();
        held.clear();
    }

    private void discard(String name, Refusal why) {
        if (why.equals(MemoryBudget.BUSY)) {
            desk.memoryWasFull();
        } else {
            desk.turnAway(name, why);
        }
    }

    private void hand(String name, UnfinishedFile file) throws Denial {
        file.finish();
        if (file.refusal().isPresent()) {
            discard(name, file.refusal().get());
            throw Denial.of(file.refusal().get());
        }
        desk.take(name, file.whole());
        inCustody.remove(name);
        inCustody.put(name, entry(name, file));
    }

    private Entry entry(String name, UnfinishedFile file) {
        return new Entry(name, Kind.DROPPED, file.size(), clock.instant());
    }

    private interface Releasing extends AutoCloseable {
        @Override
        void close();
    }
}
