package io.lintel.audit;

/** How an export is written; UTF-8, one row a line. */
public interface RowFormat {

    /** What stands before the rows; may be empty. */
    String header();

    /** A row with its end. */
    String line(AuditRow row);
}
