package io.lintel.gallery.bulk;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.MobileFaceNet;
import io.lintel.gallery.Consent;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.bulk.ImportEntry.Result;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.PaintedAnalyzer;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.system.NativeLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

class PeopleImportTest {

    @TempDir
    Path folder;

    private final PaintedAnalyzer analyzer = new PaintedAnalyzer();
    private final Map<String, byte[]> packed = new LinkedHashMap<>();
    private final List<EnrolledPerson> told = new ArrayList<>();
    private TestGallery test;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aFolderAPersonOrAFileAPerson() throws IOException {
        packed.put("Ada Lovelace/1.png", photo(1, 0, 0));
        packed.put("Ada Lovelace/2.png", photo(1, 0.2, 0));
        packed.put("Bruno.png", photo(0, 1, 0));
        packed.put("staff/Zoë/portrait.png", photo(0, 0, 1));
        packed.put("__MACOSX/Bruno.png", new byte[] {1});
        packed.put(".DS_Store", new byte[] {1});

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada Lovelace", "Bruno", "Zoë");
        assertThat(report.people()).isEqualTo(3);
        assertThat(report.refused()).isZero();
        assertThat(report.done()).isEqualTo(report.files());
        assertThat(report.over()).isTrue();
        assertThat(told).hasSize(3);
        assertThat(results(report))
                .containsOnly(
                        Map.entry("Ada Lovelace/1.png", Result.ENROLLED),
                        Map.entry("Ada Lovelace/2.png", Result.ENROLLED),
                        Map.entry("Bruno.png", Result.ENROLLED),
                        Map.entry("staff/Zoë/portrait.png", Result.ENROLLED),
                        Map.entry("2 hidden or system files", Result.SKIPPED));
    }

