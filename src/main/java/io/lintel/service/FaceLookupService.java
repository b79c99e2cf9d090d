package io.lintel.service;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Looks faces up for pages, programs and commands. One picture at a time, so that the door's own recognition keeps a core; a few
 * requests may wait, more are refused. Nothing of a picture is kept; who looked is in the audit log. Thread-safe.
 */
public final class FaceLookupService {

    /**
     * By what faces are judged.
     *
     * @param rule what the embedder's scores mean
     * @param margin the least lead of the best score over the second, as at the door
     */
    public record Rules(ThresholdRule rule, double margin) {

        /** Those of the door. */
        public static Rules of(ThresholdTable table, AccessSettings door) {
            return new Rules(
                    new ThresholdRule(table, door.threshold()), door.evidence().margin());
        }
    }

    /** How many requests may be served or wait; a picture takes some 50 ms. */
    private static final int MOST_REQUESTS = 5;

    private static final int CANDIDATES = 5;

    private final People people;
    private final Gallery gallery;
    private final PictureReader pictures;
    private final Supplier<Rules> rules;
    private final EntryService entries;
    private final AuditLog audit;
    private final Semaphore places = new Semaphore(MOST_REQUESTS);
    private final PhotoGate gate;

    /**
     * Asks for the rules at each lookup.
     *
     * @param analyzer used by this service only
     * @param camera the door's camera
     * @param rules by what faces are judged; throws while the models are not there
     */
    public FaceLookupService(
            People people,
            Gallery gallery,
            FaceAnalyzer analyzer,
            CameraPictures camera,
            Supplier<Rules> rules,
            EntryService entries,
            AuditLog audit,
            PhotoGate gate) {
        this.people = people;
        this.gallery = gallery;
        this.pictures = new PictureReader(analyzer, camera);
        this.rules = rules;
        this.entries = entries;
        this.audit = audit;
        this.gate = gate;
    }

    /** @throws LintelException if there is no such person, the photo cannot be read, or shows not exactly one face */
    public LookupResult.Verification verify(String actor, PersonId id, LookupPicture picture) {
        return served(() -> {
            Person person = people.require(id);
            AnalysedFace face = onlyFace(picture);
            double score = gallery.score(id, face.embedding())
                    .orElseThrow(() -> new LintelException(
                            person.name() + " has no template of the embedder in use", "enrol this person anew"));
            LookupResult.Verification answer = new LookupResult.Verification(
                    person, face, score, rules.get().rule().at(gallery.site(), 1), entries.of(id));
            log(event(actor, "verify", answer.isMatch() ? "match" : "no-match", score, answer.point())
                    .about(id.value()));
            return answer;
        });
    }

    /** Each picture is answered by itself: one that cannot be read does not keep the others from their answers. */
    public List<LookupResult.Photo> identify(String actor, List<LookupPicture> asked) {
        return served(() -> {
            List<LookupResult.Photo> answers = new ArrayList<>();
            for (LookupPicture picture : asked) {
                try {
                    answers.add(new LookupResult.Photo(picture.label(), identifyAll(actor, faces(picture)), null));
                } catch (LintelException problem) {
                    answers.add(new LookupResult.Photo(picture.label(), List.of(), problem));
                }
            }
            return answers;
        });
    }

    public LookupResult.Comparison compare(String actor, LookupPicture one, LookupPicture other) {
        return served(() -> {
            AnalysedFace first = onlyFace(one);
            AnalysedFace second = onlyFace(other);
            double score = first.embedding().cosine(second.embedding());
            LookupResult.Comparison answer = new LookupResult.Comparison(
                    first, second, score, rules.get().rule().at(gallery.site(), 1));
            log(event(actor, "compare", answer.isMatch() ? "match" : "no-match", score, answer.point()));
            return answer;
        });
    }

    /** How often two strangers score so high or higher, per comparison, by the embedder's table or by this site's people: the larger rate. */
    public double falseMatchRate(double score) {
        return rules.get().rule().falseMatchRate(gallery.site(), score);
    }

    /** The threshold for the gallery as it is, and what it means. */
    private OperatingPoint operatingPoint() {
        return rules.get().rule().at(gallery.site(), gallery.summary().searchable());
    }

    private List<LookupResult.Identification> identifyAll(String actor, List<AnalysedFace> faces) {
        OperatingPoint point = operatingPoint();
        List<LookupResult.Identification> answers = new ArrayList<>();
        for (AnalysedFace face : faces) {
            List<LookupResult.Named> candidates = gallery.nearest(face.embedding(), CANDIDATES).stream()
                    .map(this::named)
                    .toList();
            LookupResult.Identification found = new LookupResult.Identification(
                    face, candidates, rules.get().margin(), point, null);
            LookupResult.Identification answer = found.verdict() == LookupResult.Verdict.KNOWN
                    ? found.with(entries.of(candidates.getFirst().candidate().person()))
                    : found;
            answers.add(answer);
            log(event(actor, answer));
        }
        return answers;
    }

    private static AuditEvent event(String actor, LookupResult.Identification answer) {
        List<LookupResult.Named> candidates = answer.candidates();
        double best =
                candidates.isEmpty() ? 0 : candidates.getFirst().candidate().score();
        String result = answer.verdict().word();
        AuditEvent event = event(actor, "identify", result, best, answer.point());
        return answer.verdict() == LookupResult.Verdict.KNOWN
                ? event.about(candidates.getFirst().candidate().person().value())
                : event;
    }

    private LookupResult.Named named(Candidate candidate) {
        return new LookupResult.Named(
                candidate,
                gallery.person(candidate.person())
                        .map(person -> person.name().value())
                        .orElse("number " + candidate.person()));
    }

    private AnalysedFace onlyFace(LookupPicture picture) {
        List<AnalysedFace> faces = faces(picture);
        if (faces.size() != 1) {
            throw new LintelException(
                    picture.label() + " shows " + (faces.isEmpty() ? "no face" : faces.size() + " faces"),
                    "use a photo of one person, face from the front");
        }
        return faces.getFirst();
    }

    private List<AnalysedFace> faces(LookupPicture picture) {
        try (PhotoGate.Turn turn = gate.enterPatiently()) {
            return pictures.faces(picture, turn);
        }
    }

    private <T> T served(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new ServiceException(
                    ServiceException.Reason.BUSY,
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
        audit.append(event);
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
