package io.lintel.access.evidence;

/** Whether a face must be shown to be live before it is let in. */
public sealed interface LivenessPolicy {

    /** Measured in docs/decisions/0130-liveness-by-a-sequential-test.md. */
    LivenessPolicy DEFAULT = Required.at(0.5);

    LivenessVerdict judge(LivenessSummary tally);

    /** For logs and explanations. */
    String describe();

    /** The numbers of the test that collects the evidence, also where nothing depends on it. */
    LivenessTestSettings test();

    /** Whether a face that was good enough for a challenge or a PIN has looked like an attack since. */
    boolean doubts(LivenessSummary tally);

    /**
     * A {@link SequentialLivenessTest} decides; no verdict is a denial.
     *
     * @param level how clearly a face must look live, 0 to 1: the odds of the level, squared, multiply the likelihood ratio
     *     that is asked for. 0.5 leaves it as it is
     * @param test bounds of the sequential test at this level, and its other numbers
     */
    record Required(double level, LivenessTestSettings test) implements LivenessPolicy {

        /** Less would be no test any more, nats. */
        private static final double LEAST_BOUND = 1;

        public Required {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException(
                        "lintel.liveness.level must lie between 0 and 1 and be neither, it is " + level);
            }
        }

        /** The usual test at another level. @param level in (0, 1) */
        public static Required at(double level) {
            double bound = LivenessTestSettings.DEFAULT.liveBound() + 2 * Math.log(level / (1 - level));
            return new Required(level, LivenessTestSettings.DEFAULT.withLiveBound(Math.clamp(bound, LEAST_BOUND, 20)));
        }

        @Override
        public LivenessVerdict judge(LivenessSummary tally) {
            if (tally.missing() >= (tally.answers() == 0 ? test.minimumAnswers() : test.mostMissing())) {
                return LivenessVerdict.NO_VERDICT;
            }
            if (tally.answers() < test.minimumAnswers()) {
                return LivenessVerdict.UNSURE;
            }
            if (tally.evidence() >= test.liveBound()) {
                return LivenessVerdict.LIVE;
            }
            return tally.evidence() <= -test.attackBound() ? LivenessVerdict.NOT_LIVE : LivenessVerdict.UNSURE;
        }

        @Override
        public boolean doubts(LivenessSummary tally) {
            return tally.recent() <= -test.doubtBound();
        }

        @Override
        public String describe() {
            return "required";
        }
    }

    /** A photo opens the door. Chosen by an installer in words that say so, never by a fault. */
    record Off() implements LivenessPolicy {

        @Override
        public LivenessVerdict judge(LivenessSummary tally) {
            return LivenessVerdict.LIVE;
        }

        @Override
        public LivenessTestSettings test() {
            return LivenessTestSettings.DEFAULT;
        }

        @Override
        public boolean doubts(LivenessSummary tally) {
            return false;
        }

        @Override
        public String describe() {
            return "off";
        }
    }
}
