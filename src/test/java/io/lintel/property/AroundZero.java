package io.lintel.property;

/** The numbers of a range in the order of their distance from 0, or from the bound next to it: 0, 1, -1, 2, -2, … */
record AroundZero(long min, long max) {

    private long origin() {
        return Math.clamp(0, min, max);
    }

    /** So far to both sides, the numbers alternate. */
    private long bothSides() {
        return Math.min(max - origin(), origin() - min);
    }

    long number(long place) {
        if (place > 2 * bothSides()) {
            long distance = place - bothSides();
            return max - origin() > bothSides() ? origin() + distance : origin() - distance;
        }
        return place % 2 == 1 ? origin() + (place + 1) / 2 : origin() - place / 2;
    }

    /** The place of a number of the range, or of the nearest that is. */
    long place(long number) {
        long distance = Math.clamp(number, min, max) - origin();
        if (Math.abs(distance) > bothSides()) {
            return Math.abs(distance) + bothSides();
        }
        return distance > 0 ? 2 * distance - 1 : -2 * distance;
    }
}
