package io.lintel.gallery.enrolment;

/**
 * Why a shot was refused.
 *
 * @param label the shot's
 * @param what what is wrong with it, for people
 * @param advice what to do about it, for people
 */
public record ShotProblem(String label, Kind kind, String what, String advice) {

    /** For programs. */
    public enum Kind {
        NO_FACE,
        SEVERAL_FACES,
        POOR_QUALITY,
        /** Not the person of the other shots, or not the one to whom templates are to be added. */
        OTHER_PERSON
    }
}
