package io.lintel.evaluation.pad;

import io.lintel.face.LivenessAnswer;
import java.util.List;

/**
 * What the liveness networks say about the largest face of one frame.
 *
 * @param seconds since the clip's first frame; 0 for a still
 * @param answers of all networks, in the order in which they are installed
 * @param eyeDistance pixels
 */
record FrameScore(Presentation presentation, int frame, double seconds, List<LivenessAnswer> answers, double eyeDistance) {

    /** The networks' mean by their weights, as the door has it, 0 to 1. */
    double value() {
        double weights = answers.stream().mapToDouble(LivenessAnswer::weight).sum();
        return answers.stream()
                        .mapToDouble(answer -> answer.weight() * answer.probability())
                        .sum()
                / weights;
    }
}
