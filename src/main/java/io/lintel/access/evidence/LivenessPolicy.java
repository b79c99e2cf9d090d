package io.lintel.access.evidence;

/** Whether a face must be shown to be live before it is let in. */
public sealed interface LivenessPolicy {

    /** What a level costs and stops was measured in docs/decisions (threshold and evidence). */
    LivenessPolicy DEFAULT = new Required(0.5, 5, 0.1, 10);

    LivenessVerdict judge(LivenessTally tally);

    /** For logs and explanations. */
    String describe();

    /**
     * No verdict is a denial. A verdict is the mean over several frames: quick when it is clear, patient when it is not.
     *
     * @param level least mean probability of being live, 0 to 1. 0.5: APCER 0.0 %, BPCER 0.0-1.9 % on NUAA (MODELS.md)
     * @param quickFrames from how many frames on a clear mean is enough; five take 0.27 s at 15 frames a second
     * @param quickMargin by how much the mean must exceed the level to be clear
     * @param frames how many frames a final verdict needs
     */
    record Required(double level, int quickFrames, double quickMargin, int frames) implements LivenessPolicy {

        public Required {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("the liveness level must lie in (0, 1), not " + level);
            }
            if (!(quickMargin >= 0 && level + quickMargin <= 1)) {
                throw new IllegalArgumentException(
                        "level + quickMargin must lie in [level, 1], not " + (level + quickMargin));
            }
            if (quickFrames < 1 || frames < quickFrames) {
                throw new IllegalArgumentException(
                        "liveness needs 1 <= quickFrames <= frames, not " + quickFrames + " and " + frames);
            }
        }

        @Override
        public LivenessVerdict judge(LivenessTally tally) {
            if (tally.answers() == 0 && tally.asked() >= quickFrames) {
                return LivenessVerdict.NO_VERDICT;
            }
            if (tally.answers() >= frames) {
                return tally.mean() >= level ? LivenessVerdict.LIVE : LivenessVerdict.NOT_LIVE;
            }
            boolean clear = tally.answers() >= quickFrames && tally.mean() >= level + quickMargin;
            return clear ? LivenessVerdict.LIVE : LivenessVerdict.UNSURE;
        }

        @Override
        public String describe() {
            return "required";
        }
    }

    /** A photo opens the door. Chosen by an installer in words that say so, never by a fault. */
    record Off() implements LivenessPolicy {

        @Override
        public LivenessVerdict judge(LivenessTally tally) {
            return LivenessVerdict.LIVE;
        }

        @Override
        public String describe() {
            return "off";
        }
    }
}
