package io.lintel.gallery.enrolment;

import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Portrait;
import io.lintel.gallery.Template;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.enrolment.EnrolmentWarning.LookAlike;
import io.lintel.gallery.enrolment.EnrolmentWarning.SameName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

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
            return new EnrolmentOutcome.NeedsConfirmation(
                    warnings, templates.getFirst().portrait(), () -> people.add(draft, templates));
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
            return new EnrolmentOutcome.NeedsConfirmation(
                    lookAlikes, templates.getFirst().portrait(), () -> people.addTemplates(id, templates));
        }
        return new EnrolmentOutcome.Enrolled(people.addTemplates(id, templates), lookAlikes);
    }

    /**
     * Gives somebody whom the embedder in use does not know templates of it, from the portraits that were kept with those of other embedders. The
     * other templates stay, for the day when their embedder is in use again. Who looks like whom was confirmed when the person enrolled, and is
     * only told here.
     *
     * @return refused when there is no portrait that is good enough; those that are not are left out
     * @throws GalleryException if there is no such person
     */
    public synchronized EnrolmentOutcome reembed(PersonId id) {
        Person person = people.require(id);
        gallery.refresh();
        List<Template> kept = people.templates(id).stream()
                .filter(template -> !template.modelId().equals(gallery.modelId()))
                .toList();
        List<TemplateDraft> templates = new ArrayList<>();
        List<ShotProblem> problems = new ArrayList<>();
        Set<AugmentedView> views = kept.size() < settings.augmentBelow()
                ? EnumSet.allOf(AugmentedView.class)
                : EnumSet.of(AugmentedView.ORIGINAL);
        for (Template template : kept) {
            people.portrait(id, template.id())
                    .ifPresent(portrait -> read(template, portrait, views, templates, problems));
        }
        if (templates.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(new ShotProblem(
                        person.name().value(),
                        ShotProblem.Kind.NO_FACE,
                        "no portrait was kept",
                        "enrol the person anew"));
            }
            return new EnrolmentOutcome.Refused(problems);
        }
        return new EnrolmentOutcome.Enrolled(people.addTemplates(id, templates), lookAlikes(templates, id));
    }

    /**
     * What would be made of a shot; stores nothing, and asks nobody whom it shows.
     *
     * @param varied whether as an enrolment with few shots, else as a look at the door
     */
    public synchronized ShotReading look(Shot shot, boolean varied) {
        List<TemplateDraft> templates = new ArrayList<>();
        List<ShotProblem> problems = new ArrayList<>();
        Set<AugmentedView> views = varied ? EnumSet.allOf(AugmentedView.class) : EnumSet.of(AugmentedView.ORIGINAL);
        reader.read(shot, views, templates::add, problems::add);
        return new ShotReading(templates.stream().findFirst(), problems);
    }

    private void read(
            Template template,
            Portrait portrait,
            Set<AugmentedView> views,
            List<TemplateDraft> templates,
            List<ShotProblem> problems) {
        MatOfByte jpeg = new MatOfByte(portrait.jpeg());
        Mat picture = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
        try {
            Shot shot = new Shot("the portrait of template " + template.id(), template.source(), picture);
            reader.read(shot, views, made -> templates.add(made.withPortrait(portrait)), problems::add);
        } finally {
            jpeg.release();
            picture.release();
        }
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
            OptionalDouble score = gallery.cosine(person.id(), templates.get(i).embedding());
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
        for (Candidate candidate : gallery.nearestByCosine(mean(templates), NAMED + 1)) {
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
        return EmbeddingMean.of(templates.stream().map(TemplateDraft::embedding).toList())
                .direction();
    }
}
