package org.sealpost.channel.sftp.drop;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;

/** What a client has open. */
sealed interface OpenHandle {
    /** A file in {@code drop/}. */
    record Writing(String name, UnfinishedFile file) implements OpenHandle {
        @Override
        public String toString() {
            return "a file being written";
        }
    }

    /** A receipt, as it stood when it was opened. */
    record Reading(ReceiptsFolder.Receipt receipt) implements OpenHandle {}

    /** A folder, as it stood when it was opened. */
    final class Listing implements OpenHandle {
        private static final int AT_ONCE = 50;

        private final List<Entry> entries;
        private int next;

        Listing(List<Entry> entries) {
            this.entries = new ArrayList<>(entries);
        }

        /** The next few, none at the end. */
        List<Entry> next() {
            int from = next;
            next = Math.min(entries.size(), from + AT_ONCE);
            return entries.subList(from, next);
        }
    }
}
