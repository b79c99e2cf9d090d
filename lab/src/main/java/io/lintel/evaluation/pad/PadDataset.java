package io.lintel.evaluation.pad;

import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled stills and clips of one folder. docs/EVALUATION.md describes the layouts.
 *
 * @param remarks what was left out and why, one sentence each
 */
public record PadDataset(Path folder, List<Presentation> presentations, List<String> remarks) {

    public PadDataset {
        presentations = List.copyOf(presentations);
        remarks = List.copyOf(remarks);
    }

    /** @throws LintelException if the folder cannot be read, or nothing in it is labelled */
    public static PadDataset read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LintelException("there is no folder " + folder, "name the folder of a data set");
        }
        List<String> remarks = new ArrayList<>();
        ListedFiles listed = ListedFiles.read(folder, remarks);
        List<Presentation> found = new ArrayList<>(listed.presentations());
        found.addAll(new NamedFiles(folder, listed, remarks).read());
        if (found.isEmpty()) {
            throw new LintelException(
                    "nothing in " + folder + " says whether it shows a live person or an attack"
                            + (remarks.isEmpty() ? "" : ": " + String.join("; ", remarks)),
                    "add a list (*.csv) with the columns path, label and subject, or begin the names of files or folders with "
                            + PresentationLabel.WORDS);
        }
        found.sort(Comparator.comparing(Presentation::name));
        return new PadDataset(folder, found, remarks);
    }

    List<Presentation> stills() {
        return presentations.stream().filter(each -> !each.isClip()).toList();
    }

    List<Presentation> clips() {
        return presentations.stream().filter(Presentation::isClip).toList();
    }
}
