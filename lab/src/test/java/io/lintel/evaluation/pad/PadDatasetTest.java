package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadDatasetTest {

    @TempDir
    Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private PadDataset read() {
        return PadDataset.read(folder);
    }

    @Test
    void aListNamesLabelSubjectAndSessionOfItsFiles() throws IOException {
        file("pictures/1.jpg");
        file("pictures/2.mp4");
        Files.writeString(
                folder.resolve("any.csv"),
                "session,path,label,subject\n3,pictures/1.jpg,live,anna\n4,pictures/2.mp4,silicone-mask,bo\n");

        assertThat(read().presentations())
                .extracting(
                        Presentation::name,
                        Presentation::label,
                        Presentation::subject,
                        Presentation::session,
                        Presentation::isClip)
                .containsExactly(
                        tuple("pictures/1.jpg", "live", "anna", "3", false),
                        tuple("pictures/2.mp4", "silicone-mask", "bo", "4", true));
        assertThat(read().remarks()).isEmpty();
    }

    @Test
    void withoutAListTheNamesOfFilesAndFoldersSayWhatTheyShow() throws IOException {
        file("door_clips/live_anna_00_01.mp4");
        file("door_clips/print-bo-2.mkv");
        file("genuine/carl/1.png");
        file("carl/Replay.MOV");
        file("masks/dora_7.jpg");

        assertThat(read().presentations())
                .extracting(Presentation::name, Presentation::label, Presentation::subject)
                .containsExactly(
                        tuple("carl/Replay.MOV", "replay", "carl"),
                        tuple("door_clips/live_anna_00_01.mp4", "live", "anna"),
                        tuple("door_clips/print-bo-2.mkv", "print", "bo"),
                        tuple("genuine/carl/1.png", "live", "carl"),
                        tuple("masks/dora_7.jpg", "mask", "dora"));
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        file("live/anna/1.jpg");
        file("other/somebody.jpg");
        file("replay/live_anna.mp4");
        Files.writeString(folder.resolve("scenes.csv"), "path,kind\nscenes/1.jpg,street\n");
        Files.writeString(folder.resolve("gone.csv"), "path,label\ngone.mp4,print\n");

        PadDataset data = read();

        assertThat(data.presentations()).extracting(Presentation::name).containsExactly("live/anna/1.jpg");
        assertThat(data.remarks())
                .anySatisfy(each -> assertThat(each).contains("other/somebody.jpg", "no label"))
                .anySatisfy(each -> assertThat(each).contains("replay/live_anna.mp4", "the other way round"))
                .anySatisfy(each -> assertThat(each).contains("scenes.csv", "no column label"))
                .anySatisfy(each -> assertThat(each).contains("gone.csv", "gone.mp4"))
                .hasSize(4);
    }

    @Test
    void filesThatAListPassesOverAreLeftOut() throws IOException {
        file("live/1.jpg");
        file("live/2.jpg");
        Files.writeString(folder.resolve("some.csv"), "path,label,subject\nlive/1.jpg,live,anna\n");

        assertThat(read().presentations()).extracting(Presentation::name).containsExactly("live/1.jpg");
        assertThat(read().remarks()).singleElement().asString().contains("live/2.jpg");
    }

    @Test
    void aWordThatOnlyBeginsLikeALabelIsNone() throws IOException {
        file("lively_anna.jpg");
        file("printer/1.jpg");
        file("print_anna.jpg");

        assertThat(read().presentations()).extracting(Presentation::name).containsExactly("print_anna.jpg");
    }

    @Test
    void aNumberIsNoLabel() throws IOException {
        file("1.jpg");
        Files.writeString(folder.resolve("list.csv"), "path,label\n1.jpg,1\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("1.jpg")
                .hasMessageContaining("\"1\"");
    }

    @Test
    void aFolderWithoutLabelsIsAProblemWithARemedy() throws IOException {
        file("a.jpg");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        LintelException.class,
                        problem -> assertThat(problem.remedy()).contains("path, label", "print"));
    }
}
