package io.lintel.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that a connection must have, asserted because the driver takes an unknown key of its URL silently as part of
 * the file's name.
 */
enum Pragmas {
    /** A reader never blocks the writer, nor the other way round. */
    JOURNAL_MODE("journal_mode", "WAL") {
        @Override
        boolean holds(String value) {
            return "wal".equalsIgnoreCase(value);
        }
    },
    /** A commit is on the disk when it returns; NORMAL can lose the last ones on power loss. */
    SYNCHRONOUS("synchronous", "FULL") {
        @Override
        boolean holds(String value) {
            return "2".equals(value) || "3".equals(value);
        }
    },
    FOREIGN_KEYS("foreign_keys", "ON") {
        @Override
        boolean holds(String value) {
            return "1".equals(value);
        }
    },
    /** Milliseconds to wait for another process's write. */
    BUSY_TIMEOUT("busy_timeout", "5000") {
        @Override
        boolean holds(String value) {
            return Integer.parseInt(value) >= 5000;
        }
    },
    /** Deleted templates are overwritten with zeros. */
    SECURE_DELETE("secure_delete", "ON") {
        @Override
        boolean holds(String value) {
            return "1".equals(value);
        }
    };

    private final String key;
    private final String wanted;

    Pragmas(String key, String wanted) {
        this.key = key;
        this.wanted = wanted;
    }

    abstract boolean holds(String value);

    static String asUrlParameters() {
        List<String> parameters = new ArrayList<>();
        for (Pragmas pragma : values()) {
            parameters.add(pragma.key + "=" + pragma.wanted);
        }
        return String.join("&", parameters);
    }

    /** One sentence for each setting that is not in force. */
    static List<String> broken(Sql sql) throws SQLException {
        List<String> broken = new ArrayList<>();
        for (Pragmas pragma : values()) {
            String value =
                    sql.first("PRAGMA " + pragma.key, row -> row.getString(1)).orElse("unset");
            if (!pragma.holds(value)) {
                broken.add(pragma.key + " is " + value + ", not " + pragma.wanted);
            }
        }
        return broken;
    }
}
