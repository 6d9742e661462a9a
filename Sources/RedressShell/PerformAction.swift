import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

/// What one action recorded.
struct ActDone {
  var reference: CaseReference
  var action: String
  var seq: UInt64
  var events: [String]
  var revision: UInt64
  /// The case it opened beside the one it was taken on.
  var opened: CaseReference?

  /// `{"case","action","seq","events","revision"}`.
  var json: JSON {
    record([
      "case": .string(reference.text), "action": .string(action), "seq": .integer(Int(seq)),
      "events": .array(events.map { .string($0) }), "revision": .integer(Int(revision)),
      "opened": opened.map { .string($0.text) },
    ])
  }
}

extension OpenRecord {
  /// Takes the action somebody asked for, by name and fields.
  func act(_ asked: ActRequest) throws(ShellFailure) -> ActDone {
    try catchUp()
    guard let row = register.find(asked.subject) else {
      throw refused(asked.name.rawValue + " it", .noSuchCase(asked.subject))
    }
    let action: Action
    do throws(Refusal) {
      action = try read(asked)
    } catch {
      throw refused(asked.name.rawValue + " " + row.reference.text, error)
    }
    do throws(RecordFailure) {
      return try perform(
        action, on: row.number, occurred: asked.occurred, sawRevision: nil,
        letterOverride: asked.letterOverride, letterText: asked.letterText)
    } catch {
      throw shellFailure(error, attempt(action, on: row.reference.text))
    }
  }

  private func read(_ asked: ActRequest) throws(Refusal) -> Action {
    // The register is copied for the reading alone; holding on to the copy would make the next line copy it all.
    let register = register
    let reader = ReadAction(zone: zone) { register.find($0)?.reference }
    return try reader.read(asked.name, asked.fields)
  }

  /// A refusal as the failure of an attempt, with those who could.
  func refused(_ attempt: String, _ refusal: Refusal) -> ShellFailure {
    .refused(attempt: attempt, refusal, who: sentence(for: refusal, staff: register.staff, on: today).who)
  }

  /// A refusal or a failure of the journal, for a command.
  func shellFailure(_ failure: RecordFailure, _ attempt: String) -> ShellFailure {
    switch failure {
    case .refused(let refusal): refused(attempt, refusal)
    case .journal(let failure): ShellFailure(failure)
    case .rulesChanged:
      .badInput(
        "other rules were adopted while these were being looked at, and nothing was changed; look again")
    }
  }
}
