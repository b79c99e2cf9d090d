package io.lintel.account;

/** Why a password is not accepted, each as a sentence for the person who chose it. */
public enum PasswordFlaw {
    TOO_SHORT("It needs at least 12 characters; a few random words work well"),
    TOO_LONG("It may have at most 256 characters"),
    COMMON("It is one of the passwords that everybody tries first"),
    LIKE_USER_NAME("It is hardly more than the user name"),
    MONOTONOUS("It repeats one pattern or counts up a row");

    private final String sentence;

    PasswordFlaw(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
