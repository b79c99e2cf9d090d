package io.lintel.evaluation.method;

import java.util.List;

/** A way to say who a face is. Learns once, and again for each change of the gallery. */
interface DecisionMethod {

    /** A face of somebody enrolled. */
    record Labelled(int person, float[] embedding) {}

    /** @param score the higher, the surer; comparable within one method only */
    record Decision(int person, double score) {}

    String name();

    /**
     * Learns the gallery.
     *
     * @param gallery unit vectors; people are numbered from 0
     * @param cohort unit vectors of people who are nobody enrolled, numbered on their own
     */
    void learn(List<Labelled> gallery, List<Labelled> cohort);

    /** The person who fits best. */
    Decision decide(float[] probe);
}
