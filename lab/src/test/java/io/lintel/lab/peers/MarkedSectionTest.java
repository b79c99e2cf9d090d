package io.lintel.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {

    @TempDir
    Path folder;

    @Test
    void onlyWhatStandsBetweenTheMarksIsReplaced() throws IOException {
        Path document = Files.writeString(
                folder.resolve("a.md"), "before\n<!-- begin peers -->\nold\nlines\n<!-- end peers -->\nafter\n");

        new MarkedSection(document, "peers").replaceBy("new\n");
        new MarkedSection(document, "peers").replaceBy("newer\n");

        assertThat(document).hasContent("before\n<!-- begin peers -->\nnewer\n<!-- end peers -->\nafter\n");
    }

    @Test
    void aDocumentWithoutMarksIsLeftAsItIs() throws IOException {
        Path document = Files.writeString(folder.resolve("a.md"), "text\n<!-- end peers -->\n");

        assertThatThrownBy(() -> new MarkedSection(document, "peers").replaceBy("new\n"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("no place");
        assertThat(document).hasContent("text\n<!-- end peers -->\n");
    }
}
