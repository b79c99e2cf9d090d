package io.lintel.access.evidence;

import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The looks of one track since the last decision about it. Keeps the last {@value #MEMORY}, and a liveness test for each person they name. What the
 * tests find against a face outlasts the track in {@link AttackMemory}. Not thread-safe.
 */
public final class Evidence {

    /** More looks than any rule counts. */
    public static final int MEMORY = 10;

    private final EvidenceSettings settings;
    private final ThresholdRule thresholds;
    private final Identifier identifier;
    private final Nearness nearness;
    private final AttackMemory attacks;
    private final Map<PersonId, SequentialLivenessTest> tests = new HashMap<>();
    private final Deque<Look> last = new ArrayDeque<>(MEMORY);
    private int looks;
    private int nearLooks;
    private long firstNanos;

    public Evidence(
            EvidenceSettings settings,
            ThresholdRule thresholds,
            Identifier identifier,
            Nearness nearness,
            AttackMemory attacks) {
        this.settings = settings;
        this.thresholds = thresholds;
        this.identifier = identifier;
        this.nearness = nearness;
        this.attacks = attacks;
    }

    /** Adds a look; after too long a pause it is the first of new evidence. */
    public void add(Look look) {
        if (!last.isEmpty()
                && look.capturedNanos() - last.getLast().capturedNanos()
                        > settings.longestPause().toNanos()) {
            clear();
        }
        if (looks == 0) {
            firstNanos = look.capturedNanos();
        }
        looks++;
        if (nearness.isNear(look.quality())) {
            nearLooks++;
        }
        if (last.size() == MEMORY) {
            last.removeFirst();
        }
        last.addLast(look);
        testLiveness(look);
    }

    public void clear() {
        last.clear();
        tests.clear();
        looks = 0;
        nearLooks = 0;
    }

    /** The person was let in: what this visit said against the face was wrong. */
    public void granted(PersonId person) {
        SequentialLivenessTest test = tests.get(person);
        if (test != null) {
            attacks.restore(person, test.remembered());
        }
        clear();
    }

    /** From now on the face has to be live anew, as when a PIN is asked for. */
    public void restartLiveness() {
        tests.values().forEach(SequentialLivenessTest::restart);
    }

    public int looks() {
        return looks;
    }

    /** The mean of the averaged looks. @throws java.util.NoSuchElementException if there are none */
    public EmbeddingMean mean() {
        return EmbeddingMean.of(voters().stream().map(Look::embedding).toList());
    }

    /** Weighs the looks up to now. @throws java.util.NoSuchElementException if there are none */
    public Tally tally() {
        EmbeddingMean mean = mean();
        Identification answer = identifier.identify(mean.direction());
        OperatingPoint point = thresholds.of(answer);
        Candidate best = scaled(answer.best(), mean.length());
        List<Look> voters = voters();
        double voteFloor = point.threshold() - settings.voteSlack();
        int votes = best == null
                ? 0
                : (int) voters.stream()
                        .filter(look -> names(look.identification(), best.person(), voteFloor))
                        .count();
        return new Tally(
                looks,
                nearLooks,
                last.getLast().capturedNanos() - firstNanos,
                voters.size(),
                votes,
                best,
                scaled(answer.runnerUp(), mean.length()),
                answer.persons(),
                answer.templates(),
                point,
                best == null ? LivenessTally.NOTHING : liveness(best.person()));
    }

    /** Whether a look names somebody closely enough that it is worth asking if the face is live. */
    public boolean isPlausible(Identification answer) {
        Candidate best = answer.best();
        double threshold = thresholds.of(answer).threshold();
        return best != null && best.score() >= threshold - settings.voteSlack();
    }

    private List<Look> voters() {
        return last.stream().skip(Math.max(0, last.size() - settings.voters())).toList();
    }

    /** A look counts for the person it names: nobody inherits another face's answers. */
    private void testLiveness(Look look) {
        Candidate named = look.identification().best();
        if (named == null || !isPlausible(look.identification())) {
            return;
        }
        PersonId person = named.person();
        long now = look.capturedNanos();
        SequentialLivenessTest test = tests.computeIfAbsent(
                person, added -> new SequentialLivenessTest(attacks.settings(), attacks.of(added, now), now));
        look.liveness()
                .ifPresentOrElse(
                        score -> {
                            test.add(score, now);
                            attacks.note(person, test.attackEvidence(), now);
                        },
                        test::addMissing);
    }

    private LivenessTally liveness(PersonId person) {
        SequentialLivenessTest test = tests.get(person);
        return test == null ? LivenessTally.NOTHING : test.tally();
    }

    private static boolean names(Identification answer, PersonId person, double floor) {
        Candidate best = answer.best();
        return best != null && best.person().equals(person) && best.score() >= floor;
    }

    private static @Nullable Candidate scaled(@Nullable Candidate candidate, double length) {
        return candidate == null ? null : new Candidate(candidate.person(), candidate.score() * length);
    }
}
