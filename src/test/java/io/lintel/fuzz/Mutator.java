package io.lintel.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes new inputs out of known ones, as AFL's havoc stage does: a few small spoilings each, now and then the half of another. */
final class Mutator {

    private static final int MOST_BYTES = 1 << 14;
    private static final int MOST_STEPS = 6;
    private static final int[] EDGES = {
        0, 1, 2, 0x7f, 0x80, 0xff, 0xfe, '0', '9', '-', '"', '\\', '\n', '%', '=', ':', ';', '/'
    };

    /** What numbers and texts are misread for. */
    private static final List<byte[]> WORDS = List.of(
            bytes(0xff, 0xff, 0xff, 0xff),
            bytes(0xff, 0xff, 0xff, 0x7f),
            bytes(0, 0, 0, 0x80),
            bytes(0x7f, 0xff, 0xff, 0xff),
            bytes(0, 0, 0, 0, 0, 0, 0, 0),
            text("99999999999999999999"),
            text("-1"),
            text("1e999"),
            text("NaN"),
            text("null"),
            text("\u0000"),
            text("\ufeff"),
            text("\u202e"),
            text("\ud83d\ude00"),
            text("\r\n"),
            text("../"),
            text("+999999999-12-31T23:59:59Z"),
            text("${HOME}"));

    private final Random random;
    private final List<byte[]> pool;

    /** @param pool known inputs; may grow meanwhile */
    Mutator(Random random, List<byte[]> pool) {
        this.random = random;
        this.pool = pool;
    }

    byte[] next() {
        byte[] input = known();
        int steps = 1 + random.nextInt(MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            input = step(input);
        }
        return input.length > MOST_BYTES ? Arrays.copyOf(input, MOST_BYTES) : input;
    }

    private byte[] known() {
        return pool.get(random.nextInt(pool.size())).clone();
    }

    private byte[] step(byte[] input) {
        if (input.length == 0) {
            return replaced(input, 0, 0, word());
        }
        int at = random.nextInt(input.length);
        return switch (random.nextInt(10)) {
            case 0 -> changed(input, at, input[at] ^ 1 << random.nextInt(8));
            case 1 -> changed(input, at, random.nextInt(256));
            case 2 -> changed(input, at, EDGES[random.nextInt(EDGES.length)]);
            case 3 -> changed(input, at, input[at] + random.nextInt(35) - 17);
            case 4 -> replaced(input, at, some(input, at), new byte[0]);
            case 5 -> replaced(input, at, 0, piece(input));
            case 6 -> replaced(input, at, some(input, at), piece(known()));
            case 7 -> replaced(input, at, 0, word());
            case 8 -> overwritten(input, at, word());
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(input, at) : repeated(input, at);
        };
    }

    private static byte[] changed(byte[] input, int at, int value) {
        input[at] = (byte) value;
        return input;
    }

    private static byte[] overwritten(byte[] input, int at, byte[] with) {
        System.arraycopy(with, 0, input, at, Math.min(with.length, input.length - at));
        return input;
    }

    /** Nests and lengthens: what recursion and growing buffers do not like. */
    private byte[] repeated(byte[] input, int at) {
        byte[] piece = Arrays.copyOfRange(input, at, at + Math.min(some(input, at), 16));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = random.nextInt(2000); i > 0; i--) {
            many.writeBytes(piece);
        }
        return replaced(input, at, 0, many.toByteArray());
    }

    private byte[] piece(byte[] of) {
        if (of.length == 0) {
            return of;
        }
        int from = random.nextInt(of.length);
        return Arrays.copyOfRange(of, from, from + some(of, from));
    }

    /** How many of the bytes from there on: mostly few. */
    private int some(byte[] input, int at) {
        int left = input.length - at;
        return 1 + random.nextInt(Math.min(left, random.nextBoolean() ? 8 : left));
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static byte[] replaced(byte[] input, int at, int length, byte[] by) {
        byte[] made = new byte[input.length - length + by.length];
        System.arraycopy(input, 0, made, 0, at);
        System.arraycopy(by, 0, made, at, by.length);
        System.arraycopy(input, at + length, made, at + by.length, input.length - at - length);
        return made;
    }

    private static byte[] bytes(int... values) {
        byte[] made = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            made[i] = (byte) values[i];
        }
        return made;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
