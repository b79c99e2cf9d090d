package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.TestKeys;
import io.lintel.face.Embedding;
import io.lintel.storage.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the database gives nobody away. */
class SealedAtRestTest {

    private static final int KILLS = 8;

    @TempDir
    Path folder;

    private final Embedding face = towards(0.123456, 0.654321);

    @Test
    void neitherFileNorLogNorFreePagesShowAFaceANameOrAPin() throws Exception {
        try (TestGallery test = TestGallery.open(folder)) {
            TemplateDraft draft = new TemplateDraft(
                            face, TestGallery.MODEL, TemplateSource.PHOTO, 1, TestGallery.QUALITY)
                    .withPortrait(new Portrait(OlderDatabase.PORTRAIT));
            PersonId alva = test.people
                    .add(
                            PersonDraft.named(OlderDatabase.NAME)
                                    .withNote(OlderDatabase.NOTE)
                                    .withConsent(new Consent(NOON, OlderDatabase.PURPOSE)),
                            List.of(draft, draft))
                    .person()
                    .id();
            PinStore pins = new PinStore(test.database().database(), test.keys);
            pins.put(alva, OlderDatabase.PIN_HASH, NOON);
            assertNothingShows(TemplateCodec.encode(face));
            test.people.rename(alva, new PersonName("Somebody Else"));
            test.people.removeTemplate(
                    alva, test.people.templates(alva).getFirst().id());
            test.people.remove(test.add("Bruno Unmistakable", towards(1)));
            assertNothingShows(TemplateCodec.encode(face));

            assertThat(pins.hash(alva)).contains(OlderDatabase.PIN_HASH);
            assertThat(test.people.portrait(
                            alva, test.people.templates(alva).getFirst().id()))
                    .map(Portrait::jpeg)
                    .contains(OlderDatabase.PORTRAIT);
        }
        assertNothingShows(TemplateCodec.encode(face));
    }

    @Test
    void anOlderDatabaseIsSealedAndNothingIsLeftInTheClear() throws Exception {
        Path file = folder.resolve("lintel.db");
        OlderDatabase.write(file, 120);
        assertThat(content()).contains(OlderDatabase.NAME, OlderDatabase.PURPOSE);

        try (TestDatabase opened = TestDatabase.open(file)) {
            PersonKeyStore keys = TestKeys.of(opened.database());
            assertThat(new UnsealedStore(opened.database(), keys).sealAll()).isEqualTo(120);
            assertNothingShows(OlderDatabase.embedding(1));
            assertAllIsThere(opened, keys, 120);
            assertThat(new UnsealedStore(opened.database(), keys).sealAll()).isZero();
        }
        assertNothingShows(OlderDatabase.embedding(1));
    }

    @Test
    void killedAtAnyMomentTheSealingIsGoneOnWithAndLosesNobody() throws Exception {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Path file = folder.resolve("lintel.db");
        OlderDatabase.write(file, 400);

        for (int kill = 0; kill < KILLS; kill++) {
            sealAndKill(file, random.nextInt(1, 400));
        }

        try (TestDatabase opened = TestDatabase.open(file)) {
            PersonKeyStore keys = TestKeys.of(opened.database());
            new UnsealedStore(opened.database(), keys).sealAll();
            assertAllIsThere(opened, keys, 400);
        }
        assertNothingShows(OlderDatabase.embedding(1));
    }

    /** Otherwise whoever can write to the database could have Lintel seal a face of their own for somebody enrolled. */
    @Test
    void nobodyInTheClearIsSealedWithAKeyThatExistedBefore() throws Exception {
        Path file = folder.resolve("lintel.db");
        OlderDatabase.write(file, 1);
        try (TestDatabase opened = TestDatabase.open(file)) {
            Path credential = TestKeys.files(file).file();
            TestDatabase other = TestDatabase.open(folder.resolve("other/lintel.db"));
            PersonKeyStore.open(other.database(), TestKeys.files(file));
            other.close();
            PersonKeyStore keys = PersonKeyStore.open(
                    opened.database(), new BoxKeyFiles(folder.resolve("none/lintel.key"), List.of(credential)));

            assertThatThrownBy(() -> new UnsealedStore(opened.database(), keys).sealAll())
                    .isInstanceOfSatisfying(
                            GalleryException.class, e -> assertThat(e.remedy()).contains("key file"));
        }
    }

    private static void assertAllIsThere(TestDatabase opened, PersonKeyStore keys, int people) {
        GalleryStore store = new GalleryStore(opened.database(), keys);
        Gallery gallery = new Gallery(store, TestGallery.MODEL, MatchSettings.DEFAULT, FlatSearch::new);
        PinStore pins = new PinStore(opened.database(), keys);
        assertThat(gallery.summary().unreadable()).isZero();
        assertThat(gallery.summary().searchable()).isEqualTo(people);
        assertThat(gallery.summary().templates()).isEqualTo(2 * people);
        for (int id = 1; id <= people; id++) {
            PersonId person = new PersonId(id);
            assertThat(store.find(person)).hasValueSatisfying(found -> {
                assertThat(found.name().value()).isEqualTo(OlderDatabase.NAME + " " + found.id());
                assertThat(found.note()).isEqualTo(OlderDatabase.NOTE);
                assertThat(found.consent().purpose()).isEqualTo(OlderDatabase.PURPOSE);
                assertThat(found.consent().keepDays()).isEqualTo(30);
            });
            assertThat(gallery.identify(towards(0.123456, 0.654321, id)).best().score())
                    .isGreaterThan(0.999);
            assertThat(pins.hash(person)).contains(OlderDatabase.PIN_HASH);
            assertThat(store.portraits().find(person, 2L * id))
                    .map(Portrait::jpeg)
                    .contains(OlderDatabase.PORTRAIT);
        }
    }

    private void assertNothingShows(byte[] embedding) throws IOException {
        String all = content();
        assertThat(all.toLowerCase(java.util.Locale.ROOT)).doesNotContain("unmistakable", "watchman", "workshop");
        assertThat(all)
                .doesNotContain("$argon2id$")
                .doesNotContain(new String(OlderDatabase.PORTRAIT, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(embedding, StandardCharsets.ISO_8859_1))
                .doesNotContain("\u00ff\u00d8 a portrait");
    }

    /** Of the database and all that SQLite keeps beside it, the key's folder left out. */
    private String content() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static void sealAndKill(Path file, int people) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealOlderDatabase.class.getName(),
                        file.toString(),
                        Integer.toString(people))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().anyMatch("now"::equals))
                    .as("the process came as far as it should")
                    .isTrue();
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
