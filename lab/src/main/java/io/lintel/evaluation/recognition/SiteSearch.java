package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.evaluation.ScoreHistogram;
import io.lintel.face.Embedding;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What leaving out the shared part of a site's faces does to sites of several sizes: people drawn at random, one picture enrolled, their other
 * pictures and those of people not drawn as probes; plain cosines against the door's scores.
 */
final class SiteSearch {

    private static final int[] SIZES = {6, 20, 100, 400};

    /** Per site size so many searches of strangers, over several sites. */
    private static final int SEARCHES = 4_000;

    private static final int STRANGERS_A_SITE = 200;
    private static final double FPIR = 0.003;
    private static final long SEED = 13;

    private final Map<String, List<Embedding>> people = new LinkedHashMap<>();

    SiteSearch(List<LabelledFace> faces) {
        faces.forEach(face -> people.computeIfAbsent(face.person(), added -> new ArrayList<>())
                .add(face.embedding()));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int size : SIZES) {
            if (people.size() >= size + STRANGERS_A_SITE) {
                figures.add(figure("plain cosine", "cosine", size, MemoryGallery::byPlainCosine));
                figures.add(figure("the door's score", "score", size, MemoryGallery::asAtTheDoor));
            }
        }
        return figures;
    }

    private Figure figure(String what, String key, int size, Supplier<MemoryGallery> galleries) {
        ScoreHistogram strangers = new ScoreHistogram();
        ScoreHistogram own = new ScoreHistogram();
        Random random = new Random(SEED);
        List<String> names = new ArrayList<>(people.keySet());
        for (int site = 0; site < SEARCHES / STRANGERS_A_SITE; site++) {
            Collections.shuffle(names, random);
            search(names, size, galleries.get(), strangers, own);
        }
        double threshold = strangers.thresholdFor(FPIR);
        long found = own.atOrAbove(threshold).events();
        return Figure.of(
                "fnir-" + key + "-site-" + size,
                "FNIR at FPIR 0.3 %%, sites of %d, %s (threshold %.3f)".formatted(size, what, threshold),
                new Rate(own.count() - found, own.count()));
    }

    private void search(
            List<String> names, int size, MemoryGallery gallery, ScoreHistogram strangers, ScoreHistogram own) {
        for (int i = 0; i < size; i++) {
            gallery.enrol(new PersonId(i + 1), List.of(pictures(names, i).getFirst()));
        }
        for (int i = 0; i < size; i++) {
            for (Embedding probe : pictures(names, i).stream().skip(1).toList()) {
                Candidate best = gallery.identify(probe).best();
                own.add(best != null && best.person().value() == i + 1 ? best.score() : -1);
            }
        }
        for (int i = size; i < size + STRANGERS_A_SITE; i++) {
            Identification answer = gallery.identify(pictures(names, i).getFirst());
            strangers.add(answer.best() == null ? -1 : answer.best().score());
        }
    }

    private List<Embedding> pictures(List<String> names, int index) {
        return people.getOrDefault(names.get(index), List.of());
    }
}
