package io.lintel.fuzz;

import io.lintel.system.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The short run in the tests, the same each time: all inputs of the corpus, and mutations of them. Nothing is instrumented: an input is mutated further when
 * the parser refuses it at a place where it has refused none before.
 */
final class FuzzRun {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final Path FINDINGS = Path.of("target/fuzz");
    private static final int FRAMES = 6;

    private final String name;
    private final FuzzTarget target;
    private final Set<String> seen = new HashSet<>();

    /** @param name of the target, and of its folder of inputs */
    FuzzRun(String name, FuzzTarget target) {
        this.name = name;
        this.target = target;
    }

    void run() {
        List<byte[]> pool = new ArrayList<>(corpus());
        pool.forEach(this::isNews);
        Mutator mutator = new Mutator(new Random(1), pool);
        for (int i = 0; i < target.rules().tries(); i++) {
            byte[] input = mutator.next();
            if (isNews(input)) {
                pool.add(input);
            }
        }
    }

    private boolean isNews(byte[] input) {
        try {
            Throwable refusal = target.run(input.clone());
            return seen.add(refusal == null ? "taken" : place(refusal));
        } catch (AssertionError e) {
            throw new AssertionError(
                    name + ": " + e.getMessage() + "; the input is in " + kept(input) + ": once mended, keep it in "
                            + CORPUS.resolve(name),
                    e);
        }
    }

    private static String place(Throwable refusal) {
        return refusal.getClass().getSimpleName()
                + Arrays.stream(refusal.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.lintel"))
                        .limit(FRAMES)
                        .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" "));
    }

    private Path kept(byte[] input) {
        try {
            Path folder = Files.createDirectories(FINDINGS.resolve(name));
            return Files.write(folder.resolve(Sha256.of(input).substring(0, 16)), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<byte[]> corpus() {
        try (Stream<Path> files = Files.list(CORPUS.resolve(name))) {
            List<byte[]> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                found.add(Files.readAllBytes(file));
            }
            if (found.isEmpty()) {
                throw new AssertionError(CORPUS.resolve(name) + " holds no input to begin with");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
