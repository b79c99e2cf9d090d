package io.lintel.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The statement behind a page. It uses the one index that leaves the fewest rows (person, else reason, else kind), which
 * yields them in order of seq; what other filters remain is the reader's to apply, who counts the rows read. Several
 * kinds are several ordered queries, which UNION ALL merges lazily.
 */
final class AuditQuery {

    private static final String COLUMNS = "SELECT seq, at, kind, person, reason, actor, details FROM audit_event";

    /** One row by its number. */
    static final String ROW = COLUMNS + " WHERE seq = ?";

    private static final String SELECT = COLUMNS + " WHERE seq BETWEEN ? AND ?";

    private final List<Object> parameters = new ArrayList<>();
    private final String statement;

    AuditQuery(AuditFilter filter, SeqRange range, boolean newestFirst, int limit) {
        List<String> arms = new ArrayList<>();
        if (filter.person() != null) {
            arms.add(arm(range, " AND person = ?", filter.person()));
        } else if (filter.reason() != null) {
            arms.add(arm(range, " AND reason = ?", filter.reason()));
        } else if (!filter.kinds().isEmpty()) {
            filter.kinds().stream().sorted().forEach(kind -> arms.add(arm(range, " AND kind = ?", kind.name())));
        } else {
            arms.add(arm(range, ""));
        }
        parameters.add(limit);
        statement = String.join(" UNION ALL ", arms) + " ORDER BY seq " + (newestFirst ? "DESC" : "ASC") + " LIMIT ?";
    }

    String statement() {
        return statement;
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private String arm(SeqRange range, String condition, Object... values) {
        parameters.add(range.first());
        parameters.add(range.last());
        parameters.addAll(List.of(values));
        return SELECT + condition;
    }
}
