package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class JournalHandlerTest {

    private static Map<String, String> fields(Level level, String message) {
        return JournalHandler.fields(new ExtLogRecord(level, message, "io.lintel.Test"));
    }

    @Test
    void everyPairOfALineIsAField() {
        Map<String, String> fields =
                fields(Level.INFO, "door=LOCKED event=STARTED cause=\"system start\" open-for=3s url=http://a/?x=1");

        assertThat(fields)
                .containsEntry("PRIORITY", "6")
                .containsEntry("LINTEL_DOOR", "LOCKED")
                .containsEntry("LINTEL_EVENT", "STARTED")
                .containsEntry("LINTEL_CAUSE", "system start")
                .containsEntry("LINTEL_OPEN_FOR", "3s")
                .containsEntry("LINTEL_URL", "http://a/?x=1")
                .doesNotContainKey("LINTEL_X");
    }

    @Test
    void levelsAreSyslogs() {
        assertThat(fields(Level.SEVERE, "x")).containsEntry("PRIORITY", "3");
        assertThat(fields(Level.WARNING, "x")).containsEntry("PRIORITY", "4");
        assertThat(fields(Level.FINE, "x")).containsEntry("PRIORITY", "7");
    }

    @Test
    void anErrorBringsItsTrace() {
        ExtLogRecord line = new ExtLogRecord(Level.SEVERE, "failed", "io.lintel.Test");
        line.setThrown(new IllegalStateException("why"));

        assertThat(JournalHandler.fields(line).get("MESSAGE"))
                .startsWith("failed\njava.lang.IllegalStateException: why\n\tat ");
    }
}
