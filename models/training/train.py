"""Trains the liveness network. See README.md for the stages. THREADS (2) says how many threads to use.

  train.py pretrain WORK BATCHES                       everything but nuaa and tvl -> WORK/pretrained.pt
  train.py tune WORK BATCHES NAME [SUBJECT ...]        from there on all, without the subjects -> WORK/NAME.pt, scores -> WORK/NAME.tsv
  train.py finish WORK BATCHES NAME [SUBJECT ...]      from WORK/NAME.pt on, hardly listening to the teachers any more -> the same files
"""
import copy, math, os, sys, time

import numpy as np
import torch
import torch.nn.functional as F

from network import SIDE, LivenessNetwork, normalise
from pictures_as_attacks import as_attack, vary

CROP = 96
BATCH, INVENTED = 96, 32
LEARNING_RATE = {"pretrain": 3e-3, "tune": 2e-3, "finish": 1e-3}
# How much of a real crop's target is what the published networks say. They have seen more people, but doubt some live ones throughout.
TAUGHT = {"pretrain": .5, "tune": .5, "finish": .15}
# How often a group is drawn. Real attacks are few people and one room each, so that they must not outweigh the invented ones.
WEIGHTS = {"nuaa live": .17, "nuaa print": .24, "tvl live": .06, "tvl replay": .11, "aud live": .04, "office live": .04,
           "lfw live": .18, "demo live": .03, "demo print": .03}


class Crops:
    def __init__(self, stem, taught_share):
        rows = [line.rstrip("\n").split("\t") for line in open(stem + ".tsv")]
        self.pixels = torch.from_numpy(np.fromfile(stem + ".u8", np.uint8).reshape(-1, CROP, CROP, 3)).permute(0, 3, 1, 2)
        self.rows = rows
        self.group = np.array([r[0] + " " + r[1] for r in rows])
        self.subject = np.array([r[2] for r in rows])
        live = np.array([r[1] == "live" for r in rows], np.float32)
        teachers = np.array([[float(r[7]), float(r[8])] for r in rows], np.float32)
        taught = teachers @ np.array([.75, .25], np.float32)
        self.target = torch.from_numpy(np.where(np.isnan(taught), live, (1 - taught_share) * live + taught_share * taught).astype(np.float32))

    def groups(self, keep):
        return {g: np.flatnonzero((self.group == g) & keep) for g in WEIGHTS if ((self.group == g) & keep).any()}

    def floats(self, index):
        return self.pixels[torch.from_numpy(np.asarray(index))].float() / 255


def centre(x):
    margin = (CROP - SIDE) // 2
    return x[:, :, margin:margin + SIDE, margin:margin + SIDE]


def batch(crops, groups, random):
    names = list(groups)
    weights = np.array([WEIGHTS[g] for g in names])
    drawn = random.choice(len(names), BATCH, p=weights / weights.sum())
    index = np.array([random.choice(groups[names[g]]) for g in drawn])
    live = [g for g in names if g.endswith("live")]
    # half of the invented attacks are of the press photos: the most people
    sources = [random.choice(groups["lfw live" if k % 2 else live[random.integers(len(live))]]) for k in range(INVENTED)]
    x = torch.cat([crops.floats(index), as_attack(crops.floats(sources))])
    y = torch.cat([crops.target[torch.from_numpy(index)], torch.full((INVENTED,), .02)])
    return normalise(vary(x, SIDE) * 255).contiguous(memory_format=torch.channels_last), y


def scores(network, crops, index):
    network.eval()
    with torch.no_grad():
        parts = [torch.sigmoid(network(normalise(centre(crops.floats(index[i:i + 256])) * 255))) for i in range(0, len(index), 256)]
    return torch.cat(parts).numpy()


def report(network, crops, index, title):
    s = scores(network, crops, index)
    print(title)
    for g in sorted(set(crops.group[index])):
        of = s[crops.group[index] == g]
        print(f"    {g}: {len(of)}, mean {of.mean():.3f}, above 0.5 {100 * (of > .5).mean():.2f} %, above 0.8 {100 * (of > .8).mean():.2f} %")
    sys.stdout.flush()
    return s


def train(network, crops, keep, batches, rate, unseen, seed):
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    groups = crops.groups(keep)
    print({g: len(i) for g, i in groups.items()}, flush=True)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-2)
    averaged = copy.deepcopy(network)
    start, next_report = time.time(), 240
    for step in range(batches):
        part = step / batches
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 100) * (.02 + .98 * (.5 + .5 * math.cos(math.pi * part)))
        network.train()
        x, y = batch(crops, groups, random)
        loss = F.binary_cross_entropy_with_logits(network(x), y)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            decay = min(.998, (step + 1) / (step + 21))
            for a, b in zip(averaged.state_dict().values(), network.state_dict().values()):
                a.copy_(a * decay + b * (1 - decay) if a.is_floating_point() else b)
        spent = time.time() - start
        if spent > next_report:
            print(f"{spent:.0f} s, {step + 1} of {batches} batches, {(step + 1) * (BATCH + INVENTED) / spent:.0f} crops a second, loss {loss:.3f}")
            if len(unseen):
                report(averaged, crops, unseen, "  not trained on:")
            next_report += 240
    return averaged


def main():
    torch.set_flush_denormal(True)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    stage, work, batches = sys.argv[1], sys.argv[2], int(sys.argv[3])
    crops = Crops(work + "/crops", TAUGHT[stage])
    if stage == "pretrain":
        late = np.char.startswith(crops.group, "nuaa") | np.char.startswith(crops.group, "tvl")
        network = LivenessNetwork().to(memory_format=torch.channels_last)
        print(sum(p.numel() for p in network.parameters()), "parameters")
        network = train(network, crops, ~late, batches, LEARNING_RATE[stage], np.flatnonzero(late)[::4], 1)
        torch.save(network.state_dict(), work + "/pretrained.pt")
        return
    name, without = sys.argv[4], sys.argv[5:]
    out = np.isin(crops.subject, without)
    network = LivenessNetwork().to(memory_format=torch.channels_last)
    network.load_state_dict(torch.load(f"{work}/{'pretrained' if stage == 'tune' else name}.pt"))
    network = train(network, crops, ~out, batches, LEARNING_RATE[stage], np.flatnonzero(out), 2)
    torch.save(network.state_dict(), f"{work}/{name}.pt")
    index = np.flatnonzero(out) if without else np.arange(len(crops.rows))
    s = report(network, crops, index, "not trained on:" if without else "trained on:")
    with open(f"{work}/{name}.tsv", "w") as table:
        for i, score in zip(index, s):
            print(*crops.rows[i], f"{score:.5f}", sep="\t", file=table)


if __name__ == "__main__":
    main()
