package io.lintel.crypto;

import io.lintel.storage.Database;
import java.nio.file.Path;
import java.util.List;

/** The key of a box that exists for a test only, in a folder {@code keys} beside its database. */
public final class TestKeys {

    private TestKeys() {}

    public static BoxKeyFiles files(Path database) {
        return new BoxKeyFiles(database.resolveSibling("keys").resolve("lintel.key"), List.of());
    }

    public static PersonKeyStore of(Database database) {
        return PersonKeyStore.open(database, files(database.path()));
    }
}
