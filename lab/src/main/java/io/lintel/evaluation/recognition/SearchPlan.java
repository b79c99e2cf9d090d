package io.lintel.evaluation.recognition;

import io.lintel.evaluation.data.PictureRole;
import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Who is enrolled with which pictures, and who asks to be recognised. Where the data set has roles they hold; otherwise people with one picture are
 * strangers, and so are people drawn at random until they are a quarter of all.
 *
 * @param enrolled pictures of each person enrolled that may become their template, in order
 * @param mated further pictures of the same people
 * @param strangers pictures of people who are not enrolled
 */
public record SearchPlan(
        Map<String, List<LabelledFace>> enrolled, List<LabelledFace> mated, List<LabelledFace> strangers) {

    private static final double STRANGERS = 0.25;
    private static final long SEED = 13;

    static SearchPlan of(List<LabelledFace> faces) {
        return faces.stream().anyMatch(face -> face.role() != PictureRole.ANY) ? byRole(faces) : drawn(faces);
    }

    private static SearchPlan byRole(List<LabelledFace> faces) {
        Map<String, List<LabelledFace>> enrolled = LabelledFace.byPerson(
                faces.stream().filter(face -> face.role() == PictureRole.ENROL).toList());
        List<LabelledFace> mated = new ArrayList<>();
        List<LabelledFace> strangers = new ArrayList<>();
        for (LabelledFace face : faces) {
            // after label errors are mended a stranger may turn out to be enrolled under another name
            if (face.role() != PictureRole.ENROL) {
                (enrolled.containsKey(face.person()) ? mated : strangers).add(face);
            }
        }
        return new SearchPlan(enrolled, mated, strangers);
    }

    private static SearchPlan drawn(List<LabelledFace> faces) {
        Map<String, List<LabelledFace>> people = LabelledFace.byPerson(faces);
        List<String> names = new ArrayList<>(people.keySet());
        Collections.shuffle(names, new Random(SEED));
        Set<String> strange = new HashSet<>();
        people.forEach((name, own) -> {
            if (own.size() == 1) {
                strange.add(name);
            }
        });
        for (String name : names) {
            if (strange.size() >= STRANGERS * names.size()) {
                break;
            }
            strange.add(name);
        }
        Map<String, List<LabelledFace>> enrolled = new LinkedHashMap<>();
        List<LabelledFace> mated = new ArrayList<>();
        List<LabelledFace> strangers = new ArrayList<>();
        people.forEach((name, own) -> {
            if (strange.contains(name)) {
                strangers.addAll(own);
            } else {
                enrolled.put(name, List.of(own.getFirst()));
                mated.addAll(own.subList(1, own.size()));
            }
        });
        return new SearchPlan(enrolled, mated, strangers);
    }

    /**
     * Only people with more pictures than {@code pictures}: so many of them are enrolled, and the rest are probes, so that one template of one, two or
     * three pictures is asked about the same probes.
     *
     * @param used how many of these pictures make the template
     */
    SearchPlan withPictures(int pictures, int used) {
        Map<String, List<LabelledFace>> probes = LabelledFace.byPerson(mated);
        Map<String, List<LabelledFace>> templates = new LinkedHashMap<>();
        List<LabelledFace> rest = new ArrayList<>();
        enrolled.forEach((name, own) -> {
            List<LabelledFace> all = new ArrayList<>(own);
            all.addAll(probes.getOrDefault(name, List.of()));
            if (all.size() > pictures) {
                templates.put(name, all.subList(0, used));
                rest.addAll(all.subList(pictures, all.size()));
            } else {
                // still somebody whom others can be mistaken for
                templates.put(name, all.subList(0, Math.min(used, all.size())));
            }
        });
        return new SearchPlan(templates, rest, strangers);
    }

    /** Everybody enrolled with up to so many pictures, at least one left as probe where there are two or more. */
    SearchPlan upTo(int pictures) {
        Map<String, List<LabelledFace>> probes = LabelledFace.byPerson(mated);
        Map<String, List<LabelledFace>> templates = new LinkedHashMap<>();
        List<LabelledFace> rest = new ArrayList<>();
        enrolled.forEach((name, own) -> {
            List<LabelledFace> all = new ArrayList<>(own);
            all.addAll(probes.getOrDefault(name, List.of()));
            int used = Math.max(1, Math.min(pictures, all.size() - 1));
            templates.put(name, all.subList(0, used));
            rest.addAll(all.subList(used, all.size()));
        });
        return new SearchPlan(templates, rest, strangers);
    }

    /** The same search with other embeddings of the enrolled pictures. @param byPicture all of them */
    SearchPlan enrolledAs(Map<String, LabelledFace> byPicture) {
        Map<String, List<LabelledFace>> templates = new LinkedHashMap<>();
        enrolled.forEach((name, own) -> templates.put(
                name,
                own.stream()
                        .map(face -> byPicture.getOrDefault(face.picture(), face))
                        .toList()));
        return new SearchPlan(templates, mated, strangers);
    }

    static Embedding template(List<LabelledFace> pictures) {
        return EmbeddingMean.of(pictures.stream().map(LabelledFace::embedding).toList())
                .direction();
    }
}
