package io.lintel.evaluation.recognition;

import io.lintel.evaluation.data.PictureRole;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.evaluation.statistics.Comparisons;
import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One picture as it is compared: who it shows, and the embedding that counts. */
public record LabelledFace(String person, String picture, PictureRole role, Embedding embedding) {

    /** The aligned face alone. */
    public static LabelledFace plain(EmbeddedPicture picture) {
        return of(picture, picture.embedding());
    }

    /** The mean of the face and its mirror image; two views are needed. */
    public static LabelledFace mirrored(EmbeddedPicture picture) {
        return of(picture, EmbeddingMean.of(picture.views().subList(0, 2)).direction());
    }

    /** The mean of all views, as an enrolment with few shots makes its templates. */
    public static LabelledFace augmented(EmbeddedPicture picture) {
        return of(picture, EmbeddingMean.of(picture.views()).direction());
    }

    private static LabelledFace of(EmbeddedPicture picture, Embedding embedding) {
        return new LabelledFace(
                picture.person(), picture.picture().name(), picture.picture().role(), embedding);
    }

    LabelledFace named(String name) {
        return new LabelledFace(name, picture, role, embedding);
    }

    public static Map<String, List<LabelledFace>> byPerson(List<LabelledFace> faces) {
        Map<String, List<LabelledFace>> people = new LinkedHashMap<>();
        faces.forEach(face -> people.computeIfAbsent(face.person(), added -> new ArrayList<>())
                .add(face));
        return people;
    }

    public static Comparisons compare(List<LabelledFace> faces) {
        return Comparisons.of(faces.stream()
                .map(face -> new Comparisons.Row(face.person(), face.embedding()))
                .toList());
    }
}
