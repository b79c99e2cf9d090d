package io.lintel.model.torch;

import java.util.List;

/**
 * A tensor of float32 numbers, row by row. Whoever gets the array must not change it.
 *
 * @param values as many as the shape says
 */
@SuppressWarnings("ArrayRecordComponent")
record TorchTensor(List<Integer> shape, float[] values) {}
