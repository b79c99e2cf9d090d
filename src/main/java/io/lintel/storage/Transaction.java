package io.lintel.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs work between BEGIN and COMMIT by SQL: JDBC's own auto-commit would begin deferred, and a deferred transaction that
 * turns into a write can fail with "busy" half-way, without any waiting.
 */
final class Transaction {

    /** A snapshot for several reads; takes no lock against writers. */
    static final Transaction READING = new Transaction("BEGIN DEFERRED");

    /** Takes the write lock first, waiting up to busy_timeout for another process. */
    static final Transaction WRITING = new Transaction("BEGIN IMMEDIATE");

    private final String begin;

    private Transaction(String begin) {
        this.begin = begin;
    }

    <T> T run(Connection connection, SqlWork<T> work) throws SQLException {
        execute(connection, begin);
        try {
            T result = work.run(new Sql(connection));
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // Expected after a full disk or an input/output error: SQLite has rolled back by itself.
            because.addSuppressed(e);
        }
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }
}
