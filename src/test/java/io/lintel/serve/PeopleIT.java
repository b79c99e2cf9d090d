package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the people pages and their API make of good and of bad input. */
class PeopleIT {

    private static final Path PEOPLE = Path.of("config/demo/people");

    @TempDir
    static Path folder;

    private static LintelProcess lintel;
    private static WebClient admin;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        lintel.serve();
        admin = WebClient.setUp(lintel);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> admin.page("/admin/people").contains("leila"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (admin != null) {
            admin.close();
            lintel.close();
        }
    }

    @Test
    void filesThatAreNoPhotosAreNamedAndNothingIsStored() throws IOException {
        byte[] jpeg = Files.readAllBytes(PEOPLE.resolve("chen/enrol.jpg"));

        assertRefused("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1), "PDF");
        assertRefused("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1), "HEIC", "Most Compatible");
        assertRefused(Arrays.copyOf(jpeg, jpeg.length / 2), "cut short");
        assertRefused(pngBomb(30_000), "30000 x 30000 pixels");
        assertRefused(new byte[21 << 20], "at most 20 are read");
        assertThat(admin.page("/admin/people?q=bad+file")).contains("Nobody here is like that");
    }

    @Test
    void anUploadOfNearlyTwoHundredMegabytesIsReadToDiskAndExplained() {
        String start = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + admin.csrf()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nlarge\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"photos\"; filename=\"large.jpg\"\r\n\r\n";
        HttpResponse<String> answer = admin.send(admin.request("/admin/people/new")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Origin", lintel.address())
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(start),
                        BodyPublishers.ofByteArrays(Collections.nCopies(190, new byte[1 << 20])),
                        BodyPublishers.ofString("\r\n--b--\r\n"))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("photo has 190 MB, at most 20 are read");
    }

    @Test
    void namesOfAllKinds() throws IOException {
        byte[] jpeg = Files.readAllBytes(PEOPLE.resolve("chen/enrol.jpg"));

        HttpResponse<String> emoji = enrol("\uD83D\uDE00".repeat(10_000), jpeg);
        assertThat(emoji.statusCode()).isEqualTo(422);
        assertThat(emoji.body()).contains("1 to 200 characters").hasSizeLessThan(60_000);
        assertThat(enrol("\u202Eadl", jpeg).statusCode()).isEqualTo(422);
        assertThat(enrol("\u200B\u200B", jpeg).statusCode()).isEqualTo(422);
        assertThat(enrol("<script>alert(1)</script>", Arrays.copyOf(jpeg, 100)).body())
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void aPersonByTheApiFromBeginningToEnd() throws IOException {
        HttpResponse<String> created = admin.upload(
                "/api/v1/people",
                Map.of("name", "Jonas Api", "consentPurpose", "entry"),
                "photos",
                "jonas.jpg",
                Files.readAllBytes(PEOPLE.resolve("jonas/enrol.jpg")));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = created.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");

        assertThat(admin.page(path)).contains("\"name\":\"Jonas Api\"", "\"status\":\"active\"", "\"keepDays\":1095");
        assertThat(admin.page(path + "/templates")).contains("\"source\":\"photo\"");
        assertThat(admin.json("PATCH", path, "{\"enabled\":false,\"note\":\"gone\"}")
                        .body())
                .contains("\"status\":\"disabled\"", "\"note\":\"gone\"");
        assertThat(admin.json("PATCH", path, "{\"validUntil\":\"tomorrow\"}").statusCode())
                .isEqualTo(400);
        assertThat(admin.page("/api/v1/people?status=disabled")).contains("Jonas Api");
        assertThat(admin.json("PUT", path + "/pin", "{\"pin\":\"1234\"}").statusCode())
                .isEqualTo(422);
        assertThat(admin.json("PUT", path + "/pin", "{\"pin\":\"7391\"}").statusCode())
                .isEqualTo(204);
        assertThat(admin.json("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theApiSaysWhyAPhotoIsRefusedAndWhoLooksAlike() throws IOException {
        HttpResponse<String> pdf = admin.upload(
                "/api/v1/people",
                Map.of("name", "Nobody"),
                "photos",
                "scan.jpg",
                "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(pdf.statusCode()).isEqualTo(422);
        assertThat(pdf.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(pdf.body()).contains("scan.jpg", "PDF");

        HttpResponse<String> alike = admin.upload(
                "/api/v1/people",
                Map.of("name", "Dalia's double"),
                "photos",
                "d.jpg",
                Files.readAllBytes(PEOPLE.resolve("dalia/smile.jpg")));
        assertThat(alike.statusCode()).isEqualTo(409);
        assertThat(alike.body()).contains("looks like dalia");
        assertThat(admin.page("/api/v1/people?limit=3")).contains("\"next\":\"");
    }

    @Test
    void theApiSetsAConsentsTermAndAnOverriddenLookAlikeIsInTheLog() throws IOException {
        HttpResponse<String> created = admin.upload(
                "/api/v1/people",
                Map.of(
                        "name", "Dalia's twin",
                        "consentPurpose", "entry",
                        "keepDays", "30",
                        "allowLookAlike", "true"),
                "photos",
                "d.jpg",
                Files.readAllBytes(PEOPLE.resolve("dalia/smile.jpg")));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("\"keepDays\":30");
        assertThat(admin.page("/api/v1/audit?kind=PERSON_ENROLLED&limit=1")).contains("looks_like_");
        String path = created.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        assertThat(admin.json("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    @Test
    void b11AnImportThatItsListHasStoppedIsNotCalledDone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("people.csv"));
            out.write("name,valid_until\nAda,2027-02-31\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("Ada.jpg"));
            out.write(Files.readAllBytes(PEOPLE.resolve("chen/enrol.jpg")));
        }
        String report = zip("list.zip", bytes.toByteArray())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.page(report + "/progress").contains("\"over\":true"));
        assertThat(admin.page(report)).contains("Import: stopped", "Line 2").doesNotContain("Import: done");
    }

    @Test
    void aHostileZipDoesNoHarm() throws IOException {
        assertThat(zip("million.zip", many(20_000)).body()).contains("more than 5000 files");
        assertThat(zip("none.zip", new byte[1000]).body()).contains("This is no ZIP file");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("../../outside.jpg"));
            out.write(Files.readAllBytes(PEOPLE.resolve("chen/enrol.jpg")));
            out.putNextEntry(new ZipEntry("Bomb.jpg"));
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        HttpResponse<String> begun = zip("bad.zip", bytes.toByteArray());
        assertThat(begun.statusCode()).isEqualTo(303);
        String report = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.page(report + "/progress").contains("\"over\":true"));
        assertThat(admin.page(report)).contains("leads out of the ZIP", "more than 20 MB");
        assertThat(Files.list(folder.resolve("data")).map(Path::toString)).noneMatch(file -> file.endsWith(".zip"));
    }

    @Test
    void theCommandImportsAFolder() throws Exception {
        Path people = Files.createDirectories(folder.resolve("import/Chen Import"));
        Files.copy(PEOPLE.resolve("chen/right15.jpg"), people.resolve("1.jpg"));
        Files.writeString(folder.resolve("import/notes.txt"), "no picture");

        LintelProcess.Answer answer =
                lintel.command("people", "import", folder.resolve("import").toString());

        assertThat(answer.out()).contains("enrolled  Chen Import/1.jpg", "skipped  notes.txt", "1 person enrolled");
        assertThat(answer.exitCode()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.page("/admin/people?q=chen+import").contains("Chen Import"));
    }

    private static void assertRefused(byte[] file, String... because) throws IOException {
        HttpResponse<String> answer = enrol("bad file", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(because).contains("What to do");
    }

    private static HttpResponse<String> enrol(String name, byte[] file) throws IOException {
        return admin.upload("/admin/people/new", Map.of("name", name), "photos", "photo.jpg", file);
    }

    private static HttpResponse<String> zip(String name, byte[] file) throws IOException {
        return admin.upload("/admin/people/import", Map.of(), "zip", name, file);
    }

    private static byte[] many(int files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files; i++) {
                out.putNextEntry(new ZipEntry(i + ".jpg"));
            }
        }
        return bytes.toByteArray();
    }

    /** A whole PNG file of a few bytes that claims so many pixels. */
    private static byte[] pngBomb(int side) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", new byte[100]);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.write(ByteBuffer.allocate(4).putInt(data.length).array());
        png.write(name);
        png.write(data);
        png.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
