package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.AccessSettings;
import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.gallery.SiteResemblance;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.EmbedderProfile.AssumedSite;
import io.lintel.model.ScoreTable;
import io.lintel.service.FaceLookupService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No number of the default embedder is left anywhere when the catalogue has others. */
class AnotherEmbedderTest {

    /** Made up; no number is the default embedder's. */
    static final EmbedderProfile OTHER = new EmbedderProfile(
            new ScoreTable(
                    "invented people", List.of(new ScoreTable.Point(1e-2, 0.11), new ScoreTable.Point(1e-5, 0.21))),
            0.31,
            0.12,
            0.017,
            new AssumedSite(0.06, 0.07, 0.011, "invented people in one room"),
            0.041,
            0.043,
            0.027,
            0.19,
            0.23,
            0.13,
            0.29);

    @TempDir
    Path folder;

    private LintelConfig config(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("lintel.properties"), List.of(lines));
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void everyPlaceFollowsTheProfile() throws Exception {
        AccessSettings door = AccessSettingsMapper.access(config(), OTHER);

        assertThat(door.visit().continuity()).isEqualTo(0.19);
        assertThat(door.visit().sameFace()).isEqualTo(0.23);
        assertThat(door.evidence().margin()).isEqualTo(0.041);
        assertThat(door.evidence().voteSlack()).isEqualTo(0.043);
        assertThat(door.evidence().clearBy()).isEqualTo(0.027);
        assertThat(door.threshold().floor()).isEqualTo(0.31);
        assertThat(EnrolmentSettings.of(OTHER).sameShotScore()).isEqualTo(0.13);
        assertThat(EnrolmentSettings.of(OTHER).lookAlikeScore()).isEqualTo(0.29);
        assertThat(FaceLookupService.Rules.of(ThresholdTable.of(OTHER), door).margin())
                .isEqualTo(0.041);

        ThresholdRule rule = new ThresholdRule(ThresholdTable.of(OTHER), door.threshold());
        OperatingPoint unmeasured = rule.at(SiteResemblance.unknown(3), 3);
        assertThat(unmeasured.threshold()).isEqualTo(0.31 + 0.017);
        assertThat(unmeasured.population()).isEqualTo("invented people in one room");
        OperatingPoint measured = rule.at(new SiteResemblance(8, 28, 0.0, 0.01, 0.05), 7);
        assertThat(measured.threshold()).isEqualTo(0.31);
        assertThat(measured.population()).isEqualTo("invented people");
    }

    @Test
    void whatSomebodySetCountsWithAnyEmbedder() throws Exception {
        LintelConfig config = config("lintel.decision.lowest-threshold=0.2", "lintel.decision.margin=0.1");

        assertThat(AccessSettingsMapper.access(config, OTHER).threshold().floor())
                .isEqualTo(0.2);
        assertThat(AccessSettingsMapper.access(config, OTHER).threshold().isLowered())
                .isTrue();
        assertThat(AccessSettingsMapper.access(config, OTHER).evidence().margin())
                .isEqualTo(0.1);
        assertThatThrownBy(() -> AccessSettingsMapper.access(config, MobileFaceNet.PROFILE))
                .hasMessageContaining("lintel.decision.lowest-threshold must lie between 0.3 and 1");
    }
}
