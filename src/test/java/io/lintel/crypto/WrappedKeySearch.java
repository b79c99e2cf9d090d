package io.lintel.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/** Looks at every place of some bytes for a person's data key that the box's key unwraps. */
public final class WrappedKeySearch {

    private final BoxKey key;
    private final long person;

    /** @param keyFile of the box */
    public WrappedKeySearch(Path keyFile, long person) {
        this.person = person;
        try {
            key = BoxKey.parse(Files.readString(keyFile)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return at how many places there is one */
    public int in(byte[] bytes) {
        int found = 0;
        int alike = 0; // equal bytes at the end of what was looked at: three of them are in no key, but in most of a
        // database's pages
        int since = 0;
        for (int end = 1; end <= bytes.length; end++) {
            alike = end > 1 && bytes[end - 1] == bytes[end - 2] ? alike + 1 : 1;
            since = alike > 2 ? 2 : since + 1;
            if (since >= DetachedKey.WRAPPED_BYTES) {
                found += unwraps(Arrays.copyOfRange(bytes, end - DetachedKey.WRAPPED_BYTES, end)) ? 1 : 0;
            }
        }
        return found;
    }

    private boolean unwraps(byte[] bytes) {
        try {
            return key.unwrap(person, bytes).length > 0;
        } catch (AEADBadTagException e) {
            return false;
        }
    }
}
