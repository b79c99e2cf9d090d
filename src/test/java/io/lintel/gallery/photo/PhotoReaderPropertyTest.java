package io.lintel.gallery.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.NativeLibraries;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class PhotoReaderPropertyTest {

    private static PhotoReader reader;

    @BeforeContainer
    static void load() {
        NativeLibraries.loadOpenCv();
        reader = new PhotoReader(new PhotoLimits(1 << 20, 1_000_000));
    }

    @Property(tries = 300)
    void spoiltBytesAreAPictureOrAClearErrorAndNothingElse(
            @ForAll @IntRange(min = 0, max = 2) int format,
            @ForAll @IntRange(min = 1, max = 20) int spoilt,
            @ForAll Random random) {
        String[] formats = {".jpg", ".png", ".webp"};
        byte[] file = PhotoReaderTest.encode(formats[format], CvType.CV_8UC3, 32, 24);
        for (int i = 0; i < spoilt; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }

        try {
            Mat picture = reader.read(file);
            assertThat(picture.type()).isEqualTo(CvType.CV_8UC3);
            picture.release();
        } catch (PhotoException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }
}
