import Clocks

/// One more person affected, with their own needs and their own way to be reached.
package struct AffectedRecorded: StepPayload {
  package static let kind = StepKind.affectedRecorded
  package var affected: Int?
  package var name = ""
  package var address = ""
  package var phone = ""
  package var email = ""
  package var preferred = ""
  package var needs: [String] = []
  package init() {}

  package static let fields: [StepField<AffectedRecorded>] = [
    .number("affected", "Person affected", \.affected, given: false),
    .text("name", "Name", \.name, required: true),
    .text("address", "Address", \.address),
    .text("phone", "Phone", \.phone),
    .text("email", "E-mail", \.email),
    .text("preferred", "Preferred contact", \.preferred),
    .list("needs", "Needs", \.needs),
  ]
}

/// The response went to one of those affected.
package struct AffectedAnswered: StepPayload {
  package static let kind = StepKind.affectedAnswered
  package var affected: Int?
  package var channel: Channel?
  package init() {}

  package static let fields: [StepField<AffectedAnswered>] = [
    .number("affected", "Person affected", \.affected, required: true),
    .word("channel", "Channel", \.channel, required: true),
  ]
}

/// One person affected and the stages at which the response went to them.
package struct AffectedPerson: Hashable, Sendable {
  package var number: Int
  package var told: AffectedRecorded
  package var answered: [Stage] = []
}

extension IntakeRecord {
  /// The number that name has, or the next.
  func number(of recorded: AffectedRecorded) -> Int {
    affected.first { $0.told.name == recorded.name }?.number ?? affected.count + 1
  }
}

extension CaseFile {
  /// Those affected whom the response of the newest answered stage has not reached.
  package var awaitingResponse: [AffectedPerson] {
    guard let stage = stages.last(where: { $0.responded != nil })?.stage else { return [] }
    return intake.affected.filter { !$0.answered.contains(stage) }
  }
}

extension AffectedRecorded: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    let number = affected ?? file.intake.number(of: self)
    if let place = file.intake.affected.firstIndex(where: { $0.number == number }) {
      file.intake.affected[place].told = self
    } else {
      file.intake.affected.append(AffectedPerson(number: number, told: self))
    }
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {}
}

extension AffectedAnswered: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    guard let place = file.intake.affected.firstIndex(where: { $0.number == affected }),
      let stage = file.stages.last(where: { $0.responded != nil })?.stage
    else { return }
    file.intake.affected[place].answered.append(stage)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let person = file.intake.affected.first(where: { $0.number == affected }) else {
      throw .intake(.noSuch("affected", affected ?? 0))
    }
    if !file.awaitingResponse.contains(person) { throw .intake(.alreadyEnded("affected", person.number)) }
  }
}

/// Refuses to close a group complaint while somebody affected has not had the response: one each.
func guardAnswers(_ file: CaseFile) throws(Refusal) {
  let waiting = file.awaitingResponse
  if !waiting.isEmpty { throw .intake(.answersOwed(waiting.map(\.told.name))) }
}
