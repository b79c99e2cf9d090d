package io.lintel.evaluation.pad;

import io.lintel.evaluation.DataSetList;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the lists of a data set name: every {@code *.csv} in its folder with the columns {@code path} and {@code label}, and {@code subject}
 * and {@code session} where it has them.
 *
 * @param folders that the lists take files from: what else lies there was left out by whoever made the list
 */
record ListedFiles(List<Presentation> presentations, Set<Path> files, Set<Path> folders) {

    static ListedFiles read(Path folder, List<String> remarks) {
        ListedFiles listed = new ListedFiles(new ArrayList<>(), new HashSet<>(), new HashSet<>());
        for (Path list : lists(folder)) {
            DataSetList table = DataSetList.read(list);
            if (table.find("path").isPresent()) {
                listed.add(folder, table, remarks);
            }
        }
        return listed;
    }

    private static List<Path> lists(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LintelException(folder + " cannot be read: " + e.getMessage(), "check its permissions", e);
        }
    }

    private void add(Path folder, DataSetList table, List<String> remarks) {
        int path = table.column("path");
        OptionalInt label = table.find("label");
        OptionalInt subject = table.find("subject");
        OptionalInt session = table.find("session");
        List<String> absent = new ArrayList<>();
        for (String[] row : table.rows()) {
            Path file = folder.resolve(row[path]).normalize();
            boolean known = !files.add(file);
            folders.add(file.getParent());
            if (known) {
                continue;
            }
            if (label.isPresent() && !Files.exists(file)) {
                absent.add(row[path]);
            } else if (label.isPresent()) {
                String is = PresentationLabel.ofList(row[label.getAsInt()], row[path] + " in " + table.file());
                String whose = subject.isPresent() ? row[subject.getAsInt()].strip() : "";
                presentations.add(new Presentation(
                        file,
                        row[path],
                        is,
                        whose.isEmpty() ? NamedFiles.subject(folder, file) : whose,
                        session.isPresent() ? row[session.getAsInt()] : "",
                        MediaFile.isClip(file)));
            }
        }
        if (label.isEmpty()) {
            remarks.add(table.file().getFileName() + " has no column label: its "
                    + table.rows().size() + " files are left out");
        }
        if (!absent.isEmpty()) {
            remarks.add(absent.size() + " of " + table.rows().size() + " files of "
                    + table.file().getFileName() + " are not there, the first is " + absent.getFirst());
        }
    }
}
