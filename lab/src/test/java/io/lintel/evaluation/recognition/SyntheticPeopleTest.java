package io.lintel.evaluation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.benchmark.Report;
import io.lintel.evaluation.html.HtmlReport;
import io.lintel.face.FaceModels;
import io.lintel.face.Pictures;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of pictures to the report, on the people whom Lintel ships, one of them renamed twice. */
class SyntheticPeopleTest {

    @TempDir
    Path folder;

    private Path people;
    private final StringWriter progress = new StringWriter();

    @BeforeEach
    void takeSomePictures() throws IOException {
        people = Files.createDirectory(folder.resolve("people"));
        copy("dalia", "Dália <b>");
        copy("bruno", "bruno");
        copy("chen", "chen");
        Files.writeString(people.resolve("chen/broken.jpg"), "no picture");
    }

    private void copy(String from, String as) throws IOException {
        Path to = Files.createDirectory(people.resolve(as));
        try (var files = Files.list(Pictures.PEOPLE.resolve(from))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(3)
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private RecognitionResult evaluate() {
        TestModels.installed("mobilefacenet");
        return new RecognitionRun(
                        FaceModels.of(ModelStore.open(TestModels.folder())),
                        RecognitionOptions.of(folder.resolve("cache"), 2, 10),
                        new PrintWriter(progress, true))
                .evaluate(people, false);
    }

    @Test
    void peopleAreToldApartAndASecondRunAsksNoModel() {
        RecognitionResult result = evaluate();

        Report report = result.reports().getFirst();
        assertThat(report.figure("people").value()).isEqualTo(3);
        assertThat(report.figure("genuine-pairs").value()).isEqualTo(9);
        assertThat(report.figure("impostor-pairs").value()).isEqualTo(27);
        assertThat(report.figure("genuine-mean").value())
                .isGreaterThan(report.figure("impostor-mean").value() + 0.3);
        assertThat(report.missing())
                .singleElement()
                .asString()
                .contains("1 files")
                .contains("broken.jpg");
        assertThat(result.data().fresh()).isEqualTo(9);
        assertThat(progress.toString()).contains("10 of 10 pictures of people");
        assertThat(evaluate().data().fresh()).isZero();
    }

    @Test
    void theReportIsOneFileThatNeedsNothingElseAndTrustsNoName() {
        String page = new HtmlReport(evaluate()).document(LocalDate.EPOCH);

        assertThat(page).contains("Dália &lt;b&gt;").doesNotContain("Dália <b>");
        assertThat(page).doesNotContain("<script").doesNotContain("src=").doesNotContain("href=");
        assertThat(page)
                .contains("DET: false non-match rate")
                .contains("Class balance")
                .contains("hardest pairs");
    }
}
