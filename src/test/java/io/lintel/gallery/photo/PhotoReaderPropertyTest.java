package io.lintel.gallery.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import io.lintel.system.NativeLibraries;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class PhotoReaderPropertyTest {

    private static PhotoReader reader;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
        reader = new PhotoReader(new PhotoLimits(1 << 20, 1_000_000, 10_000_000));
    }

    @Property(tries = 300)
    void spoiltBytesAreAPictureOrAClearErrorAndNothingElse(Generator any) {
        String format = any.of(".jpg", ".png", ".webp");
        int spoilt = any.intBetween(1, 20);
        Random random = any.random();
        byte[] file = PhotoReaderTest.encode(format, CvType.CV_8UC3, 32, 24);
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
