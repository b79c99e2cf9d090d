"""Lists the training pictures, and takes the frames out of the clips.

  pictures.py DATA REPOSITORY WORK    writes WORK/pictures.tsv: group, label, subject, clip, frame, seconds, picture

Groups: nuaa (frames and clips of subjects 1-8), tvl (one man live and replayed on a screen), aud, office, lfw, demo
(the repository's computer-generated people; chen holds up a print of dalia). Labels: live, print, replay.
"""
import csv, pathlib, subprocess, sys

data, repository, work = map(pathlib.Path, sys.argv[1:4])
frames = work / "frames"
rows = []


def still(group, label, subject, picture):
    rows.append((group, label, subject, "-", 0, 0, picture))


def clip(group, label, subject, path, every=1):
    folder = frames / path.stem
    if not folder.exists():
        folder.mkdir(parents=True)
        subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-vsync", "passthrough", folder / "%05d.png"], check=True)
    rate = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "stream=r_frame_rate",
                           "-of", "csv=p=0", path], check=True, capture_output=True, text=True).stdout.strip().strip(",")
    a, b = rate.split("/")
    for picture in sorted(folder.iterdir())[::every]:
        number = int(picture.stem) - 1
        rows.append((group, label, subject, path.stem, number, round(number * float(b) / float(a), 3), picture))


for line in csv.DictReader(open(data / "nuaa.csv")):
    still("nuaa", line["label"], "nuaa" + line["subject"], data / line["path"])
for path in sorted((data / "door_clips").glob("*.mp4")):
    label, subject = path.stem.split("_")[:2]
    clip("nuaa", label, "nuaa" + subject, path)
for line in csv.DictReader(open(data / "videos.csv")):
    clip(line["subject"], line["label"], line["subject"], data / line["path"])
for path in sorted((data / "office_clips").glob("*.mkv")):
    clip("office", "live", "office", path, every=2)
for line in csv.DictReader(open(data / "lfw.csv")):
    still("lfw", "live", line["identity"], data / line["path"])
demo = repository / "config" / "demo"
for picture in sorted((demo / "people").glob("*/*.jpg")):
    still("demo", "live", picture.parent.name, picture)
for name, label, subject in (("enrolled", "live", "dalia"), ("unknown", "live", "jonas"),
                             ("two-people", "live", "alva"), ("photo-attack", "print", "dalia")):
    clip("demo", label, subject, demo / "clips" / (name + ".avi"))

with open(work / "pictures.tsv", "w") as out:
    for row in rows:
        print(*row, sep="\t", file=out)
print(len(rows), "pictures")
