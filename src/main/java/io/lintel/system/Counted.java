package io.lintel.system;

/** How many, with the noun that fits: 1 template, 2 templates. */
public final class Counted {

    private Counted() {}

    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    public static String people(long number) {
        return of(number, "person", "people");
    }
}
