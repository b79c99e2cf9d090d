package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.access.AccessSettings;
import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.Progress;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.Pictures;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Regression: {@code lintel evaluate --pad} knew subjects 1 to 8 of NUAA only and printed "NaN, 0 of 0" for other people. Here the people are the demo's,
 * who are rendered: the figures say nothing about accuracy.
 */
class OtherPeopleTest {

    private static final Path CLIPS = Path.of("config/demo/clips");

    @TempDir
    Path folder;

    @BeforeAll
    static void models() {
        Pictures.analyzer(FaceSettings.live()).close();
    }

    @BeforeEach
    void aDataSetOfTheDemosPeople() throws IOException {
        copy(CLIPS.resolve("enrolled.avi"), "door/live_dalia_1.avi");
        copy(CLIPS.resolve("photo-attack.avi"), "door/print_dalia_1.avi");
        copy(Pictures.PEOPLE.resolve("dalia/enrol.jpg"), "live/dalia/1.jpg");
        copy(Pictures.PEOPLE.resolve("jonas/enrol.jpg"), "live/jonas/1.jpg");
    }

    private void copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private List<Report> evaluate(Path scores) {
        FaceModels models = FaceModels.of(ModelStore.open(TestModels.folder()));
        PadOptions every8thFrame = new PadOptions(AccessSettings.of(models.embedderProfile()), 8, 1, scores);
        return new PadEvaluation(models, Progress.SILENT, every8thFrame).run(PadDataset.read(folder));
    }

    @Test
    void subjectsOutsideNuaaAreMeasuredOrReportedMissingNeverNaN() throws IOException {
        Path scores = folder.resolve("scores.tsv");

        List<Report> reports = evaluate(scores);

        assertThat(reports).flatMap(Report::figures).isNotEmpty().allMatch(Figure::isKnown);
        assertThat(reports.toString()).doesNotContain("0 of 0");
        Report door = reports.stream()
                .filter(each -> each.title().startsWith("At the door"))
                .findFirst()
                .orElseThrow();
        assertThat(door.figure("live-granted").value()).isOne();
        assertThat(door.figure("live-median-s").value()).isBetween(0.1, 3.0);
        assertThat(door.figure("print-starts-open").value()).isZero();
        assertThat(door.figure("print-starts-open").rate().trials()).isGreaterThan(3);
        assertThat(door.limits()).anySatisfy(each -> assertThat(each).contains("live stills of the person (2 clips)"));
        assertThat(reports)
                .flatMap(Report::missing)
                .anySatisfy(each -> assertThat(each).contains("APCER"));
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines.getFirst()).startsWith("clip\tlabel\tframe\tseconds\t").endsWith("\teye_distance\tsubject");
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("door/live_dalia_1.avi\tlive\t"))
                        .map(line -> line.split("\t")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(Double.parseDouble(line[3]))
                        .isCloseTo(Integer.parseInt(line[2]) / 15.0, within(0.001)));
    }

    @Test
    void withoutMaterialOfTheirOwnPeopleAreEnrolledFromTheClip() throws IOException {
        Files.delete(folder.resolve("live/dalia/1.jpg"));
        Files.delete(folder.resolve("door/print_dalia_1.avi"));

        Report door = evaluate(null).stream()
                .filter(each -> each.title().startsWith("At the door"))
                .findFirst()
                .orElseThrow();

        assertThat(door.limits()).anySatisfy(each -> assertThat(each).contains("the clip's own frames (1 clips)"));
        assertThat(door.figure("live-granted").value()).isOne();
        assertThat(door.missing()).anySatisfy(each -> assertThat(each).contains("no clip of an attack"));
    }
}
