import CaseJournal
import Clocks
import Complaints
import PlainText
import Testing

@testable import DeskViewModels

/// One table of actions behind `act --list`, the desk's command line, and what is greyed out there.
@Suite struct EveryActionTests {
  @Test func `every action is listed with its fields, reached in the desk, and greyed out where refused`()
    throws
  {
    let listed = try listedActions()
    #expect(Set(listed.keys) == Set(ActionName.allCases.map(\.rawValue)))
    let walk = try RandomWalk(cases: 40, seed: 7)
    for _ in 0..<600 { walk.step() }
    let reachable = Set(CommandEntry.all(.standard, practice: true).map(\.name))
    var greyed = 0
    var open = 0
    for name in ActionName.allCases {
      let spec = ActionCatalogue.spec(name)
      #expect(listed[name.rawValue] == spec.fields.map(\.name))
      #expect(reachable.contains(name.rawValue), "\(name.rawValue) cannot be typed after :")
      for number in walk.numbers {
        let file = try #require(walk.file(number))
        for login in ["hana", "okafor", "ade"] {
          let reader = reader(walk, login)
          guard let refusal = StepProbe.refusal(of: name, on: file, reader) else {
            open += 1
            continue
          }
          greyed += 1
          #expect(!reader.words(refusal).isEmpty)
        }
      }
    }
    #expect(greyed > 100)
    #expect(open > 100)
  }

  @Test func `a step greyed out is refused by act too, with the same words`() throws {
    let walk = try RandomWalk(cases: 40, seed: 11)
    for _ in 0..<600 { walk.step() }
    for spec in StepCatalogue.all {
      for number in walk.numbers {
        let file = try #require(walk.file(number))
        let reader = reader(walk, "hana")
        guard let step = spec.probe(on: file),
          let greyed = StepProbe.refusal(of: .step(spec.kind), on: file, reader)
        else { continue }
        #expect(reader.refusal(of: .step(step), on: file) == greyed)
      }
    }
  }

  private func listedActions() throws -> [String: [String]] {
    var listed: [String: [String]] = [:]
    for line in PracticeShell().run("act", "--list", "--json").lines {
      let action = try parseJSON(line)
      let name = try #require(action["action"]?.string)
      listed[name] = (action["fields"]?.array ?? []).compactMap { $0["field"]?.string }
    }
    return listed
  }

  private func reader(_ walk: RandomWalk, _ name: String) -> RecordReader {
    guard let me = StaffLogin(name) else { preconditionFailure("no login: \(name)") }
    return RecordReader(
      register: walk.journal.register, rules: walk.rules, me: me, now: Moment(seconds: 1_790_000_000),
      sittingBegan: Moment(seconds: 1_790_000_000), banner: "", practice: true, readOnly: nil, themes: [],
      theme: "night", arena: walk.journal.arena, file: { walk.file($0.value) }, text: { _ in "" })
  }
}
