"""Writes a network that takes pictures of any size for one size: usage: fixed_size.py IN OUT WIDTH HEIGHT. OpenCV reads only such ones."""
import sys

import onnx


def main(source, target, width, height):
    model = onnx.load(source)
    picture = model.graph.input[0].type.tensor_type.shape
    for dimension, size in zip(picture.dim, (1, 3, int(height), int(width))):
        dimension.dim_value = size
    onnx.save(model, target)


main(*sys.argv[1:])
