package io.lintel.evaluation.pad;

import java.util.List;

/**
 * What the liveness networks say about the largest face of one frame.
 *
 * @param seconds since the clip's first frame; 0 for a still
 * @param networks answers in the order in which the networks are installed, 0 to 1
 * @param value what the door makes of them, 0 to 1
 * @param eyeDistance pixels
 */
record FrameScore(
        Presentation presentation,
        int frame,
        double seconds,
        List<Double> networks,
        double value,
        double eyeDistance) {}
