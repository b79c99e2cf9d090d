"""Writes a network that Lintel imported with the plain PRelu operator: usage: plain_prelu.py IN OUT

Lintel's importer writes PReLU as convolutions and rectifiers, which ONNX Runtime runs faster and OpenCV slower than the operator.
Each engine is measured with the form that suits it; the outputs are the same.
"""
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper


def main(source, target):
    model = onnx.load(source)
    graph = model.graph
    values = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    by_output = {node.output[0]: node for node in graph.node}
    replaced, dropped = {}, set()
    for add in graph.node:
        if add.op_type != "Add":
            continue
        parts = [by_output[name] for name in add.input if name in by_output]
        sloped = next((part for part in parts if part.output[0].endswith("/sloped")), None)
        above = next((part for part in parts if part.output[0].endswith("/above")), None)
        if sloped is None or above is None:
            continue
        below = by_output[sloped.input[0]]
        mirrored = by_output[below.input[0]]
        assert above.input[0] == mirrored.input[0]
        slope = add.output[0] + "/slope"
        array = -values[sloped.input[1]].ravel().reshape(-1, 1, 1).astype(np.float32)
        graph.initializer.append(numpy_helper.from_array(array, slope))
        replaced[id(add)] = helper.make_node("PRelu", [above.input[0], slope], [add.output[0]], name=add.output[0])
        dropped.update(id(node) for node in (mirrored, below, sloped, above))
    nodes = [replaced.get(id(node), node) for node in graph.node if id(node) not in dropped]
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [each for each in graph.initializer if each.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.save(model, target)


main(*sys.argv[1:])
