package io.lintel.gallery.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.NativeLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
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

    @ParameterizedTest
    @CsvSource({"5000, 3000, 2500", "8000, 4000, 2000"})
    void aLargePhotoIsReadAtHalfItsSizeAndAVeryLargeOneAtAQuarter(int width, int height, int read) {
        Mat picture = reader.read(encode(".jpg", CvType.CV_8UC3, width, height));

        assertThat(picture.cols()).isEqualTo(read);
        picture.release();
    }

    @Test
    void theFileItselfCountsAsMemoryToo() {
        byte[] png = encode(".png", CvType.CV_8UC3, 400, 300);
        int whole = (3 + 3) * 400 * 300 + png.length;

        assertThat(widthWithin(whole, png)).isEqualTo(400);
        assertThat(widthWithin(whole - 1, png)).isEqualTo(200);
        assertThatThrownBy(() -> widthWithin(3 * 400 * 300, png)).hasMessageContaining("400 x 300 pixels");
    }

    private static int widthWithin(long memory, byte[] file) {
        Mat picture = new PhotoReader(new PhotoLimits(1 << 20, 1_000_000, memory)).read(file);
        int width = picture.cols();
        picture.release();
        return width;
    }

    @Test
    void aPhonesPhotoMayBeProgressiveOrOnItsSideWithTwelveMillionPixels() throws IOException {
        byte[] progressive = encode(".jpg", CvType.CV_8UC3, 4032, 3024, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);

        for (byte[] photo : List.of(progressive, withOrientation(encode(".jpg", CvType.CV_8UC3, 4032, 3024), 6))) {
            Mat picture = reader.read(photo);
            assertThat(Math.max(picture.cols(), picture.rows())).isGreaterThanOrEqualTo(1008);
            picture.release();
        }
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
        "'',empty"
    })
    void whatIsNoPhotoIsCalledByItsName(String bytes, String name) {
        assertRefused(bytes == null ? new byte[0] : bytes.getBytes(StandardCharsets.ISO_8859_1), name);
    }

    /** Written by heif-enc of Debian's libheif-examples. */
    @Test
    void aRealHeicIsRefusedWithWhatToDo() throws IOException {
        byte[] heic;
        try (InputStream file = PhotoReaderTest.class.getResourceAsStream("phone.heic")) {
            heic = file.readAllBytes();
        }

        assertRefused(heic, "HEIC");
        assertThatThrownBy(() -> reader.readForEnrolment(heic))
                .isInstanceOfSatisfying(
                        PhotoException.class, e -> assertThat(e.remedy()).contains("save it as JPEG"));
    }

    @Test
    void aPictureBombIsRefusedByItsHeaderInAllFormats() {
        byte[] png = encode(".png", CvType.CV_8UC3, 40, 30);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertRefused(png, "60000 x 60000");
        ByteBuffer.wrap(png).putInt(16, -1).putInt(20, -1);
        assertRefused(png, "more than can be read");

        byte[] jpeg = encode(".jpg", CvType.CV_8UC3, 40, 30);
        int frame = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertRefused(jpeg, "65000 x 65000");
    }

    @Test
    void aFileOfTooManyBytesIsRefusedUnread(@TempDir Path folder) throws IOException {
        PhotoReader small = new PhotoReader(new PhotoLimits(1000, 50_000_000, 140_000_000));
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

    /** The decoder took the first frame header, the limit looked at the last one: 20 KB became 3 GB. */
    @Test
    void aJpegWithTwoFrameHeadersIsRefused() {
        byte[] small = encode(".jpg", CvType.CV_8UC3, 40, 30);
        int frame = indexOf(small, (byte) 0xFF, (byte) 0xC0);
        byte[] frameHeader = Arrays.copyOfRange(small, frame, frame + 19);
        byte[] attack = inserted(small, small.length - 2, frameHeader);
        ByteBuffer.wrap(attack).putShort(frame + 5, (short) 32_000).putShort(frame + 7, (short) 32_000);

        assertRefused(attack, "two pictures");
        assertRefused(inserted(small, frame, frameHeader), "two pictures");
    }

    @Test
    void aJpegsSizeIsThatOfItsFirstFrameHeaderWhateverPictureIsAppended() {
        byte[] photo = encode(".jpg", CvType.CV_8UC3, 40, 30);
        byte[] large = encode(".jpg", CvType.CV_8UC3, 400, 300);

        assertThat(reader.read(inserted(photo, photo.length, large)).cols()).isEqualTo(40);
        ByteBuffer.wrap(photo).putShort(indexOf(photo, (byte) 0xFF, (byte) 0xC0) + 5, (short) 65_000);
        ByteBuffer.wrap(photo).putShort(indexOf(photo, (byte) 0xFF, (byte) 0xC0) + 7, (short) 65_000);
        assertRefused(inserted(photo, photo.length, large), "65000 x 65000");
    }

    @Test
    void aPngWithTwoHeadersIsRefusedAndWhatFollowsItsEndIsCutOff() {
        byte[] png = encode(".png", CvType.CV_8UC3, 40, 30);
        byte[] header = Arrays.copyOfRange(png, 8, 33);

        assertRefused(inserted(png, 33, header), "two pictures");
        assertThat(reader.read(inserted(png, png.length, encode(".png", CvType.CV_8UC3, 400, 300)))
                        .cols())
                .isEqualTo(40);
    }

    @Test
    void aWebpWithTwoPicturesOrAnotherCanvasIsRefused() {
        byte[] webp = encode(".webp", CvType.CV_8UC3, 40, 30);
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        byte[] canvas = ByteBuffer.allocate(18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("VP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(0)
                .put(new byte[] {7, 0, 0, 7, 0, 0})
                .array();

        assertRefused(riff(inserted(webp, webp.length, picture)), "two pictures");
        assertRefused(riff(inserted(webp, 12, canvas)), "damaged");
    }

    @Test
    void aJpegThatIsHeldAsAWholeWhileItIsDecodedMayHaveFewerPixels() {
        byte[] jpeg = encode(".jpg", CvType.CV_8UC3, 40, 30);
        int frame = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 7000).putShort(frame + 7, (short) 7000);
        jpeg[frame + 1] = (byte) 0xC2;

        assertRefused(jpeg, "more than can be read");
    }

    @Test
    void aJpegOfEndlesslyManyScansIsRefused() {
        byte[] jpeg = encode(".jpg", CvType.CV_8UC3, 40, 30);
        int scan = indexOf(jpeg, (byte) 0xFF, (byte) 0xDA);
        byte[] header = Arrays.copyOfRange(jpeg, scan, scan + 14);
        byte[] attack = jpeg;
        for (int i = 0; i < 100; i++) {
            attack = inserted(attack, scan, header);
        }

        assertRefused(attack, "damaged");
    }

    /** OpenCV turns JPEG and PNG only. */
    @Test
    void aWebpIsTurnedUprightLikeAJpeg() throws IOException {
        byte[] webp = encode(".webp", CvType.CV_8UC3, 40, 30);
        byte[] exif = exif(6);
        byte[] chunk = ByteBuffer.allocate(8 + exif.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(exif.length)
                .put(exif)
                .array();

        Mat picture = reader.read(riff(inserted(webp, webp.length, chunk)));

        assertThat(picture.cols()).isEqualTo(30);
        assertThat(picture.rows()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "'\0\0\0\u0014ftypqt  ',FILM",
        "'\0\0\0\u0018ftypisom',FILM",
        "'\0\0\0\u0018ftypheic',PICTURE",
        "'<x:xmpmeta>',OTHER",
        "'GIF89a',PICTURE",
        "'PK\3\4abcdef',OTHER"
    })
    void aFilmIsNoPhoto(String head, PhotoKind kind) {
        assertThat(PhotoKind.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(kind);
    }

    private static byte[] riff(byte[] webp) {
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - 8);
        return webp;
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
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

    static byte[] encode(String format, int type, int width, int height, int... options) {
        int full = CvType.depth(type) == CvType.CV_16U ? 257 : 1;
        Mat picture = new Mat(height, width, type, new Scalar(100 * full, 150 * full, 200 * full, 128 * full));
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(format, picture, bytes, new MatOfInt(options));
        picture.release();
        return bytes.toArray();
    }

    /** Puts an EXIF segment with one entry, the orientation, behind the start marker. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        return withSegment(jpeg, exif(orientation));
    }

    private static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.array();
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