    @Test
    void aPersonIsStoredWholeOrNotAtAllAndTheOthersAllTheSame() throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put("Ada/2.png", "%PDF-1.7 no picture".getBytes(StandardCharsets.ISO_8859_1));
        packed.put("Bruno/1.png", photo(0, 1, 0));
        packed.put("Chen/1.png", photo(0, 0, 1));
        packed.put("Chen/2.png", photo(0, 0, -1));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Bruno");
        assertThat(results(report))
                .containsEntry("Ada/1.png", Result.NOT_STORED)
                .containsEntry("Ada/2.png", Result.REFUSED)
                .containsEntry("Chen/2.png", Result.REFUSED);
        assertThat(entry(report, "Ada/2.png").detail()).contains("PDF");
        assertThat(entry(report, "Chen/2.png").detail()).contains("person of the other pictures");
        assertThat(report.refused()).isEqualTo(2);
    }

    @Test
    void doingItAgainEnrolsOnlyWhoWasMissing() throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        run(zip());
        packed.put("Bruno/1.png", photo(0, 1, 0));

        ImportReport again = run(zip());

        assertThat(names()).containsExactly("Ada", "Bruno");
        assertThat(entry(again, "Ada/1.png").result()).isEqualTo(Result.SKIPPED);
        assertThat(entry(again, "Ada/1.png").detail()).contains("enrolled already");
    }

    @Test
    void aLookAlikeIsLeftToAnOperator() throws IOException {
        test.add("Ada", towards(1, 0, 0));
        packed.put("Ada's double.png", photo(1, 0.1, 0));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada");
        assertThat(entry(report, "Ada's double.png").detail()).contains("looks like Ada");
    }

    @Test
    void theCsvBringsValidityNoteAndConsent() throws IOException {
        packed.put("people.csv", """
                name;note;valid_from;valid_until;consent_purpose;keep_days
                Ada;"Lab; ""east"" ";2026-12-01;2026-12-31;entry;90
                Missing;;;;;
                """.getBytes(StandardCharsets.UTF_8));
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put("Stranger.png", photo(0, 1, 0));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada");
        var ada = test.people.list("Ada", 1, 0).getFirst().person();
        assertThat(ada.note()).isEqualTo("Lab; \"east\"");
        assertThat(ada.validity().from()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(ada.validity().until()).isEqualTo("2026-12-31T23:00:00Z");
        assertThat(ada.consent()).isEqualTo(new Consent(NOON, "entry", 90));
        assertThat(entry(report, "Stranger.png").detail()).contains("not in the CSV");
        assertThat(entry(report, "Missing").detail()).contains("no picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nam\nAda",
                "name,shoe size\nAda,39",
                "name\nAda\nAda",
                "name,valid_until\nAda,tomorrow",
                "name,valid_until\nAda,2027-02-31",
                "name,valid_from\nAda,31.04.2027 08:00",
                "name,keep_days,consent_purpose\nAda,many,entry",
                "name,valid_from,valid_until\nAda,2026-12-02,2026-11-01"
            })
    void aListThatMakesNoSenseStopsBeforeAnythingIsStored(String csv) throws IOException {
        packed.put("list.csv", csv.getBytes(StandardCharsets.UTF_8));
        packed.put("Ada.png", photo(1, 0, 0));

        ImportReport report = run(zip());

        assertThat(report.stopped()).contains("CSV");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Ada/1.png", "/etc/Ada.png", "a/../../Ada.png", "C:\\Ada.png", "..\\Ada\\1.png"})
    void aPathThatLeadsOutOfTheZipIsNotRead(String path) throws IOException {
        packed.put(path, photo(1, 0, 0));
        packed.put("Bruno.png", photo(0, 1, 0));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Bruno");
        assertThat(entry(report, path.replace('\\', '/')).detail()).contains("leads out");
    }

    @Test
    void aZipInAZipIsNoPicture() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        byte[] inner = Files.readAllBytes(zip());
        packed.clear();
        packed.put("Ada.zip", inner);

        assertThat(entry(run(zip()), "Ada.zip").detail()).contains("no picture");
    }

    @Test
    void aMillionFilesAreRefusedByTheTableOfContents() throws IOException {
        Path many = folder.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 6000; i++) {
                out.putNextEntry(new ZipEntry(i + ".png"));
            }
        }

        assertThatThrownBy(() -> ZipSource.open(many, ImportLimits.DEFAULT))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("5000 files");
    }

    @Test
    void aBombEndsAtTheSizeOfOnePhoto() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("Ada.png"));
            for (int i = 0; i < 64; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        ImportReport report = run(bomb);

        assertThat(entry(report, "Ada.png").detail()).contains("more than 20 MB");
        assertThat(names()).isEmpty();
    }

    @Test
    void allPicturesTogetherHaveALimitToo() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("Bruno.png", photo(0, 1, 0));
        ImportLimits small = new ImportLimits(10, 1 << 20, (long) packed.get("Ada.png").length, 10, 1000);

        ImportReport report = run(ZipSource.open(zip(), small));

        assertThat(names()).containsExactly("Ada");
        assertThat(entry(report, "Bruno.png").detail()).contains("unpacks to more");
    }

    @Test
    void aPasswordACutAndAFileThatIsNoZipAreSaid() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        byte[] whole = Files.readAllBytes(zip());

        byte[] encrypted = whole.clone();
        int central = indexOf(encrypted, new byte[] {'P', 'K', 1, 2});
        encrypted[central + 8] |= 1;
        assertRefused(encrypted, "password");
        assertRefused(java.util.Arrays.copyOf(whole, whole.length / 2), "no whole ZIP");
        assertRefused("hello".getBytes(StandardCharsets.UTF_8), "no ZIP");
        assertRefused(new byte[0], "no ZIP");
        byte[] latin = whole.clone();
        latin[central + 46] = (byte) 0xE4;
        latin[central + 9] = 0;
        assertRefused(latin, "not in Unicode");
    }

    @Test
    void linksInAFolderAreNotFollowed() throws IOException {
        Path people = Files.createDirectories(folder.resolve("people/Ada"));
        Path secret = Files.write(folder.resolve("secret.png"), photo(1, 0, 0));
        Files.createSymbolicLink(people.resolve("1.png"), secret);
        Files.write(folder.resolve("people/Bruno.png"), photo(0, 1, 0));

        ImportReport report = run(FolderSource.open(folder.resolve("people"), ImportLimits.DEFAULT));

        assertThat(names()).containsExactly("Bruno");
        assertThat(entry(report, "Ada/1.png").detail()).contains("link");
    }

    @Test
    void aNameThatIsNoneIsRefusedWithItsFiles() throws IOException {
        packed.put("\uD83D\uDE00".repeat(300) + "/1.png", photo(1, 0, 0));
        packed.put("\u202Eadl/1.png", photo(0, 1, 0));

        ImportReport report = run(zip());

        assertThat(report.refused()).isEqualTo(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void ofOnePersonOnlySoManyPicturesAreUsed() throws IOException {
        for (int i = 10; i < 22; i++) {
            packed.put("Ada/" + i + ".png", photo(1, 0, 0));
        }

        ImportReport report = run(zip());

        assertThat(told.getFirst().templates()).hasSize(10);
        assertThat(report.entries())
                .filteredOn(line -> line.result() == Result.SKIPPED)
                .hasSize(2);
    }

    /** The first record fits a small table of contents, the JDK read the other one's 69 MB into memory. */
    @Test
    void aZipWithTwoEndRecordsIsRefused() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        byte[] whole = Files.readAllBytes(zip());
        byte[] end = java.util.Arrays.copyOfRange(whole, whole.length - 22, whole.length);
        byte[] attack = java.util.Arrays.copyOf(whole, whole.length + 22);
        attack[whole.length - 2] = 22;
        System.arraycopy(end, 0, attack, whole.length, 22);
        attack[attack.length - 2] = 7;

        assertRefused(attack, "two ways");
        assertRefused(java.util.Arrays.copyOf(whole, whole.length + 1), "two ways");
        byte[] elsewhere = whole.clone();
        java.util.Arrays.fill(elsewhere, whole.length - 6, whole.length - 2, (byte) 0xFF);
        assertRefused(elsewhere, "5000 files");
    }

    @Test
    void filesThatAreNoPhotosAreSkippedAndAffectNobody() throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put("Ada/1.AAE", "<?xml".getBytes(StandardCharsets.UTF_8));
        packed.put("Ada/1.MOV", "\0\0\0\u0014ftypqt  \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        packed.put("Ada/empty", new byte[0]);
        packed.put("list of all.docx", "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada");
        assertThat(entry(report, "Ada/1.AAE").detail()).contains("no picture");
        assertThat(entry(report, "Ada/1.MOV").detail()).contains("film");
        assertThat(entry(report, "Ada/empty").result()).isEqualTo(Result.SKIPPED);
        assertThat(entry(report, "list of all.docx").result()).isEqualTo(Result.SKIPPED);
        assertThat(report.refused()).isZero();
        assertThat(report.done()).isEqualTo(report.files());
    }

    @Test
    void aBrokenPhotoStillKeepsItsPersonOut() throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put("Ada/2.jpg", new byte[0]);
        packed.put("Bruno/1.png", photo(0, 1, 0));
        packed.put("Bruno/2", java.util.Arrays.copyOf(photo(0, 1, 0), 100));

        run(zip());

        assertThat(names()).isEmpty();
    }

    @Test
    void backslashesOfWindowsAreFolders() throws IOException {
        packed.put("Ada Lovelace\\1.png", photo(1, 0, 0));
        packed.put("Ada Lovelace\\2.png", photo(1, 0.1, 0));
        packed.put("staff\\Bruno\\1.png", photo(0, 1, 0));

        run(zip());

        assertThat(names()).containsExactly("Ada Lovelace", "Bruno");
    }

    @Test
    void namesAsTarWritesThemAreThoseOfTheFolders() throws IOException {
        packed.put("./Ada/1.png", photo(1, 0, 0));
        packed.put("staff//Bruno//1.png", photo(0, 1, 0));
        packed.put("./staff/./Chen.png", photo(0, 0, 1));

        run(zip());

        assertThat(names()).containsExactly("Ada", "Bruno", "staff");
    }

    @Test
    void namesOfWindowsInTheCodePageOfDosAreRead() throws IOException {
        packed.put("Jörg Müller/1.png", photo(1, 0, 0));
        packed.put("Zoé Strauß.png", photo(0, 1, 0));

        run(Files.write(folder.resolve("dos.zip"), bytes(Charset.forName("IBM850"))));

        assertThat(names()).containsExactly("Jörg Müller", "Zoé Strauß");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, Jörg.png", "IBM866, Юрий.png", "Shift_JIS, ユリ.png", "Shift_JIS, 山田/1.png"})
    void namesInAnotherCodePageAreNotGuessed(String codePage, String name) throws IOException {
        packed.put(name, photo(1, 0, 0));

        assertRefused(bytes(Charset.forName(codePage)), "not in Unicode");
    }

    @Test
    void aZipOfAnotherMethodIsNotCalledDamaged() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        byte[] lzma = bytes();
        lzma[indexOf(lzma, new byte[] {'P', 'K', 1, 2}) + 10] = 14;

        assertRefused(lzma, "method");
    }

    @Test
    void hiddenFoldersOfStorageBoxesAndPhotoProgramsAreNobody() throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put("Ada/@eaDir/1.png/THUMB.png", photo(1, 0, 0));
        packed.put("Ada/.picasaoriginals/1.png", photo(1, 0, 0));
        packed.put("#recycle/Bruno/1.png", photo(0, 1, 0));
        packed.put("$RECYCLE.BIN/Chen/1.png", photo(0, 0, 1));
        packed.put("~$people.csv", new byte[] {1});
        packed.put("Ada/Thumbs.db:encryptable", new byte[] {1});

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada");
        assertThat(told.getFirst().templates()).hasSize(1);
        assertThat(entry(report, "6 hidden or system files").result()).isEqualTo(Result.SKIPPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System Volume Information/a/1.png",
                "photo/lost+found/1.png",
                "LOST.DIR/1.png",
                "RECYCLER/S-1-5/1.png",
                "found.000/1.png",
                "Network Trash Folder/x/1.png",
                "Temporary Items/x/1.png",
                "Ada/Icon\r",
                "ehthumbs.db",
            })
    void foldersThatSystemsLeaveOnEachDiskAreNobody(String path) throws IOException {
        packed.put("Ada/1.png", photo(1, 0, 0));
        packed.put(path, photo(0, 1, 0));

        ImportReport report = run(zip());

        assertThat(names()).containsExactly("Ada");
        assertThat(entry(report, "1 hidden or system file").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    void aListWithGermanHeadingsIsRead() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put(
                "people.csv",
                "Name;Notiz;Gültig bis;Aktiv\nAda;Labor;31.12.2027;ja\n".getBytes(StandardCharsets.UTF_8));

        run(zip());

        assertThat(told.getFirst().person().note()).isEqualTo("Labor");
        assertThat(told.getFirst().person().validity().until()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Valid until", "valid-until", "VALID_UNTIL ", "Valid\u00a0until"})
    void aColumnsNameIsUnderstoodHoweverItsWordsAreJoined(String column) throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", ("Name;" + column + "\nAda;31.12.2027\n").getBytes(StandardCharsets.UTF_8));

        run(zip());

        assertThat(told.getFirst().person().validity().until()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00eb  M\u00fcller",
                "ZO\u00cb M\u00dcLLER",
                "Zo\u00eb\u00a0M\u00fcller",
                "\"Zo\u00eb\nM\u00fcller\""
            })
    void aNameIsTheSameHoweverItIsComposed(String inList) throws IOException {
        packed.put("Zoe\u0308 Mu\u0308ller/1.png", photo(1, 0, 0));
        packed.put("Zo\u00eb M\u00fcller/2.png", photo(1, 0.1, 0));
        packed.put("people.csv", ("name,note\n" + inList + ",Lab").getBytes(StandardCharsets.UTF_8));

        ImportReport report = run(zip());

        assertThat(report.people()).isEqualTo(1);
        assertThat(told.getFirst().templates()).hasSize(2);
        assertThat(told.getFirst().person().note()).isEqualTo("Lab");
        assertThat(names().getFirst()).isEqualToIgnoringCase("Zo\u00eb M\u00fcller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name;note;;\nAda;Lab;;\n;;;\n;;;\n",
                "sep=;\r\nname;note\r\nAda;Lab\r\n",
                "\uFEFFname\tnote\nAda\tLab\n",
                "name,note,valid_until\nAda,Lab,31.12.2026\n",
                "name,note,valid_until\nAda,Lab,2026-12-31 00:00:00\n"
            })
    void aListAsExcelWritesItIsRead(String csv) throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", csv.getBytes(StandardCharsets.UTF_8));
        run(zip());
        assertThat(told.getFirst().person().note()).isEqualTo("Lab");
    }

    @Test
    void aListInExcelsUnicodeTextIsRead() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", "\uFEFFname\tnote\nAda\tLab\n".getBytes(StandardCharsets.UTF_16LE));
        run(zip());
        assertThat(told.getFirst().person().note()).isEqualTo("Lab");
    }

    @Test
    void aListInUtf16WithoutItsMarkIsToldToBeNoUtf8() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", "name,note\nAda,Lab\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(run(zip()).stopped()).contains("not in UTF-8");
    }

    @Test
    void aColumnThatIsThereTwiceIsNamed() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", "name;note;Note\nAda;Lab;\n".getBytes(StandardCharsets.UTF_8));

        assertThat(run(zip()).stopped()).contains("\"note\" twice");
    }

    @Test
    void aCellWithoutAColumnsNameIsNamedWithItsLine() throws IOException {
        packed.put("Ada.png", photo(1, 0, 0));
        packed.put("people.csv", "name;;\nBruno;;\nAda;;what is this\n".getBytes(StandardCharsets.UTF_8));

        assertThat(run(zip()).stopped()).contains("Line 3", "what is this");
    }

    private ImportReport run(Path zip) {
        return run(ZipSource.open(zip, ImportLimits.DEFAULT));
    }

    private ImportReport run(ImportSource source) {
        ImportContext tools = new ImportContext(
                new Enrolment(analyzer, test.gallery, test.people, MobileFaceNet.ENROLMENT),
                test.people,
                PhotoGate.ofProcess(),
                new EnrolmentCallback() {
                    @Override
                    public void check(PersonRow row) {}

                    @Override
                    public void enrolled(EnrolmentOutcome.Enrolled done, PersonRow row) {
                        told.add(done.result());
                    }
                },
                ImportLimits.DEFAULT,
                ZoneId.of("Europe/Berlin"),
                () -> NOON);
        PeopleImport work = new PeopleImport(source, tools, new ImportOptions(false, null));
        work.run();
        return work.report();
    }

    private List<String> names() {
        return test.people.list("", 100, 0).stream()
                .map(summary -> summary.person().name().value())
                .toList();
    }

    private static Map<String, Result> results(ImportReport report) {
        Map<String, Result> results = new HashMap<>();
        report.entries().forEach(line -> results.put(line.path(), line.result()));
        return results;
    }

    private static ImportEntry entry(ImportReport report, String path) {
        return report.entries().stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private byte[] photo(double... person) {
        Mat picture = analyzer.paint(Scene.of(towards(person), 0));
        MatOfByte encoded = new MatOfByte();
        Imgcodecs.imencode(".png", picture, encoded);
        picture.release();
        return encoded.toArray();
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("people.zip");
        try (OutputStream file = Files.newOutputStream(zip)) {
            file.write(bytes());
        }
        return zip;
    }

    private byte[] bytes() throws IOException {
        return bytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(Charset names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> file : packed.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void assertRefused(byte[] file, String because) throws IOException {
        Path path = Files.write(folder.resolve("bad.zip"), file);
        assertThatThrownBy(() -> ZipSource.open(path, ImportLimits.DEFAULT).close())
                .isInstanceOfSatisfying(
                        GalleryException.class, e -> assertThat(e.remedy()).isNotBlank())
                .hasMessageContaining(because);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
