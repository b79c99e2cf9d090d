package io.lintel.camera;

import java.time.Duration;

/** How a camera is doing. Immutable. */
public sealed interface CameraStatus {

    /** Which camera, without password. */
    String camera();

    /** One line for health pages and logs. */
    String summary();

    /** Whether pictures of now arrive. */
    default boolean isLive() {
        return this instanceof Live;
    }

    /** Being opened for the first time. */
    record Starting(String camera) implements CameraStatus {

        @Override
        public String summary() {
            return "opening " + camera;
        }
    }

    /**
     * Pictures arrive.
     *
     * @param kind what they are; pictures of the demo must not open a real door
     */
    record Live(String camera, CameraKind kind) implements CameraStatus {

        public boolean isDemo() {
            return kind == CameraKind.DEMO;
        }

        @Override
        public String summary() {
            return camera + " delivers" + (isDemo() ? " (demo clips, not a camera)" : "");
        }
    }

    /** Opened, but no usable picture comes. It is given up soon. */
    record Frozen(String camera, String reason) implements CameraStatus {

        @Override
        public String summary() {
            return camera + " is frozen: " + reason;
        }
    }

    /**
     * Broken or absent; tried again for ever.
     *
     * @param reason why the last attempt ended
     * @param remedy what a person can do about it
     * @param attempt how many attempts in a row have failed
     * @param pause until the next attempt, at the time when this one failed; sooner if the camera is seen to come back
     */
    record Reconnecting(String camera, String reason, String remedy, int attempt, Duration pause)
            implements CameraStatus {

        @Override
        public String summary() {
            return reason + " (attempt " + attempt + ", next within " + Math.max(1, pause.toSeconds()) + " s; " + remedy
                    + ")";
        }
    }

    /** A recording that was played to its end; nothing more comes. */
    record Ended(String camera) implements CameraStatus {

        @Override
        public String summary() {
            return camera + " has been played to its end";
        }
    }

    /** Switched off by us. */
    record Closed(String camera) implements CameraStatus {

        @Override
        public String summary() {
            return camera + " is switched off";
        }
    }
}
