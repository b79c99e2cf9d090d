package io.lintel.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers here are small shell scripts. */
class RunningPeerTest {

    @TempDir
    Path folder;

    private final ProcessClock clock = new ProcessClock();

    private Peer script(String text) {
        return new Peer("script", "", Peer.Kind.PIXELS, List.of("bash", "-c", text), List.of(), 2);
    }

    private RunningPeer start(Peer peer) {
        return RunningPeer.start(peer, folder.resolve("frames"), folder.resolve("log"), clock);
    }

    @Test
    void aPeerAnswersEachFrameWithItsTimeAndFaces() {
        Peer peer = script(
                "echo noise of a library; echo ready version 3; while read -r run a b; do echo \"done ${a}000.0:$a ${b}000.0:0\"; done");
        try (RunningPeer running = start(peer)) {
            Block block = running.run(new int[] {4, 6});

            assertThat(running.version()).isEqualTo("version 3");
            assertThat(block.wallMillis()).as("two operations in each pass").containsExactly(2.0, 3.0);
            assertThat(block.faces()).containsExactly(4, 0);
            assertThat(block.cpuMillis()).isPositive();
            assertThat(running.peakMegabytes()).isPositive();
        }
    }

    @Test
    void aPeerThatEndsIsReportedAndItsWordsAreInTheLog() {
        assertThatThrownBy(() -> start(script("echo a library is missing >&2; exit 1")))
                .isInstanceOf(LintelException.class)
                .hasMessage("script has ended");
        assertThat(folder.resolve("log")).hasContent("a library is missing");
    }

    @Test
    void aPeerThatLacksAFileIsNotMeasuredAndTheOthersAre() throws Exception {
        Files.writeString(folder.resolve("gone.missing"), "g++: not found\n");
        Peer there = script(
                "echo ready 1; while read -r run frames; do printf done; for f in $frames; do printf ' 1.0:1'; done; echo; done");
        Peer gone = new Peer("gone", "", Peer.Kind.PIXELS, List.of("true"), List.of(folder.resolve("gone")), 1);

        Comparison.Result result =
                new Comparison(folder, 3, 2, progress -> {}).measure(List.of(there, gone), folder.resolve("frames"), 4);

        assertThat(result.frames()).containsExactly(0, 1, 2, 3);
        assertThat(result.measured()).extracting(Measurement::missing).containsExactly(null, "g++: not found");
        assertThat(result.measured().getFirst().cpu()).hasSize(3);
        assertThat(result.measured().getFirst().wall()).hasSize(6);
    }

    @Test
    void withoutLintelThereIsNothingToCompareWith() {
        Peer ends = script("exit 1");
        assertThatThrownBy(() -> new Comparison(folder, 1, 1, progress -> {})
                        .measure(List.of(ends), folder.resolve("frames"), 1))
                .hasMessage("script has ended");
    }
}
