#!/usr/bin/env python3
"""Fits the calibrations of the liveness networks and plays the sequential test on recorded score sequences.

Input: a tab-separated file with one line a frame and a header:
    clip     name of the clip; its frames in order
    label    live, print or replay (anything but live is an attack)
    frame    number of the frame
    seconds  time of the frame within the clip
    eyes     distance of the eyes, pixels; frames below 24 are left out, as the door does not use them
    subject  who is shown. Without its digits it names the source: attacks of one label and source are one species
    and one column for each network, for example narrow, wide, own: its score, 0 to 1

Output: for each network the points of "score-to-log-likelihood-ratio" for models/catalog.json.

Procedure, for each network:
 1. Histograms of the scores of live clips and of attacks. Each live clip counts alike; so does each species of attack, because the
    weakest counts and not the one with the most recordings (ISO/IEC 30107-3 reports each species by itself).
 2. What is not in the data is added as a mixture (P. Huber, A robust version of the probability ratio test, 1965): a share UNSEEN_ATTACK of
    attacks that score above 0.8 in 30 % of their frames, and a share BAD_LIGHT of live faces that score below 0.4 in 20 %.
 3. The log-likelihood ratio of each bin, made monotone by pooling adjacent violators, and bounded by LIMIT nats.

--play reports, for each starting point of each clip, whether the sequential test of io.lintel.access.evidence opens, with calibrations that were fitted
without the subject's clips. Needs nothing but Python 3.
"""
import argparse
import csv
import itertools
import json
import math
from collections import defaultdict

EDGES = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1]
UNSEEN_ATTACK = 0.3
BAD_LIGHT = 0.1
LIMIT = 2.0  # 7 to 1: with it a clearly live face takes 0.4 s, so that no shorter burst of good frames opens
PRIOR = 0.5  # weight of an even distribution, in clips or species
LEAST_EYES = 24

# io.lintel.access.evidence.LivenessTestSettings.DEFAULT
LIVE_BOUND, ATTACK_BOUND, MINIMUM_ANSWERS = 5.2, 6.2, 3
CORRELATION_TIME, LONGEST_STEP, START_WEIGHT, END_WEIGHT = 0.21, 0.25, 0.67, 1.0


