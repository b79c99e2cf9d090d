package io.lintel.evaluation.embedding;

import io.lintel.benchmark.Rate;
import io.lintel.evaluation.data.FaceDataset;
import io.lintel.evaluation.data.LabelledPicture;
import io.lintel.evaluation.data.PicturePair;
import io.lintel.face.QualityFlaw;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * A data set's faces as embeddings.
 *
 * @param pictures those with a face
 * @param pairs prescribed comparisons; the indices are those of {@code pictures}
 * @param withoutFace pictures that could be read and show no face: failures to enrol (FTE, ISO/IEC 19795-1)
 * @param broken what was wrong with files that are no pictures, one sentence each; they count nowhere
 * @param fresh how many pictures the models were asked about
 * @param seconds that took
 */
public record EmbeddedDataset(
        FaceDataset dataset,
        List<EmbeddedPicture> pictures,
        List<PicturePair> pairs,
        List<LabelledPicture> withoutFace,
        List<String> broken,
        int fresh,
        double seconds) {

    static EmbeddedDataset of(
            FaceDataset dataset,
            AtomicReferenceArray<Reading> readings,
            AtomicReferenceArray<String> broken,
            int fresh,
            double seconds) {
        List<EmbeddedPicture> pictures = new ArrayList<>();
        List<LabelledPicture> withoutFace = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < readings.length(); i++) {
            Reading reading = readings.get(i);
            if (reading == null) {
                problems.add(String.valueOf(broken.get(i)));
            } else if (reading.hasFace()) {
                places.put(i, pictures.size());
                pictures.add(new EmbeddedPicture(dataset.pictures().get(i), reading));
            } else {
                withoutFace.add(dataset.pictures().get(i));
            }
        }
        List<PicturePair> pairs = dataset.pairs().stream()
                .flatMap(pair -> places.containsKey(pair.first()) && places.containsKey(pair.second())
                        ? Stream.of(new PicturePair(
                                places.getOrDefault(pair.first(), 0),
                                places.getOrDefault(pair.second(), 0),
                                pair.same(),
                                pair.fold()))
                        : Stream.empty())
                .toList();
        return new EmbeddedDataset(dataset, pictures, pairs, withoutFace, problems, fresh, seconds);
    }

    /** FTE: pictures without a face among those that could be read; each person counts as one independent trial. */
    public Rate failureToEnrol() {
        long read = pictures.size() + withoutFace.size();
        long people = Stream.concat(
                        pictures.stream().map(EmbeddedPicture::person),
                        withoutFace.stream().map(LabelledPicture::person))
                .distinct()
                .count();
        return new Rate(withoutFace.size(), read, people);
    }

    /** How many pictures each quality flaw would turn away at the door. */
    public Map<QualityFlaw, Long> flaws() {
        Map<QualityFlaw, Long> counts = new EnumMap<>(QualityFlaw.class);
        pictures.forEach(each -> each.reading().flaws().forEach(flaw -> counts.merge(flaw, 1L, Long::sum)));
        return counts;
    }
}
