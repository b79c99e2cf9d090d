package io.lintel.access.evidence;

import io.lintel.face.EmbeddingMean;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The looks of one track since the last decision about it. Keeps those that a rule may count, and a liveness test for each person they name. What the
 * tests find against a face outlasts the track in {@link AttackMemory}. Not thread-safe.
 */
public final class Evidence {

    /** More looks than any rule averages. */
    public static final int MEMORY = 10;

    /** A second at 60 looks a second; a faster camera's older ones are forgotten. */
    private static final int MOST_LOOKS = 64;

    private final EvidenceSettings settings;
    private final ThresholdRule thresholds;
    private final Identifier identifier;
    private final Proximity proximity;
    private final AttackMemory attacks;
    private final Map<PersonId, SequentialLivenessTest> tests = new HashMap<>();
    private final Deque<Sample> last = new ArrayDeque<>(MOST_LOOKS);
    private int looks;
    private int nearLooks;
    private long firstNanos;

    public Evidence(
            EvidenceSettings settings,
            ThresholdRule thresholds,
            Identifier identifier,
            Proximity proximity,
            AttackMemory attacks) {
        this.settings = settings;
        this.thresholds = thresholds;
        this.identifier = identifier;
        this.proximity = proximity;
        this.attacks = attacks;
    }

    /** Adds a look; after too long a pause it is the first of new evidence. */
    public void add(Sample look) {
        if (!last.isEmpty()
                && look.capturedNanos() - last.getLast().capturedNanos()
                        > settings.longestPause().toNanos()) {
            clear();
        }
        if (looks == 0) {
            firstNanos = look.capturedNanos();
        }
        looks++;
        if (proximity.isNear(look.quality())) {
            nearLooks++;
        }
        last.addLast(look);
        forgetWhatNoRuleCounts(look.capturedNanos());
        testLiveness(look);
    }

    /** One look from before the time that a score must hold is kept: it shows that the face was there all the time. */
    private void forgetWhatNoRuleCounts(long now) {
        long begin = now - settings.sustainedFor().toNanos();
        while (last.size() > MEMORY
                && (last.size() > MOST_LOOKS
                        || last.stream().skip(1).findFirst().orElseThrow().capturedNanos() <= begin)) {
            last.removeFirst();
        }
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
        return EmbeddingMean.of(voters().stream().map(Sample::embedding).toList());
    }

    /** Weighs the looks up to now. @throws java.util.NoSuchElementException if there are none */
    public EvidenceSummary tally() {
        EmbeddingMean mean = mean();
        Identification answer = identifier.identify(mean.direction(), mean.length());
        OperatingPoint point = thresholds.of(answer);
        Candidate best = answer.best();
        List<Sample> voters = voters();
        double voteFloor = point.threshold() - settings.voteSlack();
        int votes = best == null
                ? 0
                : (int) voters.stream()
                        .filter(look -> scoreOf(best.person(), look.identification()) >= voteFloor)
                        .count();
        return new EvidenceSummary(
                looks,
                nearLooks,
                last.getLast().capturedNanos() - firstNanos,
                voters.size(),
                votes,
                best,
                answer.runnerUp(),
                answer.bestCosine(),
                best == null ? Double.NaN : sustainedScore(best.person()),
                answer.site(),
                answer.persons(),
                answer.templates(),
                point,
                best == null ? LivenessSummary.NOTHING : liveness(best.person()));
    }

    /** Whether a look names somebody closely enough that it is worth asking if the face is live. */
    public boolean isPlausible(Identification answer) {
        Candidate best = answer.best();
        double threshold = thresholds.of(answer).threshold();
        return best != null && best.score() >= threshold - settings.voteSlack();
    }

    private List<Sample> voters() {
        return last.stream().skip(Math.max(0, last.size() - settings.voters())).toList();
    }

    private double sustainedScore(PersonId person) {
        long begin = last.getLast().capturedNanos() - settings.sustainedFor().toNanos();
        if (last.getFirst().capturedNanos() > begin) {
            return Double.NaN;
        }
        // From the latest look on that lies at or before the begin: the time is covered from end to end.
        long from = last.stream()
                .mapToLong(Sample::capturedNanos)
                .filter(nanos -> nanos <= begin)
                .max()
                .orElse(begin);
        return last.stream()
                .filter(look -> look.capturedNanos() >= from)
                .mapToDouble(look -> scoreOf(person, look.identification()))
                .average()
                .orElse(Double.NaN);
    }

    /** Looks that name somebody else count 0, unless that is a look-alike: their looks go back and forth between the two. */
    private double scoreOf(PersonId person, Identification answer) {
        Candidate best = answer.best();
        if (best == null || best.person().equals(person)) {
            return best == null ? 0 : best.score();
        }
        Candidate second = answer.runnerUp();
        return second != null
                        && second.person().equals(person)
                        && identifier.lookAlikes(person).contains(best.person())
                ? second.score()
                : 0;
    }

    /** A look counts for the person it names: nobody inherits another face's answers. */
    private void testLiveness(Sample look) {
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

    private LivenessSummary liveness(PersonId person) {
        SequentialLivenessTest test = tests.get(person);
        return test == null ? LivenessSummary.NOTHING : test.tally();
    }
}
