package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionReportTest {

    private static final String PASSED = "<testcase classname='io.lintel.FooIT' name='opens' time='1.5'/>";
    private static final String SKIPPED =
            "<testcase classname='io.lintel.FooIT' name='opens' time='0'><skipped message='Assumption failed: skipped: no models'/></testcase>";
    private static final String SKIPPED_WITH_ITS_REASON_AS_TEXT =
            "<testcase classname='io.lintel.FooIT' name='opens' time='0'><skipped><![CDATA[org.opentest4j.TestAbortedException: "
                    + "Assumption failed: skipped: no models\n\tat io.lintel.FooIT]]></skipped></testcase>";
    private static final String SKIPPED_SILENTLY =
            "<testcase classname='io.lintel.FooIT' name='opens' time='0'><skipped/></testcase>";
    private static final String FAILED =
            "<testcase classname='io.lintel.FooIT' name='opens' time='0'><failure message='exit code 134&#10;more'/></testcase>";

    @TempDir
    Path folder;

    @Test
    void bothPassed() throws IOException {
        EditionReport report = of(PASSED, PASSED);

        assertThat(report.accepted()).isTrue();
        assertThat(report.markdown())
                .contains("| FooIT.opens | passed, 1.5 s | passed, 1.5 s |  |")
                .contains("1 tests; JVM: 1 passed, 0 skipped, 0 failed; native: 1 passed, 0 skipped, 0 failed");
    }

    @Test
    void aSkipNeedsItsReason() throws IOException {
        assertThat(of(SKIPPED, PASSED).accepted()).isTrue();
        assertThat(of(SKIPPED, PASSED).markdown()).contains("| JVM: skipped: no models |");
        assertThat(of(PASSED, SKIPPED_WITH_ITS_REASON_AS_TEXT).accepted()).isTrue();
        assertThat(of(PASSED, SKIPPED_WITH_ITS_REASON_AS_TEXT).markdown()).contains("| native: skipped: no models |");
        assertThat(of(PASSED, SKIPPED_SILENTLY).accepted()).isFalse();
    }

    @Test
    void aFailureOfOneEditionFails() throws IOException {
        assertThat(of(PASSED, FAILED).accepted()).isFalse();
        assertThat(of(PASSED, FAILED).markdown()).contains("| FAILED | native: exit code 134 |");
    }

    @Test
    void aTestThatOneEditionNeverRanFails() throws IOException {
        assertThat(of(PASSED, "").accepted()).isFalse();
        assertThat(of("", PASSED).accepted()).isFalse();
    }

    private EditionReport of(String jvm, String binary) throws IOException {
        return new EditionReport(EditionReport.read(suite("jvm", jvm)), EditionReport.read(suite("native", binary)));
    }

    private Path suite(String edition, String cases) throws IOException {
        Path reports = Files.createDirectories(folder.resolve(edition));
        Files.writeString(reports.resolve("TEST-FooIT.xml"), "<testsuite>" + cases + "</testsuite>");
        return reports;
    }
}