def read(path):
    """Clips as lists of rows, in the file's order."""
    clips = defaultdict(list)
    with open(path, newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if float(row["eyes"]) >= LEAST_EYES:
                clips[row["clip"]].append(row)
    return clips


def subject(rows):
    return rows[0]["subject"]


def species(rows):
    return rows[0]["label"], subject(rows).rstrip("0123456789")


def histogram(scores):
    counts = [0.0] * (len(EDGES) - 1)
    for score in scores:
        counts[max(i for i in range(len(counts)) if score >= EDGES[i])] += 1 / len(scores)
    return counts


def density(histograms):
    """Mean of histograms, with the prior."""
    total = len(histograms) + PRIOR
    return [
        (sum(each[i] for each in histograms) + PRIOR * (EDGES[i + 1] - EDGES[i])) / total for i in range(len(EDGES) - 1)
    ]


def two_parts(cut, below):
    """A distribution that is even below the cut, with this share, and even above it."""
    return [
        below * max(0, min(high, cut) - low) / cut + (1 - below) * max(0, high - max(low, cut)) / (1 - cut)
        for low, high in zip(EDGES, EDGES[1:])
    ]


def mixed(first, second, share):
    return [(1 - share) * a + share * b for a, b in zip(first, second)]


def monotone(live, attack):
    """Share of live in each bin, pooled until it rises."""
    blocks = []
    for a, b in zip(live, attack):
        blocks.append([a, b, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            last = blocks.pop()
            blocks[-1] = [x + y for x, y in zip(blocks[-1], last)]
    return list(itertools.chain.from_iterable([math.log(a / b)] * n for a, b, n in blocks))


def fit(clips, network):
    """Points (score, nats)."""
    live, attacks = [], defaultdict(list)
    for rows in clips.values():
        bins = histogram([float(row[network]) for row in rows])
        if rows[0]["label"] == "live":
            live.append(bins)
        else:
            attacks[species(rows)].append(bins)
    by_species = [[sum(column) / len(each) for column in zip(*each)] for each in attacks.values()]
    ratios = monotone(
        mixed(density(live), two_parts(0.4, 0.2), BAD_LIGHT), mixed(density(by_species), two_parts(0.8, 0.7), UNSEEN_ATTACK)
    )
    scores = [(low + high) / 2 for low, high in zip(EDGES, EDGES[1:])]
    scores[0], scores[-1] = 0.0, 1.0
    return [(score, min(LIMIT, max(-LIMIT, ratio))) for score, ratio in zip(scores, ratios)]


def evidence(points, score):
    if score <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if score <= x1:
            return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
    return points[-1][1]


def play(answers):
    """Seconds to the grant; None without one. answers: pairs of seconds and nats."""
    total, before = 0.0, None
    for number, (now, nats) in enumerate(answers, 1):
        step = 0 if before is None else min(now - before, LONGEST_STEP)
        weight = START_WEIGHT if before is None else math.tanh(step / (2 * CORRELATION_TIME))
        total, before = max(-ATTACK_BOUND, total + weight * nats), now
        if number >= MINIMUM_ANSWERS and total + END_WEIGHT * nats >= LIVE_BOUND:
            return now - answers[0][0]
        if number >= MINIMUM_ANSWERS and total + END_WEIGHT * nats <= -ATTACK_BOUND:
            return None
    return None


def report(clips, turns):
    """Every starting point with at least a second, or half the clip, left; every network first."""
    print(f"networks in turn: {' '.join(turns)}")
    groups = defaultdict(lambda: [0, 0, [], []])
    fitted = {}
    for name, rows in clips.items():
        who = subject(rows)
        if who not in fitted:
            others = {key: each for key, each in clips.items() if subject(each) != who}
            fitted[who] = {network: fit(others, network) for network in set(turns)}
        times = [float(row["seconds"]) for row in rows]
        nats = {key: [evidence(points, float(row[key])) for row in rows] for key, points in fitted[who].items()}
        opened = starts = 0
        group = groups[" ".join(species(rows))]
        for first in range(len(turns)):
            for start in range(len(rows) - MINIMUM_ANSWERS + 1):
                if times[-1] - times[start] < min(1, times[-1] / 2):
                    continue
                took = play([(times[i], nats[turns[(first + i - start) % len(turns)]][i]) for i in range(start, len(rows))])
                starts += 1
                opened += took is not None
                if took is not None:
                    group[2].append(took)
        group[0] += opened
        group[1] += starts
        wanted = opened >= 0.95 * starts if rows[0]["label"] == "live" else opened == 0
        if not wanted:
            group[3].append(f"{name} {opened}/{starts}")
    for key, (opened, starts, took, others) in sorted(groups.items()):
        took.sort()
        when = f", median {took[len(took) // 2]:.2f} s, 97 % {took[int(0.97 * len(took))]:.2f} s" if took else ""
        print(f"  {key}: {opened} of {starts} starting points open{when}{'; ' if others else ''}{', '.join(others)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sequences", help="the tab-separated file")
    parser.add_argument("--networks", default="narrow,wide,own", help="columns to calibrate")
    parser.add_argument("--play", action="append", default=[], metavar="A,B", help="networks in turn; may be repeated")
    arguments = parser.parse_args()
    clips = read(arguments.sequences)
    for network in arguments.networks.split(","):
        points = [{"score": round(score, 3), "llr": round(nats, 2)} for score, nats in fit(clips, network)]
        print(f'{network}: "score-to-log-likelihood-ratio": {json.dumps(points)}')
    for turns in arguments.play:
        report(clips, turns.split(","))


if __name__ == "__main__":
    main()
