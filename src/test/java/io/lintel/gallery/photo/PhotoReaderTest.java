package io.lintel.gallery.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.NativeLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class PhotoReaderTest {

    private static PhotoReader reader;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
        reader = new PhotoReader(PhotoLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp"})
    void theThreeFormatsAreReadAsColour(String format) {
        Mat picture = reader.read(encode(format, CvType.CV_8UC3, 40, 30));

        assertThat(picture.type()).isEqualTo(CvType.CV_8UC3);
        assertThat(picture.cols()).isEqualTo(40);
        assertThat(picture.rows()).isEqualTo(30);
        assertThat(picture.get(15, 20)[0]).isBetween(95.0, 105.0);
    }

    @Test
    void greyAlphaAndSixteenBitsBecomeColourOfEightBits() {
        assertThat(reader.read(encode(".jpg", CvType.CV_8UC1, 40, 30)).type()).isEqualTo(CvType.CV_8UC3);
        assertThat(reader.read(encode(".png", CvType.CV_8UC4, 40, 30)).type()).isEqualTo(CvType.CV_8UC3);
        assertThat(reader.read(encode(".png", CvType.CV_16UC3, 40, 30)).type()).isEqualTo(CvType.CV_8UC3);
        assertThat(reader.read(encode(".png", CvType.CV_16UC1, 40, 30)).type()).isEqualTo(CvType.CV_8UC3);
    }

    @Test
    void aPhotoTakenWithTheCameraOnItsSideIsTurnedUpright() throws IOException {
        byte[] sideways = withOrientation(encode(".jpg", CvType.CV_8UC3, 40, 30), 6);

        Mat picture = reader.read(sideways);

        assertThat(picture.cols()).isEqualTo(30);
        assertThat(picture.rows()).isEqualTo(40);
    }

    /** The corner is where the marked one of the stored picture lies once it is upright: right, bottom. */
    @ParameterizedTest
    @CsvSource({
        "1,false,false",
        "2,true,false",
        "3,true,true",
        "4,false,true",
        "5,false,false",
        "6,true,false",
        "7,true,true",
        "8,false,true"
    })
    void allEightOrientationsAreTurnedUpright(int orientation, boolean right, boolean bottom) throws IOException {
        Mat stored = new Mat(64, 96, CvType.CV_8UC3, new Scalar(20, 20, 20));
        Mat corner = stored.submat(0, 32, 0, 48);
        corner.setTo(new Scalar(230, 230, 230));
        MatOfByte jpeg = new MatOfByte();
        Imgcodecs.imencode(".jpg", stored, jpeg);

        Mat upright = reader.read(withOrientation(jpeg.toArray(), orientation));

        assertThat(upright.cols()).isEqualTo(orientation <= 4 ? 96 : 64);
        for (boolean x : new boolean[] {false, true}) {
            for (boolean y : new boolean[] {false, true}) {
                double value = upright.get(upright.rows() * (y ? 3 : 1) / 4, upright.cols() * (x ? 3 : 1) / 4)[0];
                assertThat(value > 128).as("right=%s bottom=%s", x, y).isEqualTo(x == right && y == bottom);
            }
        }
        corner.release();
        stored.release();
        upright.release();
    }

    @Test
    void forAnEnrolmentAPhotoIsMadeSmall() {
        Mat picture = reader.readForEnrolment(encode(".jpg", CvType.CV_8UC3, 3000, 2400));

        assertThat(picture.cols()).isEqualTo(2000);
        picture.release();
    }

    @Test
    void aLargePhotoIsReadAtHalfItsSize() {
        Mat picture = reader.read(encode(".jpg", CvType.CV_8UC3, 5000, 3000));

        assertThat(picture.cols()).isEqualTo(2500);
        picture.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {".jpg", ".png", ".webp"})
    void aFileThatWasCutShortIsRefusedHoweverLittleIsMissing(String format) {
        byte[] whole = encode(format, CvType.CV_8UC3, 200, 150);

        for (int length : new int[] {12, 20, whole.length / 2, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length), "");
        }
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "cut short");
    }

    @ParameterizedTest
    @CsvSource({
        "'\0\0\0\u0018ftypheic',HEIC",
        "'\0\0\0\u0018ftypavif',AVIF",
        "'%PDF-1.7',PDF",
        "'GIF89a',GIF",
        "'BM123456',BMP",
        "'II*\0abcdef',TIFF",
        "'PK\3\4abcdef',ZIP",
        "'<html><body>',no picture",
        "'',no picture"
    })
    void whatIsNoPhotoIsCalledByItsName(String bytes, String name) {
        assertRefused(bytes == null ? new byte[0] : bytes.getBytes(StandardCharsets.ISO_8859_1), name);
    }

    @Test
    void aPictureBombIsRefusedByItsHeaderInAllFormats() {
        byte[] png = encode(".png", CvType.CV_8UC3, 40, 30);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertRefused(png, "60000 x 60000");
        ByteBuffer.wrap(png).putInt(16, -1).putInt(20, -1);
        assertRefused(png, "million");

        byte[] jpeg = encode(".jpg", CvType.CV_8UC3, 40, 30);
        int frame = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertRefused(jpeg, "65000 x 65000");
    }

    @Test
    void aFileOfTooManyBytesIsRefusedUnread(@TempDir Path folder) throws IOException {
        PhotoReader small = new PhotoReader(new PhotoLimits(1000, 50_000_000));
        Path file = folder.resolve("large.jpg");
        Files.write(file, new byte[1001]);

        assertThatThrownBy(() -> small.read(file))
                .isInstanceOf(PhotoException.class)
                .hasMessageContaining("MB");
        assertThatThrownBy(() -> small.read(folder.resolve("none.jpg")))
                .isInstanceOf(PhotoException.class)
                .hasMessageContaining("none.jpg");
    }

    @Test
    void anEmbeddedThumbnailsEndDoesNotPassForThePhotosOwn() throws IOException {
        byte[] thumbnail = encode(".jpg", CvType.CV_8UC3, 8, 8);
        byte[] whole = withSegment(encode(".jpg", CvType.CV_8UC3, 200, 150), thumbnail);

        assertThat(reader.read(whole).cols()).isEqualTo(200);
        assertRefused(Arrays.copyOf(whole, whole.length - 10), "cut short");
    }

    @Test
    void whatAPhoneAppendsBehindThePhotoIsNoHarm() {
        byte[] photo = encode(".jpg", CvType.CV_8UC3, 40, 30);
        byte[] motionPhoto = Arrays.copyOf(photo, photo.length + 5000);

        assertThat(reader.read(motionPhoto).cols()).isEqualTo(40);
    }

    private static void assertRefused(byte[] file, String because) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        PhotoException.class, e -> assertThat(e.remedy()).isNotBlank())
                .hasMessageContaining(because);
    }

    static byte[] encode(String format, int type, int width, int height) {
        int full = CvType.depth(type) == CvType.CV_16U ? 257 : 1;
        Mat picture = new Mat(height, width, type, new Scalar(100 * full, 150 * full, 200 * full, 128 * full));
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(format, picture, bytes);
        picture.release();
        return bytes.toArray();
    }

    /** Puts an EXIF segment with one entry, the orientation, behind the start marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return withSegment(jpeg, exif.array());
    }

    private static byte[] withSegment(byte[] jpeg, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)});
        out.write(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte first, byte second) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == first && bytes[i + 1] == second) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
