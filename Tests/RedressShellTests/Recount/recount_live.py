"""Counts the reports of one moment and the sample of a panel again: dashboard, today, sample.

They need, beside what recount.py reads, `staff.jsonl` (redress staff --json) and `calendar.jsonl`
(redress calendar list --json), and who asked for them. Shares no code with the program.
"""
import csv
import json
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LIVE = ("untriaged", "open", "responded")
OWING = {"hazard", "promise", "callback", "form"}
STANDING = {"learning", "letter", "evidence", "order", "restricted"}
RUNNING = ("waiting", "running", "due", "overdue")
KIND_CLOCKS = ("member-enquiry", "enquiry", "data-protection")
FIGURES = (
    "Open", "Overdue", "Due today", "Due this week", "Late in 5 working days", "Unacknowledged", "Unassigned",
    "At risk", "Silent over 14 days", "Stage 2", "Ombudsman", "Evidence due", "Promises to keep",
    "Promises past their day", "Letters owed", "Restrictions to review", "Learning to implement",
)
MASK = 2**64 - 1


def day(text):
    return date.fromisoformat(text[:10]) if text else None


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None


def number(ref):
    return int(ref.split("-")[1])


class Living:
    """The cases nobody is done with, as the exported rows tell of them at one moment."""

    def __init__(self, export, folder, me, as_at):
        self.x, self.me, self.now = export, me, moment(as_at)
        self.today = self.now.astimezone(ZoneInfo("Europe/London")).date()
        self.clocks = defaultdict(list)
        with open(folder / "clocks.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                row["due"], row["dueAt"] = day(row["due"]), moment(row["dueAt"])
                self.clocks[row["ref"]].append(row)
        self.owed = defaultdict(Counter)
        with open(folder / "owed.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.owed[row["ref"]][row["owes"]] += 1

        def lines(name):
            return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]

        self.staff = {row["login"]: row for row in lines("staff.jsonl")}
        self.free = {day(row["date"]) for row in lines("calendar.jsonl") if row["kind"] != "removed"}
        self.marks = {ref: set(filter(None, case["marks"].split("; "))) for ref, case in export.cases.items()}
        self.open = [ref for ref, case in export.cases.items() if case["state"] in LIVE]
        self.work = [ref for ref in export.cases if ref in set(self.open) or self.marks[ref] & OWING]
        self.live = [ref for ref in export.cases
                     if export.cases[ref]["state"] in LIVE or self.marks[ref] & (OWING | STANDING)]
        self.letters = {ref: self.next_letter(ref) for ref in self.live}

    def working_days(self, count):
        found, at = [], self.today
        while len(found) < count:
            at += timedelta(days=1)
            if at.weekday() < 5 and at not in self.free:
                found.append(at)
        return found

    def next_letter(self, ref):
        """The earlier date of the letter owed next, the landlord's where both fall together."""
        case = self.x.cases[ref]
        kind, state = case["kind"], case["state"]
        if state == "untriaged" or kind == "complaint" and state in ("open", "responded"):
            stage = case["stage"] or "1"
            for step, names in (("acknowledge", (".acknowledge",)), ("respond", (".respond", ".respond.extended"))):
                wanted = {"stage" + stage + name for name in names}
                some = [row for row in self.clocks[ref]
                        if row["clock"] in wanted and row["state"] in RUNNING and row["due"]]
                if some:
                    row = min(some, key=lambda row: (row["due"], row["target"] == "code"))
                    return dict(row, step=step, clock=f"stage{stage}.{step}")
            return None
        some = [row for row in self.clocks[ref]
                if row["clock"] in KIND_CLOCKS and row["state"] in RUNNING and row["due"]]
        if not some or state != "open":
            return None
        row = min(some, key=lambda row: (row["due"], row["target"] == "code"))
        return dict(row, step="respond", clock=min((r["clock"] for r in some), key=KIND_CLOCKS.index))

    def due(self, ref):
        letter = self.letters.get(ref)
        return letter and letter["due"]

    def silence(self, ref):
        case = self.x.cases[ref]
        return (self.today - (day(case["lastHeard"]) or case["received"])).days

    def name(self, login):
        return self.staff[login]["name"] if login in self.staff else login

    # The dashboard.

    def dashboard(self):
        x, ahead = self.x, self.working_days(10)
        return {
            "figures": self.figures(ahead),
            "stages": self.by_stage(ahead[4]),
            "ahead": [[at.isoformat(), sum(self.due(ref) == at for ref in self.live)] for at in ahead],
            "load": self.load(),
            "weeks": self.weeks(),
            "silent": self.longest(self.silence),
            "oldest": self.longest(lambda ref: (self.today - x.cases[ref]["received"]).days),
            "clusters": self.clusters(),
        }

    def figures(self, ahead):
        x, live, today = self.x, self.live, self.today
        sunday = today + timedelta(days=6 - today.weekday())
        promises = {ref: [day(str(p["due"] or "")) for p in x.promises[ref] if not p["kept"]] for ref in live}

        def due(from_, to):
            return sum(self.due(ref) is not None and from_ <= self.due(ref) <= to for ref in live)

        counts = [
            len(self.open), due(date.min, today - timedelta(days=1)), due(today, today), due(today, sunday),
            due(today, ahead[4]),
            sum((self.letters[ref] or {}).get("step") == "acknowledge" for ref in live),
            sum(not x.cases[ref]["who"] for ref in self.work), sum(self.at_risk(ref, ahead) for ref in live),
            sum(self.silence(ref) > 14 for ref in self.open),
            sum(x.cases[ref]["stage"] == "2" for ref in self.work),
            sum("ombudsman" in self.marks[ref] for ref in live),
            sum("evidence" in self.marks[ref] for ref in live), sum(bool(promises[ref]) for ref in live),
            sum(any(d and d < today for d in promises[ref]) for ref in live),
            sum(self.owed[ref]["letter"] > 0 for ref in live),
            sum(self.owed[ref]["restriction"] > 0 for ref in live),
            sum(any(not l["implemented"] and l["isLesson"] == "yes" for l in x.learning[ref]) for ref in live),
        ]
        return [list(pair) for pair in zip(FIGURES, counts, strict=True)]

    def at_risk(self, ref, ahead):
        """Late for a director, late within two working days for the supervisor; both for its own handler."""
        due, case = self.due(ref), self.x.cases[ref]
        if due is None or due > ahead[1] or case["state"] not in LIVE:
            return False
        mine = self.staff.get(self.me, {})
        roles, who = set(mine.get("roles", [])), case["who"]
        if not roles & {"director", "supervisor"}:
            return who == self.me
        if due < self.today:
            return "director" in roles
        if "supervisor" not in roles:
            return False
        theirs = self.staff.get(who, {})
        return (not who or who == self.me or theirs.get("manager") == self.me or not mine.get("team")
                or theirs.get("team") == mine["team"])

    def standing(self, ref, fifth):
        due = self.due(ref)
        if due is None:
            return "none"
        if due <= self.today:
            return "today" if due == self.today else "late"
        return "soon" if due <= fifth else "later"

    def by_stage(self, fifth):
        rows = defaultdict(Counter)
        for ref in self.open:
            case = self.x.cases[ref]
            name = ("Untriaged" if not case["kind"] else "Stage " + case["stage"] if case["kind"] == "complaint"
                    else "Other")
            rows[name][self.standing(ref, fifth)] += 1
        order = ["Untriaged", "Stage 1", "Stage 2", "Stage 3", "Stage 4", "Other"]
        assert set(rows) <= set(order), rows
        return [[name] + [rows[name][word] for word in ("late", "today", "soon", "later", "none")] +
                [sum(rows[name].values())]
                for name in order if rows[name] or name in ("Stage 1", "Stage 2")]

    def load(self):
        loads = defaultdict(Counter)
        for ref in self.open:
            who = self.x.cases[ref]["who"]
            if who:
                loads[who].update(["open", self.standing(ref, self.today)])
        return [[self.name(who), load["open"], load["late"], load["today"]]
                for who, load in sorted(loads.items(), key=lambda i: (-i[1]["open"], -i[1]["late"], i[0]))]

    def weeks(self):
        monday = self.today - timedelta(days=self.today.weekday())
        rows = []
        for back in range(11, -1, -1):
            first = monday - timedelta(days=7 * back)
            last = first + timedelta(days=6)
            rows.append([first.isoformat()] + [
                sum(c[name] is not None and first <= c[name] <= last for c in self.x.cases.values())
                for name in ("received", "closed")])
        return rows

    def longest(self, days):
        some = sorted(((days(ref), ref) for ref in self.open), key=lambda item: (-item[0], number(item[1])))
        return [[[ref], count, self.name(self.x.cases[ref]["who"]) or "nobody",
                 "yes" if self.x.cases[ref]["lastHeard"] else "no"] for count, ref in some[:10]]

    def clusters(self):
        first = self.today - timedelta(days=27)
        newest = max(map(number, self.x.cases), default=0) - 4000
        live, counts = set(self.live), defaultdict(lambda: [0, 0])
        for ref, case in self.x.cases.items():
            if ref not in live and number(ref) <= newest:
                continue
            if not first - timedelta(days=28) <= case["received"] <= self.today:
                continue
            place, issue = case["property.postcode"].upper(), case["category"]
            for sign in (("place", place), ("issue", issue)):
                if sign[1].strip():
                    counts[sign][case["received"] < first] += 1
        rows = [[*sign, now, before] for sign, (now, before) in counts.items()
                if (now >= 3 if sign[0] == "place" else now >= max(5, 2 * before))]
        return sorted(rows, key=lambda row: (-row[2], row[1].encode()))

    # The morning list.

    def morning(self, limit=10):
        last = self.working_days(5)[-1]
        owed = [(ref, row) for ref, row in self.letters.items() if row]
        for ref in self.x.cases:
            owed += [(ref, row) for row in self.beside(ref)]
        owed = [pair for pair in owed if pair[1]["due"] <= last]
        far = datetime.max.replace(tzinfo=ZoneInfo("UTC"))
        owed.sort(key=lambda pair: (pair[1]["due"], pair[1]["dueAt"] or far, number(pair[0]), pair[1]["clock"]))
        parts = defaultdict(list)
        for ref, row in owed:
            late = row["dueAt"] < self.now if row["dueAt"] else row["due"] < self.today
            name = "overdue" if late else "today" if row["due"] == self.today else "ahead"
            parts[name].append(self.line(ref, row))
        windows = []
        for ref in self.open:
            case = self.x.cases[ref]
            if case["state"] == "responded" and case["kind"] == "complaint":
                clock = f"stage{int(case['stage'] or 1) + 1}.window"
                windows += [(row["due"], number(ref), ref, row) for row in self.clocks[ref]
                            if row["clock"] == clock and row["due"] and self.today <= row["due"] <= last]
        parts["window"] = [self.line(item[2], dict(item[3], target="landlord", dueTime=""))
                           for item in sorted(windows, key=lambda item: item[:2])]
        silent = sorted(((self.silence(ref), ref) for ref in self.work),
                        key=lambda item: (-item[0], number(item[1])))
        parts["silent"] = [
            [[ref], days, "yes" if self.x.cases[ref]["lastHeard"] else "no", self.x.cases[ref]["who"] or "nobody"]
            for days, ref in silent[:limit]]
        headings = (("overdue", "overdue"), ("today", "due today"), ("ahead", "the next five working days"),
                    ("window", "windows that close"), ("silent", "silent longest"))
        days = Counter(row[1] for row in parts["ahead"])
        return {
            "counts": [[words, len(silent) if name == "silent" else len(parts[name])] for name, words in headings],
            "days": [[at, count] for at, count in sorted(days.items())],
            **{name: parts[name] for name, _ in headings},
        }

    def beside(self, ref):
        """What is owed beside the letters, the earlier of the two targets of each."""
        pairs, seen = defaultdict(dict), Counter()
        for row in self.clocks[ref]:
            name = row["clock"].removesuffix(".extended")
            if name.startswith("stage") or name in KIND_CLOCKS or row["state"] not in RUNNING or not row["due"]:
                continue
            key = (name, row["started"], row["target"])
            seen[key] += 1
            pairs[name, row["started"], seen[key]][row["target"]] = dict(row, clock=name)
        return [min(pair.values(), key=lambda row: row["due"]) for pair in pairs.values()]

    def line(self, ref, row):
        clock = "".join(" " if sign in ".-" else sign for sign in row["clock"])
        if clock.startswith("stage"):
            clock = "stage " + clock[5:]
        what = clock + (", by the Code" if row["target"] == "code" else "")
        if row["dueTime"]:
            what += ", by " + row["dueTime"]
        return [[ref], row["due"].isoformat(), what, self.x.cases[ref]["who"] or "nobody"]


class Sample:
    """A panel's sample: drawn again by its seed, and every case of it from the rows."""

    def __init__(self, export, folder, report):
        self.x, self.report = export, report
        self.start, self.to = day(report["from"]), day(report["to"])
        seeds = [note["text"] for note in report["notes"] if note["name"] == "Seed"]
        self.seed = int(seeds[0].split(";")[0])
        self.decisions = defaultdict(list)
        with open(folder / "decisions.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.decisions[row["ref"], row["point"], row["stage"]].append(row)

    def mix(self, ref, stage):
        """SplitMix64 of seed, case and stage."""
        z = (self.seed + number(ref) * 0x9E3779B97F4A7C15 + stage * 0xD1B54A32D192ED03) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def tables(self, count=5):
        drawn, tables = [], {}
        for stage in (1, 2):
            among = {ref for ref, row in self.x.stage(self.x.taken, stage)
                     if row["responded"] and self.start <= row["responded"] <= self.to}
            chosen = sorted(among, key=lambda ref: self.mix(ref, stage))[:count]
            drawn.append([f"stage {stage}", len(chosen), len(among), chosen])
            for ref in chosen:
                tables.update(self.case(ref, stage))
        return {"drawn": drawn, **tables}

    def case(self, ref, stage):
        key = f"-{number(ref)}-{stage}"
        points = []
        for point in self.x.points[ref]:
            if point["open"] == "yes":
                made = self.decisions[ref, point["point"], str(stage)]
                points.append([int(point["point"]), made[-1]["decision"].replace("-", " ") if made else "none"])
        journey, before = [], None
        for action in self.x.actions[ref]:
            wait = None if before is None else max(0, (action["on"] - before).days)
            journey.append([action["on"].isoformat(), wait, action["kind"], action["by"]])
            before = max(action["on"], before or action["on"])
        lessons = [[row["implemented"] and row["implemented"].isoformat()] for row in self.x.learning[ref]]
        scores = [[int(row["score"]) if row["score"] else None, row["rootCause"] or "no", row["action"] or "no"]
                  for row in self.x.surveys[ref] if row["what"] == "scrutiny"]
        return {"points" + key: points, "journey" + key: journey, "lessons" + key: lessons, "scores" + key: scores}

    @staticmethod
    def words(table):
        """Columns that hold words of the record and no figure."""
        return {"points": ("text", "reasons", "basis", "remedy"), "lessons": ("cause", "change"),
                "scores": ("feedback", "training")}.get(table.split("-")[0], ())
