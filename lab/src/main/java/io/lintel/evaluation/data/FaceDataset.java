package io.lintel.evaluation.data;

import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pictures of people, one person a picture.
 *
 * @param title for the report
 * @param pictures those of one person need not lie together
 * @param pairs the comparisons that the data set prescribes; empty where it prescribes none
 * @param remarks what was left out or looks odd, one sentence each
 */
public record FaceDataset(String title, List<LabelledPicture> pictures, List<PicturePair> pairs, List<String> remarks) {

    public FaceDataset {
        pictures = List.copyOf(pictures);
        pairs = List.copyOf(pairs);
        remarks = List.copyOf(remarks);
    }

    /** Pictures of each person, in the data set's order. */
    public Map<String, List<LabelledPicture>> byPerson() {
        Map<String, List<LabelledPicture>> people = new LinkedHashMap<>();
        pictures.forEach(picture -> people.computeIfAbsent(picture.person(), added -> new ArrayList<>())
                .add(picture));
        return people;
    }

    /** The same with only the first so many people; prescribed pairs are left out. */
    public FaceDataset firstPeople(int most) {
        Set<String> wanted = new LinkedHashSet<>();
        pictures.stream().map(LabelledPicture::person).distinct().limit(most).forEach(wanted::add);
        if (wanted.size() == byPerson().size()) {
            return this;
        }
        List<String> said = new ArrayList<>(remarks);
        said.add("Only the first " + wanted.size() + " of " + byPerson().size() + " people were used.");
        return new FaceDataset(
                title,
                pictures.stream().filter(each -> wanted.contains(each.person())).toList(),
                List.of(),
                said);
    }

    /** @throws LintelException if there are not two people, one of them with two pictures: nothing could be compared */
    FaceDataset checked() {
        Map<String, List<LabelledPicture>> people = byPerson();
        if (people.size() < 2) {
            throw new LintelException(
                    title + " shows " + (people.isEmpty() ? "nobody" : "one person only"),
                    "give pictures of at least two people: a folder each, or the columns identity and path of a CSV");
        }
        if (people.values().stream().allMatch(each -> each.size() < 2)) {
            throw new LintelException(
                    "nobody in " + title + " has two pictures, so that no two pictures of one person can be compared",
                    "add a second picture to some of the people");
        }
        return this;
    }
}
