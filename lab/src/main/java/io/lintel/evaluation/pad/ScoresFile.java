package io.lintel.evaluation.pad;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Tab-separated scores for calibration, one line a frame: clip, label, frame, seconds, one column a network, eye_distance, subject. Frames
 * without a face, or whose face is not good enough for the door, are left out.
 */
final class ScoresFile implements AutoCloseable {

    private final PrintWriter out;

    /** @param networks ids of the liveness networks, in the order of their answers */
    ScoresFile(Path file, List<String> networks) {
        try {
            out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LintelException(
                    file + " cannot be written: " + e.getMessage(), "name a file in a folder that exists", e);
        }
        out.println("clip\tlabel\tframe\tseconds\t" + String.join("\t", networks) + "\teye_distance\tsubject");
    }

    void add(FrameScore score) {
        Presentation shown = score.presentation();
        StringBuilder line = new StringBuilder();
        line.append(shown.name())
                .append('\t')
                .append(shown.label())
                .append('\t')
                .append(score.frame());
        line.append(String.format(Locale.ROOT, "\t%.3f", score.seconds()));
        for (double answer : score.networks()) {
            line.append(String.format(Locale.ROOT, "\t%.6f", answer));
        }
        line.append(String.format(Locale.ROOT, "\t%.1f\t", score.eyeDistance())).append(shown.subject());
        out.println(line);
    }

    @Override
    public void close() {
        out.close();
    }
}
