package import Clocks

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

/// A letter that each of several people affected is owed as the resident is: at the beginning and at an end.
package enum GroupLetter: String, CaseIterable, Hashable, Sendable {
  case acknowledgement, response, refusal
  case escalationRefusal = "escalation-refusal"

  /// The kind of letter it is.
  package var kind: LetterKind {
    switch self {
    case .acknowledgement: .acknowledgement
    case .response: .response
    case .refusal: .refusal
    case .escalationRefusal: .escalationRefusal
    }
  }
}

/// The response, or another letter the resident had, went to one of those affected.
package struct AffectedAnswered: StepPayload {
  package static let kind = StepKind.affectedAnswered
  package var affected: Int?
  package var channel: Channel?
  /// Nil for the response.
  package var letter: GroupLetter?
  package init() {}

  package static let fields: [StepField<AffectedAnswered>] = [
    .number("affected", "Person affected", \.affected, required: true),
    .word("channel", "Channel", \.channel, required: true),
    .word("letter", "Which letter", \.letter),
  ]
}

/// One person affected and the stages at which the response, and other letters, went to them.
package struct AffectedPerson: Hashable, Sendable {
  package var number: Int
  package var told: AffectedRecorded
  package var answered: [Stage] = []
  /// Letters beside the response.
  package var written: [WrittenTo] = []

  /// One letter at one stage.
  package struct WrittenTo: Hashable, Sendable {
    package var letter: GroupLetter
    package var stage: Stage
  }
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
    guard let place = file.intake.affected.firstIndex(where: { $0.number == affected }) else { return }
    guard let letter, letter != .response else {
      guard let stage = file.stages.last(where: { $0.responded != nil })?.stage else { return }
      file.intake.affected[place].answered.append(stage)
      return
    }
    file.intake.affected[place].written.append(.init(letter: letter, stage: file.stage ?? .one))
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let person = file.intake.affected.first(where: { $0.number == affected }) else {
      throw .intake(.noSuch("affected", affected ?? 0))
    }
    let letter = letter ?? .response
    let stage = file.stage ?? .one
    guard file.wrote(letter) else {
      if letter == .response { throw .notResponded(stage) }
      throw .intake(.notWritten(letter))
    }
    let isDone =
      letter == .response
      ? !file.awaitingResponse.contains(person)
      : person.written.contains(.init(letter: letter, stage: stage))
    if isDone { throw .intake(.alreadyEnded("affected", person.number)) }
  }
}

extension CaseFile {
  /// Whether the resident had that letter, so that the others affected can have it.
  fileprivate func wrote(_ letter: GroupLetter) -> Bool {
    switch letter {
    case .acknowledgement: current?.acknowledged != nil
    case .response: current?.responded != nil
    case .refusal: intake.refusal != nil
    case .escalationRefusal: !further.refused.isEmpty
    }
  }
}

/// Refuses to close a group complaint while somebody affected has not had the response: one each.
func guardAnswers(_ file: CaseFile) throws(Refusal) {
  let waiting = file.awaitingResponse
  if !waiting.isEmpty { throw .intake(.answersOwed(waiting.map(\.told.name))) }
}
