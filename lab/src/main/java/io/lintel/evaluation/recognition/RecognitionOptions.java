package io.lintel.evaluation.recognition;

import io.lintel.system.LintelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that read pictures of people. */
public final class RecognitionOptions {

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            defaultValue = "target/embeddings",
            description =
                    "Where embeddings are kept, so that a run that was broken off goes on where it was. They are biometric data: delete them"
                            + " with the pictures. Default: target/embeddings.")
    Path cache = Path.of("target/embeddings");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many pictures are read at once. Default: one a processor.")
    @Nullable
    Integer threads;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "Only the first N people of the data set. Default: all.")
    @Nullable
    Integer people;

    /** Options of a test. */
    public static RecognitionOptions of(Path cache, int threads, int people) {
        RecognitionOptions options = new RecognitionOptions();
        options.cache = cache;
        options.threads = threads;
        options.people = people;
        return options;
    }

    Path cache() {
        return cache;
    }

    int threads() {
        int chosen = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        return positive(chosen, "--threads");
    }

    int people() {
        return people == null ? Integer.MAX_VALUE : positive(people, "--people");
    }

    private static int positive(int value, String option) {
        if (value < 1) {
            throw new LintelException(option + " is " + value, "give a number from 1 on");
        }
        return value;
    }
}
