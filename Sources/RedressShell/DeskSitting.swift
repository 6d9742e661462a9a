import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import NcursesTerminal
import TextCanvas

/// One sitting at the desk: waits for keys, signals and new lines, and draws when all of them are taken in.
final class DeskSitting {
  private let sitting: SittingRecord
  private let terminal: DeskTerminal
  private let follower: JournalFollower?
  private let environment: [String: String]
  /// Nil where no spelling program is installed, and under `--locked`.
  private let spelling: SpellCheck?
  private var desk = Desk()
  private var decoder = KeyDecoder()
  private var leaving = false
  /// How many due cases the title last told of.
  private var toldDue: Int?
  private var due = true
  private var drawnAt = Moment(seconds: 0)

  init(_ sitting: SittingRecord, _ terminal: DeskTerminal, environment: [String: String]) {
    self.sitting = sitting
    self.terminal = terminal
    self.environment = environment
    spelling = sitting.record.pathsAllowed ? SpellCheck() : nil
    follower = sitting.record.journal.follow()
    desk.followAtRest()
  }

  /// Milliseconds without a key after which case and timeline follow the queue: longer than a held key takes.
  private static let rest = 60
  /// The screen drawn last.
  private var drawn: TextGrid?

  private var chosen: DeskSettings { sitting.chosen }

  /// A line for the foot of the screen.
  func say(_ text: String) { take(.notice(text)) }

  /// Runs until the desk is left.
  func run() throws(ShellFailure) {
    take(.resized(terminal.session.size))
    let left = sitting.drafts.takeOver()
    if !left.isEmpty {
      take(.draftsFound(left))
    } else if sitting.record.practice {
      take(.notice(firstWords))
    }
    if let problem = sitting.settingsProblem { take(.notice(problem)) }
    while !leaving {
      if due, terminal.session.wait(milliseconds: 0).isNothing || drawnLate { draw() }
      let ready = terminal.session.wait(
        milliseconds: patience, also: follower.map { [$0.descriptor] } ?? [])
      if ready.signals { takeSignals() }
      if ready.input { takeKeys() }
      if !ready.others.isEmpty || follower == nil { try lookForLines() }
      if ready.isNothing { try passTime() }
    }
    for draft in desk.drafts { _ = sitting.drafts.save(draft) }
    if chosen.title, toldDue != nil { terminal.session.sendSequence(titleRestored) }
  }

  /// For somebody who has never sat here: what a day begins with, in the keys as they are bound.
  private var firstWords: String {
    let reader = reader()
    func key(_ command: DeskCommand) -> String { reader.settings.keymap.keyText(command) }
    return "\(key(.newContact)) takes a call, \(key(.find)) finds a caller, \(key(.viewOverdue)) what is "
      + "overdue, \(key(.views)) all views, \(key(.why)) why a date, \(key(.help)) all keys, "
      + "\(key(.leave)) leaves."
  }

  /// Milliseconds to wait: for the rest of a key, for lines where nothing tells of them, or for time to pass.
  private var patience: Int {
    if decoder.isPending { return 50 }
    if desk.isPassing { return DeskSitting.rest }
    if desk.isChoosingColours { return 1_000 }
    return follower == nil ? 250 : 30_000
  }

  /// Whether keys have kept coming for so long that a frame is owed in between.
  private var drawnLate: Bool { systemMoment().microseconds - drawnAt.microseconds > 50_000 }

  private func draw() {
    drawnAt = systemMoment()
    let reader = reader()
    let screen = desk.screen(terminal.session.size, reader, after: drawn)
    terminal.show(screen)
    drawn = screen
    due = false
    if let problem = sitting.noteReading(desk.selected) { take(.notice(problem)) }
    if chosen.title || chosen.bell { tellDue(desk.dueForMe(reader)) }
  }

  /// Says in the window's title, and by the bell, how many of my cases are due; only where that was asked for.
  private func tellDue(_ count: Int) {
    guard count != toldDue else { return }
    if chosen.title {
      if toldDue == nil { terminal.session.sendSequence(titleKept) }
      terminal.session.sendSequence(titleSequence(due: count))
    }
    if chosen.bell, let before = toldDue, count > before { terminal.session.sendSequence([0x07]) }
    toldDue = count
  }

