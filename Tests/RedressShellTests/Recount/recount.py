#!/usr/bin/env python3
"""Counts every number of every report again, from the exported CSV alone, and says where two differ.

usage: recount.py FOLDER [LOGIN]
FOLDER holds NAME.csv for every sheet of `redress export`, KIND.json for each report, and staff.jsonl and
calendar.jsonl (`staff --json`, `calendar list --json`). LOGIN is who asked. Shares no code with the program; a
table nobody counts again here is a difference too. Exit status 1 where anything differs.
"""
import csv
import json
import pathlib
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from recount_live import Living, Sample

KINDS = "service-request complaint compliment comment enquiry asb accident survey claim data-protection other-body"
CHANNELS = "phone web email letter in-person portal member advisory-board staff survey third-party social sms"
DECISIONS = ["upheld", "partly-upheld", "not-upheld", "outside"]
REMEDIES = "apology explanation specific-action changed-decision compensation changed-policy".split()
FINDINGS = (
    "no-maladministration service-failure maladministration severe-maladministration mediation redress "
    "outside-jurisdiction withdrawn"
).split()
ORDERS = ["order", "recommendation", "failure-order", "failure-notice"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def day(text):
    return date.fromisoformat(text[:10]) if text else None


def spaced(word):
    return word.replace("-", " ")


def decimal(part, whole, times):
    if whole == 0:
        return None
    return float((Decimal(part) * times / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def share(part, whole):
    return {"percent": decimal(part, whole, 100), "of": part, "in": whole}


def rate(part, whole):
    return {"rate": decimal(part, whole, 1000), "of": part, "in": whole, "per": 1000}


def tally(words):
    counts = Counter(word or "not recorded" for word in words)
    rows = [[word, count] for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0].encode()))]
    return rows + [["All", sum(counts.values())]]


def listed(order, words):
    counts = Counter(words)
    assert set(counts) <= set(order), set(counts) - set(order)
    return [[spaced(word), counts[word]] for word in order] + [["All", sum(counts.values())]]


class Export:
    """The exported rows, dates read, grouped by case."""

    def __init__(self, folder):
        def read(name):
            with open(folder / (name + ".csv"), newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))

        self.cases = {row["ref"]: row for row in read("cases")}
        for row in self.cases.values():
            row["received"], row["closed"] = day(row["received"]), day(row["closed"])
            row["refusedOn"] = day(row["refusedOn"])
        self.stages = self.grouped(read("stages"), "started acknowledged responded extended extendedTo "
                                   "landlordDue codeDue codeFirstDue codeAcknowledgeDue")
        self.points = self.grouped(read("points"), "")
        self.contacts = self.grouped(read("contacts"), "on")
        self.actions = self.grouped([row for row in read("actions") if row["undone"] == "no"], "on")
        self.promises = self.grouped(read("promises"), "made due kept")
        self.learning = self.grouped(read("learning"), "on implemented")
        self.money = self.grouped(read("compensation"), "offered accepted declined paid")
        self.remedies = self.grouped(read("remedies"), "on")
        self.ombudsman = self.grouped(read("ombudsman"), "on due done")
        self.surveys = self.grouped(read("surveys"), "on")
        self.complaints = [ref for ref, case in self.cases.items() if case["kind"] == "complaint"]
        self.taken = [ref for ref in self.complaints if self.cases[ref]["state"] not in ("refused", "merged")]

    @staticmethod
    def grouped(rows, dates):
        found = defaultdict(list)
        for row in rows:
            for name in dates.split():
                row[name] = day(row[name])
            found[row["ref"]].append(row)
        return found

    def upheld(self, ref):
        return self.cases[ref]["outcome"] in ("upheld", "partly-upheld")

    def stage(self, refs, number):
        for ref in refs:
            for row in self.stages[ref]:
                if int(row["stage"]) == number:
                    yield ref, row

    def highest(self, refs):
        return max([2] + [int(row["stage"]) for ref in refs for row in self.stages[ref]])


