package io.lintel.access.track;

import java.time.Duration;

/**
 * How faces of successive frames are taken for the same one.
 *
 * @param minimumIou overlap from which two boxes belong together, 0 to 1. A face that stands still overlaps by 0.8 and
 *     more even in a shaky detector's boxes; 0.3 is the customary gate of IoU trackers
 * @param reach how far a centre may move between two sightings without overlap, in widths of the face. A face is about
 *     15 cm wide, so 1.0 follows a walk of 1.4 m/s across the picture from 10 frames a second on
 * @param largestScaling by which factor a face may grow or shrink between two sightings
 * @param gap for how long a track survives without its face being found (a blink of the detector, a hand before the face)
 * @param slowestFrame for how long a track survives from one frame to the very next: on a slow processor that may take longer than the gap
 * @param maximum how many tracks are kept; further faces, the smallest, are left out. Eight fill a doorway
 */
public record TrackSettings(
        double minimumIou, double reach, double largestScaling, Duration gap, Duration slowestFrame, int maximum) {

    public static final TrackSettings DEFAULT =
            new TrackSettings(0.3, 1.0, 2.0, Duration.ofSeconds(1), Duration.ofSeconds(2), 8);

    public TrackSettings {
        if (!(minimumIou > 0 && minimumIou <= 1)) {
            throw new IllegalArgumentException("minimumIou must lie in (0, 1], not " + minimumIou);
        }
        if (!(reach >= 0 && reach <= 5)) {
            throw new IllegalArgumentException("reach must lie in [0, 5] face widths, not " + reach);
        }
        if (!(largestScaling >= 1)) {
            throw new IllegalArgumentException("largestScaling must be 1 or more, not " + largestScaling);
        }
        if (!gap.isPositive() || slowestFrame.compareTo(gap) < 0) {
            throw new IllegalArgumentException(
                    "tracks need 0 < gap <= slowestFrame, not " + gap + " and " + slowestFrame);
        }
        if (maximum < 1) {
            throw new IllegalArgumentException("at least one track must be kept, not " + maximum);
        }
    }
}
