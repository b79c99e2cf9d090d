package io.lintel.audit;

import io.lintel.audit.chain.ChainKeeper;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process to be killed: appends rows and prints each number as soon as the log has acknowledged it. */
final class AppendForEver {

    private AppendForEver() {}

    public static void main(String[] arguments) {
        try (TestDatabase opened = TestDatabase.open(Path.of(arguments[0]))) {
            AuditLog log = new AuditLog(opened.database(), InstantSource.system());
            ChainKeeper keeper = log.keeper();
            keeper.look();
            while (!Thread.currentThread().isInterrupted()) {
                System.out.println(log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door"))
                        .seq());
                if (log.last() % 7 == 0) {
                    keeper.look(); // signs about as often as a busy door does
                }
            }
        }
    }
}
