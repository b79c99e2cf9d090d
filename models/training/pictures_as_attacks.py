"""Invents recaptured pictures from crops of live faces, and varies crops as cameras, light and poses do.

All functions take and give float tensors n x 3 x side x side, 0 to 1, BGR. Ranges were set by eye and by what separated unseen replays
in the trial; they are not measured on real media.
"""
import math

import torch
import torch.nn.functional as F


def uniform(n, low, high, *shape):
    return torch.empty(n, *(shape or (1, 1, 1))).uniform_(low, high)


def chance(n, probability):
    return (torch.rand(n, 1, 1, 1) < probability).float()


def blur(x, strength):
    soft = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="reflect"), 3, 1)
    return x + (soft - x) * strength


def smooth_noise(n, cells, side, channels=1):
    return F.interpolate(torch.randn(n, channels, cells, cells), size=(side, side), mode="bilinear", align_corners=False)


def grid(n, side):
    rows, columns = torch.meshgrid(torch.arange(float(side)), torch.arange(float(side)), indexing="ij")
    return rows.expand(n, 1, side, side), columns.expand(n, 1, side, side)


def grating(n, side):
    """A screen's pixels seen by a camera's: two gratings of nearly the same pitch and direction beat."""
    rows, columns = grid(n, side)
    pitch, angle = uniform(n, 0.12, 0.49), uniform(n, 0, math.pi)

    def wave(p, a):
        return torch.cos(2 * math.pi * p * (columns * torch.cos(a) + rows * torch.sin(a)))

    return wave(pitch, angle) * (0.5 + 0.5 * wave(pitch * uniform(n, 0.93, 1.07), angle + uniform(n, -0.08, 0.08)))


def glare(n, side):
    rows, columns = grid(n, side)
    x, y, radius = uniform(n, 0, side), uniform(n, 0, side), uniform(n, 6, 34)
    spot = torch.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * radius**2))
    return spot * uniform(n, 0.1, 0.7) * chance(n, 0.35)


def edges_of_the_medium(x, others):
    """Surrounds the picture by what lies behind a sheet or phone: straight, slightly tilted edges, a rim of its own on some."""
    n, _, side, _ = x.shape
    rows, columns = grid(n, side)
    colour = torch.where(chance(n, 0.5) > 0, torch.rand(n, 3, 1, 1), torch.rand(n, 3, 1, 1) * 0.12)
    rim_colour = torch.where(chance(n, 0.5) > 0, 0.85 + 0.15 * torch.rand(n, 1, 1, 1), 0.1 * torch.rand(n, 1, 1, 1))
    outside = torch.where(chance(n, 0.6) > 0, others, colour.expand_as(x))
    has_rim, shown = chance(n, 0.6), chance(n, 0.65)
    for along, across in ((rows, columns), (columns, rows)):
        for near in (True, False):
            tilt = uniform(n, -0.12, 0.12)
            place = uniform(n, 1, 24) + tilt * (across - side / 2)
            depth = place - along if near else along - (side - 1 - place)
            beyond = shown * chance(n, 0.6) * (depth > 0).float()
            rim = beyond * has_rim * (depth < uniform(n, 1, 9)).float()
            x = x * (1 - beyond) + outside * beyond
            x = x * (1 - rim) + rim_colour * rim
    return x


def as_attack(live):
    """Prints and screens: what paper, panel and the second camera do to a picture."""
    n, _, side, _ = live.shape
    screen = chance(n, 0.55)
    x = blur(live, uniform(n, 0, 1))
    x = blur(x, uniform(n, 0, 1) * chance(n, 0.4))
    coarse = F.interpolate(F.interpolate(x, scale_factor=0.5, mode="area"), size=(side, side), mode="bilinear", align_corners=False)
    x = x + (coarse - x) * chance(n, 0.3) * uniform(n, 0.3, 1)
    x = x.clamp(1e-3, 1) ** uniform(n, 0.6, 1.7)
    black, white = uniform(n, 0, 0.2), uniform(n, 0.65, 1.08)
    x = black + (white - black) * x
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * uniform(n, 0.35, 1.25)  # gamut of ink and of cheap panels
    tint = uniform(n, 0.85, 1.15, 3, 1, 1)
    bluish = torch.ones(n, 3, 1, 1)
    bluish[:, 0:1] += uniform(n, 0, 0.18) * screen
    x = x * tint * bluish
    x = x + screen * grating(n, side) * uniform(n, 0.008, 0.08)
    x = x + (1 - screen) * (smooth_noise(n, 4, side) * 0.06 + torch.randn(n, 1, side, side) * uniform(n, 0, 0.03))
    bend = smooth_noise(n, 2, side) * 0.08 * chance(n, 0.3)  # curved paper takes the light unevenly
    x = x + bend + glare(n, side)
    if n > 1:
        x = edges_of_the_medium(x, live[torch.randperm(n)])
    return x.clamp(0, 1)


def vary(x, side):
    """What changes without changing the answer: pose, place, light, colour, focus, noise and compression of a camera."""
    n = len(x)
    scale, angle = uniform(n, 0.72, 0.94).flatten(), torch.randn(n) * 0.08
    mirror = torch.where(torch.rand(n) < 0.5, -1.0, 1.0)
    matrix = torch.zeros(n, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = scale * torch.cos(angle) * mirror, -scale * torch.sin(angle)
    matrix[:, 1, 0], matrix[:, 1, 1] = scale * torch.sin(angle) * mirror, scale * torch.cos(angle)
    matrix[:, :, 2] = torch.empty(n, 2).uniform_(-1, 1) * (1 - scale).unsqueeze(1)
    x = F.grid_sample(x, F.affine_grid(matrix, (n, 3, side, side), align_corners=False), mode="bilinear",
                      padding_mode="reflection", align_corners=False)
    x = x.clamp(1e-3, 1) ** uniform(n, 0.7, 1.4)
    x = x * uniform(n, 0.75, 1.25) * uniform(n, 0.92, 1.08, 3, 1, 1)
    side_light = (torch.linspace(-1, 1, side).view(1, 1, 1, side) * uniform(n, -0.3, 0.3)) * chance(n, 0.15)
    x = x * (1 + side_light)
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * uniform(n, 0.6, 1.3)
    x = blur(x, uniform(n, 0, 1) * chance(n, 0.3))
    noisy = torch.randn_like(x) * uniform(n, 0, 0.02)
    blocks = F.interpolate(F.interpolate(x, size=(side // 4, side // 4), mode="area"), size=(side, side), mode="nearest")
    x = x + (blocks - x) * uniform(n, 0, 0.15) * chance(n, 0.1)  # hard compression
    return (x + noisy).clamp(0, 1)
