package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedderProfileTest {

    private static final ModelCatalog SHIPPED = ModelCatalog.read(Path.of("models"));

    /** The numbers that were constants before there were profiles; changing one needs a measurement. */
    @Test
    void theShippedEmbeddersNumbersAreThoseThatWereMeasured() {
        assertThat(SHIPPED.model("mobilefacenet").calibrated())
                .isEqualTo(new EmbedderProfile(
                        new ScoreTable(
                                "press photos of 1,981 people (LFW)",
                                List.of(
                                        new ScoreTable.Point(1e-3, 0.454),
                                        new ScoreTable.Point(1e-4, 0.532),
                                        new ScoreTable.Point(1e-5, 0.593),
                                        new ScoreTable.Point(1e-6, 0.647))),
                        0.65,
                        0.3,
                        0.02,
                        new EmbedderProfile.AssumedSite(
                                0.24, 0.115, 0.035, "people of similar origin before one camera (15 of NUAA; assumed)"),
                        0.08,
                        0.08,
                        0.05,
                        0.55,
                        0.6,
                        0.45,
                        0.55));
    }

    @Test
    void aProfileThatIsWrittenIsReadAgainAsItWas() {
        EmbedderProfile profile = SHIPPED.model("mobilefacenet").calibrated();

        assertThat(EmbedderProfileJson.read(EmbedderProfileJson.write(profile))).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'margin': 0.08|'margin': 0.8|profile: margin must lie in 0.0 to 0.5, not 0.8",
                "'margin': 0.08,||profile: margin is missing",
                "'continuity': 0.55|'continuity': 'high'|profile.continuity: must be a number",
                "'same-face': 0.6|'same-face': 1|profile: same-face must lie between 0 and 1 and be neither, not 1.0",
                "'look-alike': 0.55|'look-alike': 0.7|profile: look-alike, 0.7, must not exceed lowest-threshold, 0.65: else two people could match unwarned",
                "'least-settable': 0.3|'least-settable': 0.7|profile: least-settable, 0.7, must not exceed lowest-threshold, 0.65",
                "'score': 0.593|'score': 0.4|profile: a score table's score must rise as its false match rate falls",
                "'deviation': 0.115|'deviation': 0|profile: assumed-site.deviation must be above 0",
            })
    void aWrongNumberIsNamed(String right, String wrong, String problem) throws Exception {
        String json = Files.readString(Path.of("models/catalog.json"));
        String broken = json.replace(right.replace('\'', '"'), wrong == null ? "" : wrong.replace('\'', '"'));

        assertThat(broken).isNotEqualTo(json);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(broken))
                .withMessage("mobilefacenet.embedding." + problem);
    }

    @Test
    void anEmbedderThatNobodyMeasuredDecidesNothing() {
        assertThatThrownBy(() -> SHIPPED.model("sface_2021dec").calibrated())
                .isInstanceOfSatisfying(LintelException.class, e -> {
                    assertThat(e).hasMessageContaining("nobody has measured").hasMessageContaining("sface_2021dec");
                    assertThat(e.remedy()).contains("calibrate");
                });
        assertThatThrownBy(() -> SHIPPED.model("face_landmark").calibrated()).hasMessageContaining("is no embedder");
    }

    @Test
    void anEmbedderWithoutItsAlignmentIsRefused() throws Exception {
        String json = Files.readString(Path.of("models/catalog.json"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(json.replace("\"alignment\": \"dlib\"", "\"alignment\": \"box\"")))
                .withMessage(
                        "dlib_face_recognition_resnet_v1.embedding.alignment: is box, must be one of arcface, dlib");
    }
}
