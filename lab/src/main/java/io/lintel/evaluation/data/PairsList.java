package io.lintel.evaluation.data;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * LFW's {@code pairs.txt} (Huang et al. 2007): folds and pairs a fold and kind, then for each fold pairs of one person ({@code name number number})
 * and of two ({@code name number name number}). {@code pairsDevTest.txt} has no number of folds: one. Pictures are
 * {@code name/name_0001.jpg} in the list's folder or in a folder beside it.
 */
final class PairsList {

    private final Path list;
    private final List<Path> roots;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<LabelledPicture> pictures = new ArrayList<>();

    private PairsList(Path list) throws IOException {
        this.list = list;
        Path folder = list.toAbsolutePath().getParent();
        try (Stream<Path> beside = Files.list(folder)) {
            roots = Stream.concat(
                            Stream.of(folder), beside.filter(Files::isDirectory).sorted())
                    .toList();
        }
    }

    static FaceDataset read(Path list) {
        try {
            List<String> lines = Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return new PairsList(list).parse(lines);
        } catch (IOException e) {
            throw FaceDatasets.unreadable(list, e);
        }
    }

    private FaceDataset parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().matches("\\d+(\\s+\\d+)?")) {
            throw new LintelException(
                    list + " does not begin with the number of folds and pairs",
                    "use LFW's form: a first line like \"10 300\", then pairs");
        }
        String[] head = lines.getFirst().split("\\s+");
        int perKind = Integer.parseInt(head[head.length - 1]);
        int folds = head.length == 1 ? 1 : Integer.parseInt(head[0]);
        if (lines.size() - 1 != 2 * folds * perKind) {
            throw new LintelException(
                    "%s announces %d pairs and has %d".formatted(list, 2 * folds * perKind, lines.size() - 1),
                    "restore the list");
        }
        List<PicturePair> pairs = new ArrayList<>();
        int missing = 0;
        for (int i = 1; i < lines.size(); i++) {
            String[] words = lines.get(i).split("\\t|\\s+");
            if (words.length != 3 && words.length != 4) {
                throw new LintelException(
                        "line " + (i + 1) + " of " + list + " is no pair: " + lines.get(i),
                        "write name number number, or name number name number");
            }
            boolean same = words.length == 3;
            Optional<Integer> first = picture(words[0], words[1], i);
            Optional<Integer> second = picture(words[same ? 0 : 2], words[words.length - 1], i);
            if (first.isPresent() && second.isPresent()) {
                pairs.add(new PicturePair(first.get(), second.get(), same, (i - 1) / (2 * perKind)));
            } else {
                missing++;
            }
        }
        if (pairs.isEmpty()) {
            throw new LintelException(
                    "none of the pictures of " + list + " is there",
                    "put the folders of people beside the list, or into a folder beside it");
        }
        return new FaceDataset(
                String.valueOf(list.getFileName()),
                pictures,
                pairs,
                missing == 0 ? List.of() : List.of("Left out: " + missing + " pairs whose pictures are not there."));
    }

    private Optional<Integer> picture(String person, String number, int line) {
        if (!number.matches("\\d{1,6}")) {
            throw new LintelException(
                    "line " + (line + 1) + " of " + list + " has the number " + number, "restore the list");
        }
        String name = "%s/%s_%04d".formatted(person, person, Integer.parseInt(number));
        Integer known = numbers.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        for (Path root : roots) {
            for (String ending : new String[] {".jpg", ".png"}) {
                Path file = root.resolve(name + ending);
                if (Files.exists(file)) {
                    numbers.put(name, pictures.size());
                    pictures.add(new LabelledPicture(person, name + ending, file, PictureRole.ANY));
                    return Optional.of(pictures.size() - 1);
                }
            }
        }
        return Optional.empty();
    }
}
