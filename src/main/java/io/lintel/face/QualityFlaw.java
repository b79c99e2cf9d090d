package io.lintel.face;

/** Why a face is not good enough to be compared, each with what a person can do about it. */
public enum QualityFlaw {
    TOO_FAR("come closer"),
    TOO_CLOSE("step back"),
    BLURRED("hold still"),
    TOO_DARK("more light on the face"),
    TOO_BRIGHT("less light on the face"),
    LOW_CONTRAST("softer, more even light"),
    TURNED_SIDEWAYS("look into the camera"),
    TURNED_UP_OR_DOWN("look into the camera"),
    TILTED("hold the head upright"),
    CUT_OFF("move to the middle of the picture");

    private final String advice;

    QualityFlaw(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
