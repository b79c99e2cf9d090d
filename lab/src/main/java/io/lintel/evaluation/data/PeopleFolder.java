package io.lintel.evaluation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder that holds one folder for each person, named after them. */
final class PeopleFolder {

    private static final int NAMED_AT_MOST = 5;

    private PeopleFolder() {}

    static FaceDataset read(Path folder) {
        List<LabelledPicture> pictures = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        try {
            for (Path person : list(folder)) {
                if (!Files.isDirectory(person)) {
                    if (FaceDatasets.isPicture(person)) {
                        strange.add(String.valueOf(person.getFileName()));
                    }
                    continue;
                }
                // macOS stores accents apart from their letters: one person must not become two
                String name = Normalizer.normalize(String.valueOf(person.getFileName()), Normalizer.Form.NFC);
                List<Path> files =
                        list(person).stream().filter(FaceDatasets::isPicture).toList();
                if (files.isEmpty()) {
                    empty.add(name);
                }
                files.forEach(file -> pictures.add(
                        new LabelledPicture(name, folder.relativize(file).toString(), file, PictureRole.ANY)));
            }
        } catch (IOException e) {
            throw FaceDatasets.unreadable(folder, e);
        }
        List<String> remarks = new ArrayList<>();
        if (!empty.isEmpty()) {
            remarks.add(count(empty, "folder without a picture", "folders without a picture"));
        }
        if (!strange.isEmpty()) {
            remarks.add(count(strange, "picture that lies in nobody's folder", "pictures that lie in nobody's folder"));
        }
        return new FaceDataset(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()), pictures, List.of(), remarks);
    }

    private static String count(List<String> names, String one, String many) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        return "Left out: %d %s (%s%s)."
                .formatted(
                        names.size(), names.size() == 1 ? one : many, some, names.size() > NAMED_AT_MOST ? ", …" : "");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
