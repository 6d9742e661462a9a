import CaseDocuments
import Clocks
import Complaints
import TextCanvas

extension Desk {
  /// Why a step would be refused on the selected case before its key is pressed; nil where it would go.
  func refusal(of command: DeskCommand, on file: CaseFile?, _ reader: RecordReader) -> Refusal? {
    guard queue.marks.isEmpty, let file, let name = ActionName(rawValue: command.rawValue) else { return nil }
    let refusal = StepProbe.refusal(of: name, on: file, reader)
    // One key opens three ways further: it is refused only where all three are.
    guard name == .escalate, refusal != nil else { return refusal }
    return EscalationWays.areOpen(file, reader) ? nil : refusal
  }

  /// Why each action would be refused on the selected case, in words, by name.
  func stepRefusals(_ reader: RecordReader) -> [String: String] {
    guard queue.marks.isEmpty, let file = selectedFile(reader) else { return [:] }
    var refusals: [String: String] = [:]
    for name in ActionName.allCases {
      let command = name == .escalate ? DeskCommand.escalate : nil
      let refusal =
        command.map { self.refusal(of: $0, on: file, reader) }
        ?? StepProbe.refusal(of: name, on: file, reader)
      guard let refusal else { continue }
      refusals[name.rawValue] = reader.words(refusal)
    }
    return refusals
  }

  /// Opens the sheet of an action on the marked cases, or on the selected one.
  mutating func openSheet(_ name: ActionName, _ reader: RecordReader, words: String = "") {
    if let why = reader.readOnly {
      notice = .refused("Nothing can be recorded: " + why)
      return
    }
    let marked = queue.marked
    if marked.count > 1, !SheetForms.inBulk.contains(name) {
      notice = .refused("\(SheetForms.titleWord(name)) is done case by case; Esc takes the marks away.")
      return
    }
    let numbers = marked.isEmpty ? queue.selected.map { [$0] } ?? [] : marked
    guard !numbers.isEmpty else {
      notice = .refused("No case is selected.")
      return
    }
    if numbers.count == 1, let file = reader.file(numbers[0]),
      let refusal = StepProbe.refusal(of: name, on: file, reader)
    {
      notice = .refused("Cannot \(StepProbe.words(name, file, reader)): " + reader.words(refusal))
      return
    }
    guard var sheet = SheetForms.sheet(name, numbers, reader) else {
      notice = .refused("This case cannot be read.")
      return
    }
    if !words.isEmpty { sheet.form.say(words) }
    queue.visit()
    open(.sheet(sheet), reader)
  }

  /// Lists all open work of somebody who leaves or is away, piece by piece, and asks who is to have it.
  mutating func handOver(from login: StaffLogin, _ reader: RecordReader) {
    if let why = reader.readOnly {
      notice = .refused("Nothing can be recorded: " + why)
      return
    }
    let work = reader.register.casesWithWork.filter(reader.mayList).compactMap { row in
      reader.file(row.number).flatMap { file in
        let items = file.openWork(of: login)
        return items.isEmpty ? nil : (number: row.number, words: items.map { workItemWords($0, file) })
      }
    }
    guard var sheet = SheetForms.sheet(.assign, work.map(\.number), reader) else {
      notice = .refused("\(reader.register.staff.name(login)) has no open work.")
      return
    }
    sheet.handOver(from: login, work.map(\.words), reader)
    queue.mark(only: work.map { UInt32($0.number.index) })
    open(.sheet(sheet), reader)
  }

  mutating func takeContact(_ reader: RecordReader) {
    if let why = reader.readOnly {
      notice = .refused("Nothing can be recorded: " + why)
      return
    }
    open(.intake(IntakeScreen(reader)), reader)
  }

  /// Offers to take back the newest step of this sitting.
  mutating func takeBack(_ reader: RecordReader) {
    guard let taken = sitting.steps.taken.last, let sheet = SheetForms.undo(.undo, taken, reader) else {
      notice = .refused("You have taken no step in this sitting that can be undone.")
      return
    }
    open(.sheet(sheet), reader)
  }

  mutating func putBack(_ reader: RecordReader) {
    guard let taken = sitting.steps.undone.last, let sheet = SheetForms.undo(.redo, taken, reader) else {
      notice = .refused("No step of yours is undone.")
      return
    }
    open(.sheet(sheet), reader)
  }

  /// The keys for where one is; steps that would be refused now say why.
  mutating func showHelp(_ reader: RecordReader) {
    open(
      .help(
        HelpScreen(
          overlays.last?.context ?? .desk, refusals: stepRefusals(reader),
          problems: reader.settings.problems)), reader)
  }

  /// What follows when the steps on their way have an answer: the sheet closes, or says why not.
  mutating func settled(_ reader: RecordReader) -> [DeskEffect] {
    let steps = sitting.steps
    guard !steps.isBusy, let submission = steps.submission else { return [] }
    for answer in steps.done where submission.isBulk { queue.unmark(answer.reference.number) }
    refreshOverlays(reader)
    guard steps.failures.isEmpty else { return fellShort(submission, reader) }
    let isIntake = submission.steps.first.map { if case .intake = $0.step { true } else { false } } ?? false
    let dropped = closeTop()
    refreshOverlays(reader)
    let subject =
      submission.isBulk ? "\(steps.done.count) \(submission.unit)" : steps.done.last?.reference.text ?? ""
    let next = submission.isBulk ? "\(reader.key(.undo)) undoes one." : nextStep(reader)
    notice = .done("\(subject): \(submission.done). " + next)
    if isIntake, let opened = steps.done.first { go(to: opened.reference.number) }
    return dropped
  }

  /// What usually comes next on the case just worked on, then the way back.
  private func nextStep(_ reader: RecordReader) -> String {
    guard let row = sitting.steps.done.last.flatMap({ reader.register.row($0.reference.number) }) else {
      return ""
    }
    let undo = "\(reader.key(.undo)) undoes it."
    switch Desk.usualStep(row) {
    case .triage: return "\(reader.key(.triage)) decides what it is."
    case .assign: return "\(reader.key(.assign)) gives it to somebody; " + undo
    case .acknowledge: return "\(reader.key(.acknowledge)) acknowledges it; " + undo
    case .some, .none: return undo
    }
  }

  private mutating func fellShort(_ submission: Submission, _ reader: RecordReader) -> [DeskEffect] {
    let steps = sitting.steps
    let why = steps.failures.first ?? ""
    guard submission.isBulk else {
      // A contact that is recorded stays recorded: only the triage after it has to be done again.
      if case .intake = submission.steps.first?.step, let opened = steps.done.first {
        let dropped = closeTop()
        go(to: opened.reference.number)
        notice = .refused("\(opened.reference.text) is recorded, but not triaged: " + why)
        return dropped
      }
      if overlays.isEmpty {
        notice = .refused(why)
      } else {
        overlays[overlays.count - 1].refused(why, reader)
      }
      return []
    }
    let effects = keepForTheRest()
    var text = ReadingText()
    text.add("\(steps.done.count) done, \(steps.failures.count) failed; what failed stays marked.", .heading)
    for failure in steps.failures { text.add("✗ " + failure, .refusal, indent: 2) }
    for answer in steps.done { text.add("✓ " + answer.reference.text + ": " + submission.done, .met) }
    open(.reading(ReadingScreen(title: "Outcome", text: text)), reader)
    notice = .refused("\(steps.done.count) done, \(steps.failures.count) failed")
    return effects
  }

  mutating func refreshOverlays(_ reader: RecordReader) {
    for place in overlays.indices { overlays[place].refresh(reader) }
  }
}
