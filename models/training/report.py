"""Errors of networks on people they were not trained on: report.py WORK NAME ...   (reads WORK/NAME.tsv of each, written by train.py tune)

Each frame once, from the network that was trained without its subject. Wilson intervals at 95 %.
"""
import sys

import numpy as np


def wilson(k, n, z=1.96):
    if n == 0:
        return "no frames"
    p, d = k / n, 1 + z * z / n
    middle, half = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return f"{100 * p:.2f} % [{100 * max(0, middle - half) / d:.2f}, {100 * (middle + half) / d:.2f}] ({k} of {n})"


work, names = sys.argv[1], sys.argv[2:]
rows = [line.rstrip("\n").split("\t") for name in names for line in open(f"{work}/{name}.tsv")]
own = np.array([float(r[10]) for r in rows])
pair = np.array([.75 * float(r[7]) + .25 * float(r[8]) for r in rows])
label = np.array([r[1] for r in rows])
group = np.array([r[0] for r in rows])
for title, score in (("own", own), ("published pair, 3:1", pair), ("mean of own and pair", (own + pair) / 2)):
    print(title)
    live = (label == "live") & (group == "nuaa")
    for level in (.3, .5, .7):
        attacks = "; ".join(f"APCER {kind} {wilson(int((score[label == kind] >= level).sum()), int((label == kind).sum()))}"
                            for kind in sorted(set(label) - {"live"}))
        print(f"  level {level}: {attacks}; BPCER nuaa {wilson(int((score[live] < level).sum()), int(live.sum()))}")
    for share in (.01, .02, .05):
        level = np.quantile(score[live], share)
        prints = score[label == "print"]
        print(f"  at BPCER {100 * share:.0f} % (level {level:.3f}): APCER print {wilson(int((prints >= level).sum()), len(prints))}")
subject = np.array([r[2] for r in rows])
print("by subject (own): live below 0.5 / attacks above 0.5")
for s in sorted(set(subject)):
    lives, fakes = own[(subject == s) & (label == "live")], own[(subject == s) & (label != "live")]
    print(f"  {s}: {100 * (lives < .5).mean():.1f} % of {len(lives)} / {100 * (fakes >= .5).mean():.1f} % of {len(fakes)}")
