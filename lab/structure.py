#!/usr/bin/env python3
"""lab/structure.py BEFORE [AFTER]: how the source code is built, at two commits, as the table of docs/MEASUREMENTS.md.

Reads git, not the working tree; AFTER is HEAD unless given. A package is what stands directly below io.lintel; it depends on another when
code, comments left out, names it. Lines are all lines of a file.
"""
import collections
import re
import statistics
import subprocess
import sys
import tarfile
import io

LONGEST_CLASS = 250
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
PACKAGE = re.compile(r'^package io\.lintel(?:\.([a-z]\w*))?', re.MULTILINE)
USE = re.compile(r'\bio\.lintel\.([a-z]\w*)\.')


def sources(commit):
    """Path and text of each Java file."""
    archive = subprocess.run(['git', 'archive', commit], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isfile() and member.name.endswith('.java'):
                yield member.name, tar.extractfile(member).read().decode()


def part(path):
    if '/test/' in '/' + path:
        return 'test'
    return 'lab' if path.startswith('lab/') else 'main'


def dependencies(files):
    edges = collections.defaultdict(set)
    for text in files:
        own = PACKAGE.search(text)
        if own and own.group(1):
            edges[own.group(1)] |= set(USE.findall(COMMENT.sub(' ', text))) - {own.group(1)}
    return {name: used & edges.keys() for name, used in edges.items()}


def in_cycles(edges):
    """The packages that reach themselves."""
    def reached(start):
        seen, todo = set(), list(edges[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo.extend(edges[name])
        return seen
    return sorted(name for name in edges if name in reached(name))


def measure(commit):
    texts = collections.defaultdict(dict)
    for path, text in sources(commit):
        texts[part(path)][path] = text
    lines = {kind: [text.count('\n') for text in texts[kind].values()] for kind in ('main', 'lab', 'test')}
    lengths = sorted(lines['main'] + lines['lab'])
    edges = dependencies(texts['main'].values())
    names = collections.Counter(
        path.rsplit('/', 1)[1]
        for kind in texts.values()
        for path in kind
        if not path.endswith('package-info.java'))
    count = lambda kind: f'{len(lines[kind]):,}'
    return [
        ('files: product / lab / tests', ' / '.join(count(kind) for kind in ('main', 'lab', 'test'))),
        ('lines: product, which is what the binary holds', f"{sum(lines['main']):,}"),
        ('lines: lab', f"{sum(lines['lab']):,}"),
        ('lines: tests', f"{sum(lines['test']):,}"),
        ('length of a file of product or lab: median / 90th percentile / longest',
         f'{statistics.median(lengths):.0f} / {lengths[int(0.9 * (len(lengths) - 1))]} / {lengths[-1]}'),
        ('files of product or lab above 250 lines', str(sum(1 for each in lengths if each > LONGEST_CLASS))),
        ('packages / dependencies between them', f'{len(edges)} / {sum(len(used) for used in edges.values())}'),
        ('packages in cycles', ', '.join(in_cycles(edges)) or '0'),
        ('simple class names used twice, tests included', str(sum(1 for times in names.values() if times > 1))),
    ]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    before, after = sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else 'HEAD'
    short = lambda commit: subprocess.run(
        ['git', 'rev-parse', '--short', commit], check=True, capture_output=True, text=True).stdout.strip()
    print(f'| | before (`{short(before)}`) | after (`{short(after)}`) |\n|---|---|---|')
    for (what, old), (_, new) in zip(measure(before), measure(after)):
        print(f'| {what} | {old} | {new} |')


if __name__ == '__main__':
    main()
