package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.crypto.BoxKeyFiles;
import io.lintel.system.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was hashed before is not hashed again, and no altered one gets through by that (0230). */
class HashNotesTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};
    private static final byte[] ALTERED = {1, 2, 3, 5};

    /** Later than the files of this test by far more than they have to settle. */
    private static final InstantSource TOMORROW =
            InstantSource.fixed(Instant.now().plus(Duration.ofDays(1)));

    private static final HashNotesFile.Authentication THIS_BOX = code("this box");

    @TempDir
    private Path folder;

    private final ModelSpec spec = Specs.onnx("embedder", ModelRole.EMBEDDER, Requirement.REQUIRED, WEIGHTS);
    private Path model;
    private Path noted;

    @BeforeEach
    void install() throws Exception {
        model = Files.write(folder.resolve("embedder.onnx"), WEIGHTS);
        noted = folder.resolve("hashed-models");
    }

    @Test
    void aFileThatWasNotWrittenSinceIsNotHashedAgain() throws Exception {
        assertThat(store().check(spec)).isEqualTo(ModelStore.State.PRESENT);

        assertThat(notes(THIS_BOX, TOMORROW).hold(FileState.of(model), Sha256.of(WEIGHTS)))
                .isTrue();
    }

    @Test
    void anAlteredModelIsFoundWhenSizeAndTimeArePutBack() throws Exception {
        store().check(spec);
        FileTime before = Files.getLastModifiedTime(model);

        Files.write(model, ALTERED);
        Files.setLastModifiedTime(model, before);

        assertThat(store().check(spec)).isEqualTo(ModelStore.State.DAMAGED);
    }

    @Test
    void aReplacedModelIsFoundWhenSizeAndTimeArePutBack() throws Exception {
        store().check(spec);
        Path other = Files.write(folder.resolve("other"), ALTERED);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(model));

        Files.move(other, model, StandardCopyOption.REPLACE_EXISTING);

        assertThat(store().check(spec)).isEqualTo(ModelStore.State.DAMAGED);
    }

    @Test
    void anotherEntryInTheCatalogueIsNotCoveredByTheNote() {
        store().check(spec);

        ModelSpec other = Specs.onnx("embedder", ModelRole.EMBEDDER, Requirement.REQUIRED, ALTERED);

        assertThat(store().check(other)).isEqualTo(ModelStore.State.DAMAGED);
    }

    @Test
    void aForgedNoteIsNone() throws Exception {
        store().check(spec);
        String whole = Files.readString(noted);
        Files.write(model, ALTERED);
        String line = FileState.of(model).line(Sha256.of(WEIGHTS));
        String code = whole.lines().findFirst().orElseThrow();

        for (String forged : List.of(
                code + "\n" + line + "\n",
                "\n" + line + "\n",
                line + "\n",
                HexFormat.of().formatHex(Sha256.digest().digest((line + "\n").getBytes(StandardCharsets.UTF_8))) + "\n"
                        + line + "\n",
                whole + line + "\n",
                "")) {
            Files.writeString(noted, forged);
            assertThat(store().check(spec)).as(forged).isEqualTo(ModelStore.State.DAMAGED);
        }
    }

    @Test
    void aNoteOfAnotherBoxIsNone() {
        store().check(spec);

        assertThat(notes(code("another box"), TOMORROW).hold(FileState.of(model), spec.onnxSha256()))
                .isFalse();
    }

    @Test
    void theKeysOfTwoBoxesMakeTwoCodes() throws Exception {
        byte[] note = {7};
        BoxKeyFiles none = new BoxKeyFiles(folder.resolve("none/lintel.key"), List.of());
        BoxKeyFiles one = key("one", "A");
        BoxKeyFiles two = key("two", "B");

        assertThat(none.mac(note)).isEmpty();
        assertThat(one.mac(note).orElseThrow())
                .isEqualTo(one.mac(note).orElseThrow())
                .isNotEqualTo(two.mac(note).orElseThrow());
    }

    @Test
    void whatWasWrittenAMomentAgoIsHashedAgain() {
        ModelStore soon = storeWith(notes(THIS_BOX, InstantSource.system()));

        assertThat(soon.check(spec)).isEqualTo(ModelStore.State.PRESENT);

        assertThat(noted).doesNotExist();
    }

    @Test
    void withoutAKeyEverythingIsHashed() {
        ModelStore keyless = storeWith(notes(message -> Optional.empty(), TOMORROW));

        assertThat(keyless.check(spec)).isEqualTo(ModelStore.State.PRESENT);

        assertThat(noted).doesNotExist();
    }

    @Test
    void whatCannotBeReadOrWrittenIsNoNote() throws Exception {
        Files.createDirectories(noted.resolve("in the way"));

        assertThat(store().check(spec)).isEqualTo(ModelStore.State.PRESENT);
        assertThat(store().check(spec)).isEqualTo(ModelStore.State.PRESENT);
    }

    /** As {@code lintel check} and {@code lintel models check} ask. */
    @Test
    void aStoreWithoutNotesHashesAlways() throws Exception {
        store().check(spec);
        FileTime before = Files.getLastModifiedTime(model);
        Files.write(model, ALTERED);
        Files.setLastModifiedTime(model, before);

        assertThat(plain().check(spec)).isEqualTo(ModelStore.State.DAMAGED);
    }

    private BoxKeyFiles key(String name, String letter) throws Exception {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("lintel.key");
        Files.writeString(file, "lintel-box-key-1:" + letter.repeat(43) + "=");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new BoxKeyFiles(file, List.of());
    }

    private ModelStore store() {
        return storeWith(notes(THIS_BOX, TOMORROW));
    }

    private ModelStore storeWith(HashNotes notes) {
        return plain().with(notes);
    }

    private ModelStore plain() {
        return new ModelStore(new ModelFolders(folder, folder), new ModelCatalog(List.of(spec)));
    }

    private HashNotesFile notes(HashNotesFile.Authentication mac, InstantSource clock) {
        return new HashNotesFile(noted, mac, clock);
    }

    private static HashNotesFile.Authentication code(String key) {
        return message -> Optional.of(
                Sha256.of((key + new String(message, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
