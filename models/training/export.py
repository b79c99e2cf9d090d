"""Writes a trained network as ONNX, batch norm folded in, and checks what ONNX was written from: export.py WEIGHTS.pt OUT.onnx

Prints the golden vector of the repository's tests: for the input ((i * 37) % 256 - 127.5) / 63.75 the two logits.
"""
import sys

import torch

from network import SIDE, LivenessNetwork, WithTwoClasses, normalise

weights, out = sys.argv[1:]
network = LivenessNetwork()
network.load_state_dict(torch.load(weights, map_location="cpu"))
network = WithTwoClasses(network).eval()
count = 3 * SIDE * SIDE
probe = normalise((torch.arange(count) * 37 % 256).float()).view(1, 3, SIDE, SIDE)
torch.onnx.export(network, probe, out, input_names=["input"], output_names=["logits"], opset_version=13)
with torch.no_grad():
    print("golden logits", [round(v, 5) for v in network(probe)[0].tolist()])
