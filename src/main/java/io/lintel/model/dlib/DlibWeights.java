package io.lintel.model.dlib;

import io.lintel.model.ModelFormatException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of dlib's serialized face recognition network. dlib writes a network as nested C++ objects whose layout follows
 * from its types; but every layer with numbers starts with its tag, so that the numbers can be picked out in order without
 * knowing the rest. The network's builder checks that each has the size it must have.
 *
 * @param convolutions weights, then biases, of each convolution, from the network's input to its output
 * @param affines scales, then shifts, of the affine layer that follows each convolution, in the same order
 * @param fullyConnected the last layer's weights
 */
@SuppressWarnings("ArrayRecordComponent")
record DlibWeights(List<float[]> convolutions, List<float[]> affines, float[] fullyConnected) {

    private static final byte[] CONVOLUTION = tag("con_4");
    private static final byte[] AFFINE = tag("affine_");
    private static final byte[] FULLY_CONNECTED = tag("fc_2");

    private static final int TENSOR_VERSION = 2;

    /** @throws ModelFormatException if there is no such network in the file */
    static DlibWeights read(ByteBuffer file) {
        ByteBuffer in = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        List<float[]> convolutions = new ArrayList<>();
        List<float[]> affines = new ArrayList<>();
        float[] fullyConnected = {};
        try {
            while (in.hasRemaining()) {
                if (skip(in, CONVOLUTION)) {
                    convolutions.add(tensor(in));
                } else if (skip(in, AFFINE)) {
                    affines.add(tensor(in));
                } else if (skip(in, FULLY_CONNECTED)) {
                    integer(in); // outputs
                    integer(in); // inputs
                    fullyConnected = tensor(in);
                } else {
                    in.get();
                }
            }
        } catch (BufferUnderflowException e) {
            throw new ModelFormatException("the dlib file is damaged", e);
        }
        return new DlibWeights(convolutions, affines, fullyConnected);
    }

    /** A layer's name as dlib writes a string: its length, itself an integer, and its characters. */
    private static byte[] tag(String name) {
        return ("\1" + (char) name.length() + name).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean skip(ByteBuffer in, byte[] tag) {
        if (in.remaining() < tag.length) {
            return false;
        }
        byte[] next = new byte[tag.length];
        in.get(in.position(), next);
        boolean found = Arrays.equals(next, tag);
        if (found) {
            in.position(in.position() + tag.length);
        }
        return found;
    }

    private static float[] tensor(ByteBuffer in) {
        if (integer(in) != TENSOR_VERSION) {
            throw new ModelFormatException("the dlib file has tensors of another version");
        }
        long elements = 1;
        for (int axis = 0; axis < 4; axis++) {
            elements = Math.multiplyExact(elements, integer(in));
            if (elements > in.remaining() / Float.BYTES) {
                throw new BufferUnderflowException();
            }
        }
        float[] values = new float[(int) elements];
        in.asFloatBuffer().get(values);
        in.position(in.position() + values.length * Float.BYTES);
        return values;
    }

    /** dlib packs an integer: a byte with its sign and the number of bytes that follow, the lowest first. */
    private static long integer(ByteBuffer in) {
        byte head = in.get();
        if (head < 0 || (head & 0x0F) > Long.BYTES - 1) {
            throw new ModelFormatException("the dlib file has a size that makes no sense");
        }
        long value = 0;
        for (int i = 0; i < (head & 0x0F); i++) {
            value |= Byte.toUnsignedLong(in.get()) << (Byte.SIZE * i);
        }
        return value;
    }
}
