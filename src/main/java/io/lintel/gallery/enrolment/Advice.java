package io.lintel.gallery.enrolment;

import io.lintel.face.QualityFlaw;

/** What the person before the camera should do now: one thing at a time. */
public enum Advice {
    LOOK_HERE("look into the camera"),
    ONE_PERSON_ONLY("one person only, please"),
    COME_CLOSER("come closer"),
    STEP_BACK("step back a little"),
    HOLD_STILL("hold still"),
    BRIGHTER("more light on the face"),
    DARKER("less light on the face"),
    SOFTER_LIGHT("softer, more even light"),
    HEAD_UPRIGHT("hold the head upright"),
    LEVEL_HEAD("look straight, neither up nor down"),
    TO_THE_MIDDLE("move to the middle of the picture"),
    LOOK_STRAIGHT("look straight into the camera"),
    TURN_LEFT("turn your head a little to your left"),
    TURN_RIGHT("turn your head a little to your right"),
    /** The face is not the one of the shots before, or not the person to whom shots are to be added. */
    OTHER_PERSON("this is somebody else: the same person again, please"),
    /** Somebody who is enrolled stands there, where a new person is to be enrolled. */
    KNOWN_PERSON("this person looks like somebody who is enrolled"),
    NOT_LIVE("this looks like a picture of a person"),
    DONE("thank you, that is all");

    private final String text;

    Advice(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    static Advice against(QualityFlaw flaw) {
        return switch (flaw) {
            case TOO_FAR -> COME_CLOSER;
            case TOO_CLOSE -> STEP_BACK;
            case BLURRED -> HOLD_STILL;
            case TOO_DARK -> BRIGHTER;
            case TOO_BRIGHT -> DARKER;
            case LOW_CONTRAST -> SOFTER_LIGHT;
            case TURNED_SIDEWAYS -> LOOK_STRAIGHT;
            case TURNED_UP_OR_DOWN -> LEVEL_HEAD;
            case TILTED -> HEAD_UPRIGHT;
            case CUT_OFF -> TO_THE_MIDDLE;
        };
    }
}
