package io.lintel.model;

/** Which files were hashed before and have not been written since. */
public interface HashNotes {

    /** Everything is hashed. */
    HashNotes NONE = new HashNotes() {
        @Override
        public boolean hold(FileState state, String sha256) {
            return false;
        }

        @Override
        public void add(FileState state, String sha256) {}
    };

    /** Whether a file in this state had this hash. */
    boolean hold(FileState state, String sha256);

    /** @param state as it was before the file was hashed */
    void add(FileState state, String sha256);
}
