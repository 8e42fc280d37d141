package org.sealpost.torture.inside;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.sealpost.delivery.Custody;

/** Everything that is written within one commit, each write with a failpoint before it and one after it. */
final class WatchedWrites {
    /** Written only when a person is called or a receipt is false, which no campaign can bring about when it wants to. */
    private static final Set<String> SELDOM = Set.of("called", "falseReceipt");

    private static final Set<String> READS = Set.of(
            "appended",
            "entry",
            "node",
            "newestCheckpoint",
            "unsigned",
            "failures",
            "otherAddresses",
            "untold",
            "newest",
            "list",
            "signed");

    private final Failpoints failpoints;
    private String last = "";

    WatchedWrites(Failpoints failpoints) {
        this.failpoints = failpoints;
    }

    Custody.Writes of(Custody.Writes writes) {
        return watched(Custody.Writes.class, writes);
    }

    Custody.Claims of(Custody.Claims claims) {
        return watched(Custody.Claims.class, claims);
    }

    /** The last thing that was changed; empty where nothing was. */
    String last() {
        return last;
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getReturnType().isInterface()
                            && method.getReturnType().getPackageName().startsWith("org.sealpost")) {
                        return nested(method.getReturnType(), call(real, method, arguments));
                    }
                    if (!writes(method)) {
                        return call(real, method, arguments);
                    }
                    String name = type.getSimpleName() + "." + method.getName();
                    failpoints.meet("before " + name);
                    Object done = call(real, method, arguments);
                    // What says that it changed nothing has no commit worth a place.
                    last = Boolean.FALSE.equals(done) ? last : name;
                    failpoints.meet("after " + name);
                    return done;
                }));
    }

    private <T> T nested(Class<T> type, Object real) {
        return watched(type, type.cast(real));
    }

    private static boolean writes(Method method) {
        return method.getDeclaringClass() != Custody.Reads.class
                && method.getDeclaringClass() != Object.class
                && !READS.contains(method.getName())
                && !SELDOM.contains(method.getName());
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
