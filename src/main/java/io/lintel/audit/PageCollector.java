package io.lintel.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills one page with matching rows, looking at no more rows than its budget. Not thread-safe. */
final class PageCollector {

    private final AuditFilter filter;
    private final int size;
    private final boolean rising;
    private final List<AuditRow> rows = new ArrayList<>();
    private int budget;
    private @Nullable Long next;

    private PageCollector(AuditFilter filter, int size, int budget, boolean rising) {
        this.filter = filter;
        this.size = size;
        this.budget = budget;
        this.rising = rising;
    }

    /** Into the past. */
    static PageCollector newestFirst(AuditFilter filter, int size, int budget) {
        return new PageCollector(filter, size, budget, false);
    }

    /** Towards the present. */
    static PageCollector oldestFirst(AuditFilter filter, int size, int budget) {
        return new PageCollector(filter, size, budget, true);
    }

    boolean wantsMore() {
        return next == null;
    }

    /** One row more than needed tells whether there is a next page. */
    int limit() {
        return filter.isIndexed() ? size - rows.size() + 1 : budget + 1;
    }

    /** @return whether more rows are wanted */
    boolean look(AuditRow row) {
        if (rows.size() == size || budget == 0) {
            next = rising ? row.seq() - 1 : row.seq() + 1;
            return false;
        }
        budget--;
        if (filter.matches(row.event())) {
            rows.add(row);
        }
        return true;
    }

    AuditPage page() {
        return new AuditPage(rising ? rows.reversed() : rows, next);
    }
}
