package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lintel.backup.BackupKey;
import io.lintel.system.FileTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Enrolments, deletions, backups, restores, new keys and migrations, cut off at random moments by {@code kill -9} or a full disk. Afterwards
 * everything that was acknowledged is there and nothing else. {@code -Dcrash.count=500} for more of each, {@code -Dproperty.seed=N} for the
 * same again. The full disk is a memory disk of its own, which takes root.
 */
class CrashSeriesTest {

    private static final int COUNT = Integer.getInteger("crash.count", 3);
    private static final int CUTS_OF_A_BOX = 12;
    private static final int OLDER_PEOPLE = 60;
    private static final int STEPS_ON_A_FULL_DISK = 10;

    private final long seed =
            Long.getLong("property.seed", RandomGenerator.getDefault().nextLong());
    private final Random random = new Random(seed);
    private final BackupKey.NewIdentity key = BackupKey.NewIdentity.make();
    private final Map<String, Integer> cutIn = new TreeMap<>();
    private boolean fillsDisk;

    @TempDir
    Path temp;

    @Test
    void killedAtRandomMomentsNothingAcknowledgedIsLost() throws Exception {
        series(temp, "kill");
    }

    @Test
    void onAFullDiskNothingAcknowledgedIsLost() throws Exception {
        String small = Files.createDirectory(temp.resolve("small")).toString();
        assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=48m", "none", small), "mounting is not allowed here");
        try {
            fillsDisk = true;
            series(Path.of(small), "full disk");
        } finally {
            runs("umount", "--lazy", small);
        }
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    private void series(Path base, String how) throws Exception {
        CrashModel model = null;
        Path folder = base;
        for (int i = 0; i < COUNT; i++) {
            if (model == null || i % CUTS_OF_A_BOX == 0) {
                clear(folder);
                folder = Files.createDirectories(base.resolve("box"));
                model = newBox(folder);
            }
            try {
                cut(folder, model, i);
                model.check();
            } catch (Throwable e) {
                throw new AssertionError(how + " " + i + " of seed " + seed + ", in " + cutIn, e);
            }
            System.out.println(how + " " + (i + 1) + ": " + cutIn + ", " + model.people() + " people");
        }
        assertThat(cutIn.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(COUNT);
    }

    private CrashModel newBox(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("disk"));
        OlderDatabase.write(CrashBox.database(folder), OLDER_PEOPLE);
        Set<String> enrolled = new TreeSet<>();
        for (int id = 1; id <= OLDER_PEOPLE; id++) {
            enrolled.add(OlderDatabase.NAME + " " + id);
        }
        return new CrashModel(folder, key.identity(), enrolled);
    }

    private static void clear(Path folder) throws IOException {
        if (folder.endsWith("box")) {
            FileTree.delete(folder);
        }
    }

    /** Runs the process until a random moment; after a restore, which ends it, once more. */
    private void cut(Path folder, CrashModel model, int number) throws IOException, InterruptedException {
        int left = number % CUTS_OF_A_BOX == 0 ? 1 : 1 + random.nextInt(14);
        String last = "";
        for (int start = 0; left > 0; start++) {
            Process process = start(folder, number + "s" + Math.floorMod(seed, 1000) + "x" + start);
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String begun = model.take(line);
                    if (begun.isEmpty()) {
                        continue;
                    }
                    left--;
                    if (left == 0) {
                        last = begun;
                        cutNow(process, folder, begun.equals("start"));
                    } else if (left < -STEPS_ON_A_FULL_DISK) {
                        process.toHandle().destroyForcibly();
                    }
                }
            } finally {
                process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
                Files.deleteIfExists(filler(folder));
            }
            assertThat(left)
                    .as(() -> "the process did nothing: " + errors(folder))
                    .isLessThan(15 - start);
        }
        cutIn.merge(last, 1, Integer::sum);
    }

    private void cutNow(Process process, Path folder, boolean starting) {
        long delay = (long) (random.nextDouble() * random.nextDouble() * 60_000_000);
        LockSupport.parkNanos(delay + (starting ? random.nextInt(400) * 1_000_000L : 0));
        if (fillsDisk) {
            fill(filler(folder));
        } else {
            process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly it leaves the pipe open
        }
    }

    private Process start(Path folder, String series) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("crash.classpath", System.getProperty("java.class.path")),
                        CrashWork.class.getName(),
                        folder.toString(),
                        key.identity().text(),
                        key.recipient().text(),
                        series)
                .redirectError(temp.resolve("errors.txt").toFile())
                .start();
    }

    private String errors(Path folder) {
        try {
            return Files.readString(temp.resolve("errors.txt"));
        } catch (IOException e) {
            return e + " for " + folder;
        }
    }

    private static Path filler(Path folder) {
        return folder.resolveSibling("filler");
    }

    /** Leaves a little room or none. */
    private void fill(Path filler) {
        long free = filler.resolveSibling("box").toFile().getUsableSpace();
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, free - random.nextInt(40) * 4096L));
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // The process has taken some of it meanwhile: it is full.
        }
    }
}
