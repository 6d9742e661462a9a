package import Clocks

/// The adjustments a policy or the law names; others are told in words.
package enum Adjustment: String, CaseIterable, Hashable, Sendable {
  case largePrint = "large-print"
  case colouredPaper = "coloured-paper"
  case braille, audio
  case easyRead = "easy-read"
  case plainLanguage = "plain-language"
  case bsl, interpreter, translation
  case homeVisit = "home-visit"
  case moreTime = "more-time"
  case supportWorker = "support-worker"
  case other
}

/// Whether a woman or a man is asked for as the officer.
package enum OfficerGender: String, CaseIterable, Hashable, Sendable {
  case woman, man
}

/// A need of a resident: adjustments, language, vulnerability, a disability they told us of.
package struct NeedRecorded: StepPayload {
  package static let kind = StepKind.needRecorded
  package var need: Int?
  package var adjustments: [String] = []
  package var language = ""
  package var vulnerability = ""
  package var disability = ""
  package var officer: OfficerGender?
  package var text = ""
  package var review: CalendarDay?
  package init() {}

  package static let fields: [StepField<NeedRecorded>] = [
    .number("need", "Need", \.need, given: false),
    .list("adjustments", "Adjustments", \.adjustments, help: "large-print; bsl; home-visit … with ; between"),
    .text("language", "Language", \.language),
    .text("vulnerability", "Vulnerability", \.vulnerability),
    .text("disability", "Disability they told us of", \.disability),
    .word("officer", "Officer asked for", \.officer),
    .text("text", "In their words", \.text, long: true),
    .day("review", "To be reviewed on", \.review),
  ]

  /// What to bear in mind, in a few words each.
  package var words: [String] {
    var words = adjustments
    if !language.isEmpty { words.append("language: " + language) }
    if !vulnerability.isEmpty { words.append("vulnerable: " + vulnerability) }
    if !disability.isEmpty { words.append("disability: " + disability) }
    if let officer { words.append("asks for a " + officer.rawValue + " officer") }
    if !text.isEmpty { words.append(text) }
    return words
  }
}

/// How a review of a need came out.
package enum NeedOutcome: String, CaseIterable, Hashable, Sendable {
  case kept, ended
}

/// A need was looked at again.
package struct NeedReviewed: StepPayload {
  package static let kind = StepKind.needReviewed
  package var need: Int?
  package var outcome: NeedOutcome?
  package var text = ""
  package var review: CalendarDay?
  package init() {}

  package static let fields: [StepField<NeedReviewed>] = [
    .number("need", "Need", \.need, required: true),
    .word("outcome", "Outcome", \.outcome, required: true),
    .text("text", "What was found", \.text),
    .day("review", "Next review", \.review),
  ]
}

/// One need and what became of it.
package struct NeedRecord: Hashable, Sendable {
  package var number: Int
  package var told: NeedRecorded
  package var on: Occurrence
  package var review: CalendarDay?
  package var ended: Occurrence?
}

/// How somebody can be reached without harm.
package struct SafeContactNoted: StepPayload {
  package static let kind = StepKind.safeContactNoted
  package var voicemail: Bool?
  package var times = ""
  package var twoPersons: Bool?
  package var name = ""
  package var text = ""
  package init() {}

  package static let fields: [StepField<SafeContactNoted>] = [
    .yesNo("voicemail", "A voicemail may be left", \.voicemail),
    .text("times", "Safe times", \.times),
    .yesNo("two-persons", "Visits by two only", \.twoPersons),
    .text("name", "Preferred name", \.name),
    .text("text", "What else to mind", \.text),
  ]

  /// What to mind before any contact, the gravest first.
  package var words: [String] {
    var words: [String] = []
    if voicemail == false { words.append("no voicemail") }
    if twoPersons == true { words.append("visit with two") }
    if !times.isEmpty { words.append("safe times: " + times) }
    if !name.isEmpty { words.append("call them " + name) }
    if !text.isEmpty { words.append(text) }
    return words
  }
}

extension NeedRecorded: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.needs.append(
      NeedRecord(
        number: need ?? file.intake.needs.count + 1, told: self, on: stamp.at, review: review, ended: nil))
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    for word in adjustments where Adjustment(rawValue: word) == nil {
      throw .badValue(
        field: "adjustments", value: word,
        allowed: Adjustment.allCases.map(\.rawValue).joined(separator: ", "))
    }
    // Asked with a probe too, which fills no optional field: an empty need is refused about its field.
    if words.isEmpty { throw .missing(field: "adjustments", clause: code("5.10")) }
  }
}

extension NeedReviewed: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    guard let place = file.intake.needs.firstIndex(where: { $0.number == need }) else { return }
    if outcome == .ended { file.intake.needs[place].ended = stamp.at }
    file.intake.needs[place].review = review
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let record = file.intake.needs.first(where: { $0.number == need }) else {
      throw .intake(.noSuch("need", need ?? 0))
    }
    if record.ended != nil { throw .intake(.alreadyEnded("need", record.number)) }
  }
}

extension SafeContactNoted: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    var note = file.intake.safeContact ?? SafeContactNoted()
    if let voicemail { note.voicemail = voicemail }
    if let twoPersons { note.twoPersons = twoPersons }
    if !times.isEmpty { note.times = times }
    if !name.isEmpty { note.name = name }
    if !text.isEmpty { note.text = text }
    file.intake.safeContact = note
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    let isEmpty = voicemail == nil && twoPersons == nil && times.isEmpty && name.isEmpty && text.isEmpty
    if isEmpty { throw .missing(field: "text", clause: nil) }
  }
}

extension CaseFile {
  /// Whether a vulnerability is on record.
  package var isVulnerable: Bool {
    intake.openNeeds.contains { !$0.told.vulnerability.isEmpty }
      || contact.person.needs.contains { $0.lowercased().contains("vulnerab") }
  }

  /// The adjustments and needs on record, from the contact and since.
  package var needWords: [String] { contact.person.needs + intake.openNeeds.flatMap(\.told.words) }
}
