package io.lintel.crypto;

/**
 * A person's wrapped data key outside of the database, as a backup carries it: there it can be overwritten once its person is deleted, which
 * the encrypted database of the backup cannot. Arrays are not copied: do not change them.
 *
 * @param person whose, or {@link PersonKeyStore#NOBODY}
 * @param tag the key's random name
 * @param wrapped by the box's key; all zero once it is destroyed
 */
public record DetachedKey(long person, byte[] tag, byte[] wrapped) {

    public static final int TAG_BYTES = 16;
    public static final int WRAPPED_BYTES = 60;

    public boolean isDestroyed() {
        for (byte each : wrapped) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
