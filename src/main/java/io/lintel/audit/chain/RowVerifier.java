package io.lintel.audit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain row by row, the oldest first, in constant memory. A row that does not verify is named and the next is judged
 * by the hash that the chain has, so that one change is one finding. Not thread-safe.
 */
final class RowVerifier {

    /** Rows that did not verify, kept to recognise them in another place. */
    private static final int KEPT = 50;

    private record Suspect(ChainedRow chained, byte[] before) {}

    private final ChainFindings findings;
    private final List<Suspect> suspects = new ArrayList<>();
    private byte[] before;
    private long previous;
    private @Nullable Long previousAt;
    private long first;
    private long rows;
    private long erased;
    private long clockSteps;

    /** @param start what retention has left: the last row that it took, and its hash */
    RowVerifier(ChainStore.Place start, ChainFindings findings) {
        this.findings = findings;
        this.previous = start.seq();
        this.before = start.hash();
    }

    /** @param chainedBefore the chain's hash of the row before, for a row that follows a gap; null if the chain has none */
    void look(ChainedRow next, ChainStore.@Nullable Place chainedBefore) {
        long seq = next.seq();
        if (seq <= previous) {
            findings.add(Fault.INSERTED, seq, seq, "row " + seq + " is there although retention has deleted it");
            return;
        }
        boolean afterGap = seq > previous + 1;
        if (afterGap) {
            findings.add(
                    Fault.REMOVED,
                    previous + 1,
                    seq - 1,
                    previous + 2 == seq
                            ? "row " + (seq - 1) + " is missing"
                            : "rows " + (previous + 1) + " to " + (seq - 1) + " are missing");
            before = chainedBefore == null ? before : chainedBefore.hash();
        }
        rows++;
        first = first == 0 ? seq : first;
        if (next.hash() == null || next.salts() == null) {
            findings.add(Fault.INSERTED, seq, seq, "row " + seq + " was not written by the log");
        } else {
            boolean known = !afterGap || (chainedBefore != null && chainedBefore.seq() == seq - 1);
            if (known && !next.verifies(before)) {
                suspect(next);
            }
            before = next.hash();
        }
        lookAtErasure(next);
        lookAtClock(next);
        previous = seq;
    }

    /** Looks whether the content is that of another suspect's place, or the other way round: then they were swapped. */
    private void suspect(ChainedRow next) {
        Suspect now = new Suspect(next, before);
        for (Suspect other : suspects) {
            if (belongs(other.chained(), now) || belongs(next, other)) {
                findings.add(
                        Fault.REORDERED,
                        other.chained().seq(),
                        next.seq(),
                        "rows " + other.chained().seq() + " and " + next.seq() + " stand in each other's place");
                return;
            }
        }
        if (suspects.size() < KEPT) {
            suspects.add(now);
        }
        long seq = next.seq();
        findings.add(Fault.ALTERED, seq, seq, "row " + seq + " is not as it was written");
    }

    private static boolean belongs(ChainedRow content, Suspect place) {
        return content.verifiesInPlaceOf(place.chained(), place.before());
    }

    private void lookAtErasure(ChainedRow next) {
        Erasure erasure = next.erasure();
        if (erasure == null) {
            return;
        }
        erased++;
        long seq = next.seq();
        findings.isSigned(erasure.statement(), erasure.signed(), seq, seq, "the erasure in row " + seq);
        for (PersonalField field : PersonalField.values()) {
            if (erasure.erases(field) && !Objects.equals(next.row().personal(field), field.erased())) {
                findings.add(
                        Fault.ALTERED, seq, seq, "row " + seq + " has something in a field that was erased: " + field);
            }
        }
    }

    /** The places where the clock was set back are what a search by time goes by. */
    private void lookAtClock(ChainedRow next) {
        clockSteps += next.clockStep() ? 1 : 0;
        if (next.row().at() instanceof Number at) {
            Long earlier = previousAt;
            if (earlier != null && (at.longValue() < earlier) != next.clockStep()) {
                long seq = next.seq();
                findings.add(Fault.INDEX, seq, seq, "a search by time goes wrong at row " + seq);
            }
            previousAt = at.longValue();
        }
    }

    byte[] hash() {
        return before;
    }

    long first() {
        return first;
    }

    /** The newest row; if there is none, the last that retention took. */
    long last() {
        return previous;
    }

    long rows() {
        return rows;
    }

    long erased() {
        return erased;
    }

    long clockSteps() {
        return clockSteps;
    }
}
