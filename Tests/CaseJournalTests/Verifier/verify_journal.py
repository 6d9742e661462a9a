#!/usr/bin/env python3
"""Proves a journal from its written format alone (`redress help journal`), sharing no code with the program.

usage: verify_journal.py DATA [--head HEX64]
       verify_journal.py --against REDRESS DATA...   hold `REDRESS verify` to the same answer for every journal

Checked: newline framing, CRC-32C, JSON, dense numbers, times that grow, the chain across segments, seals,
erasures. Exit 0 good, 1 damaged, 2 the head noted elsewhere is no line of it, 3 the two do not agree.
"""
import hashlib
import json
import os
import re
import subprocess
import sys

TABLE = []
for index in range(256):
    for _ in range(8):
        index = (index >> 1) ^ 0x82F63B78 if index & 1 else index >> 1
    TABLE.append(index)


def crc32c(data):
    register = 0xFFFFFFFF
    for byte in data:
        register = (register >> 8) ^ TABLE[(register ^ byte) & 255]
    return register ^ 0xFFFFFFFF


class Damaged(Exception):
    pass


def events(line):
    """The events of a line: itself, or those of a batch."""
    if line["k"] == "batch@1":
        return line["d"]["events"]
    return [line]


def texts(value):
    """Every text in a payload, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, member in value.items():
            if name != "pad":
                yield from texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from texts(member)


class Proof:
    def __init__(self):
        self.seq, self.own, self.time = 0, "0" * 64, ""
        self.sealed, self.unfinished = False, False
        self.broken, self.erasures, self.finished, self.heads = {}, {}, 0, set()
        self.kept = {}

    def segment(self, path, last):
        if int(os.path.basename(path)[:20]) != self.seq + 1 or (self.seq and not self.sealed):
            raise Damaged("a segment that does not follow the one before it")
        self.sealed = False
        with open(path, "rb") as segment:
            data = segment.read()
        end = data.rfind(b"\n") + 1
        lines = data[:end].split(b"\n")[:-1]
        for number, raw in enumerate(lines, 1):
            try:
                self.line(raw, len(lines), number)
            except (Damaged, ValueError, KeyError, TypeError) as fault:
                raise Damaged(f"{os.path.basename(path)} line {number}: {fault}") from fault
        if end != len(data):
            if not last:
                raise Damaged(f"{os.path.basename(path)}: a torn line at its end")
            self.unfinished = True

    @staticmethod
    def whole(raw):
        return (
            raw[-18:-10] == b',"crc":"'
            and re.fullmatch(rb"[0-9a-f]{8}", raw[-10:-2]) is not None
            and crc32c(raw[:-18]) == int(raw[-10:-2], 16)
        )

    def line(self, raw, lines, number):
        if not self.whole(raw):
            raise Damaged("crc")
        if self.sealed:
            raise Damaged("a line behind the seal")
        line = json.loads(raw)
        if line["seq"] != self.seq + 1:
            raise Damaged("sequence")
        if line["prev"] != self.own:
            self.broken[self.seq] = (line["prev"], self.own)
        if line["ts"] <= self.time:
            raise Damaged("time runs backwards")
        self.seq, self.time = line["seq"], line["ts"]
        self.own = hashlib.sha256(raw).hexdigest()
        self.heads.add(self.own)
        for event in events(line):
            kind, payload = event["k"], event.get("d", {})
            if kind == "segment.sealed@1":
                if payload.get("lines") != number:
                    raise Damaged("a seal that counts other lines")
                self.sealed = True
            elif kind == "redaction@1":
                for named in payload["lines"]:
                    self.erasures.setdefault(named["seq"], []).append(
                        (self.seq, named["before"], named["after"], payload["subject"].split()))
            elif kind == "redaction.finished@1":
                self.finished = max(self.finished, payload["seq"])

    def erased(self, paths):
        """Holds every break of the chain, and every line named for erasure, against the redactions."""
        for seq, (named, own) in self.broken.items():
            for _, before, after, _ in self.erasures.get(seq, []):
                if before == named:
                    named = after
            if named != own:
                raise Damaged(f"the line after {seq} names another")
        if not self.erasures:
            return 0
        done = 0
        for path in paths:
            with open(path, "rb") as segment:
                data = segment.read()
            for raw in data[: data.rfind(b"\n") + 1].split(b"\n")[:-1]:
                if not self.whole(raw):
                    continue
                line = json.loads(raw)
                steps = self.erasures.get(line["seq"])
                if not steps:
                    continue
                own = hashlib.sha256(raw).hexdigest()
                if own == steps[-1][2]:
                    self.tombstone(line, {case for step in steps for case in step[3]})
                    done += 1
                elif not any(own == before and begun > self.finished for begun, before, _, _ in steps):
                    raise Damaged(f"line {line['seq']} was to be erased")
        return done

    @staticmethod
    def tombstone(line, cases):
        about = [event for event in events(line) if event.get("case", line.get("case")) in cases]
        masked = [
            text
            for event in about
            for text in texts(event["d"])
            if text.startswith("[erased]") or re.fullmatch("-+", text)
        ]
        # A line without anybody's words loses its salt only, and is filled up.
        filled = any("pad" in event["d"] for event in about)
        if not (masked or filled) or any("salt" in event["d"] for event in about):
            raise Damaged(f"line {line['seq']} is no tombstone")


def prove(data):
    directory = os.path.join(data, "journal")
    names = sorted(name for name in os.listdir(directory) if re.fullmatch(r"[0-9]{20}\.jsonl", name))
    paths = [os.path.join(directory, name) for name in names]
    if not paths:
        raise Damaged("no segment")
    proof = Proof()
    for path in paths:
        proof.segment(path, path == paths[-1])
    proof.erased(paths)
    return proof


def against(program, journals):
    """One line for each journal on which the two do not agree; the count of those they agree on."""
    good = bad = 0
    differing = []
    for data in journals:
        told = subprocess.run([program, "verify", "--data", data, "--json"], capture_output=True, text=True)
        if told.returncode not in (0, 3) or not told.stdout.strip():
            continue
        theirs = json.loads(told.stdout.splitlines()[0])
        # Attachments lie outside the lines, and what the lines fold to is for the program itself to say.
        if theirs.get("badAttachments") or "what the lines fold to" in theirs.get("damage", ""):
            continue
        try:
            ours = prove(data)
            same = theirs["good"] and theirs["lastGood"] == ours.seq and theirs["head"] == ours.own
            good += same
        except (Damaged, OSError) as fault:
            ours, same = fault, not theirs["good"]
            bad += same
        if not same:
            differing.append(f"{data}: {ours if isinstance(ours, Exception) else 'good'}; {told.stdout.strip()}")
    print("\n".join(differing + [f"agree on {good} good and {bad} damaged journals"]))
    return 3 if differing or good == 0 else 0


def main(words):
    if words[:1] == ["--against"]:
        return against(words[1], words[2:])
    head = None
    if "--head" in words:
        at = words.index("--head")
        head = words[at + 1]
        del words[at : at + 2]
    try:
        proof = prove(words[0])
    except Damaged as fault:
        print(f"damaged: {fault}")
        return 1
    torn = ", an unfinished line behind it" if proof.unfinished else ""
    print(f"ok lines={proof.seq} head={proof.own}{torn}")
    if head and head not in proof.heads:
        print("the head noted elsewhere is no line of this journal")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
