package io.lintel.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * What one case of a {@link Property} is made of. Bounds are inclusive. Edge cases (the bounds, 0, 1, -1, the empty list, odd
 * characters) and values near 0 are likelier than others. For one thread.
 */
public final class Generator {

    private static final int[] ODD_CHARACTERS = {
        0, '\t', '\n', '\r', 0x1b, ' ', '\'', '"', '\\', '<', '%', '/', 0x7f, 0xa0, 0xad, 0xdf, 0x130, 0x131, 0x301,
        0x3c2, 0x200b, 0x200d, 0x202e, 0x2028, 0xd800, 0xdfff, 0xfb03, 0xfeff, 0xff21, 0xfffd, 0xffff, 0x1f98a, 0x10ffff
    };

    private final Choices choices;
    private final List<Object> sample = new ArrayList<>();
    private int depth;

    Generator(Choices choices) {
        this.choices = choices;
    }

    public int intBetween(int min, int max) {
        return (int) longBetween(min, max);
    }

    /** The range spans at most {@link Long#MAX_VALUE}. */
    public long longBetween(long min, long max) {
        AroundZero numbers = new AroundZero(min, max);
        long[] edges = LongStream.of(min, min + 1, -1, 0, 1, max - 1, max)
                .map(numbers::place)
                .distinct()
                .toArray();
        return sampled(numbers.number(choices.upTo(max - min, edges)));
    }

    /** Half of them have two decimals at most, so that equal and round ones occur. */
    public double doubleBetween(double min, double max) {
        long from = (long) Math.ceil(min * 100);
        long to = (long) Math.floor(max * 100);
        if (from <= to && choices.uniformUpTo(1) == 0) {
            depth++;
            long hundredths = longBetween(from, to);
            depth--;
            return sampled(hundredths / 100.0);
        }
        long steps = 1L << 52;
        return sampled(Math.clamp(min + (max - min) * ((double) choices.upTo(steps, 0, steps) / steps), min, max));
    }

    public boolean bool() {
        return sampled(choices.uniformUpTo(1) == 1);
    }

    @SafeVarargs
    public final <T> T of(T... values) {
        return sampled(values[(int) choices.uniformUpTo(values.length - 1)]);
    }

    public <T> List<T> listOf(int minSize, int maxSize, Supplier<T> element) {
        depth++;
        List<T> list = new ArrayList<>();
        int wanted = minSize + choices.unrecordedUpTo(maxSize - minSize);
        while (list.size() < minSize || list.size() < maxSize && choices.flag(list.size() < wanted)) {
            list.add(element.get());
        }
        depth--;
        return sampled(list);
    }

    /** Any text of at most that many UTF-16 units: control characters, combining ones, halves of pairs and emoji included. */
    public String text(int maxLength) {
        StringBuilder text = new StringBuilder();
        depth++;
        listOf(0, maxLength, this::codePoint).forEach(text::appendCodePoint);
        depth--;
        return sampled(text.substring(0, Math.min(text.length(), maxLength)));
    }

    /** For tests whose cases are only noise; it is not reduced in any meaningful way. */
    public Random random() {
        return new Random(seed());
    }

    public long seed() {
        return sampled(choices.uniformUpTo(Long.MAX_VALUE));
    }

    private int codePoint() {
        return switch ((int) choices.uniformUpTo(3)) {
            case 0 -> 'a' + (int) choices.uniformUpTo(25);
            case 1 -> intBetween(' ', 0x17f);
            case 2 -> intBetween(0, 0xffff);
            default -> ODD_CHARACTERS[(int) choices.uniformUpTo(ODD_CHARACTERS.length - 1)];
        };
    }

    private <T> T sampled(T value) {
        if (depth == 0) {
            sample.add(value);
        }
        return value;
    }

    /** What was generated, in order. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        sample.forEach(each -> text.add(each instanceof String ? "\"" + each + "\"" : String.valueOf(each)));
        return text.toString();
    }
}
