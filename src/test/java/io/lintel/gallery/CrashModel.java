package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.chain.Fault;
import io.lintel.backup.BackupKey;
import io.lintel.backup.Backups;
import io.lintel.storage.DatabaseCopy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a {@link CrashWork} has acknowledged, and what therefore has to be there after it was killed. */
final class CrashModel {

    /** Who is in a backup, and the log's last row that was acknowledged before it. */
    private record Kept(Set<String> people, long row) {}

    private final Path folder;
    private final BackupKey.Identity identity;
    private final Set<String> living = new TreeSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Kept> backups = new HashMap<>();
    private long row;
    private String pending = "";
    private String pendingName = "";

    /** @param enrolled who is in the database to begin with */
    CrashModel(Path folder, BackupKey.Identity identity, Set<String> enrolled) {
        this.folder = folder;
        this.identity = identity;
        living.addAll(enrolled);
    }

    /** Takes a line that the process has printed. @return what it is about to do; empty for another line */
    String take(String line) {
        String[] words = line.split(" ", 3);
        if (words[0].equals("row")) {
            row = Long.parseLong(words[1]);
        } else if (words[0].equals("made")) {
            backups.put(words[1], new Kept(new TreeSet<>(living), row));
        } else if (words[0].equals("begin")) {
            pending = words[1];
            pendingName = words[2];
            return pending;
        } else if (words[0].equals("done")) {
            done(words[1], words[2]);
            pending = "";
        }
        return ""; // what has failed may have happened or not, like what was interrupted
    }

    private void done(String what, String name) {
        switch (what) {
            case "enrol" -> living.add(name);
            case "delete" -> {
                living.remove(name);
                deleted.add(name);
            }
            case "restore" -> restored(name);
            default -> {}
        }
    }

    private void restored(String backup) {
        Kept kept = backups.get(backup);
        living.clear();
        living.addAll(kept.people());
        living.removeAll(deleted);
        row = kept.row();
    }

    /** A backup that was finished and not acknowledged any more. */
    private void discover(Backups all, Path disk) {
        for (Backups.Made made : all.in(disk)) {
            backups.computeIfAbsent(made.file().getFileName().toString(), name -> new Kept(new TreeSet<>(living), row));
        }
    }

    /** The process is dead: looks at everything. */
    void check() {
        if (!CrashBox.restoreWaits(folder)) {
            assertThat(CrashBox.database(folder)).exists();
        }
        if (List.of("restore", "cancel").contains(pending) && CrashBox.restoreWaits(folder)) {
            restored(pendingName);
            pending = "";
        }
        try (CrashBox box = CrashBox.open(folder)) {
            DatabaseCopy.checkThoroughly(box.database);
            Set<String> there = box.people.list("", 10_000, 0).stream()
                    .map(each -> each.person().name().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            settle(there);
            assertThat(there).as("who is enrolled").isEqualTo(living);
            assertThat(box.gallery.summary().unreadable())
                    .as("rows that cannot be read")
                    .isZero();
            assertThat(box.gallery.summary().searchable()).isEqualTo(living.size());
            for (PersonSummary each : box.people.list("P", 10_000, 0)) {
                String name = each.person().name().toString();
                long template =
                        box.people.templates(each.person().id()).getFirst().id();
                assertThat(box.people.portrait(each.person().id(), template))
                        .map(portrait -> new String(portrait.jpeg(), StandardCharsets.UTF_8))
                        .contains(name.repeat(500));
            }
            assertThat(box.log.last()).as("the log's last row").isGreaterThanOrEqualTo(row);
            assertThat(box.log.verify(List.of(), null).findings())
                    .as("but for a first start that has not signed yet")
                    .allMatch(finding -> finding.fault() == Fault.NOT_SIGNED);
            box.log.keeper().look();
            assertThat(box.log.verify(List.of(), null).findings()).isEmpty();
            discover(box.backups(), box.disk);
            box.overwriteDestroyedKeys();
            for (Backups.Made made : box.backups().in(box.disk)) {
                Kept kept = backups.get(made.file().getFileName().toString());
                long gone = kept.people().stream().filter(deleted::contains).count();
                assertThat(Backups.verify(made.file(), identity).leftOut())
                        .as("deleted people in %s", made.file())
                        .isEqualTo((int) gone);
            }
        }
        pending = "";
    }

    /** What was under way may have happened or not. */
    private void settle(Set<String> there) {
        if (pending.equals("enrol") && there.contains(pendingName)) {
            living.add(pendingName);
        }
        if (pending.equals("delete") && !there.contains(pendingName)) {
            living.remove(pendingName);
            deleted.add(pendingName);
        }
    }

    int people() {
        return living.size();
    }
}
