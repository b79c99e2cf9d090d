package io.lintel.storage;

import java.sql.SQLException;

/** Statements that belong together in one transaction. @param <T> what they find out */
@FunctionalInterface
public interface SqlWork<T> {

    T run(Sql sql) throws SQLException;
}