  /// Hands an input to the desk and does what it asks for in answer.
  private func take(_ input: DeskInput) {
    due = true
    var inputs = [input]
    while !inputs.isEmpty {
      let effects = desk.receive(inputs.removeFirst(), reader())
      for effect in effects { inputs += perform(effect) }
    }
  }

  private func takeKeys() {
    var keys = decoder.feed(terminal.session.read())
    // A held key, or a paste in pieces: one frame for all that is here.
    while terminal.session.wait(milliseconds: 0).input {
      let more = terminal.session.read()
      if more.isEmpty { break }
      keys += decoder.feed(more)
    }
    if !keys.isEmpty { take(.keys(keys)) }
  }

  private func takeSignals() {
    for signal in terminal.session.takeSignals() {
      switch signal {
      case .resized: take(.resized(terminal.session.size))
      case .terminate, .hangUp: leaving = true
      case .suspend: stop()
      case .continued: take(.resized(terminal.session.size))
      }
    }
  }

  private func stop() {
    terminal.session.stopUntilContinued()
    take(.resized(terminal.session.size))
  }

  private func lookForLines() throws(ShellFailure) {
    follower?.drain()
    let touched = try sitting.catchUp()
    if !touched.isEmpty { take(.journalGrew(touched: touched)) }
  }

  private func passTime() throws(ShellFailure) {
    if decoder.isPending {
      let keys = decoder.flushPending()
      if !keys.isEmpty { take(.keys(keys)) }
      return
    }
    if desk.isPassing {
      take(.rested)
      return
    }
    if desk.isChoosingColours, let problem = terminal.lookAgain() {
      take(.notice(problem.isEmpty ? "The theme is drawn as its file is now." : problem))
      return
    }
    // A slow look at the journal as well: a notice may have been lost.
    try lookForLines()
    // Half a minute without a key: time for what the next desk opens from.
    sitting.record.journal.writeSnapshotIfDue()
    take(.tick)
  }

  private func perform(_ effect: DeskEffect) -> [DeskInput] {
    switch effect {
    case .perform(let asked): return sitting.perform(asked)
    case .quit: leaving = true
    case .suspend: stop()
    case .edit(let text): return edit(text)
    case .spell(let text): return spelling.map { [.spelled($0.unknown(in: text))] } ?? []
    case .copy(let text):
      if let sequence = clipboardSequence(text) { terminal.session.sendSequence(sequence) }
    case .setTheme(let name):
      if let problem = terminal.use(theme: name) ?? sitting.keep(theme: name) { return [.notice(problem)] }
    case .keepSettings(let wanted):
      if wanted.mouse != chosen.mouse { terminal.session.use(mouse: wanted.mouse) }
      if let problem = sitting.keep(wanted) { return [.notice(problem)] }
    case .actAs(let name): return [.notice(sitting.record.act(as: name))]
    case .lookBack(let time): return sitting.lookBack(to: time)
    case .saveDraft(let draft):
      if !sitting.drafts.save(draft) {
        return [.notice("the draft cannot be kept: drafts/ cannot be written")]
      }
    case .dropDraft(let subject): sitting.drafts.drop(subject)
    case .redraw: terminal.session.redrawFromNothing()
    case .refresh: return sitting.refresh()
    }
    return []
  }

  /// Gives the terminal to the person's editor; the journal is read on meanwhile, and no lease is held.
  private func edit(_ text: String) -> [DeskInput] {
    guard sitting.record.pathsAllowed else {
      return [.notice("no editor under --locked: it would be a way to a shell; write here")]
    }
    let run = EditorRun(folder: sitting.drafts.madeFolder(), environment: environment)
    terminal.session.suspend()
    defer {
      terminal.session.resume()
      // A ^Z pressed in the editor has had its effect there.
      leaving = !terminal.session.takeSignals().isDisjoint(with: [.terminate, .hangUp])
    }
    do throws(EditorRun.Trouble) {
      let edited = try run.edit(
        text, stopped: { terminal.session.stopWithChild() }, meanwhile: { foldMeanwhile() })
      return [.resized(terminal.session.size), .edited(edited)]
    } catch {
      return [.resized(terminal.session.size), .notice(error.sentence)]
    }
  }

  /// Takes in what others record while the screen belongs to another program.
  private func foldMeanwhile() {
    do throws(ShellFailure) {
      try lookForLines()
    } catch {
      // It is said when the desk looks again itself.
    }
  }

  private func reader() -> RecordReader {
    sitting.reader(themes: terminal.themes, theme: terminal.themeName)
  }
}
