"""The liveness network: 80x80 BGR crops of 2.7 times the face's box to one logit, positive for a live face.

Inverted residual blocks (Sandler et al., MobileNetV2, 2018) with plain ReLU, which ONNX Runtime fuses into the convolutions.
"""
import torch
import torch.nn as nn

SIDE = 80
MEAN, STD = 127.5, 63.75  # of the bytes; models/catalog.json says the same to the door


def normalise(bytes_):
    """Bytes as floats, 0 to 255, to what the network takes."""
    return (bytes_ - MEAN) / STD


def convolution(inputs, outputs, side, stride=1, groups=1, active=True):
    layers = [nn.Conv2d(inputs, outputs, side, stride, side // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if active else nn.Sequential(*layers)


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion=2):
        super().__init__()
        inner = inputs * expansion
        self.adds = stride == 1 and inputs == outputs
        self.layers = nn.Sequential(
            convolution(inputs, inner, 1),
            convolution(inner, inner, 3, stride, groups=inner),
            convolution(inner, outputs, 1, active=False))

    def forward(self, x):
        y = self.layers(x)
        return x + y if self.adds else y


class LivenessNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            convolution(3, 16, 3, 2),
            InvertedResidual(16, 48, 2),
            InvertedResidual(48, 48, 1),
            InvertedResidual(48, 48, 1),
            InvertedResidual(48, 64, 2),
            InvertedResidual(64, 64, 1),
            InvertedResidual(64, 64, 1),
            InvertedResidual(64, 96, 2),
            InvertedResidual(96, 96, 1))
        # one weight for each place of the 5x5 map: where in the crop something lies matters (edges of paper, hands)
        self.gather = nn.Sequential(nn.Conv2d(96, 96, 5, groups=96, bias=False), nn.BatchNorm2d(96))
        self.dropout = nn.Dropout(0.3)
        self.head = nn.Linear(96, 1)

    def forward(self, x):
        return self.head(self.dropout(self.gather(self.features(x)).flatten(1))).squeeze(1)


class WithTwoClasses(nn.Module):
    """As exported: logits of attack and live, so that the softmax over both is the probability."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        live = self.network(x).unsqueeze(1)
        return torch.cat([torch.zeros_like(live), live], 1)
