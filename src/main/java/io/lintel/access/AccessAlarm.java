package io.lintel.access;

/** Something at the door that an admin should know at once. */
public sealed interface AccessAlarm {

    /** How it is written in logs and the API. */
    String code();

    /** One face was denied again and again. @param tries failed tries of this face so far */
    record RepeatedDenials(long trackId, int tries, DenialReason last) implements AccessAlarm {
        @Override
        public String code() {
            return "repeated-denials";
        }
    }

    /** Several faces that were not live. @param attacks within the watched time */
    record RepeatedSpoofs(int attacks) implements AccessAlarm {
        @Override
        public String code() {
            return "repeated-spoofs";
        }
    }
}
