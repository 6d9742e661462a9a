import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import PlainText
import TextCanvas

extension CommandRun {
  /// `--plain`: the desk as a dialogue of lines, on any terminal or none.
  func plainDesk(at path: String) throws(ShellFailure) {
    try checkJournalExists(at: path)
    let settings = KeptSettings(directory: settingsDirectory())
    let record = try openRecord(.reading, at: path, tolerant: true)
    let under = SittingRecord(record, settings: settings, opening: reopening(path))
    try PlainSitting(under, surroundings, output).run()
  }
}

/// One sitting line by line: says what there is, reads a line, does what it asks for.
final class PlainSitting {
  private let sitting: SittingRecord
  private let output: Output
  private var lines: LineSource
  private var dialogue = PlainDialogue()
  private var leaving = false
  /// Whether a person types: then prompts are shown.
  private let prompts: Bool

  init(_ sitting: SittingRecord, _ surroundings: Surroundings, _ output: Output) {
    self.sitting = sitting
    self.output = output
    lines = LineSource(surroundings.read)
    prompts = surroundings.inputIsTerminal
  }

  func run() throws(ShellFailure) {
    if let problem = sitting.settingsProblem { say(problem) }
    let left = sitting.drafts.takeOver()
    if !left.isEmpty { give(dialogue.receive(.draftsFound(left), reader())) }
    give(dialogue.begin(reader()))
    while !leaving {
      if prompts { output.text(dialogue.prompt) }
      output.flush()
      guard let line = lines.next() else { break }
      let touched = try sitting.catchUp()
      if !touched.isEmpty { give(dialogue.receive(.journalGrew(touched: touched), reader())) }
      give(dialogue.take(String(decoding: line, as: UTF8.self), reader()))
      if let problem = sitting.noteReading(dialogue.spoken) { say(problem) }
    }
    for draft in dialogue.drafts where sitting.drafts.save(draft) {
      say("The \(draft.subject.words) is not recorded; its draft is kept for next time.")
    }
  }

  /// The record, its commands called by their names.
  private func reader() -> RecordReader {
    var reader = sitting.reader()
    reader.settings.keymap = .byName
    return reader
  }

  private func say(_ line: String) { output.line(visible(line)) }

  /// Says what there is to say and does what is asked, until nothing more comes of it.
  private func give(_ answer: PlainDialogue.Answer) {
    var answers = [answer]
    while !answers.isEmpty {
      let answer = answers.removeFirst()
      for line in answer.lines { say(line) }
      for input in answer.effects.flatMap(perform) {
        answers.append(dialogue.receive(input, reader()))
      }
    }
  }

  private func perform(_ effect: DeskEffect) -> [DeskInput] {
    switch effect {
    case .perform(let asked): return sitting.perform(asked)
    case .quit: leaving = true
    case .suspend, .redraw, .spell: break
    case .edit(let text): return [.edited(text)]
    case .copy(let text): say("The reference is " + text + ".")
    case .setTheme(let name): return sitting.keep(theme: name).map { [.notice($0)] } ?? []
    case .keepSettings(let wanted): return sitting.keep(wanted).map { [.notice($0)] } ?? []
    case .actAs(let name): return [.notice(sitting.record.act(as: name))]
    case .lookBack(let time): return sitting.lookBack(to: time)
    case .saveDraft(let draft):
      if !sitting.drafts.save(draft) {
        return [.notice("the draft cannot be kept: drafts/ cannot be written")]
      }
    case .dropDraft(let subject): sitting.drafts.drop(subject)
    case .refresh: return sitting.refresh()
    }
    return []
  }
}
