package io.lintel.crypto;

/** What is sealed. The code is part of what each seal covers and never changes its meaning. */
public enum SealedField {
    /** Name, note and the purpose of a consent. */
    PERSON(1),
    TEMPLATE(2),
    PORTRAIT(3),
    /** The hash of a PIN. */
    PIN(4),
    /** A picture of a decision. */
    PICTURE(5),
    /** Which people there are. */
    ROSTER(6),
    /** What this box needs as a member of a site. */
    SITE(7);

    private final byte code;

    SealedField(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
