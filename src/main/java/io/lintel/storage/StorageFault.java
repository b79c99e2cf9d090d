package io.lintel.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What can be wrong with the database file, each with what a person can do about it. */
public enum StorageFault {
    FULL("the disk is full", "free space there (df -h); Lintel goes on by itself as soon as a write succeeds"),
    READ_ONLY(
            "it is read-only",
            "make the file and its folder writable for the user that runs Lintel, and the disk mounted rw"),
    LOCKED(
            "another process keeps it locked",
            "end the other program that has the file open (fuser -v FILE) and try again"),
    DAMAGED("it is damaged", "restore the last backup, or rescue what is left with: sqlite3 FILE .recover"),
    NOT_A_DATABASE(
            "it is not a SQLite database", "point the database setting at Lintel's own file, or move this one away"),
    IN_OUT_ERROR(
            "reading or writing it failed",
            "check the disk and its cable or card (dmesg), then restore a backup if need be"),
    CANNOT_OPEN(
            "it cannot be opened", "check that its folder exists and that the user that runs Lintel may write there"),
    MISCONFIGURED("the connection is set up wrongly", "use the JDBC URL that Database.jdbcUrl makes"),
    REPLACED("it was deleted or replaced while Lintel had it open", "restart Lintel"),
    TOO_NEW("a newer version of Lintel wrote it", "install that version again, or restore a backup made by this one"),
    MIGRATION_FAILED(
            "its tables could not be brought up to date", "restore the last backup, or move FILE away to begin anew"),
    REFUSED("the database refused the statement", "please report this as a bug, with the log");

    private final String what;
    private final String remedy;

    StorageFault(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    String remedy(Path file) {
        return remedy.replace("FILE", file.toString());
    }

    String what() {
        return what;
    }

    /** True when the file as such is in trouble, not just one statement. */
    boolean isLasting() {
        return this != REFUSED;
    }

    /** Finds SQLite's own code behind whatever a pool or Flyway has wrapped around it. */
    static StorageFault of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite.getResultCode());
            }
        }
        return failure instanceof SQLException ? CANNOT_OPEN : REFUSED;
    }

    private static StorageFault of(SQLiteErrorCode extended) {
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(extended.code & 0xff);
        return switch (primary) {
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
            case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
            case SQLITE_CORRUPT -> DAMAGED;
            case SQLITE_NOTADB -> NOT_A_DATABASE;
            case SQLITE_IOERR -> IN_OUT_ERROR;
            case SQLITE_CANTOPEN -> CANNOT_OPEN;
            default -> REFUSED;
        };
    }
}
