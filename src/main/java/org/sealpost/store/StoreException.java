package org.sealpost.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database did not do it. The message says the database's own code and quotes no value. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(SQLException cause) {
        super("the database failed: state " + cause.getSQLState() + ", code " + cause.getErrorCode(), cause);
    }

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
