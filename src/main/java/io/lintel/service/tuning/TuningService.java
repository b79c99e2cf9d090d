package io.lintel.service.tuning;

import io.lintel.audit.AuditLog;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Template;
import io.lintel.service.tuning.DoorVisit.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Reads from the log how well this door knows its people. Changes nothing. Thread-safe. */
public final class TuningService {

    /** Of the log that is looked at. */
    public static final int WEEKS = 4;

    private static final Duration PERIOD = Duration.ofDays(7L * WEEKS);

    /** Nobody has measured on this embedder from when on a template is too old; three years is a usual term for a new portrait of an identity card. */
    private static final Duration OLD = Duration.ofDays(3 * 365);

    private static final int LEAST_ENTRIES = 5;
    private static final int LEAST_MISSES = 3;

    private final People people;
    private final Gallery gallery;
    private final AuditLog log;
    private final InstantSource clock;

    public TuningService(People people, Gallery gallery, AuditLog log, InstantSource clock) {
        this.people = people;
        this.gallery = gallery;
        this.log = log;
        this.clock = clock;
    }

    /** The decisions of the last {@value #WEEKS} weeks, of 10,000 decisions at most. */
    public DoorVisits lastWeeks() {
        return DoorVisits.since(clock.instant().minus(PERIOD), log);
    }

    /**
     * People whose templates are weak or old, those with the most weaknesses first.
     *
     * @param clear by how much a score above the threshold is clear of it
     */
    public List<PersonReview> review(DoorVisits visits, double clear) {
        Map<PersonId, List<Template>> templates =
                people.templates().stream().collect(Collectors.groupingBy(Template::person));
        Map<PersonId, List<DoorVisit>> byPerson =
                visits.visits().stream().collect(Collectors.groupingBy(DoorVisit::nearest));
        return gallery.people().stream()
                .map(person -> new PersonReview(
                        person,
                        weaknesses(
                                person,
                                templates.getOrDefault(person.id(), List.of()),
                                byPerson.getOrDefault(person.id(), List.of()),
                                clear)))
                .filter(review -> !review.weaknesses().isEmpty())
                .sorted(Comparator.comparingInt(
                                (PersonReview review) -> -review.weaknesses().size())
                        .thenComparing(review -> review.person().name().searchKey()))
                .toList();
    }

    private List<Weakness> weaknesses(Person person, List<Template> all, List<DoorVisit> visits, double clear) {
        List<Template> used = all.stream()
                .filter(template -> template.modelId().equals(gallery.modelId()))
                .toList();
        if (used.isEmpty() || !gallery.recognises(person.id())) {
            return List.of(new Weakness.NoTemplate());
        }
        List<Weakness> found = new ArrayList<>();
        if (used.size() == 1) {
            found.add(new Weakness.SingleShot());
        }
        Instant newest = used.stream()
                .map(Template::created)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (newest.isBefore(clock.instant().minus(OLD))) {
            found.add(new Weakness.OldTemplates(newest));
        }
        List<DoorVisit> entries = visits.stream()
                .filter(visit -> visit.outcome() == Outcome.GRANTED)
                .toList();
        if (entries.size() >= LEAST_ENTRIES) {
            double score = median(entries, DoorVisit::score);
            double threshold = median(entries, DoorVisit::threshold);
            if (score < threshold + clear) {
                found.add(new Weakness.NarrowScores(score, threshold, entries.size()));
            }
        }
        int misses = (int) visits.stream().filter(DoorVisit::isNearMiss).count();
        if (misses >= LEAST_MISSES) {
            found.add(new Weakness.NearMisses(misses));
        }
        return found;
    }

    private static double median(List<DoorVisit> visits, ToDoubleFunction<DoorVisit> value) {
        double[] sorted = visits.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
