package io.lintel.storage;

/**
 * Whether the database takes writes.
 *
 * @param detail "ok", or why not, in one sentence
 * @param remedy what to do about it; empty when all is well
 */
public record StorageHealth(boolean ok, String detail, String remedy) {

    static final StorageHealth OK = new StorageHealth(true, "ok", "");

    static StorageHealth failing(StorageException why) {
        String what = why.getMessage();
        return new StorageHealth(false, what == null ? why.fault().what() : what, why.remedy());
    }
}
