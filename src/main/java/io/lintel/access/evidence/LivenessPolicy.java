package io.lintel.access.evidence;

/** Whether a face must be shown to be live before it is let in. */
public sealed interface LivenessPolicy {

    /** Measured in docs/decisions/0050-when-the-door-opens.md. */
    LivenessPolicy DEFAULT = Required.at(0.5);

    LivenessVerdict judge(LivenessTally tally);

    /** For logs and explanations. */
    String describe();

    /**
     * No verdict is a denial. The verdict is the mean over several frames; the fewer there are, the clearer it has to be: the
     * mean asked for falls in equal steps from {@code level + quickMargin} at {@code quickFrames} to {@code level} at
     * {@code frames}. Later frames push out the first ones, so that a face that came out of bad light gets its chance.
     *
     * @param level least mean probability of being live, 0 to 1. 0.5: APCER 0.0 %, BPCER 0.0-1.9 % on NUAA (MODELS.md)
     * @param quickFrames from how many frames on somebody may be live at all; three, as many as name a person, add no time
     * @param quickMargin by how much the mean of so few must exceed the level
     * @param frames how many frames are averaged at most
     * @param hopeless mean of {@code frames} below which no more are waited for, and mean of each single model below which nobody is
     *     live: an attack has to deceive all of them
     */
    record Required(double level, int quickFrames, double quickMargin, int frames, double hopeless)
            implements LivenessPolicy {

        public Required {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("the liveness level must lie in (0, 1), not " + level);
            }
            if (!(quickMargin >= 0 && level + quickMargin <= 1)) {
                throw new IllegalArgumentException(
                        "level + quickMargin must lie in [level, 1], not " + (level + quickMargin));
            }
            if (quickFrames < 2 || frames < quickFrames || frames > Evidence.MEMORY) {
                throw new IllegalArgumentException("liveness needs 2 <= quickFrames <= frames <= " + Evidence.MEMORY
                        + ", not " + quickFrames + " and " + frames);
            }
            if (!(hopeless >= 0 && hopeless <= level)) {
                throw new IllegalArgumentException("hopeless must lie in [0, level], not " + hopeless);
            }
        }

        /** The usual rule at another level. @param level in (0, 1) */
        public static Required at(double level) {
            return new Required(level, 3, Math.min(0.3, (1 - level) * 0.6), 10, level * 0.4);
        }

        @Override
        public LivenessVerdict judge(LivenessTally tally) {
            if (tally.answers() == 0 && tally.asked() >= quickFrames) {
                return LivenessVerdict.NO_VERDICT;
            }
            boolean agreed = tally.complete() && tally.weakest() >= hopeless;
            if (agreed && tally.answers() >= quickFrames && tally.mean() >= needed(tally.answers())) {
                return LivenessVerdict.LIVE;
            }
            boolean hopeless = tally.answers() >= frames && tally.mean() < this.hopeless;
            return hopeless ? LivenessVerdict.NOT_LIVE : LivenessVerdict.UNSURE;
        }

        private double needed(int answers) {
            int missing = Math.max(0, frames - answers);
            return missing == 0 ? level : level + quickMargin * missing / (frames - quickFrames);
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
