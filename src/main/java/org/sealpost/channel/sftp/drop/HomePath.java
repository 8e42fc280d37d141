package org.sealpost.channel.sftp.drop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where in a partner's home an untrusted path leads. Nothing outside of the home has a path at all. */
sealed interface HomePath {
    String DROP = "drop";
    String RECEIPTS = "receipts";

    /** The normal, absolute form. */
    String absolute();

    record Root() implements HomePath {
        @Override
        public String absolute() {
            return "/";
        }
    }

    record DropFolder() implements HomePath {
        @Override
        public String absolute() {
            return "/" + DROP;
        }
    }

    record ReceiptsFolder() implements HomePath {
        @Override
        public String absolute() {
            return "/" + RECEIPTS;
        }
    }

    /** A file in {@code drop/}; its name is a sender's word and is content. */
    record Dropped(String name) implements HomePath {
        @Override
        public String absolute() {
            return "/" + DROP + "/" + name;
        }

        @Override
        public String toString() {
            return "a dropped file";
        }
    }

    record Receipt(String name) implements HomePath {
        @Override
        public String absolute() {
            return "/" + RECEIPTS + "/" + name;
        }

        @Override
        public String toString() {
            return "a receipt";
        }
    }

    /** Anywhere else. */
    record Nowhere(String absolute) implements HomePath {
        @Override
        public String toString() {
            return "nowhere";
        }
    }

    /**
     * Resolves {@code .}, {@code ..} and doubled slashes; the root's parent is the root. A relative path starts at the root.
     *
     * @throws Denial where a name is longer than 255 bytes or holds a control character
     */
    static HomePath of(String untrusted) throws Denial {
        Deque<String> names = new ArrayDeque<>();
        for (String name : untrusted.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(checked(name));
            }
        }
        if (names.isEmpty()) {
            return new Root();
        }
        String folder = names.getFirst();
        boolean file = names.size() == 2;
        if (names.size() <= 2 && folder.equals(DROP)) {
            return file ? new Dropped(names.getLast()) : new DropFolder();
        }
        if (names.size() <= 2 && folder.equals(RECEIPTS)) {
            return file ? new Receipt(names.getLast()) : new ReceiptsFolder();
        }
        return new Nowhere("/" + String.join("/", names));
    }

    private static String checked(String name) throws Denial {
        if (name.getBytes(StandardCharsets.UTF_8).length > 255 || name.chars().anyMatch(Character::isISOControl)) {
            throw Denial.failure("A file's name has at most 255 bytes and no control characters. (bad-name)");
        }
        return name;
    }
}
