package io.lintel.access.loop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pictures of real people beside the project; tests that need them are skipped where they are absent. */
final class SharedData {

    private SharedData() {}

    /** {@code data} below LINTEL_SHARED (property or environment), or below {@code ../shared}. */
    static Path folder() {
        Path data = Stream.of(
                        System.getProperty("LINTEL_SHARED"),
                        System.getenv("LINTEL_SHARED"),
                        "../shared",
                        "../../shared")
                .filter(each -> each != null && Files.isDirectory(Path.of(each, "data")))
                .findFirst()
                .map(each -> Path.of(each, "data"))
                .orElse(null);
        assumeTrue(
                data != null,
                "skipped: needs pictures of real people, which no repository holds (../shared/data, or LINTEL_SHARED)");
        return data;
    }

    static List<FfmpegClip> clips(String folder, String prefix) {
        try (Stream<Path> files = Files.list(folder().resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(FfmpegClip::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Live frames of one subject of NUAA, in the order of its list. */
    static List<Path> nuaaLive(String subject, String session) {
        try (Stream<String> lines = Files.lines(folder().resolve("nuaa.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .filter(row -> row[0].equals(subject) && row[2].equals("live") && row[3].equals(session))
                    .map(row -> folder().resolve(row[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
