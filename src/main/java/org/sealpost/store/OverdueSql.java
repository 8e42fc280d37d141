package org.sealpost.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.delivery.Deadlines;

/**
 * The latest admission that is overdue at a time, as an expression over the row {@code s} of submissions: each force's own
 * deadline, or the usual one.
 *
 * @param parameters of the expression, in their order
 */
record OverdueSql(String latestAdmission, List<Object> parameters) {
    static OverdueSql at(Instant time, Deadlines deadlines) {
        StringBuilder sql = new StringBuilder("CASE");
        List<Object> parameters = new ArrayList<>();
        deadlines.own().forEach((force, pair) -> {
            sql.append(" WHEN s.force = ? THEN CASE WHEN s.urgent = 1 THEN ? ELSE ? END");
            parameters.add(force);
            parameters.add(time.minus(pair.urgent()));
            parameters.add(time.minus(pair.others()));
        });
        sql.append(" WHEN s.urgent = 1 THEN ? ELSE ? END");
        parameters.add(time.minus(deadlines.usual().urgent()));
        parameters.add(time.minus(deadlines.usual().others()));
        return new OverdueSql(sql.toString(), parameters);
    }
}
