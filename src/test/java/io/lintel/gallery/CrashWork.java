package io.lintel.gallery;

import io.lintel.audit.chain.ChainKeeper;
import io.lintel.backup.BackupKey;
import io.lintel.backup.Backups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A process to be killed: does what a box does, in random order, and prints "begin WHAT NAME" before and "done WHAT NAME" after each of it,
 * or "failed WHAT NAME". It ends by itself once a restore is staged, as Lintel does for its restart.
 */
final class CrashWork {

    private final CrashBox box;
    private final BackupKey.NewIdentity key;
    private final Random random;
    private final ChainKeeper keeper;
    private int count;

    private CrashWork(CrashBox box, BackupKey.NewIdentity key, Random random) {
        this.box = box;
        this.key = key;
        this.random = random;
        this.keeper = box.log.keeper();
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        BackupKey.NewIdentity key =
                new BackupKey.NewIdentity(new BackupKey.Identity(arguments[1]), new BackupKey.Recipient(arguments[2]));
        System.out.println("begin start -");
        try (CrashBox box = CrashBox.open(folder)) {
            System.out.println("done start -");
            CrashWork work = new CrashWork(box, key, new Random(arguments[3].hashCode()));
            work.keeper.look();
            while (work.one(arguments[3])) {
                // until it is killed
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** @return whether to go on */
    private boolean one(String series) {
        List<PersonSummary> people = box.people.list("", 1000, 0);
        int dice = random.nextInt(100);
        if (people.size() < 3 || dice < 25) {
            String name = "P" + series + "n" + count++;
            acknowledge("enrol", name, () -> box.enrol(name));
        } else if (dice < 45) {
            Person gone = people.get(random.nextInt(people.size())).person();
            acknowledge("delete", gone.name().toString(), () -> box.people.remove(gone.id()));
        } else if (dice < 60) {
            acknowledge("backup", "-", () -> {
                Backups.Made made = box.backups().make(box.disk, key.recipient(), false);
                System.out.println("made " + made.file().getFileName());
                box.backups().prune(box.disk, 4);
            });
        } else if (dice < 80) {
            acknowledge("rotate", "-", box.keys::rotate);
        } else if (dice < 88) {
            acknowledge("overwrite", "-", box::overwriteDestroyedKeys);
        } else if (dice < 94) {
            acknowledge("row", "-", () -> System.out.println("row " + box.note()));
            keeper.look();
        } else {
            return !restore();
        }
        return true;
    }

    private boolean restore() {
        List<Backups.Made> all = box.backups().in(box.disk);
        if (all.isEmpty()) {
            return false;
        }
        Path backup = all.get(random.nextInt(all.size())).file();
        boolean changesItsMind = random.nextInt(3) == 0;
        boolean done = acknowledge(
                changesItsMind ? "cancel" : "restore", backup.getFileName().toString(), () -> {
                    box.overwriteDestroyedKeys();
                    box.stage(backup, key.identity());
                    if (changesItsMind) {
                        box.restore().cancel();
                    }
                });
        return done && !changesItsMind;
    }

    private static boolean acknowledge(String what, String name, Step step) {
        System.out.println("begin " + what + " " + name);
        try {
            step.run();
            System.out.println("done " + what + " " + name);
            return true;
        } catch (IOException | RuntimeException e) {
            System.out.println("failed " + what + " " + name);
            System.err.println(what + ": " + e);
            return false;
        }
    }
}
