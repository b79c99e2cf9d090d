package io.lintel.storage;

import io.lintel.system.LintelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be opened, read or written. Its message names the file and the fault. */
public final class StorageException extends LintelException {

    private static final long serialVersionUID = 1L;

    private final StorageFault fault;

    StorageException(StorageFault fault, Path file, String detail) {
        super(describe(fault, file, detail), fault.remedy(file));
        this.fault = fault;
    }

    StorageException(StorageFault fault, Path file, Throwable cause) {
        super(describe(fault, file, cause.getMessage()), fault.remedy(file), cause);
        this.fault = fault;
    }

    static StorageException of(Throwable cause, Path file) {
        return cause instanceof StorageException known
                ? known
                : new StorageException(StorageFault.of(cause), file, cause);
    }

    public StorageFault fault() {
        return fault;
    }

    private static String describe(StorageFault fault, Path file, @Nullable String detail) {
        return "The database " + file + ": " + fault.what() + (detail == null ? "" : " (" + detail.strip() + ")");
    }
}
