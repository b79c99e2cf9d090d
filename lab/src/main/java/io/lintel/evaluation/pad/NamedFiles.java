package io.lintel.evaluation.pad;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that no list names: their own names or those of their folders begin with a label, for example {@code print_anna_2.mp4}. */
final class NamedFiles {

    private final Path folder;
    private final ListedFiles listed;
    private final List<String> remarks;
    private final List<String> unlabelled = new ArrayList<>();
    private final List<String> contradictory = new ArrayList<>();
    private final List<String> unlisted = new ArrayList<>();

    NamedFiles(Path folder, ListedFiles listed, List<String> remarks) {
        this.folder = folder.normalize();
        this.listed = listed;
        this.remarks = remarks;
    }

    List<Presentation> read() {
        List<Presentation> found = new ArrayList<>();
        for (Path file : media()) {
            presentation(file).ifPresent(found::add);
        }
        remark(unlabelled, "have no label, neither in a list nor in their names");
        remark(contradictory, "are live by their own name and an attack by their folder's, or the other way round");
        remark(unlisted, "lie in a folder from which a list names others only");
        return found;
    }

    private List<Path> media() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(MediaFile::isMedia)
                    .filter(Files::isRegularFile)
                    .map(Path::normalize)
                    .filter(file -> !listed.files().contains(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LintelException(folder + " cannot be read: " + e.getMessage(), "check its permissions", e);
        }
    }

    private Optional<Presentation> presentation(Path file) {
        String name = folder.relativize(file).toString();
        Optional<String> own = PresentationLabel.ofName(MediaFile.stem(file));
        Optional<String> folders = parents(folder, file).stream()
                .map(NamedFiles::name)
                .flatMap(each -> PresentationLabel.ofName(each).stream())
                .findFirst();
        if (listed.folders().contains(file.getParent())) {
            unlisted.add(name);
        } else if (own.isPresent() && folders.isPresent() && isLive(own) != isLive(folders)) {
            contradictory.add(name);
        } else if (own.or(() -> folders).isEmpty()) {
            unlabelled.add(name);
        } else {
            String label = own.or(() -> folders).orElseThrow();
            return Optional.of(new Presentation(file, name, label, subject(folder, file), "", MediaFile.isClip(file)));
        }
        return Optional.empty();
    }

    /**
     * Whose face a file shows: the folder below the label's ({@code live/anna/1.jpg}), else the word after the label or in front of the
     * first separator ({@code live_anna_1.jpg}, {@code live/anna_1.jpg}), else the folder above the label ({@code anna/live.mp4}); else
     * the file itself.
     */
    static String subject(Path folder, Path file) {
        String stem = MediaFile.stem(file);
        boolean labelled = PresentationLabel.ofName(stem).isPresent();
        List<String> parents =
                parents(folder.normalize(), file).stream().map(NamedFiles::name).toList();
        if (!labelled
                && parents.size() > 1
                && PresentationLabel.ofName(parents.getFirst()).isEmpty()
                && parents.stream()
                        .anyMatch(each -> PresentationLabel.ofName(each).isPresent())) {
            return parents.getFirst();
        }
        String[] words = PresentationLabel.rest(stem).split("[ _-]+");
        if (!words[0].isEmpty() && (labelled || words.length > 1)) {
            return words[0];
        }
        return parents.stream()
                .filter(each -> PresentationLabel.ofName(each).isEmpty())
                .findFirst()
                .orElse(folder.normalize().relativize(file).toString());
    }

    private static boolean isLive(Optional<String> label) {
        return label.orElse("").equals(Presentation.LIVE);
    }

    /** The folders between the data set's and the file, the nearest first. */
    private static List<Path> parents(Path folder, Path file) {
        List<Path> parents = new ArrayList<>();
        for (Path at = file.getParent(); at != null && !at.equals(folder); at = at.getParent()) {
            parents.add(at);
        }
        return parents;
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private void remark(List<String> names, String what) {
        if (!names.isEmpty()) {
            remarks.add(names.size() + " files " + what + ", the first is " + names.getFirst() + ": left out");
        }
    }
}
