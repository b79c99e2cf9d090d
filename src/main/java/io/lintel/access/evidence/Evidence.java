package io.lintel.access.evidence;

import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The looks of one track since the last decision about it. Keeps the last {@value #MEMORY}. Not thread-safe.
 */
public final class Evidence {

    /** More looks than any rule counts: a liveness verdict of ten. */
    public static final int MEMORY = 10;

    private final EvidenceSettings settings;
    private final ThresholdRule thresholds;
    private final Identifier identifier;
    private final Nearness nearness;
    private final Deque<Look> last = new ArrayDeque<>(MEMORY);
    private int looks;
    private int nearLooks;
    private long firstNanos;

    public Evidence(EvidenceSettings settings, ThresholdRule thresholds, Identifier identifier, Nearness nearness) {
        this.settings = settings;
        this.thresholds = thresholds;
        this.identifier = identifier;
        this.nearness = nearness;
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
    }

    public void clear() {
        last.clear();
        looks = 0;
        nearLooks = 0;
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
                best == null ? LivenessTally.NOTHING : liveness(best.person(), voteFloor));
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

    /** Only looks that name this person were asked, so only they count: nobody inherits another face's answers. */
    private LivenessTally liveness(PersonId person, double voteFloor) {
        LivenessCount count = new LivenessCount();
        for (Look look : last) {
            if (names(look.identification(), person, voteFloor)) {
                count.asked();
                look.liveness().ifPresent(count::add);
            }
        }
        return count.tally();
    }

    private static boolean names(Identification answer, PersonId person, double floor) {
        Candidate best = answer.best();
        return best != null && best.person().equals(person) && best.score() >= floor;
    }

    private static @Nullable Candidate scaled(@Nullable Candidate candidate, double length) {
        return candidate == null ? null : new Candidate(candidate.person(), candidate.score() * length);
    }
}
