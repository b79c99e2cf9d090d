package io.lintel.access.challenge;

import java.time.Duration;

/**
 * What a challenge asks for and how it is checked.
 *
 * @param steps how many instructions in a row. Three: of the 36 rows of three from four, with none twice in a row, a recording of one follows
 *     another in less than 3 % of draws; two would leave 8 %
 * @param stepTime how long somebody has for each
 * @param settleTime how long the face must be straight again in between
 * @param shortestPause between looking straight and the next instruction; the pause is drawn anew each time, so that a recording meets
 *     the instruction at the wrong moment
 * @param longestPause the other end of that draw
 * @param turn yaw, and change of yaw, that is a turn, degrees. 20: the mesh reads yaw to about 50 degrees with a jitter of 0.6
 * @param straight from how small a change on the head counts as straight again, degrees
 * @param wrongTurn change of yaw that is the wrong answer when no turn, or the other one, was asked for, degrees
 * @param shutEyes eye aspect ratio against the open eyes' below which eyes are shut; 0.7: measured 0.26 open, 0.13 shut
 * @param shutFor how long they must stay so; natural blinks last 0.1 to 0.3 s
 * @param growth by how much the distance of the eyes must grow for coming closer
 * @param longestGap for how long the face may be missing
 * @param fastest how fast the face may move, in its own widths a second: faster is another face
 */
public record ChallengeSettings(
        int steps,
        Duration stepTime,
        Duration settleTime,
        Duration shortestPause,
        Duration longestPause,
        double turn,
        double straight,
        double wrongTurn,
        double shutEyes,
        Duration shutFor,
        double growth,
        Duration longestGap,
        double fastest) {

    public static final ChallengeSettings DEFAULT = new ChallengeSettings(
            3,
            Duration.ofSeconds(6),
            Duration.ofSeconds(6),
            Duration.ofMillis(300),
            Duration.ofMillis(1200),
            20,
            10,
            15,
            0.7,
            Duration.ofMillis(400),
            1.25,
            Duration.ofMillis(700),
            8);

    public ChallengeSettings {
        if (steps < 1 || steps > 6) {
            throw new IllegalArgumentException(
                    "lintel.liveness.challenge-steps must lie between 1 and 6, it is " + steps);
        }
        if (!stepTime.isPositive() || !settleTime.isPositive() || longestPause.compareTo(shortestPause) < 0) {
            throw new IllegalArgumentException("a challenge's times must be positive and its pauses in order");
        }
        if (!(straight < wrongTurn && wrongTurn < turn)) {
            throw new IllegalArgumentException("a challenge needs straight < wrongTurn < turn");
        }
    }

    public ChallengeSettings withSteps(int number) {
        return new ChallengeSettings(
                number,
                stepTime,
                settleTime,
                shortestPause,
                longestPause,
                turn,
                straight,
                wrongTurn,
                shutEyes,
                shutFor,
                growth,
                longestGap,
                fastest);
    }
}
