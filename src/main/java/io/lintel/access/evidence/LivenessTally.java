package io.lintel.access.evidence;

/**
 * Liveness over the frames of a track.
 *
 * @param asked frames that an answer was expected of
 * @param answers frames with an answer, at most {@code asked}
 * @param mean mean of the answers, 0 to 1; 0 when there are none
 */
public record LivenessTally(int asked, int answers, double mean) {

    public static final LivenessTally NOTHING = new LivenessTally(0, 0, 0);
}
