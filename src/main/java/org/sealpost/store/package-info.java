/**
 * What delivery and the ledger need kept, on SQL: SQLite and PostgreSQL.
 *
 * <p>Floor 2. Alone may use JDBC. See {@code docs/design/store.md}.
 */
@NullMarked
package org.sealpost.store;

import org.jspecify.annotations.NullMarked;
