import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import PlainText
import TextCanvas

extension CommandRun {
  /// `--plain`: the desk as a dialogue of lines, on any terminal or none.
  func plainDesk(at path: String) throws(ShellFailure) {
    var lines = LineSource(surroundings.read)
    let isNew =
      !fileExists(path + "/FORMAT") && surroundings.inputIsTerminal && !request.flags.contains("locked")
    if isNew {
      guard try setUpPlainly(at: path, &lines) else { return }
    }
    try checkJournalExists(at: path)
    let settings = KeptSettings(directory: settingsDirectory())
    let record = try openRecord(.reading, at: path, tolerant: true)
    let under = SittingRecord(record, settings: settings, opening: reopening(path))
    try PlainSitting(under, surroundings, output, lines).run()
  }

  /// Founds a journal by questions and answers; false where the person leaves without.
  private func setUpPlainly(at path: String, _ lines: inout LineSource) throws(ShellFailure) -> Bool {
    let me = try founder(practice: request.options["as"] != nil)
    var setUp = PlainSetUp(at: path, by: me.text, policies: try policies())
    var said = setUp.begin()
    while true {
      for line in said.lines { output.line(visible(line)) }
      switch said.wish {
      case .leave: return false
      case .stay, .redraw: break
      case .found(let answers):
        do throws(ShellFailure) {
          try found(answers, at: path, by: me)
          return true
        } catch {
          output.line(error.sentence ?? "the journal cannot be founded")
        }
      }
      output.text("answer> ")
      output.flush()
      guard let line = lines.next() else { return false }
      said = setUp.take(String(decoding: line, as: UTF8.self))
    }
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

  private let environment: [String: String]
  /// Nil where no spelling program is installed, under `--locked`, and where no person types.
  private let spelling: SpellCheck?

  init(_ sitting: SittingRecord, _ surroundings: Surroundings, _ output: Output, _ lines: LineSource) {
    self.sitting = sitting
    self.output = output
    self.lines = lines
    prompts = surroundings.inputIsTerminal
    environment = surroundings.environment
    spelling = sitting.record.pathsAllowed && prompts ? SpellCheck() : nil
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

  /// Lends the terminal to the person's editor.
  private func edit(_ text: String) -> [DeskInput] {
    guard sitting.record.pathsAllowed else {
      return [.notice("no editor under --locked: it would be a way to a shell; write here")]
    }
    guard prompts else { return [.notice("no editor without a terminal; write here")] }
    output.flush()
    let run = EditorRun(folder: sitting.drafts.madeFolder(), environment: environment)
    do throws(EditorRun.Trouble) {
      return [.edited(try run.edit(text, stopped: {}, meanwhile: {}))]
    } catch {
      return [.notice(error.sentence)]
    }
  }

  private func perform(_ effect: DeskEffect) -> [DeskInput] {
    switch effect {
    case .perform(let asked): return sitting.perform(asked)
    case .quit: leaving = true
    case .suspend, .redraw: break
    case .spell(let text): return spelling.map { [.spelled($0.unknown(in: text))] } ?? []
    case .edit(let text): return edit(text)
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
