package io.lintel.gallery.enrolment;

import io.lintel.face.Embedding;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.MeanEmbedding;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.enrolment.EnrolmentWarning.LookAlike;
import io.lintel.gallery.enrolment.EnrolmentWarning.SameName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes people into the gallery from photos or camera shots. All shots must be fit for use and show one and the same person;
 * either everything is stored or nothing, and the person is recognised when the method returns. Thread-safe: one enrolment at
 * a time, with an analyzer of its own.
 */
public final class Enrolment {

    /** How many look-alikes are named. */
    private static final int NAMED = 3;

    private final ShotReader reader;
    private final Gallery gallery;
    private final People people;
    private final EnrolmentSettings settings;

    /** @param analyzer used by nobody else; stays the caller's to close */
    public Enrolment(FaceAnalyzer analyzer, Gallery gallery, People people, EnrolmentSettings settings) {
        this.reader = new ShotReader(analyzer, gallery.modelId(), settings);
        this.gallery = gallery;
        this.people = people;
        this.settings = settings;
    }

    /**
     * Enrols a new person.
     *
     * @param allowLookAlike an operator has confirmed that this is nobody of those enrolled
     * @throws GalleryException if there is no shot or there are too many
     */
    public synchronized EnrolmentOutcome enrol(PersonDraft draft, List<Shot> shots, boolean allowLookAlike) {
        List<TemplateDraft> templates = new ArrayList<>();
        List<ShotProblem> problems = read(shots, templates);
        if (!problems.isEmpty()) {
            return new EnrolmentOutcome.Refused(problems);
        }
        List<EnrolmentWarning> lookAlikes = lookAlikes(templates, null);
        List<EnrolmentWarning> warnings = new ArrayList<>(lookAlikes);
        people.named(draft.name()).forEach(other -> warnings.add(new SameName(other)));
        if (!lookAlikes.isEmpty() && !allowLookAlike) {
            return new EnrolmentOutcome.NeedsConfirmation(warnings, () -> people.add(draft, templates));
        }
        return new EnrolmentOutcome.Enrolled(people.add(draft, templates), warnings);
    }

    /**
     * Adds templates to somebody enrolled, whom the shots must show.
     *
     * @param allowLookAlike as with {@link #enrol}
     * @throws GalleryException if there is no such person, no shot, or there are too many
     */
    public synchronized EnrolmentOutcome addShots(PersonId id, List<Shot> shots, boolean allowLookAlike) {
        Person person = people.require(id);
        List<TemplateDraft> templates = new ArrayList<>();
        List<ShotProblem> problems = read(shots, templates);
        if (problems.isEmpty()) {
            problems.addAll(strangersTo(person, shots, templates));
        }
        if (!problems.isEmpty()) {
            return new EnrolmentOutcome.Refused(problems);
        }
        List<EnrolmentWarning> lookAlikes = lookAlikes(templates, id);
        if (!lookAlikes.isEmpty() && !allowLookAlike) {
            return new EnrolmentOutcome.NeedsConfirmation(lookAlikes, () -> people.addTemplates(id, templates));
        }
        return new EnrolmentOutcome.Enrolled(people.addTemplates(id, templates), lookAlikes);
    }

    private List<ShotProblem> read(List<Shot> shots, List<TemplateDraft> templates) {
        if (shots.isEmpty() || shots.size() > settings.mostShots()) {
            throw new GalleryException(
                    "An enrolment takes 1 to " + settings.mostShots() + " pictures, not " + shots.size(),
                    "choose pictures of the face from slightly different sides");
        }
        gallery.refresh();
        Set<AugmentedView> views = shots.size() < settings.augmentBelow()
                ? EnumSet.allOf(AugmentedView.class)
                : EnumSet.of(AugmentedView.ORIGINAL);
        List<ShotProblem> problems = new ArrayList<>();
        for (Shot shot : shots) {
            reader.read(shot, views, templates::add, problems::add);
        }
        if (problems.isEmpty() && shots.size() > 1) {
            problems.addAll(oddOnesOut(shots, templates));
        }
        return problems;
    }

    private List<ShotProblem> oddOnesOut(List<Shot> shots, List<TemplateDraft> templates) {
        List<ShotProblem> problems = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            List<TemplateDraft> others = new ArrayList<>(templates);
            Embedding own = others.remove(i).embedding();
            if (own.cosine(mean(others)) < settings.sameShotScore()) {
                problems.add(new ShotProblem(
                        shots.get(i).label(),
                        ShotProblem.Kind.OTHER_PERSON,
                        "it does not show the person of the other pictures",
                        "use pictures of one person only"));
            }
        }
        return problems;
    }

    private List<ShotProblem> strangersTo(Person person, List<Shot> shots, List<TemplateDraft> templates) {
        List<ShotProblem> problems = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            // Empty after a change of the embedder: then there is nothing to compare with.
            OptionalDouble score = gallery.score(person.id(), templates.get(i).embedding());
            if (score.isPresent() && score.getAsDouble() < settings.sameShotScore()) {
                problems.add(new ShotProblem(
                        shots.get(i).label(),
                        ShotProblem.Kind.OTHER_PERSON,
                        "it does not look like " + person.name(),
                        "use pictures of this person; if it is one, remove the person and enrol anew"));
            }
        }
        return problems;
    }

    private List<EnrolmentWarning> lookAlikes(List<TemplateDraft> templates, @Nullable PersonId except) {
        List<EnrolmentWarning> found = new ArrayList<>();
        for (Candidate candidate : gallery.nearest(mean(templates), NAMED + 1)) {
            if (candidate.score() >= settings.lookAlikeScore()
                    && !candidate.person().equals(except)
                    && found.size() < NAMED) {
                gallery.person(candidate.person())
                        .ifPresent(other -> found.add(new LookAlike(other, candidate.score())));
            }
        }
        return found;
    }

    private static Embedding mean(List<TemplateDraft> templates) {
        return MeanEmbedding.of(templates.stream().map(TemplateDraft::embedding).toList());
    }
}
