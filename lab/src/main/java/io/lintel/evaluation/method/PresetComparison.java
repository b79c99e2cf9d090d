package io.lintel.evaluation.method;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Presets on the same people, pictures and strangers: sites drawn again and again. */
final class PresetComparison {

    /** Enrolled of each person; whoever has more is asked with the rest. */
    private static final int PICTURES = 3;

    private static final int MOST_COHORT = 400;
    private static final int MOST_STRANGERS = 300;

    /** People of one draw have numbers of their own in the figures of all. */
    private static final int NUMBERS_A_DRAW = 10_000;

    private final List<List<EmbeddedPicture>> people;
    private final List<Preset> presets;

    /** @param pictures each with all the views that a preset learns */
    PresetComparison(List<EmbeddedPicture> pictures, List<Preset> presets) {
        Map<String, List<EmbeddedPicture>> byPerson = new LinkedHashMap<>();
        pictures.forEach(each -> byPerson.computeIfAbsent(each.person(), added -> new ArrayList<>())
                .add(each));
        this.people = List.copyOf(byPerson.values());
        this.presets = presets;
    }

    /** What one preset has answered in all draws. */
    private static final class Answers {
        private final List<Integer> truth = new ArrayList<>();
        private final List<Integer> said = new ArrayList<>();
        private double seconds;

        private void add(int draw, int person, int answer) {
            truth.add(person < 0 ? Preset.NOBODY : draw * NUMBERS_A_DRAW + person);
            said.add(answer < 0 ? Preset.NOBODY : draw * NUMBERS_A_DRAW + answer);
        }

        private long count(boolean ofStrangers, boolean right, boolean named) {
            long count = 0;
            for (int i = 0; i < truth.size(); i++) {
                boolean stranger = truth.get(i) == Preset.NOBODY;
                boolean isRight = truth.get(i).equals(said.get(i));
                boolean isNamed = said.get(i) != Preset.NOBODY;
                count += stranger == ofStrangers && isRight == right && isNamed == named ? 1 : 0;
            }
            return count;
        }
    }

    /** @param size people enrolled @param draws how often such a site is drawn */
    Report site(int size, int draws) {
        List<Answers> all = presets.stream().map(preset -> new Answers()).toList();
        for (int draw = 0; draw < draws; draw++) {
            Site site = Site.draw(people, size, draw);
            for (int i = 0; i < presets.size(); i++) {
                ask(presets.get(i), site, draw, all.get(i));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < presets.size(); i++) {
            figures.addAll(figures(presets.get(i).name(), all.get(i), draws));
        }
        long strangers = all.getFirst().truth.stream()
                .filter(each -> each == Preset.NOBODY)
                .count();
        return new Report(
                "%d sites of %d people with %d pictures: %d pictures of members and %d of strangers are asked about"
                        .formatted(draws, size, PICTURES, all.getFirst().truth.size() - strangers, strangers),
                figures,
                List.of(
                        "All presets use Lintel's detector, alignment and embedder; their own ones would be worse or are not to be had. One picture decides; the door asks several.",
                        "Nobody is a class of its own in precision, recall and F1. A distance chosen for another embedder means something else here.",
                        "Seconds to add a person: to learn all again, without making embeddings. Synthetic variations: %d a picture, an embedding each."
                                .formatted(people.getFirst().getFirst().views().size())));
    }

    private static void ask(Preset preset, Site site, int draw, Answers into) {
        List<DecisionMethod.Labelled> gallery = new ArrayList<>();
        for (int person = 0; person < site.members().size(); person++) {
            for (EmbeddedPicture picture : site.members().get(person).subList(0, preset.pictures())) {
                List<Embedding> views = preset.variations() ? picture.views() : List.of(picture.embedding());
                for (Embedding view : views) {
                    gallery.add(new DecisionMethod.Labelled(person, view.values()));
                }
            }
        }
        DecisionMethod method = preset.method().get();
        long began = System.nanoTime();
        method.learn(gallery, site.cohort());
        into.seconds += (System.nanoTime() - began) / 1e9;
        int size = site.members().size();
        for (int person = 0; person < size; person++) {
            List<EmbeddedPicture> own = site.members().get(person);
            for (EmbeddedPicture probe : own.subList(PICTURES, own.size())) {
                into.add(draw, person, preset.answer(method, probe.embedding().values(), size));
            }
        }
        site.strangers()
                .forEach(stranger -> into.add(
                        draw,
                        Preset.NOBODY,
                        preset.answer(method, stranger.embedding().values(), size)));
    }

    private static List<Figure> figures(String name, Answers answers, int draws) {
        ClassScores scores = ClassScores.of(answers.truth, answers.said);
        long members =
                answers.truth.stream().filter(each -> each != Preset.NOBODY).count();
        long strangers = answers.truth.size() - members;
        return List.of(
                Figure.of(
                        "accuracy " + name,
                        name + ": accuracy",
                        new Rate(Math.round(scores.accuracy() * answers.truth.size()), answers.truth.size())),
                Figure.of("precision " + name, "  macro precision", scores.precision()),
                Figure.of("recall " + name, "  macro recall", scores.recall()),
                Figure.of("macro-f1 " + name, "  macro F1", scores.macroF1()),
                Figure.of("weighted-f1 " + name, "  weighted F1", scores.weightedF1()),
                Figure.of(
                        "members " + name, "  members recognised", new Rate(answers.count(false, true, true), members)),
                Figure.of(
                        "mistaken " + name,
                        "  members taken for somebody else",
                        new Rate(answers.count(false, false, true), members)),
                Figure.of(
                        "rejected " + name,
                        "  strangers rejected",
                        new Rate(answers.count(true, true, false), strangers)),
                Figure.of("add-seconds " + name, "  seconds to add a person", answers.seconds / draws));
    }

    /**
     * One drawn site.
     *
     * @param members people with more than {@value PICTURES} pictures
     * @param cohort other people, for what has to learn what strangers look like
     * @param strangers further people
     */
    private record Site(
            List<List<EmbeddedPicture>> members,
            List<DecisionMethod.Labelled> cohort,
            List<EmbeddedPicture> strangers) {

        static Site draw(List<List<EmbeddedPicture>> people, int size, int seed) {
            List<List<EmbeddedPicture>> shuffled = new ArrayList<>(people);
            Collections.shuffle(shuffled, new Random(seed));
            List<List<EmbeddedPicture>> members = shuffled.stream()
                    .filter(own -> own.size() > PICTURES)
                    .limit(size)
                    .toList();
            List<List<EmbeddedPicture>> others =
                    shuffled.stream().filter(own -> !members.contains(own)).toList();
            List<DecisionMethod.Labelled> cohort = new ArrayList<>();
            List<EmbeddedPicture> strangers = new ArrayList<>();
            for (int person = 0; person < others.size(); person++) {
                for (EmbeddedPicture picture : others.get(person)) {
                    if (person % 2 == 0 && cohort.size() < MOST_COHORT) {
                        cohort.add(new DecisionMethod.Labelled(
                                person, picture.embedding().values()));
                    } else if (person % 2 == 1 && strangers.size() < MOST_STRANGERS) {
                        strangers.add(picture);
                    }
                }
            }
            return new Site(members, cohort, strangers);
        }
    }
}
