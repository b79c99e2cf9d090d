package io.lintel.model.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pads channels with zeros to a multiple of {@value #BLOCK}. ONNX Runtime keeps convolutions in a layout of blocks of channels, and
 * rearranges what does not fill them before and after each layer: MiniFASNet, whose channels are pruned to numbers such as 13 and 103,
 * takes less than half the time so. Padded channels are zero throughout, so that outputs are the same but for rounding.
 */
final class PaddedChannels {

    private static final int BLOCK = 16;

    /** Far beyond any face model. A small file may name one constant for many convolutions, and each would get a padded copy of its own. */
    private static final int MOST_WEIGHTS = 2 << 20;

    /** Zero stays zero; {@code Sigmoid} makes it a half, and what that is multiplied by is zero. */
    private static final Set<String> KEEPS_CHANNELS =
            Set.of("Relu", "Add", "MaxPool", "Resize", "Mul", "Sigmoid", "GlobalAveragePool");

    private final OnnxGraph from;
    private final Map<String, Integer> channels = new HashMap<>();
    private final Set<String> paddable = new HashSet<>();
    private long weights;

    PaddedChannels(OnnxGraph from) {
        this.from = from;
    }

    OnnxGraph padded() {
        from.inputs().forEach((input, shape) -> channels.put(input, shape[0]));
        from.nodes().forEach(this::countChannels);
        choose();
        OnnxGraph to = new OnnxGraph(from.name());
        from.inputs().forEach(to::input);
        for (Node node : from.nodes()) {
            switch (node.operator()) {
                case "Conv" -> convolution(node, to);
                case "Pad" -> pad(node, to);
                default -> copy(node, to);
            }
        }
        from.outputs().forEach(to::output);
        return to;
    }

    private void countChannels(Node node) {
        String output = node.output();
        if (node.operator().equals("Conv")) {
            channels.put(output, weights(node).shape()[0]);
        } else if (isOfChannelsOnly(node)) {
            channels.put(
                    output,
                    Math.addExact(
                            Math.addExact(before(node), after(node)),
                            count(node.inputs().getFirst())));
        } else if (keepsChannels(node)) {
            computed(node).mapToInt(this::count).max().ifPresent(most -> channels.put(output, most));
        }
    }

    /** A value is padded where everything that makes or reads it can be. */
    private void choose() {
        paddable.addAll(channels.keySet());
        paddable.removeAll(from.inputs().keySet());
        paddable.removeAll(from.outputs().keySet());
        for (Node node : from.nodes()) {
            if (!isFree(node) && !isTied(node)) {
                paddable.removeAll(node.inputs());
                paddable.remove(node.output());
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : from.nodes()) {
                List<String> tied = isTied(node)
                        ? Stream.concat(computed(node), Stream.of(node.output()))
                                .toList()
                        : List.of();
                if (!paddable.containsAll(tied)) {
                    changed |= paddable.removeAll(tied);
                }
            }
        }
    }

    /** Whether its output may have other channels than its inputs. */
    private boolean isFree(Node node) {
        return node.operator().equals("Conv") && node.whole("group", 1) == 1 || isOfChannelsOnly(node);
    }

    /** Whether all of its values have to have the same channels. */
    private boolean isTied(Node node) {
        if (node.operator().equals("Conv")) {
            int[] shape = weights(node).shape();
            return !isFree(node) && shape[1] == 1 && shape[0] == node.whole("group", 1);
        }
        return keepsChannels(node);
    }

    private boolean keepsChannels(Node node) {
        // the others of a Resize are constants that say how much
        List<String> values = node.operator().equals("Resize") ? node.inputs().subList(0, 1) : node.inputs();
        return KEEPS_CHANNELS.contains(node.operator()) && channels.keySet().containsAll(values);
    }

    /** Whether it adds channels, and nothing at the sides. */
    private boolean isOfChannelsOnly(Node node) {
        if (!node.operator().equals("Pad")
                || !channels.containsKey(node.inputs().getFirst())) {
            return false;
        }
        long[] pads = pads(node);
        return pads.length == 8 && pads[0] + pads[2] + pads[3] + pads[4] + pads[6] + pads[7] == 0;
    }

    private void convolution(Node node, OnnxGraph to) {
        Constant weights = weights(node);
        int[] shape = weights.shape();
        int outputs = padded(node.output());
        int inputs = isFree(node) ? Math.max(padded(node.inputs().getFirst()), shape[1]) : shape[1];
        int area = shape[2] * shape[3];
        float[] some = weights.floats();
        float[] all = new float[affordable(outputs, inputs, shape[2], shape[3])];
        for (int output = 0; output < shape[0]; output++) {
            System.arraycopy(some, output * shape[1] * area, all, output * inputs * area, shape[1] * area);
        }
        float[] bias = new float[outputs];
        System.arraycopy(constant(node.inputs().get(2)).floats(), 0, bias, 0, shape[0]);
        Attribute[] attributes = node.attributes().stream()
                .map(each -> each.name().equals("group") && isTied(node) ? Attribute.of("group", outputs) : each)
                .toArray(Attribute[]::new);
        to.node(
                "Conv",
                node.output(),
                List.of(
                        node.inputs().getFirst(),
                        to.floats(node.output() + ".weight", all, outputs, inputs, shape[2], shape[3]),
                        to.floats(node.output() + ".bias", bias, outputs)),
                attributes);
    }

    /** As a convolution of one pixel, which keeps the layout. */
    private void pad(Node node, OnnxGraph to) {
        if (!isOfChannelsOnly(node)) {
            copy(node, to);
            return;
        }
        String x = node.inputs().getFirst();
        int inputs = padded(x);
        int outputs = padded(node.output());
        float[] weights = new float[affordable(outputs, inputs, 1, 1)];
        for (int channel = 0; channel < count(x); channel++) {
            weights[(before(node) + channel) * inputs + channel] = 1;
        }
        new Layers(to)
                .convolution(
                        node.output(),
                        x,
                        new Kernel(weights, new float[outputs], outputs, inputs, 1, 1, 1),
                        Window.point());
    }

    /** How many weights sizes make together, none of which may be less than one. */
    private int affordable(int outputs, int inputs, int height, int width) {
        long count = Math.multiplyExact((long) outputs * inputs, (long) height * width);
        weights += count;
        if (Math.min(Math.min(outputs, inputs), Math.min(height, width)) < 1 || weights > MOST_WEIGHTS) {
            throw new IllegalArgumentException("the graph would have more than " + MOST_WEIGHTS + " weights");
        }
        return (int) count;
    }

    private void copy(Node node, OnnxGraph to) {
        for (String input : node.inputs()) {
            Constant constant = from.constants().get(input);
            if (constant != null && !to.has(input)) {
                to.constant(input, constant);
            }
        }
        to.node(node.operator(), node.output(), node.inputs(), node.attributes().toArray(Attribute[]::new));
    }

    private int padded(String value) {
        int count = count(value);
        return paddable.contains(value) ? Math.ceilDiv(count, BLOCK) * BLOCK : count;
    }

    /** 0 where it is not known. */
    private int count(String value) {
        return channels.getOrDefault(value, 0);
    }

    private Constant constant(String name) {
        return Objects.requireNonNull(from.constants().get(name), () -> name + " is no constant");
    }

    private Stream<String> computed(Node node) {
        return node.inputs().stream().filter(channels::containsKey);
    }

    private Constant weights(Node convolution) {
        return constant(convolution.inputs().get(1));
    }

    private long[] pads(Node pad) {
        return constant(pad.inputs().get(1)).longs();
    }

    private int before(Node pad) {
        return Math.toIntExact(pads(pad)[1]);
    }

    private int after(Node pad) {
        return Math.toIntExact(pads(pad)[5]);
    }
}
