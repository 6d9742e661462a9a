import Clocks
import Complaints
import Testing

/// Every kind of step can be taken back whole and put back, or says why not.
@Suite struct UndoEveryStepTests {
  private static let kinds = StepKind.allCases

  /// A step of that kind with something in every field.
  private func filled(_ spec: StepSpec) throws -> CaseStep {
    var values: [String: StepValue] = [:]
    for field in spec.allFields {
      switch field.kind {
      case .text, .longText, .answers: values[field.name] = .text("as it was said")
      case .time: values[field.name] = .text("2026-12-01T09:00:00.000000Z")
      case .list: values[field.name] = .texts(["one", "two"])
      case .number: values[field.name] = .number(1)
      case .yesNo: values[field.name] = .truth(true)
      case .date: values[field.name] = .text("2026-12-01")
      case .staff: values[field.name] = .text("okafor")
      case .caseReference: values[field.name] = .text("C26-000002")
      case .choice(let words): values[field.name] = .text(words[0])
      }
    }
    return try #require(spec.decode(values))
  }

  @Test(arguments: kinds) func `a step is taken back whole, or it is said why not`(_ kind: StepKind) throws {
    let spec = StepCatalogue.spec(kind)
    var desk = Scenario()
    try desk.responded()
    try desk.act(promised("2026-12-01"), by: "patel")
    let before = desk.file()
    desk.record([NewEvent(.step(try filled(spec)), case: before.reference)], by: "hana")
    let seq = try #require(desk.lines.last).seq
    let after = desk.file()
    desk.now = desk.now.adding(seconds: -30)
    if let why = spec.neverUndone {
      #expect(desk.refusal(.undo(seq: seq), by: "hana") == .work(.neverUndone(why)))
      return
    }
    try desk.act(.undo(seq: seq), by: "hana")
    #expect(told(desk.file()) == told(before))
    try desk.act(.redo(seq: seq), by: "hana")
    #expect(told(desk.file()) == told(after))
  }

  /// The file without its timeline, which keeps what was undone.
  private func told(_ file: CaseFile) -> CaseFile {
    var told = file
    told.entries = []
    told.revision = 0
    told.revisionBy = file.recordedBy
    told.involved = []
    return told
  }
}
