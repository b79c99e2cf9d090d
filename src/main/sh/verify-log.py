#!/usr/bin/env python3
"""Verifies an export made by `lintel audit evidence`, or a certificate made by `lintel people certificate`, without Lintel
and without the box.

    verify-log.py FILE KEY

KEY is what `lintel audit key` printed, as you have it from elsewhere: a key out of the export proves nothing.
Prints what does not hold and exits with 1; else says what is proved and exits with 0. Python 3.8 or later, no other
library. The format is in docs/AUDIT.md.
"""
import base64
import hashlib
import json
import struct
import sys

# --- Ed25519 verification, RFC 8032 section 5.1.7 -------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(s, p):
    total = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            total = add(total, p)
        p = add(p, p)
        s >>= 1
    return total


def point(raw):
    y = int.from_bytes(raw, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def has_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- The canonical form ---------------------------------------------------------------------------------------------


def sha256(purpose, *parts):
    return hashlib.sha256(purpose.encode("ascii") + b"".join(parts)).digest()


def number(value):
    return struct.pack(">q", value)


def value(it):
    if it is None:
        return b"\0"
    if isinstance(it, int):
        return b"\1" + number(it)
    if isinstance(it, dict):
        blob = bytes.fromhex(it["blob"])
        return b"\3" + struct.pack(">i", len(blob)) + blob
    text = it.encode("utf-8")
    return b"\2" + struct.pack(">i", len(text)) + text


def digests(row):
    salts = bytes.fromhex(row["salts"])
    if len(salts) == 16:
        salts = hashlib.sha512(b"lintel.audit.salts.1" + salts).digest()[:48]
    erased = row.get("erased")
    result = b""
    for place, field in enumerate(("person", "actor", "details")):
        if erased and erased["fields"] >> place & 1:
            result += bytes.fromhex(erased["digests"])[32 * place : 32 * place + 32]
        else:
            salt = salts[16 * place : 16 * place + 16]
            result += sha256("lintel.audit.field.1", salt, bytes([place]), value(row[field]))
    return result


def content(row):
    return sha256(
        "lintel.audit.content.1", number(row["seq"]), value(row["at"]), value(row["kind"]), value(row["reason"]), digests(row)
    )


# --- The export -----------------------------------------------------------------------------------------------------


class Export:
    def __init__(self, key):
        self.key = key
        self.key_id = hashlib.sha256(key).digest()[:8].hex()
        self.seq = 0
        self.hash = bytes(32)
        self.rows = self.withheld = self.signed_to = self.checkpoint = 0
        self.ended = self.begun = self.is_certificate = False
        self.proved = ""
        self.problems = []

    def problem(self, text):
        self.problems.append(text)
        if len(self.problems) <= 100:
            print(text)

    def signed(self, statement, line, what):
        if line["key"] != self.key_id:
            self.problem(f"{what} is signed by another key, {line['key']}")
            return False
        if not has_signed(self.key, statement, bytes.fromhex(line["signature"])):
            self.problem(f"{what} is not what the key has signed")
            return False
        return True

    def link(self, line, added):
        seq = line["seq"]
        if seq != self.seq + 1:
            self.problem(f"rows {self.seq + 1} to {seq - 1} are missing" if seq > self.seq else f"row {seq} is out of order")
        stated = bytes.fromhex(line["hash"])
        if sha256("lintel.audit.row.1", self.hash, added) != stated:
            self.problem(f"row {seq} is not as it was written, or not in its place")
        self.seq, self.hash = seq, stated

    def begin(self, line):
        self.begun = True
        if line["format"] != "lintel-audit-evidence-1":
            self.problem(f"this is not the format that I know: {line['format']}")

    def tombstone(self, line):
        before, after = bytes.fromhex(line["before"]), bytes.fromhex(line["after"])
        what = f"the tombstone of rows {line['first']} to {line['last']}"
        statement = sha256(
            "lintel.audit.tombstone.1",
            number(line["first"]), number(line["last"]), number(line["removed"]), before, after, number(line["at"]),
        )
        self.signed(statement, line, what)
        if line["first"] != self.seq + 1 or before != self.hash:
            self.problem(f"{what} does not follow what was deleted before it")
        self.seq, self.hash = line["last"], after

    def row(self, line):
        self.rows += 1
        erased = line.get("erased")
        if erased:
            statement = sha256(
                "lintel.audit.erasure.1",
                number(line["seq"]), number(erased["fields"]), bytes.fromhex(erased["digests"]), number(erased["at"]),
            )
            self.signed(statement, erased, f"the erasure in row {line['seq']}")
            for place, (field, left) in enumerate((("person", None), ("actor", "erased"), ("details", "{}"))):
                if erased["fields"] >> place & 1 and line[field] != left:
                    self.problem(f"row {line['seq']} has something in a field that was erased: {field}")
        self.link(line, content(line))

    def withheld_row(self, line):
        self.withheld += 1
        self.link(line, bytes.fromhex(line["content"]))

    def unchained(self, line):
        self.problem(f"row {line['seq']} was not written by the log")

    def checkpoint_line(self, line):
        hashed = bytes.fromhex(line["hash"])
        what = f"checkpoint {line['id']}"
        statement = sha256(
            "lintel.audit.checkpoint.1",
            number(line["id"]), number(line["seq"]), hashed, number(line["at"]), line["cause"].encode("utf-8"),
        )
        if self.checkpoint and line["id"] != self.checkpoint + 1:
            self.problem(f"the checkpoint before {what} is missing")
        self.checkpoint = line["id"]
        if not self.signed(statement, line, what) or line["seq"] < self.seq and not self.rows + self.withheld:
            return  # the second: of rows that retention has deleted since
        if line["seq"] != self.seq or hashed != self.hash:
            self.problem(f"rows {self.signed_to + 1} to {line['seq']} are not those that {what} has signed")
        else:
            self.signed_to = self.seq

    def certificate(self, line):
        self.begun = self.ended = self.is_certificate = True
        if line["format"] != "lintel-deletion-certificate-1":
            self.problem(f"this is not the format that I know: {line['format']}")
        statement = sha256(
            "lintel.audit.deletion.1",
            number(line["person"]), number(line["at"]), number(line["templates"]), number(line["seq"]), bytes.fromhex(line["hash"]),
            value(line["text"]),
        )
        self.signed(statement, line, "the certificate")
        self.proved = f"proved: {line['text']} (row {line['seq']}, hash {line['hash']})"

    def end(self, line):
        self.ended = True
        if line["rows"] != self.rows:
            self.problem(f"{self.rows} rows are here, {line['rows']} were written")

    def read(self, lines):
        takes = {
            "begin": self.begin, "tombstone": self.tombstone, "row": self.row, "withheld": self.withheld_row,
            "unchained": self.unchained, "checkpoint": self.checkpoint_line, "end": self.end,
            "deletion-certificate": self.certificate,
        }
        for place, text in enumerate(lines, 1):
            try:
                line = json.loads(text)
                takes[line["type"]](line)
            except (ValueError, KeyError, TypeError, AttributeError, struct.error) as e:
                self.problem(f"line {place} cannot be read: {type(e).__name__}: {e}")
        if not self.begun or not self.ended:
            self.problem("the export is not whole")
        if not self.is_certificate and self.signed_to < self.seq:
            self.problem(f"no checkpoint covers rows {self.signed_to + 1} to {self.seq}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    export = Export(base64.b64decode(sys.argv[2]))
    with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
        export.read(lines)
    if export.problems:
        print(f"NOT PROVED: {len(export.problems)} problems")
        sys.exit(1)
    print(
        export.proved
        or f"proved: {export.rows} rows as they were written, {export.withheld} withheld, up to row {export.seq},"
        f" hash {export.hash.hex()}"
    )


if __name__ == "__main__":
    main()
