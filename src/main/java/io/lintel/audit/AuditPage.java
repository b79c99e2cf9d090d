package io.lintel.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows, the newest first.
 *
 * @param rows can be fewer than asked for, even none, while there are more: where filters meet, and for text, a page looks at
 *     a bounded number of rows
 * @param next give this to the next call to go on in the same direction; null when there is no more
 */
public record AuditPage(List<AuditRow> rows, @Nullable Long next) {

    public AuditPage {
        rows = List.copyOf(rows);
    }
}
