package import Clocks

/// Somebody promised to ring back on a day, at an hour.
package struct CallbackPromised: StepPayload {
  package static let kind = StepKind.callbackPromised
  package var callback: Int?
  package var day: CalendarDay?
  /// Local time such as `14:30`; empty where only the day was promised.
  package var at = ""
  package var owner: StaffLogin?
  package var about = ""
  package var phone = ""
  package init() {}

  package static let fields: [StepField<CallbackPromised>] = [
    .number("callback", "Call-back", \.callback, given: false),
    .day("day", "Day", \.day, required: true),
    .text("at", "Time", \.at, help: "such as 14:30"),
    .staff("owner", "Who rings", \.owner, help: "default: you"),
    .text("about", "About what", \.about),
    .text("phone", "On which number", \.phone),
  ]

  /// `2026-11-20 14:30`.
  package var when: String { (day?.description ?? "") + (at.isEmpty ? "" : " " + at) }
}

/// The call was made, or tried.
package struct CallbackDone: StepPayload {
  package static let kind = StepKind.callbackDone
  package var callback: Int?
  package var reached: Bool?
  package var text = ""
  package var again: CalendarDay?
  package init() {}

  package static let fields: [StepField<CallbackDone>] = [
    .number("callback", "Call-back", \.callback, required: true),
    .yesNo("reached", "Reached them", \.reached, required: true),
    .text("text", "What was said", \.text, long: true),
    .day("again", "To be tried again on", \.again, help: "where they were not reached"),
  ]
}

/// One promised call and how it went.
package struct CallbackRecord: Hashable, Sendable {
  package var number: Int
  package var promised: CallbackPromised
  package var on: Occurrence
  package var tries: [CallbackDone] = []
  /// Reached, or given up.
  package var ended: Occurrence?

  package var isOpen: Bool { ended == nil }
}

/// A complaint form was asked for by post (manchester-2022, Complaints Procedure and Guidance, Stage 1).
package struct FormAsked: StepPayload {
  package static let kind = StepKind.formAsked
  package var address = ""
  package init() {}

  package static let fields: [StepField<FormAsked>] = [
    .text("address", "Where to", \.address, help: "default: the address on record")
  ]
}

/// The form went out.
package struct FormSent: StepPayload {
  package static let kind = StepKind.formSent
  package var text = ""
  package init() {}

  package static let fields: [StepField<FormSent>] = [.text("text", "How", \.text)]
}

/// A form asked for and whether it went.
package struct FormRecord: Hashable, Sendable {
  package var asked: Occurrence
  package var address: String
  package var sent: Occurrence?
}

extension CallbackPromised: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.callbacks.append(
      CallbackRecord(number: callback ?? file.intake.callbacks.count + 1, promised: self, on: stamp.at))
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard at.isEmpty || isTime(at) else {
      throw .badValue(field: "at", value: at, allowed: "a time such as 14:30")
    }
  }

  private func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }) else { return false }
    guard let hour = UInt(parts[0]), let minute = UInt(parts[1]) else { return false }
    return hour < 24 && minute < 60
  }
}

extension CallbackDone: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    guard let place = file.intake.callbacks.firstIndex(where: { $0.number == callback }) else { return }
    file.intake.callbacks[place].tries.append(self)
    if reached == true {
      file.intake.callbacks[place].ended = stamp.at
      file.hear(stamp.at.day)
    } else {
      file.failedAttempts += 1
      if let again {
        file.intake.callbacks[place].promised.day = again
      } else {
        file.intake.callbacks[place].ended = stamp.at
      }
    }
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let record = file.intake.callbacks.first(where: { $0.number == callback }) else {
      throw .intake(.noSuch("callback", callback ?? 0))
    }
    if !record.isOpen { throw .intake(.alreadyEnded("callback", record.number)) }
  }
}

extension FormAsked: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    let where_ = address.isEmpty ? file.contact.property.address : address
    file.intake.form = FormRecord(asked: stamp.at, address: where_)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    if let form = file.intake.form, form.sent == nil { throw .intake(.formAlreadyOwed) }
    if isBlank(address), isBlank(file.contact.property.address) {
      throw .missing(field: "address", clause: file.profile(rules)?.duties.formByPost?.clause)
    }
  }
}

extension FormSent: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.form?.sent = stamp.at
    file.hear(stamp.at.day)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let form = file.intake.form, form.sent == nil else { throw .intake(.noFormOwed) }
  }
}
