package io.lintel.audit;

/** Consecutive numbers of the log, both ends included; empty when {@code last < first}. */
record SeqRange(long first, long last) {

    boolean isEmpty() {
        return last < first;
    }

    boolean contains(long seq) {
        return first <= seq && seq <= last;
    }

    SeqRange intersect(SeqRange other) {
        return new SeqRange(Math.max(first, other.first), Math.min(last, other.last));
    }
}
