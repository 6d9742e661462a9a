import Clocks
package import Complaints

/// A scrutiny panel's sample: which answered cases, by a seed anybody can put in again.
package struct ScrutinySample: Hashable, Sendable {
  package var seed: UInt64
  package var stage: Stage
  /// How many answers of that stage it was drawn from.
  package var among: Int
  package var drawn: [CaseReference]

  /// Draws so many of the complaints whose answer at that stage went in the days asked for.
  ///
  /// The same seed, journal and days draw the same cases in the same order, on any machine.
  package init(_ cases: [TalliedCase], _ stage: Stage, count: Int, seed: UInt64, _ period: ReportPeriod) {
    self.seed = seed
    self.stage = stage
    let answered = cases.filter { figures in
      figures.isTakenComplaint
        && figures.stages.contains { $0.stage == stage && period.contains($0.responded) }
    }
    among = answered.count
    let ordered = answered.map { figures in
      (ScrutinySample.mix(seed, UInt64(figures.reference.number.value), stage), figures.reference)
    }.sorted { $0.0 < $1.0 }
    drawn = ordered.prefix(count).map(\.1)
  }

  /// The seed where none is given: nobody chooses it, so nobody chooses the cases.
  package static func seed(journal: String, _ period: ReportPeriod) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (journal + period.from.description + period.to.description).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    // Short enough to be read out over a table.
    return hash % 1_000_000_000
  }

  /// SplitMix64 (Steele, Lea and Flood 2014) of seed, case and stage.
  private static func mix(_ seed: UInt64, _ number: UInt64, _ stage: Stage) -> UInt64 {
    var z = seed &+ number &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(stage.number) &* 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The sample as a panel reads it: cases without what tells who complained, what to judge, and scores so far.
///
/// The files are redacted by whoever calls this (manchester-2022, The role of the Housing Advisory Board).
package func sampleReport(
  _ samples: [ScrutinySample], _ files: [CaseReference: CaseFile], _ asked: ReportAsked
) -> Report {
  let drawn = samples.map { sample -> [ReportCell] in
    [
      .text(stageName(sample.stage)), .count(sample.drawn.count), .count(sample.among), .cases(sample.drawn),
    ]
  }
  var sections = [
    ReportSection(
      "Drawn",
      prose: [
        "Score each case with act CASE score quality=1..5 root-cause=yes|no action=yes|no feedback=… training=…;"
          + " the score stands on the case."
      ],
      tables: [
        ReportTable(
          "drawn", "Cases drawn",
          columns: [
            ReportColumn("stage", "Stage"), ReportColumn("drawn", "Drawn"), ReportColumn("among", "Among"),
            ReportColumn("cases", "Cases"),
          ], rows: drawn)
      ])
  ]
  for sample in samples {
    for reference in sample.drawn {
      if let file = files[reference] { sections.append(sampleSection(file, sample.stage, asked)) }
    }
  }
  return asked.report(
    "sample", "Sample for scrutiny",
    notes: [
      ReportNote("Seed", String(samples.first?.seed ?? 0) + "; the same seed and days draw the same cases"),
      ReportNote(
        "Redacted",
        "Names, addresses, numbers and needs of residents are withheld; so is whatever is for named"
          + " roles only. Cases kept from all but named roles are not drawn."),
    ], sections: sections)
}

private func sampleSection(_ file: CaseFile, _ stage: Stage, _ asked: ReportAsked) -> ReportSection {
  let name = file.reference.text + " " + stageName(stage).replacing(" ", with: "")
  let record = file.stages.first { $0.stage == stage }
  var prose = ["What was said: " + file.contact.narrative]
  if let definition = record?.acknowledgement?.definition, !definition.isEmpty {
    prose.append("As understood: " + definition)
  }
  if let text = record?.response?.text, !text.isEmpty { prose.append("The answer: " + text) }
  let points = file.points.filter(\.isOpen).map { point -> [ReportCell] in
    let decided = point.decision(at: stage)
    return [
      .count(point.number), .text(point.text),
      .text(decided.map { wordsApart($0.decision.rawValue) } ?? "none"),
      .text(decided?.reasons ?? ""), .text(decided?.basis ?? ""), .text(decided?.remedy ?? ""),
    ]
  }
  let lessons = file.redress.lessons.map { lesson -> [ReportCell] in
    [
      .text(lesson.learned.none.isEmpty ? lesson.learned.cause : ""),
      .text(lesson.learned.none.isEmpty ? lesson.learned.change : "nothing to learn: " + lesson.learned.none),
      lesson.implementedOn.map { .day($0.day) } ?? .none,
    ]
  }
  let scores = file.work.scores.map { score -> [ReportCell] in
    [
      score.quality.map { .count($0) } ?? .none, .text(score.rootCause == true ? "yes" : "no"),
      .text(score.actionTaken == true ? "yes" : "no"), .text(score.feedback), .text(score.training),
    ]
  }
  let key = String(file.reference.number.value) + "-" + String(stage.number)
  return ReportSection(
    name, prose: prose,
    tables: [
      ReportTable(
        "points-" + key, "Points and decisions",
        columns: [
          ReportColumn("point", "Point"), ReportColumn("text", "What"), ReportColumn("decision", "Decision"),
          ReportColumn("reasons", "Reasons"), ReportColumn("basis", "Basis"),
          ReportColumn("remedy", "Remedy"),
        ], rows: points),
      journeyTable(file, key, asked),
      ReportTable(
        "lessons-" + key, "Root cause and change",
        columns: [
          ReportColumn("cause", "Root cause"), ReportColumn("change", "Change"),
          ReportColumn("implemented", "Made"),
        ], rows: lessons),
      ReportTable(
        "scores-" + key, "Scores so far",
        columns: [
          ReportColumn("quality", "Quality"), ReportColumn("rootCause", "Root cause found"),
          ReportColumn("action", "Action taken"), ReportColumn("feedback", "Feedback"),
          ReportColumn("training", "Training needed"),
        ], rows: scores),
    ])
}

/// The resident's journey: every step with the wait before it and whose hands it was in
/// (manchester-2022, Performance Standards).
private func journeyTable(_ file: CaseFile, _ key: String, _ asked: ReportAsked) -> ReportTable {
  var rows: [[ReportCell]] = []
  var before: CalendarDay?
  for filed in file.entries where !filed.undone {
    let entry = filed.entry
    let day = entry.occurred?.day ?? asked.zone.day(of: entry.knownAt)
    rows.append([
      .day(day), before.map { .days(Int(max(0, day.number - $0.number))) } ?? .none,
      .text(eventKind(entry.event)), .text(entry.by.text),
    ])
    before = max(day, before ?? day)
  }
  return ReportTable(
    "journey-" + key, "The journey, step by step",
    columns: [
      ReportColumn("on", "Day"), ReportColumn("wait", "Wait"), ReportColumn("what", "What"),
      ReportColumn("by", "By"),
    ], rows: rows)
}
