package io.lintel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetListTest {

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByName() throws IOException {
        DataSetList table = DataSetList.read(Files.writeString(folder.resolve("a.csv"), "path,kind\nx.jpg,scene\n\n"));

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().getFirst()[table.column("kind")]).isEqualTo("scene");
        assertThatExceptionOfType(LintelException.class)
                .isThrownBy(() -> table.column("subject"))
                .withMessageContaining("subject");
    }

    @Test
    void aShortRowIsNamedByItsNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv"), "path,kind\nx.jpg,scene\ny.jpg\n");

        assertThatExceptionOfType(LintelException.class)
                .isThrownBy(() -> DataSetList.read(file))
                .withMessageContaining("row 3");
    }

    @Test
    void aMissingListSaysWhatDataMustPointTo() {
        assertThatExceptionOfType(LintelException.class)
                .isThrownBy(() -> DataSetList.read(folder.resolve("lfw.csv")))
                .satisfies(problem -> assertThat(problem.remedy()).contains("--data"));
    }
}
