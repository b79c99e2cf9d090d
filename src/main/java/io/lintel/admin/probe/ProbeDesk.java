package io.lintel.admin.probe;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.security.HttpProblem;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import io.lintel.wiring.House;
import io.lintel.wiring.Probes;
import io.lintel.wiring.Probes.Probe;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks faces up for pages and programs. One picture at a time, so that the door's own recognition keeps a core; a few may wait,
 * and more are told to come back. Nothing of a picture is kept; that somebody looked is in the audit log. Thread-safe.
 */
@Singleton
public class ProbeDesk {

    /** So many requests are being served or wait; a picture takes some 50 ms. */
    private static final int MOST_REQUESTS = 5;

    private static final int CANDIDATES = 5;
    private static final int UNAVAILABLE = 503;

    private final House house;
    private final Probes probes;
    private final Semaphore places = new Semaphore(MOST_REQUESTS);
    private final ReentrantLock analyzer = new ReentrantLock(true);

    ProbeDesk(House house) {
        this.house = house;
        this.probes = new Probes(house);
    }

    /** @throws LintelException if there is no such person, the photo cannot be read, or shows not exactly one face */
    public Lookup.Verification verify(String actor, PersonId id, ProbePicture picture) {
        return served(() -> {
            Person person = house.people().require(id);
            Probe probe = Probes.only(picture.label(), look(picture));
            double score = house.gallery()
                    .score(id, probe.embedding())
                    .orElseThrow(() -> new LintelException(
                            person.name() + " has no template of the embedder in use", "enrol this person anew"));
            Lookup.Verification answer = new Lookup.Verification(person, probe, score, probes.threshold(1));
            log(event(actor, "verify", answer.isMatch() ? "match" : "no-match", score, answer.point())
                    .about(id.value()));
            return answer;
        });
    }

    /** Each picture is answered by itself: one that cannot be read does not keep the others from it. */
    public List<Lookup.Photo> identify(String actor, List<ProbePicture> pictures) {
        return served(() -> {
            List<Lookup.Photo> answers = new ArrayList<>();
            for (ProbePicture picture : pictures) {
                try {
                    answers.add(new Lookup.Photo(picture.label(), identifyAll(actor, look(picture)), null));
                } catch (LintelException problem) {
                    answers.add(new Lookup.Photo(picture.label(), List.of(), problem));
                }
            }
            return answers;
        });
    }

    public Lookup.Comparison compare(String actor, ProbePicture one, ProbePicture other) {
        return served(() -> {
            Probe first = Probes.only(one.label(), look(one));
            Probe second = Probes.only(other.label(), look(other));
            double score = first.embedding().cosine(second.embedding());
            Lookup.Comparison answer = new Lookup.Comparison(first, second, score, probes.threshold(1));
            log(event(actor, "compare", answer.isMatch() ? "match" : "no-match", score, answer.point()));
            return answer;
        });
    }

    /** How often two strangers score so high or higher, per comparison. */
    public double falseMatchRate(double score) {
        return probes.falseMatchRate(score);
    }

    private List<Lookup.Identification> identifyAll(String actor, List<Probe> faces) {
        OperatingPoint point = probes.threshold(house.gallery().summary().searchable());
        double margin = house.config().decision().margin();
        List<Lookup.Identification> answers = new ArrayList<>();
        for (Probe probe : faces) {
            List<Lookup.Named> candidates = house.gallery().nearest(probe.embedding(), CANDIDATES).stream()
                    .map(this::named)
                    .toList();
            Lookup.Identification answer = new Lookup.Identification(probe, candidates, margin, point);
            answers.add(answer);
            double best =
                    candidates.isEmpty() ? 0 : candidates.getFirst().candidate().score();
            AuditEvent event = event(
                    actor,
                    "identify",
                    answer.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    best,
                    point);
            log(
                    answer.verdict() == Lookup.Verdict.KNOWN
                            ? event.about(
                                    candidates.getFirst().candidate().person().value())
                            : event);
        }
        return answers;
    }

    private Lookup.Named named(Candidate candidate) {
        return new Lookup.Named(
                candidate,
                house.gallery()
                        .person(candidate.person())
                        .map(person -> person.name().value())
                        .orElse("number " + candidate.person()));
    }

    private List<Probe> look(ProbePicture picture) {
        analyzer.lock();
        try {
            return picture.look(probes);
        } finally {
            analyzer.unlock();
        }
    }

    private <T> T served(java.util.function.Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new HttpProblem(
                    UNAVAILABLE,
                    "Other pictures are being looked at, and several more wait",
                    "try again in a few seconds");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void log(AuditEvent event) {
        house.audit().append(event);
    }

    private static AuditEvent event(String actor, String how, String result, double score, OperatingPoint point) {
        return AuditEvent.of(AuditKind.FACE_LOOKED_UP, actor)
                .because(how)
                .with(new AuditDetails()
                        .put("result", result)
                        .put("score", rounded(score))
                        .put("threshold", rounded(point.threshold())));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