class Recount:
    def __init__(self, export, report):
        self.x = export
        self.report = report
        self._taken = set(export.taken)
        self.start, self.to = day(report["from"]), day(report["to"])
        as_at = datetime.fromisoformat(report["asAt"].replace("Z", "+00:00"))
        self.end = min(self.to, as_at.astimezone(ZoneInfo("Europe/London")).date())

    def within(self, when, start=None, to=None):
        return when is not None and (start or self.start) <= when <= (to or self.to)

    def open_stage(self, ref, row, on):
        closed = self.x.cases[ref]["closed"]
        return row["started"] <= on and not (row["responded"] and row["responded"] <= on) and not (
            closed and closed <= on)

    def open_case(self, ref, on):
        case = self.x.cases[ref]
        if case["state"] == "merged" or case["received"] > on or (case["closed"] and case["closed"] <= on):
            return False
        begun = [row for row in self.x.stages[ref] if row["started"] <= on]
        return not begun or not (begun[-1]["responded"] and begun[-1]["responded"] <= on)

    def answered(self, ref):
        return any(self.within(row["responded"]) for row in self.x.stages[ref])

    def letters(self, number, what, start=None, to=None):
        """Sent, and of those judged the ones met, under each target."""
        sent, met, judged = 0, Counter(), Counter()
        for _, row in self.x.stage(self.x.taken, number):
            if self.within(row[what], start, to):
                sent += 1
                for target in ("landlord", "code"):
                    verdict = row[target + what.capitalize()]
                    judged[target] += verdict != ""
                    met[target] += verdict == "met"
        return sent, share(met["landlord"], judged["landlord"]), share(met["code"], judged["code"])

    # The tables of a period, by name.

    def period(self):
        x = self.x
        came = [ref for ref, c in x.cases.items() if self.within(c["received"]) and c["state"] != "merged"]
        complaints = [ref for ref in came if x.cases[ref]["kind"] == "complaint"]
        done = [ref for ref in x.complaints if x.cases[ref]["state"] != "merged" and self.answered(ref)]

        def kind(ref):
            return "there-and-then" if x.cases[ref]["settled"] == "yes" else x.cases[ref]["kind"] or "untriaged"

        def column(name):
            return [x.cases[ref][name] for ref in complaints]

        stages = range(1, x.highest(x.cases) + 1)
        tables = {
            "kind": listed(KINDS.split() + ["there-and-then", "untriaged"], [kind(ref) for ref in came]),
            "channel": listed(CHANNELS.split(), column("channel")),
            "tenure": tally(column("tenure")),
            "category": tally(column("category")),
            "area": tally(column("area")),
            "ward": tally(column("ward")),
            "contractor": tally(
                name for text in column("contractors") for name in (text.split("; ") if text else ["none asked"])),
            "stage": [self.stage_row(number) for number in stages],
            "outcome": listed(DECISIONS, [x.cases[ref]["outcome"] for ref in done if x.cases[ref]["outcome"]]),
            "point": listed(DECISIONS, [
                p["decision"] for ref in done for p in x.points[ref] if p["open"] == "yes" and p["decision"]]),
            "refused": tally(
                spaced(c["refusedFor"]) for c in x.cases.values()
                if c["state"] == "refused" and self.within(c["refusedOn"])),
            "onTime": [
                [f"stage {n} {word}", *self.letters(n, what)]
                for n in stages for word, what in (("acknowledged", "acknowledged"), ("answered", "responded"))],
            "overdue": [self.overdue_row(n) for n in stages],
            "extension": [self.extension_row(n) for n in stages],
            "further": self.further(stages),
            "month": self.months(),
        }
        tables.update(self.redress())
        return tables

    def stage_row(self, number):
        rows = list(self.x.stage(self.x.taken, number))
        return [f"stage {number}", sum(self.within(r["started"]) for _, r in rows),
                sum(self.within(r["responded"]) for _, r in rows),
                sum(self.open_stage(ref, r, self.end) for ref, r in rows)]

    def overdue_row(self, number):
        rows = [r for ref, r in self.x.stage(self.x.taken, number) if self.open_stage(ref, r, self.end)]
        return [f"stage {number}", len(rows)] + [
            sum(r[name] is not None and r[name] < self.end for r in rows) for name in ("landlordDue", "codeDue")]

    def extension_row(self, number):
        rows = [r for _, r in self.x.stage(self.x.taken, number) if self.within(r["responded"])]
        extended = [r for r in rows if int(r["extensions"]) > 0]
        return [f"stage {number}", share(len(extended), len(rows)),
                share(sum(r["codeResponded"] == "met" for r in extended), len(extended))]

    def acts(self, kind):
        return sum(row["kind"] == kind and self.within(row["on"]) for rows in self.x.actions.values() for row in rows)

    def further(self, stages):
        rows = []
        for n in stages[1:]:
            began = sum(self.within(r["started"]) for _, r in self.x.stage(self.x.taken, n))
            before = sum(self.within(r["responded"]) for _, r in self.x.stage(self.x.taken, n - 1))
            rows.append([f"asked for stage {n}, for every answer at stage {n - 1}", began, share(began, before)])
        return rows + [["a next stage declined", self.acts("escalation.refused"), None],
                       ["sent up to a senior", self.acts("management.escalated"), None]]

    def months(self):
        rows, first = [], self.start
        while first <= self.to:
            following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
            last = min(following - timedelta(days=1), self.to)
            cells = [f"{MONTHS[first.month - 1]} {first.year}"]
            for n in (1, 2):
                made = sum(self.within(r["started"], first, last) for _, r in self.x.stage(self.x.taken, n))
                cells += [made, *self.letters(n, "responded", first, last)]
            cells.append(sum(c["kind"] == "compliment" and self.within(c["received"], first, last)
                             for c in self.x.cases.values()))
            rows.append(cells)
            first = last + timedelta(days=1)
        return rows

    def redress(self):
        x = self.x
        promises = [p for rows in x.promises.values() for p in rows]
        kept = [p for p in promises if self.within(p["kept"])]
        past = [p for p in promises if p["made"] <= self.end and not (p["kept"] and p["kept"] <= self.end)
                and p["due"] and p["due"] < self.end]
        upheld = [ref for ref in x.taken if x.upheld(ref) and self.answered(ref)]
        lessons = [row for rows in x.learning.values() for row in rows]
        recorded = [row for row in lessons if self.within(row["on"])]
        real = [row for row in recorded if row["isLesson"] == "yes"]
        told = [row for rows in x.ombudsman.values() for row in rows]
        praise = [ref for ref, c in x.cases.items() if c["kind"] == "compliment" and self.within(c["received"])]
        thanked = [ref for ref in praise if any(a["kind"] == "compliment.thanked" for a in x.actions[ref])]

        def words(what, within):
            return [row["word"] for row in told if row["what"] == what and self.within(row[within])]

        def offers(name):
            rows = [row for rows in x.money.values() for row in rows if self.within(row[name])]
            return [name, len(rows), sum(int(row["pence"]) for row in rows)]

        to_organisation = [row for row in real if row["organisation"] == "yes"]
        return {
            "remedy": listed(REMEDIES, [
                row["what"] for rows in x.remedies.values() for row in rows if self.within(row["on"])]),
            "compensation": [offers(name) for name in ("offered", "accepted", "declined", "paid")],
            "promise": [
                ["made", sum(self.within(p["made"]) for p in promises)], ["kept", len(kept)],
                ["of these by the day told", share(
                    sum(p["due"] is None or p["kept"] <= p["due"] for p in kept), len(kept))],
                ["past their day at the end", len(past)]],
            "learning": [
                ["upheld complaints answered, with learning on record", share(
                    sum(bool(x.learning[ref]) for ref in upheld), len(upheld))],
                ["lessons recorded", len(real)],
                ["nothing to learn, with the reason", len(recorded) - len(real)],
                ["changes made", sum(self.within(row["implemented"]) for row in lessons)],
                ["put to the organisation", len(to_organisation)],
                ["of these answered", sum(row["answer"] != "" for row in to_organisation)],
                ["shared with staff or residents", sum(row["shared"] != "" for row in real)]],
            "lesson": tally(
                x.cases[ref]["category"] for ref, rows in x.learning.items() for row in rows
                if row["isLesson"] == "yes" and self.within(row["on"])),
            "matter": listed(["told", "enquiry", "referred"], words("contact", "on")),
            "finding": listed(FINDINGS, words("finding", "on")),
            "order": [self.order_row(word, [r for r in told if r["what"] == "order" and r["word"] == word])
                      for word in ORDERS],
            "compliment": [["received", len(praise)],
                           ["thanked and passed on", share(len(thanked), len(praise))]],
            "satisfaction": self.satisfaction(),
        }

    def order_row(self, word, rows):
        due = [r for r in rows if self.within(r["due"]) and r["due"] <= self.end]
        met = [r for r in due if r["done"] and r["done"] <= r["due"] and r["declined"] == "no"]
        still = [r for r in rows if r["on"] <= self.end and not (r["done"] and r["done"] <= self.end)]
        return [spaced(word), sum(self.within(r["on"]) for r in rows), share(len(met), len(due)), len(still)]

    def satisfaction(self):
        x = self.x

        def group(ref):
            if x.cases[ref]["kind"] != "complaint" or not x.cases[ref]["outcome"]:
                return 2
            return 0 if x.upheld(ref) else 1

        names = ["upheld, wholly or in part", "not upheld", "not a complaint, or not decided", "All"]
        rows = []
        for place, name in enumerate(names):
            scores = [int(s["score"]) for ref, all_ in x.surveys.items() for s in all_
                      if s["what"] == "survey" and self.within(s["on"]) and place in (3, group(ref)) or
                      s["what"] == "survey" and self.within(s["on"]) and place == 3]
            rows.append([name, len(scores), share(sum(s >= 4 for s in scores), len(scores))] +
                        [scores.count(n) for n in range(1, 6)])
        return rows

    def measures(self):
        x = self.x
        homes = self.homes
        rows = []
        for name, groups in (("LCRA", {"lcra"}), ("LCHO", {"lcho"}), ("Combined", {"lcra", "lcho"})):
            refs = [ref for ref in x.taken if x.cases[ref]["tenure"] in groups]
            for n in (1, 2):
                made = [r for _, r in x.stage(refs, n) if self.within(r["started"])]
                met = [r for r in made if r["codeResponded"] == "met"]
                extended = [r for r in met if r["codeFirstDue"] and r["responded"] > day(str(r["codeFirstDue"]))]
                stock = sum(homes[group] for group in groups)
                rows.append([f"{name}, stage {n}", rate(len(made), stock), share(len(met), len(made)),
                             len(met) - len(extended), len(extended)])
        made = [ref for ref in x.taken if any(self.within(r["started"]) for r in x.stages[ref])]
        came = [x.cases[ref] for ref in x.complaints if self.within(x.cases[ref]["received"])]
        left = [[label, sum(x.cases[ref]["tenure"] == tenure for ref in made)] for label, tenure in (
            ("leasehold", "leasehold"), ("other tenure", "other"), ("tenure not recorded", ""))]
        left += [["declined", sum(c["state"] == "refused" for c in came)],
                 ["merged into another", sum(c["state"] == "merged" for c in came)]]
        return {"measure": rows, "leftOut": left}

    def workload(self):
        x = self.x
        loads = defaultdict(lambda: [0, 0, 0, 0, Counter(), Counter()])
        for ref, case in x.cases.items():
            who = case["who"] or "nobody"
            if self.open_case(ref, self.end):
                loads[who][0] += 1
            owed = sum(p["made"] <= self.end and not (p["kept"] and p["kept"] <= self.end) for p in x.promises[ref])
            if owed:
                loads[who][2] += owed
            for row in x.stages[ref]:
                dues = [d for d in (row["landlordDue"], row["codeDue"]) if d]
                if ref in self.taken and self.open_stage(ref, row, self.end) and dues and min(dues) < self.end:
                    loads[who][1] += 1
                if self.within(row["responded"]):
                    load = loads[row["by"] or "nobody"]
                    load[3] += 1
                    for target in ("landlord", "code"):
                        load[4][target] += row[target + "Responded"] == "met"
                        load[5][target] += row[target + "Responded"] != ""
        people = [[login, load[0], load[1], load[2], load[3], share(load[4]["landlord"], load[5]["landlord"]),
                   share(load[4]["code"], load[5]["code"])]
                  for login, load in sorted(loads.items(), key=lambda item: (-item[1][0], item[0]))]
        waits = []
        for n in range(1, x.highest(x.taken) + 1):
            some = sorted((r["responded"] - r["started"]).days for _, r in x.stage(x.taken, n)
                          if self.within(r["responded"]))
            pick = [some[(len(some) - 1) // 2], some[(len(some) - 1) * 9 // 10], some[-1]] if some else [None] * 3
            waits.append([f"stage {n}", len(some), *pick])
        weeks, first = [], self.start
        while first <= self.end:
            last = min(first + timedelta(days=6), self.end)
            refs = [ref for ref, c in x.cases.items() if c["state"] != "merged"]
            weeks.append([
                first.isoformat(), sum(self.within(x.cases[ref]["received"], first, last) for ref in refs),
                sum(self.within(r["responded"], first, last) for ref in refs for r in x.stages[ref]),
                sum(self.within(x.cases[ref]["closed"], first, last) for ref in refs),
                sum(self.open_case(ref, last) for ref in refs)])
            first = last + timedelta(days=1)
        return {"person": people, "wait": waits, "week": weeks}

    @property
    def taken(self):
        return self._taken

    def provisions(self):
        x = self.x
        found = {}

        def put(number, count, breaches=None):
            found[number] = [count, None if breaches is None else len(set(breaches))]

        came = [ref for ref, c in x.cases.items() if self.within(c["received"]) and c["state"] != "merged"]
        complaints = [ref for ref in came if x.cases[ref]["kind"] == "complaint"]
        told = [row for rows in x.ombudsman.values() for row in rows]
        put("1.2", len(complaints))
        put("1.4", sum(x.cases[ref]["kind"] == "service-request" for ref in came))
        put("1.5", sum(x.cases[ref]["linked"] == "yes" for ref in complaints))
        put("1.6", sum(x.cases[ref]["kind"] == "survey" for ref in came))
        put("2.1", sum(c["state"] == "refused" and self.within(c["refusedOn"]) for c in x.cases.values()))
        put("3.1", len({x.cases[ref]["channel"] for ref in complaints}))
        put("3.6", sum(x.cases[ref]["represented"] == "yes" for ref in complaints))
        put("3.7", sum(row["what"] == "contact" and row["word"] == "told" and self.within(row["on"]) for row in told))
        put("5.10", self.acts("need.recorded"))
        put("5.11", self.acts("escalation.refused"))
        put("5.12", sum(self.within(row["on"]) for rows in x.contacts.values() for row in rows))
        put("5.14", self.acts("restriction.imposed"))
        put("6.1", sum(x.cases[ref]["settled"] == "yes" for ref in came))
        sent = [(ref, r) for n in (1, 2) for ref, r in x.stage(x.taken, n) if self.within(r["acknowledged"])]
        put("5.6", len(sent), [ref for ref, r in sent if r["acknowledgedWithGap"] == "yes"])
        put("6.10", sum(self.within(r["started"]) for _, r in x.stage(x.taken, 2)))
        for n, numbers in ((1, ("6.2", "6.3", "6.4", "6.9", "6.7")), (2, ("6.11", "6.14", "6.15", "6.19", "6.18"))):
            rows = list(x.stage(x.taken, n))
            sent = [(ref, r) for ref, r in rows if self.within(r["acknowledged"])]
            unsent = [ref for ref, r in rows if not r["acknowledged"] and not r["responded"]
                      and not (x.cases[ref]["closed"] and x.cases[ref]["closed"] <= self.end)
                      and r["codeAcknowledgeDue"] and r["codeAcknowledgeDue"] < self.end]
            put(numbers[0], len(sent) + len(unsent),
                [ref for ref, r in sent if r["codeAcknowledged"] == "late"] + unsent)
            answers = [(ref, r) for ref, r in rows if self.within(r["responded"])]
            late = [ref for ref, r in rows if not self.within(r["responded"]) and self.open_stage(ref, r, self.end)
                    and r["codeDue"] and r["codeDue"] < self.end]
            put(numbers[1], len(answers) + len(late),
                [ref for ref, r in answers if r["codeResponded"] == "late"] + late)
            extended = [(ref, r) for ref, r in answers if int(r["extensions"]) > 0]
            put(numbers[2], len(extended),
                [ref for ref, r in extended if r["codeDue"] and r["extendedTo"] > r["codeDue"]])
            put(numbers[3], len(answers), [ref for ref, r in answers if r["respondedWithGap"] == "yes"])
            points = [(ref, p) for ref, _ in answers for p in x.points[ref] if p["open"] == "yes"]
            put(numbers[4], len(points), [ref for ref, p in points if p["decision"] == ""])
            if n == 2:
                put("6.13", len(answers), [
                    ref for ref, r in answers
                    if any(f["stage"] == "1" and f["by"] and f["by"] == r["by"] for f in x.stages[ref])])
        promises = [(ref, p) for ref, rows in x.promises.items() for p in rows if p["made"] <= self.end]
        owed = [(ref, p) for ref, p in promises if not (p["kept"] and p["kept"] <= self.end)]
        put("6.6", len(owed), [ref for ref, p in owed if p["due"] and p["due"] < self.end])
        kept = [(ref, p) for ref, p in promises if self.within(p["kept"])]
        put("7.3", len(kept), [ref for ref, p in kept if p["due"] and p["kept"] > p["due"]])
        upheld = [ref for ref in x.taken if x.upheld(ref) and self.answered(ref)]
        put("7.1", len(upheld), [ref for ref in upheld if not (
            x.remedies[ref] or x.money[ref] or x.promises[ref] or any(p["remedy"] for p in x.points[ref]))])
        put("9.1", len(upheld), [ref for ref in upheld if not x.learning[ref]])
        due = [(ref, o) for ref, rows in x.ombudsman.items() for o in rows
               if o["what"] == "order" and o["word"] != "recommendation" and self.within(o["due"])
               and o["due"] <= self.end]
        put("9.7", len(due), [ref for ref, o in due
                              if (o["done"] > o["due"] if o["done"] else o["due"] < self.end)])
        return found


def cells(table, row, without=()):
    return [row.get(column["name"]) for column in table["columns"] if column["name"] not in without]


def main():
    folder = pathlib.Path(sys.argv[1])
    export = Export(folder)
    compared = differences = 0

    def same(report, table, ours, theirs):
        nonlocal compared, differences
        compared += sum(len(row) for row in theirs)
        if ours != theirs:
            differences += 1
            lines = [f"  ours {a}\n  said {b}" for a, b in zip(ours, theirs) if a != b][:5]
            print(f"{report} {table}: {len(ours)} rows counted, {len(theirs)} said", *lines, sep="\n")

    for path in sorted(folder.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        tables = {table["table"]: table for section in report["sections"] for table in section["tables"]}
        kind = report["report"]
        counted = {}
        words = set()
        again = Recount(export, report) if "from" in report else None
        if kind in ("quarterly", "annual"):
            counted, words = again.period(), {"body"}
        elif kind == "measures":
            measured = [row for row in tables["measure"]["rows"] if row["group"].endswith("stage 1")]
            again.homes = {"lcra": measured[0]["ch01"]["in"], "lcho": measured[1]["ch01"]["in"]}
            counted, words = again.measures(), {"beside", "published"}
        elif kind == "workload":
            counted = again.workload()
        elif kind == "self-assessment":
            found = again.provisions()
            said = {row["provision"]: [row["count"], row["breaches"]] for row in tables["provision"]["rows"]
                    if row["count"] is not None}
            same(kind, "provision", [[key, *found[key]] for key in sorted(found)],
                 [[key, *said[key]] for key in sorted(said)])
            words = {"provision", "policy"}
        elif kind == "sample":
            counted = Sample(export, folder, report).tables()
        elif kind in ("dashboard", "today"):
            living = Living(export, folder, sys.argv[2], report["asAt"])
            counted = living.dashboard() if kind == "dashboard" else living.morning()
        else:
            differences += 1
            print(f"{kind}: nobody counts this report again")
            continue
        for name, table in tables.items():
            if name in words:
                continue
            if name not in counted:
                differences += 1
                print(f"{kind} {name}: nobody counts this again")
                continue
            without = {"person": ("name",), "figures": ("query",)}.get(name, ())
            if kind == "sample":
                without = Sample.words(name)
            elif kind == "today":
                without = ("about",)
            same(kind, name, counted[name], [cells(table, row, without) for row in table["rows"]])
    print(f"{compared} cells counted again, {differences} tables differ")
    return 1 if differences or not compared else 0


sys.exit(main())
