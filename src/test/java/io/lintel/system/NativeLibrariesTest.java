package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class NativeLibrariesTest {

    @Test
    void openCvWorksAfterLoadingAndLoadingTwiceIsHarmless() {
        NativeLibraries.loadOpenCv();
        NativeLibraries.loadOpenCv();

        Mat ones = new Mat(3, 4, CvType.CV_8UC1, new Scalar(1));
        assertThat(Core.countNonZero(ones)).isEqualTo(12);
        ones.release();
    }

    @Test
    void theInstalledLibraryHasTheNameOfThePinnedOpenCvVersion() {
        assertThat(NativeLibraries.OPENCV).isEqualTo(Core.NATIVE_LIBRARY_NAME);
    }

    @Test
    void aMissingLibraryIsNamedWithItsPath(@TempDir Path folder) {
        assertThatThrownBy(() -> NativeLibraries.loadInstalled(folder))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aDamagedLibraryIsAnErrorWithARemedyAndNotACrash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(System.mapLibraryName(NativeLibraries.OPENCV)), "not an ELF file");

        assertThatThrownBy(() -> NativeLibraries.loadInstalled(folder))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("reinstall"));
    }
}
