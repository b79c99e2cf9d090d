package io.lintel.service.visit;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonCopy;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.gallery.enrolment.ShotReading;
import io.lintel.service.PeopleService;
import io.lintel.service.ServiceException;
import io.lintel.service.ServiceException.Reason;
import io.lintel.service.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Makes a template of the picture of a confirmed visit, if an operator wants it: shows first what it would change, and takes it back. Nothing is learnt
 * without being asked for. Thread-safe.
 */
public final class VisitLearning {

    /** Of a person's confirmed visits the newest so many are looked at: some 0.1 s each. */
    private static final int MOST_VISITS = 20;

    private final VisitConfirmations confirmations;
    private final People people;
    private final Gallery gallery;
    private final Enrolment enrolment;
    private final PeopleService service;
    private final Snapshots snapshots;
    private final AuditLog log;
    private final DoubleSupplier threshold;

    /** @param threshold in force */
    public VisitLearning(
            VisitConfirmations confirmations,
            People people,
            Gallery gallery,
            Enrolment enrolment,
            PeopleService service,
            Snapshots snapshots,
            AuditLog log,
            DoubleSupplier threshold) {
        this.confirmations = confirmations;
        this.people = people;
        this.gallery = gallery;
        this.enrolment = enrolment;
        this.service = service;
        this.snapshots = snapshots;
        this.log = log;
        this.threshold = threshold;
    }

    /** Whether a template could be made of a visit's picture: it was confirmed, is kept, and no template was made of it yet. */
    public boolean isPossible(long visit) {
        return snapshots.has(visit)
                && confirmations
                        .of(visit)
                        .filter(each -> each.verdict() == VisitVerdict.THEM)
                        .isPresent()
                && template(visit).isEmpty();
    }

    /**
     * What a template of a visit's picture would change; stores nothing.
     *
     * @throws ServiceException if the visit was not confirmed, has no picture, or the picture is not fit for an enrolment
     */
    public TemplateProposal propose(long visit) {
        Person person = confirmed(visit);
        TemplateDraft draft = withPicture(visit, shot -> usable(enrolment.look(shot, true)));
        List<Embedding> now = templates(person.id());
        if (now.isEmpty()) {
            throw new ServiceException(
                    Reason.CONFLICT, person.name() + " must enrol again", "the embedder in use does not know them");
        }
        List<Embedding> then = new ArrayList<>(now);
        then.add(draft.embedding());
        Embedding before = EmbeddingMean.of(now).direction();
        Embedding after = EmbeddingMean.of(then).direction();
        Optional<Candidate> nearest = nearestOther(after, person.id());
        return new TemplateProposal(
                visit,
                person,
                threshold.getAsDouble(),
                changes(person.id(), VisitVerdict.THEM, visit, before, after),
                changes(person.id(), VisitVerdict.NOT_THEM, visit, before, after),
                score(nearestOther(before, person.id())),
                score(nearest),
                nearest.flatMap(each -> gallery.person(each.person())).orElse(null));
    }

    /**
     * Stores the template, as an enrolment does.
     *
     * @param allowLookAlike an operator has seen that somebody else looks like it
     * @throws ServiceException as {@link #propose}
     */
    public EnrolmentOutcome accept(String actor, long visit, boolean allowLookAlike) {
        Person person = confirmed(visit);
        if (template(visit).isPresent()) {
            throw new ServiceException(
                    Reason.CONFLICT, "A template was made of this picture already", "take that one back first");
        }
        return withPicture(visit, shot -> service.addFromVisit(actor, person.id(), shot, visit, allowLookAlike));
    }

    /** Takes the template of a visit's picture back. @throws ServiceException if there is none (any more) */
    public void undo(String actor, long visit) {
        AuditRow row = log.row(visit).orElseThrow(() -> ServiceException.notFound("The log has no row " + visit));
        Person person = confirmations.subject(row).orElseThrow(() -> noTemplate(visit));
        service.removeTemplate(actor, person.id(), template(visit).orElseThrow(() -> noTemplate(visit)));
    }

    private static ServiceException noTemplate(long visit) {
        return ServiceException.notFound("No template was made of the picture of row " + visit);
    }

    /** The template that was made of a visit's picture and is still there. */
    public OptionalLong template(long visit) {
        Optional<Person> person = log.row(visit).flatMap(confirmations::subject);
        if (person.isEmpty()) {
            return OptionalLong.empty();
        }
        PersonId id = person.get().id();
        AuditFilter changes =
                AuditFilter.ALL.withKinds(Set.of(AuditKind.PERSON_CHANGED)).withPerson(id.value());
        return log.newest(changes, AuditLog.LARGEST_PAGE).rows().stream()
                .filter(row -> row.event().number("visit").orElse(0) == visit)
                .mapToLong(row -> (long) row.event().number("template").orElse(0))
                .filter(template -> people.templates(id).stream().anyMatch(each -> each.id() == template))
                .findFirst();
    }

    private Person confirmed(long visit) {
        VisitConfirmation said = confirmations
                .of(visit)
                .filter(each -> each.verdict() == VisitVerdict.THEM)
                .orElseThrow(() -> new ServiceException(
                        Reason.CONFLICT, "Nobody has confirmed who this was", "confirm the visit first"));
        Person person = service.person(said.person());
        VisitConfirmations.requireConsent(person);
        return person;
    }

    private <T> T withPicture(long visit, Function<Shot, T> work) {
        MatOfByte jpeg = new MatOfByte(snapshots
                .find(visit)
                .orElseThrow(() -> ServiceException.notFound("There is no picture of row " + visit)));
        Mat picture = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
        try {
            return work.apply(new Shot("the picture of row " + visit, TemplateSource.CAMERA, picture));
        } finally {
            jpeg.release();
            picture.release();
        }
    }

    private static TemplateDraft usable(ShotReading reading) {
        return reading.template().orElseThrow(() -> {
            ShotProblem problem = reading.problems().getFirst();
            return new ServiceException(
                    Reason.INVALID, "The picture is not fit for a template: " + problem.what(), problem.advice());
        });
    }

    private List<Embedding> templates(PersonId id) {
        PersonCopy copy = people.copies(Set.of(id)).get(id);
        return copy == null
                ? List.of()
                : copy.templates().stream()
                        .filter(template -> template.modelId().equals(gallery.modelId()))
                        .map(TemplateDraft::embedding)
                        .toList();
    }

    private List<TemplateProposal.Change> changes(
            PersonId person, VisitVerdict verdict, long except, Embedding before, Embedding after) {
        List<TemplateProposal.Change> changes = new ArrayList<>();
        for (VisitConfirmation each : confirmations.of(person, verdict)) {
            if (changes.size() < MOST_VISITS && each.visit() != except && snapshots.has(each.visit())) {
                withPicture(each.visit(), shot -> enrolment.look(shot, false))
                        .template()
                        .ifPresent(seen -> changes.add(new TemplateProposal.Change(
                                each.visit(),
                                seen.embedding().cosine(before),
                                seen.embedding().cosine(after))));
            }
        }
        return changes;
    }

    private Optional<Candidate> nearestOther(Embedding mean, PersonId person) {
        return gallery.nearestByCosine(mean, 2).stream()
                .filter(each -> !each.person().equals(person))
                .findFirst();
    }

    private static OptionalDouble score(Optional<Candidate> candidate) {
        return candidate.map(each -> OptionalDouble.of(each.score())).orElseGet(OptionalDouble::empty);
    }
}
