package org.sealpost.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real database's connections, on which commits are counted, held up or made to fail. */
class CountedCommits implements DataSource {
    final AtomicInteger commits = new AtomicInteger();
    private final DataSource real;
    private final CountDownLatch committing = new CountDownLatch(1);
    private volatile CountDownLatch disk = new CountDownLatch(0);
    private volatile int fails;
    private volatile int losesTheAnswer;

    CountedCommits(DataSource real) {
        this.real = real;
    }

    /** That one, counted from 1, is not done. */
    void fail(int commit) {
        fails = commit;
    }

    /** That one is done, and nobody hears of it. */
    void loseTheAnswerTo(int commit) {
        losesTheAnswer = commit;
    }

    /** All stand still until the latch is let go. */
    CountDownLatch holdCommits() {
        disk = new CountDownLatch(1);
        return disk;
    }

    void awaitCommitting() throws InterruptedException {
        committing.await();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = this.real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("setAutoCommit") || !Boolean.TRUE.equals(arguments[0])) {
                        return call(connection, method, arguments);
                    }
                    committing.countDown();
                    disk.await();
                    int number = commits.incrementAndGet();
                    if (number == fails) {
                        throw new SQLException("the disk is full");
                    }
                    Object done = call(connection, method, arguments);
                    if (number == losesTheAnswer) {
                        throw new SQLException("the connection was cut");
                    }
                    return done;
                });
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
