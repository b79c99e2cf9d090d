"""Writes a trained network as ONNX, batch norm folded in, and checks what ONNX was written from: export.py WEIGHTS.pt OUT.onnx

Prints what PyTorch itself gives for the input of the repository's golden vectors (src/test/resources/io/lintel/model/golden.json).
"""
import json
import sys

import torch

from network import SIDE, LivenessNetwork, WithTwoClasses

weights, out = sys.argv[1:]
network = LivenessNetwork()
network.load_state_dict(torch.load(weights, map_location="cpu"))
network = WithTwoClasses(network).eval()
count = 3 * SIDE * SIDE
LOW, HIGH = -2.0, 2.0
probe = (LOW + (HIGH - LOW) * (torch.arange(count) * 7919 % 256).float() / 255).view(1, 3, SIDE, SIDE)
torch.onnx.export(network, probe, out, input_names=["input"], output_names=["logits"], opset_version=13)
with torch.no_grad():
    logits = network(probe)
print(json.dumps({"size": SIDE, "lo": LOW, "hi": HIGH, "outputs": {"logits": {
    "shape": list(logits.shape), "mean": logits.mean().item(), "mean_abs": logits.abs().mean().item(), "first": logits[0].tolist()}}}))
