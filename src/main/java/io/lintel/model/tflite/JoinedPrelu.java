package io.lintel.model.tflite;

import io.lintel.model.tflite.TfliteModel.Constant;
import io.lintel.model.tflite.TfliteModel.Operator;
import io.lintel.model.tflite.TfliteModel.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model whose parametric ReLUs are one operator each. Keras writes PReLU in five: {@code relu(x) + c * (x - |x|)}, which below
 * zero is {@code 2c * x}: MobileFaceNet has 33 of them.
 */
final class JoinedPrelu {

    private final List<Tensor> tensors;
    private final List<Operator> operators;
    private final Map<Integer, Operator> makers = new HashMap<>();
    private final Map<Integer, Integer> uses = new HashMap<>();

    private JoinedPrelu(TfliteModel model) {
        tensors = new ArrayList<>(model.tensors());
        operators = new ArrayList<>(model.operators());
        for (Operator operator : operators) {
            makers.put(operator.output(), operator);
            operator.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
        model.outputs().forEach(output -> uses.merge(output, 1, Integer::sum));
    }

    static TfliteModel in(TfliteModel model) {
        JoinedPrelu joined = new JoinedPrelu(model);
        joined.join();
        return new TfliteModel(
                List.copyOf(joined.tensors), List.copyOf(joined.operators), model.inputs(), model.outputs());
    }

    private void join() {
        Set<Operator> parts = new HashSet<>();
        for (int i = 0; i < operators.size(); i++) {
            Parts found = parts(operators.get(i));
            if (found != null) {
                parts.addAll(List.of(found.relu, found.product, found.difference, found.absolute));
                operators.set(i, joined(found, operators.get(i).output()));
            }
        }
        operators.removeAll(parts);
    }

    /** What makes the terms of {@code sum}, if together they are a PReLU and nothing else reads them. */
    private @Nullable Parts parts(Operator sum) {
        if (sum.kind() != OperatorKind.ADD) {
            return null;
        }
        Operator relu = maker(OperatorKind.RELU, sum.inputs().get(0));
        Operator product = maker(OperatorKind.MUL, sum.inputs().get(1));
        if (relu == null || product == null) {
            return null;
        }
        Operator difference = maker(OperatorKind.SUB, product.inputs().get(1));
        if (difference == null) {
            return null;
        }
        Operator absolute = maker(OperatorKind.ABS, difference.inputs().get(1));
        int x = relu.inputs().getFirst();
        return absolute != null
                        && absolute.inputs().getFirst() == x
                        && difference.inputs().getFirst() == x
                        && tensors.get(product.inputs().getFirst()).constant() instanceof Constant.Floats
                ? new Parts(relu, product, difference, absolute)
                : null;
    }

    private @Nullable Operator maker(OperatorKind kind, int tensor) {
        Operator maker = makers.get(tensor);
        return maker != null && maker.kind() == kind && uses.getOrDefault(tensor, 0) == 1 ? maker : null;
    }

    private Operator joined(Parts parts, int output) {
        Tensor factor = tensors.get(parts.product.inputs().getFirst());
        float[] slopes = factor.floats().clone();
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] *= 2;
        }
        tensors.add(new Tensor(factor.name() + "/slopes", factor.shape(), new Constant.Floats(slopes)));
        int x = parts.relu.inputs().getFirst();
        return new Operator(OperatorKind.PRELU, List.of(x, tensors.size() - 1), output, new OperatorOptions.None());
    }

    private record Parts(Operator relu, Operator product, Operator difference, Operator absolute) {}
}
