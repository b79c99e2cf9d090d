package io.lintel.access.challenge;

/** When somebody recognised is asked to follow an instruction. */
public enum ChallengeWhen {
    NEVER,
    /** Only where the liveness models alone cannot tell: instead of turning the person away. */
    WHEN_UNSURE,
    ALWAYS
}
