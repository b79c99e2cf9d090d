package io.lintel.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done to the file as a whole, outside of transactions, while no other thread of this process writes. */
@FunctionalInterface
interface Upkeep {

    /** How long emptying the log may hold up the writers, milliseconds. */
    int LOG_WAIT_MILLIS = 500;

    /** @return false when a reader was in the way */
    boolean run(Connection connection) throws SQLException;

    static boolean emptyLog(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        long patience = sql.number("PRAGMA busy_timeout");
        Transaction.execute(connection, "PRAGMA busy_timeout = " + LOG_WAIT_MILLIS);
        try {
            return sql.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } finally {
            Transaction.execute(connection, "PRAGMA busy_timeout = " + patience);
        }
    }

    static boolean writeAnew(Connection connection) throws SQLException {
        Transaction.execute(connection, "VACUUM");
        return emptyLog(connection);
    }
}
