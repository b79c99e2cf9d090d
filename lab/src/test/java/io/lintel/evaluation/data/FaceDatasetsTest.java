package io.lintel.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDatasetsTest {

    @TempDir
    Path folder;

    private void picture(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    @Test
    void aFolderOfPeopleIsReadWithNamesInAnyScript() throws IOException {
        picture("Zoe\u0308/1.jpg"); // as macOS stores it
        picture("Zoe\u0308/2.jpg");
        picture("王芳/1.png");
        Files.createDirectory(folder.resolve("nobody"));
        picture("astray.jpg");

        FaceDataset set = FaceDatasets.read(folder);

        assertThat(set.byPerson().keySet()).containsExactlyInAnyOrder("Zo\u00eb", "王芳");
        assertThat(set.remarks())
                .anyMatch(each -> each.contains("1 folder without a picture (nobody)"))
                .anyMatch(each -> each.contains("1 picture that lies in nobody's folder (astray.jpg)"));
    }

    @Test
    void aFolderWithOnePersonOnlyIsRefusedWithWhatToDo() throws IOException {
        picture("anna/1.jpg");

        assertThatThrownBy(() -> FaceDatasets.read(folder))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("one person only");
    }

    @Test
    void peopleWithOnePictureEachAreRefusedBecauseNothingCouldBeCompared() throws IOException {
        picture("anna/1.jpg");
        picture("ben/1.jpg");

        assertThatThrownBy(() -> FaceDatasets.read(folder)).hasMessageContaining("has two pictures");
    }

    @Test
    void aCsvMayQuoteNamesAndLeaveTheRoleOut() throws IOException {
        Path list = Files.writeString(
                folder.resolve("people.csv"),
                "\ufeffidentity,path,role\n\"Núñez, Ana\",a/1.jpg,enrol\n\"Núñez, Ana\",a/2.jpg,probe_mated\nBen,b.jpg,\nBen,b.jpg,\n");

        FaceDataset set = FaceDatasets.read(list);

        assertThat(set.byPerson().keySet()).containsExactly("Núñez, Ana", "Ben");
        assertThat(set.pictures().getLast().role()).isEqualTo(PictureRole.ANY);
        assertThat(set.remarks()).containsExactly("Left out: 1 rows that name a picture again.");
    }

    @Test
    void anUnknownRoleIsNamedWithItsLine() throws IOException {
        Path list = Files.writeString(folder.resolve("people.csv"), "identity,path,role\nAna,a.jpg,stranger\n");

        assertThatThrownBy(() -> FaceDatasets.read(list))
                .hasMessageContaining("line 2")
                .hasMessageContaining("stranger");
    }

    @Test
    void aCsvWithoutItsColumnsSaysWhichIsMissing() throws IOException {
        Path list = Files.writeString(folder.resolve("people.csv"), "name,path\nAna,a.jpg\n");

        assertThatThrownBy(() -> FaceDatasets.read(list)).hasMessageContaining("no column identity");
    }

    @Test
    void pairsAreReadAsLfwWritesThem() throws IOException {
        picture("lfw/Ana/Ana_0001.jpg");
        picture("lfw/Ana/Ana_0002.jpg");
        picture("lfw/Ben/Ben_0003.jpg");
        Path list = Files.writeString(
                folder.resolve("pairs.txt"), "2\t1\nAna\t1\t2\nAna\t1\tBen\t3\nAna\t2\t1\nAna\t2\tBen\t9\n");

        FaceDataset set = FaceDatasets.read(list);

        assertThat(set.pictures()).extracting(LabelledPicture::person).containsExactly("Ana", "Ana", "Ben");
        assertThat(set.pairs())
                .containsExactly(
                        new PicturePair(0, 1, true, 0),
                        new PicturePair(0, 2, false, 0),
                        new PicturePair(1, 0, true, 1));
        assertThat(set.remarks()).containsExactly("Left out: 1 pairs whose pictures are not there.");
    }

    @Test
    void aListThatEndsTooEarlyIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("pairs.txt"), "10\t300\nAna\t1\t2\n");

        assertThatThrownBy(() -> FaceDatasets.read(list)).hasMessageContaining("announces 6000 pairs and has 1");
    }
}
