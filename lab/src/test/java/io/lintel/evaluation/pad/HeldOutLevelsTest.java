package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.benchmark.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldOutLevelsTest {

    private final List<FrameScore> scores = new ArrayList<>();

    private void frames(String subject, String label, double... values) {
        for (double value : values) {
            String name = label + scores.size();
            scores.add(new FrameScore(
                    new Presentation(Path.of(name), name, label, subject, "", false), 0, 0, List.of(value), value, 80));
        }
    }

    private Figure figure(String key) {
        return new HeldOutLevels(new FrameScores(scores))
                .figures().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void thePersonMeasuredHasNoPartInTheLevel() {
        frames("anna", "live", 0.9, 0.9);
        frames("bo", "live", 0.2, 0.2);
        frames("anna", "print", 0.3);
        frames("bo", "print", 0.3);

        // anna's level is bo's 0.2, which anna's print passes; bo's is anna's 0.9, which bo's live frames do not reach
        assertThat(figure("apcer-print-held-out-at-5").rate().events()).isEqualTo(1);
        assertThat(figure("bpcer-held-out-at-5").rate().events()).isEqualTo(2);
    }

    @Test
    void theLevelRefusesTheShareOfTheOthersThatWasAskedFor() {
        frames(
                "anna",
                "live",
                java.util.stream.IntStream.range(0, 100)
                        .mapToDouble(i -> i / 100.0)
                        .toArray());
        frames("bo", "live", 1);
        frames("bo", "replay", 0.005, 0.015, 0.045, 0.055);

        assertThat(figure("apcer-replay-held-out-at-1").rate().events()).isEqualTo(3);
        assertThat(figure("apcer-replay-held-out-at-2").rate().events()).isEqualTo(2);
        assertThat(figure("apcer-replay-held-out-at-5").rate().events()).isEqualTo(1);
    }

    @Test
    void eachTypeOfAttackIsReportedByItself() {
        frames("anna", "live", 0.9);
        frames("bo", "live", 0.9);
        frames("bo", "mask", 0.95);
        frames("bo", "print", 0.1);

        assertThat(figure("apcer-mask-held-out-at-5").value()).isOne();
        assertThat(figure("apcer-print-held-out-at-5").value()).isZero();
    }

    @Test
    void onePersonAloneIsNotEnough() {
        frames("anna", "live", 0.9, 0.8);
        frames("bo", "print", 0.1);

        assertThat(new HeldOutLevels(new FrameScores(scores)).isPossible()).isFalse();
    }

    @Test
    void framesOfOneFileCountAsOneIndependentTrial() {
        Presentation clip = new Presentation(Path.of("c"), "c", "live", "anna", "", true);
        FrameScores frames = new FrameScores(List.of(
                new FrameScore(clip, 0, 0, List.of(0.9), 0.9, 80),
                new FrameScore(clip, 1, 0.1, List.of(0.9), 0.9, 80)));

        assertThat(frames.below(0.5).trials()).isEqualTo(2);
        assertThat(frames.below(0.5).high()).isOne();
    }
}
