package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.AccessSettings;
import io.lintel.access.MobileFaceNet;
import io.lintel.face.EmbedderTrial;
import io.lintel.face.Embedding;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.face.Pictures;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import io.lintel.model.AddedModels;
import io.lintel.model.ChannelOrder;
import io.lintel.model.EmbeddingSpec;
import io.lintel.model.FaceAlignment;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Preprocessing;
import io.lintel.model.TestModels;
import io.lintel.model.onnx.ShortenedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

/** From a file to an open door: an embedder with another dimension, channel order and scaling is catalogue data only. */
class AddedEmbedderTest {

    private static final PersonId DALIA = new PersonId(1);
    private static final PersonId EMEKA = new PersonId(2);

    @TempDir
    Path folder;

    @Test
    void anEmbedderThatWasAddedCalibratedAndChosenOpensTheDoor() throws Exception {
        byte[] original =
                Files.readAllBytes(TestModels.installed("mobilefacenet").onnx());
        Path file = Files.write(folder.resolve("own.onnx"), ShortenedModel.of(original, 64));
        Preprocessing input = new Preprocessing(112, 112, ChannelOrder.BGR, 127.5, 1);
        ModelFolders folders = new ModelFolders(TestModels.folder(), folder.resolve("models"));
        AddedModels added = new AddedModels(folders.added());

        int dimension = EmbedderTrial.dimensionOf(file, input);
        added.add(
                AddedModels.embedder(
                        "short", file, input, new EmbeddingSpec(dimension, FaceAlignment.ARCFACE, null), "MIT"),
                file);
        assertThat(dimension).isEqualTo(64);
        assertThatThrownBy(() -> chosen(folders).calibrated()).hasMessageContaining("nobody has measured");

        added.calibrate("short", MobileFaceNet.PROFILE);
        FaceModels models = FaceModels.of(ModelStore.open(folders), chosen(folders));
        AccessSettings settings = AccessSettings.of(models.embedderProfile());
        try (OnnxFaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, FaceSettings.live())) {
            MemoryGallery gallery = MemoryGallery.asAtTheDoor();
            gallery.enrol(DALIA, List.of(embedding(analyzer, "dalia")));
            gallery.enrol(EMEKA, List.of(embedding(analyzer, "emeka")));

            ClipRun known = ClipRun.play(clip("enrolled"), analyzer, gallery, settings);
            ClipRun unknown = ClipRun.play(clip("unknown"), analyzer, gallery, settings);

            assertThat(analyzer.modelIds()).startsWith("short");
            assertThat(known.granted()).containsExactly(DALIA);
            assertThat(known.pulses()).isEqualTo(1);
            assertThat(unknown.pulses()).isZero();
        }
    }

    private static ModelSpec chosen(ModelFolders folders) {
        return ModelStore.open(folders).catalog().embedder(Optional.of("short"));
    }

    private static FfmpegClip clip(String name) {
        return FfmpegClip.of(Path.of("config/demo/clips", name + ".avi"));
    }

    private static Embedding embedding(OnnxFaceAnalyzer analyzer, String person) {
        Mat picture = Pictures.still(person + "/enrol");
        Mat chip = new Mat();
        analyzer.align(picture, analyzer.find(picture).getFirst(), chip);
        return analyzer.embed(chip);
    }
}
