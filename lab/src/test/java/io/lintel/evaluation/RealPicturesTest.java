package io.lintel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lintel.benchmark.Report;
import io.lintel.evaluation.recognition.RecognitionOptions;
import io.lintel.evaluation.recognition.RecognitionRun;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.face.Pictures;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline on real people: if it fed one of its models wrongly, these figures would fall apart first. A part of LFW only;
 * {@code lintel evaluate --data ../shared/data} measures all of it.
 */
class RealPicturesTest {

    private static final int PEOPLE = 300;

    private static Path data;
    private static OnnxFaceAnalyzer analyzer;

    @TempDir
    Path cache;

    @BeforeAll
    static void open() {
        data = Stream.of(
                        System.getProperty("LINTEL_SHARED"),
                        System.getenv("LINTEL_SHARED"),
                        "../shared",
                        "../../shared")
                .filter(each -> each != null && Files.isDirectory(Path.of(each, "data")))
                .findFirst()
                .map(each -> Path.of(each, "data"))
                .orElse(null);
        assumeTrue(
                data != null,
                "skipped: needs pictures of real people, which no repository holds (../shared/data, or LINTEL_SHARED)");
        analyzer = Pictures.analyzer(FaceSettings.stills());
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    /** All of LFW gives 98.8 % and 96.5 % here (docs/ACCURACY.md). */
    @Test
    void peopleAreToldApart() {
        Report report = new RecognitionRun(
                        FaceModels.of(ModelStore.open(TestModels.folder())),
                        RecognitionOptions.of(cache, 2, PEOPLE),
                        new PrintWriter(Writer.nullWriter()))
                .evaluate(data.resolve("lfw.csv"), false)
                .reports()
                .getFirst();

        assertThat(report.figure("without-face").value()).isLessThan(0.005);
        assertThat(report.figure("refused").value()).isLessThan(0.03);
        assertThat(report.figure("eer-percent").value()).isLessThan(1.0);
        assertThat(report.figure("tar-at-fmr-1e-3").value()).isGreaterThan(0.98);
        assertThat(report.figure("tar-at-fmr-1e-4").value()).isGreaterThan(0.955);
        assertThat(report.figure("score-at-fmr-1e-4").value()).isBetween(0.50, 0.57);
    }

    @Test
    void printedPhotosAreToldFromLivePeopleAndStrangersKeptOutAcrossSessions() {
        Report report = new NuaaEvaluation(analyzer, Progress.SILENT).run(data);

        assertThat(report.figure("without-face").value()).isZero();
        assertThat(report.figure("refused").value()).isLessThan(0.03);
        assertThat(report.figure("apcer-at-0.5").value()).isZero();
        assertThat(report.figure("bpcer-at-0.5").value()).isLessThan(0.05);
        assertThat(report.figure("fmr-at-0.65").value()).isZero();
        assertThat(report.figure("genuine-mean").value()).isGreaterThan(0.7);
    }

    @Test
    void noFaceIsSeenWhereThereIsNone() {
        Report report = new NegativesEvaluation(analyzer, Progress.SILENT).run(data);

        assertThat(report.limits()).isEmpty();
        assertThat(report.figure("false-faces").value()).isZero();
    }
}
