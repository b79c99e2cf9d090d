package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lintel.system.LintelException;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFileTest {

    private static final Path DEMO = Path.of("config/demo/clips/enrolled.avi");

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    private Path converted(String name, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-t", "1", "-i", DEMO.toString()));
        command.addAll(List.of(options));
        command.add(folder.resolve(name).toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return folder.resolve(name);
    }

    private static List<Double> times(Path file) {
        List<Double> times = new ArrayList<>();
        ClipFile.of(file).forEachFrame((picture, seconds) -> times.add(seconds));
        return times;
    }

    @Test
    void framesComeAtTheClipsRate() {
        List<Double> times = times(DEMO);

        assertThat(times.getFirst()).isZero();
        assertThat(times.get(15)).isCloseTo(1, within(0.001));
    }

    @Test
    void aVariableRateIsKeptFrameByFrame() throws Exception {
        // the tenth frame and all after it come two seconds later
        Path late = converted(
                "late.mkv", "-vf", "setpts='PTS+if(gte(N,10),2/TB,0)'", "-fps_mode", "passthrough", "-c:v", "mjpeg");

        List<Double> times = times(late);

        assertThat(times).hasSize(15);
        assertThat(times.get(10) - times.get(9)).isCloseTo(2 + 1 / 15.0, within(0.002));
        assertThat(times.get(11) - times.get(10)).isCloseTo(1 / 15.0, within(0.002));
    }

    @Test
    void picturesHaveTheirOwnSizeAndColours() throws Exception {
        Path narrow = converted("narrow.mkv", "-vf", "scale=120:200,drawbox=c=red:t=fill", "-c:v", "ffv1");

        ClipFile.of(narrow).forEachFrame((picture, seconds) -> {
            assertThat(picture.cols()).isEqualTo(120);
            assertThat(picture.rows()).isEqualTo(200);
            assertThat(picture.get(100, 60)[2]).isGreaterThan(200);
            assertThat(picture.get(100, 60)[0]).isLessThan(60);
        });
    }

    @Test
    void aFileThatIsNoClipIsAProblem() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "not a clip");

        assertThatThrownBy(() -> times(text))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("text.mp4");
    }
}
