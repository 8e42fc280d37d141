package org.sealpost.channel.sftp.drop;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open handles of one session, a bounded number. For one thread. */
final class Handles {
    private final Map<String, OpenHandle> open = new HashMap<>();
    private final int most;
    private int last;

    Handles(int most) {
        this.most = most;
    }

    /** Call before anything is opened, so that a refused open leaves nothing behind. */
    void makeRoom() throws Denial {
        if (open.size() >= most) {
            throw Denial.failure("Too many files are open at once. (too-many-open)");
        }
    }

    String add(OpenHandle handle) {
        String name = Integer.toString(++last);
        open.put(name, handle);
        return name;
    }

    OpenHandle get(String name) throws Denial {
        return known(open.get(name));
    }

    OpenHandle remove(String name) throws Denial {
        return known(open.remove(name));
    }

    private static OpenHandle known(@Nullable OpenHandle handle) throws Denial {
        if (handle == null) {
            throw Denial.failure("Nothing is open under that handle. (bad-handle)");
        }
        return handle;
    }
}
