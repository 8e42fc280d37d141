package org.sealpost.reading.jail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A seccomp filter, as the kernel takes it (classic BPF, {@code linux/filter.h}): a process may make threads but no other
 * process, and no socket but the nameless pair that Java's own files need. What it refuses fails with {@code EPERM}; the process
 * lives on. Everything else is allowed: what the namespaces leave is little.
 */
final class SystemCallFilter {
    /** One kind of processor, by the kernel's own numbers ({@code linux/audit.h}, {@code asm/unistd.h}). */
    private record Machine(int audit, int makeTask, int makeTask3, List<Integer> refused) {}

    /** Refused: socket, fork, vfork, ptrace, mount, unshare, setns, bpf, perf_event_open, io_uring_setup, keyctl, userfaultfd. */
    private static final Machine AMD64 =
            new Machine(0xC000003E, 56, 435, List.of(41, 57, 58, 101, 165, 272, 308, 321, 298, 425, 250, 323));

    /** The same; there is no fork and no vfork. */
    private static final Machine AARCH64 =
            new Machine(0xC00000B7, 220, 435, List.of(198, 117, 40, 97, 268, 280, 241, 425, 219, 282));

    /** Numbers from here on are x32's, a second door to the same calls on amd64. */
    private static final int X32 = 0x40000000;

    private static final int CLONE_THREAD = 0x00010000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int FAIL = 0x00050000;

    /** Where they stand in {@code struct seccomp_data}. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;

    private final ByteBuffer program = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    private SystemCallFilter() {}

    /** The program for this processor; empty on one that it does not know. */
    static Optional<byte[]> forThisMachine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(program(AMD64));
            case "aarch64" -> Optional.of(program(AARCH64));
            default -> Optional.empty();
        };
    }

    private static byte[] program(Machine machine) {
        SystemCallFilter filter = new SystemCallFilter();
        filter.add(LOAD, 0, 0, ARCHITECTURE);
        filter.add(IF_EQUAL, 1, 0, machine.audit);
        filter.add(RETURN, 0, 0, KILL_PROCESS);
        filter.add(LOAD, 0, 0, NUMBER);
        filter.add(IF_AT_LEAST, 0, 1, X32);
        filter.add(RETURN, 0, 0, FAIL | EPERM);
        for (int call : machine.refused) {
            filter.add(IF_EQUAL, 0, 1, call);
            filter.add(RETURN, 0, 0, FAIL | EPERM);
        }
        // Its flags lie in memory, where a filter cannot look; the C library falls back to clone.
        filter.add(IF_EQUAL, 0, 1, machine.makeTask3);
        filter.add(RETURN, 0, 0, FAIL | ENOSYS);
        filter.add(IF_EQUAL, 0, 3, machine.makeTask);
        filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
        filter.add(IF_ANY_BIT, 1, 0, CLONE_THREAD);
        filter.add(RETURN, 0, 0, FAIL | EPERM);
        filter.add(RETURN, 0, 0, ALLOW);
        byte[] bytes = new byte[filter.program.position()];
        filter.program.flip().get(bytes);
        return bytes;
    }

    private void add(int code, int ifTrue, int ifFalse, int operand) {
        program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    }
}
