package io.lintel.gallery;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.TestKeys;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;

/** A process to be killed: seals an older database and says "now" when so many people are left or fewer. */
final class SealOlderDatabase {

    private SealOlderDatabase() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path file = Path.of(arguments[0]);
        int people = Integer.parseInt(arguments[1]);
        try (TestDatabase opened = TestDatabase.open(file)) {
            PersonKeyStore keys = TestKeys.of(opened.database());
            Thread watcher = Thread.ofPlatform().daemon().start(() -> {
                while (opened.database().read(sql -> sql.number("SELECT count(*) FROM person_unsealed")) > people) {
                    Thread.onSpinWait();
                }
                System.out.println("now");
            });
            new UnsealedStore(opened.database(), keys).sealAll();
            watcher.join();
            Thread.currentThread().join(); // to be killed
        }
    }
}
