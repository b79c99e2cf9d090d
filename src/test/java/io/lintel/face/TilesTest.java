package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.NativeLibraries;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class TilesTest {

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @Test
    void aPictureThatTheDetectorSeesWellAsAWholeHasNone() {
        assertThat(Tiles.of(picture(640, 480))).isEmpty();
        assertThat(Tiles.of(picture(250, 250))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1920, 1080", "700, 2000"})
    void anySmallFaceLiesWholeInOneOfThem(int width, int height) {
        List<Square> tiles = Tiles.of(picture(width, height));
        int face = 160;
        for (int y = 0; y + face <= height; y += 20) {
            for (int x = 0; x + face <= width; x += 20) {
                int left = x;
                int top = y;
                assertThat(tiles).anyMatch(tile -> holds(tile, left, top, face));
            }
        }
    }

    private static boolean holds(Square tile, int x, int y, int face) {
        double half = tile.side() / 2;
        return x >= tile.centreX() - half
                && y >= tile.centreY() - half
                && x + face <= tile.centreX() + half
                && y + face <= tile.centreY() + half;
    }

    private static Mat picture(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC3);
    }
}
