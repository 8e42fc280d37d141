package org.sealpost.torture.inside;

import java.util.function.Function;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Custody;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;

/** Gateways that break a promise on purpose: torture that does not find them out is worth nothing. */
public enum Mutation {
    NONE,
    /** The source is told "we have it" before anything is stored. */
    ACKNOWLEDGES_FIRST,
    /** What arrives again is taken again. */
    KNOWS_NO_REPEATS;

    /** The environment variable that names one. */
    public static final String VARIABLE = "SEALPOST_TORTURE_MUTATION";

    static Mutation ofThisProcess() {
        return valueOf(System.getenv().getOrDefault(VARIABLE, NONE.name()));
    }

    Admit of(Admit real) {
        return this == ACKNOWLEDGES_FIRST ? new AcknowledgingFirst(real) : real;
    }

    Custody of(Custody real) {
        return this == KNOWS_NO_REPEATS ? new Forgetful(real) : real;
    }

    /** Answers as if it had been stored, and stores it a little later. */
    private record AcknowledgingFirst(Admit real) implements Admit {
        private static final long LATER = 400;

        @Override
        public Admission admit(Arrival arrival, Progress progress) {
            Thread storing = new Thread(() -> {
                try {
                    Thread.sleep(LATER);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                real.admit(arrival, Progress.NOBODY);
            });
            storing.setDaemon(true);
            storing.start();
            return new Admission.Admitted(
                    org.sealpost.submission.SubmissionId.random(),
                    org.sealpost.submission.Reference.random(new java.security.SecureRandom()),
                    arrival.arrivedAt(),
                    false);
        }

        @Override
        public Admission hold(
                Arrival arrival,
                java.util.List<org.sealpost.submission.Doubt> doubts,
                boolean tell,
                Progress progress) {
            return real.hold(arrival, doubts, tell, progress);
        }

        @Override
        public Admission.Refused refuse(Arrival arrival, org.sealpost.submission.Refusal why) {
            return real.refuse(arrival, why);
        }
    }

    private record Forgetful(Custody real) implements Custody {
        @Override
        public <T> T inOneCommit(Function<? super Writes, ? extends T> work) {
            return real.inOneCommit(writes -> work.apply(forgetful(Writes.class, writes)));
        }

        @Override
        public <T> T claim(Function<? super Claims, ? extends T> work) {
            return real.claim(work);
        }

        @Override
        public <T> T look(Function<? super Reads, ? extends T> work) {
            return real.look(reads -> work.apply(forgetful(Reads.class, reads)));
        }

        @Override
        public Bytes salt() {
            return real.salt();
        }

        private static <T> T forgetful(Class<T> type, T real) {
            return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("equalOne")) {
                            return java.util.Optional.empty();
                        }
                        method.setAccessible(true);
                        return method.invoke(real, arguments);
                    }));
        }
    }
}
