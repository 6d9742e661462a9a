import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import NcursesTerminal
import PlainText
import TextCanvas

/// One sitting at the desk: waits for keys, signals and new lines, and draws when all of them are taken in.
final class DeskSitting {
  /// What is shown: the record as it is now, or that of an earlier time.
  private var record: OpenRecord
  /// The record as it is now; nil until somebody comes back to it from a desk opened on an earlier time.
  private var present: OpenRecord?
  /// Opens the record as it was known at a time, or as it is now.
  private let opening: (Moment?) throws(ShellFailure) -> OpenRecord
  private let terminal: DeskTerminal
  private let settings: KeptSettings
  /// What the person chose, as it stands now.
  private var chosen: DeskSettings
  private let follower: JournalFollower?
  private let drafts: DraftKeeper
  private let began: Moment
  private let environment: [String: String]
  /// Nil where no spelling program is installed, and under `--locked`.
  private let spelling: SpellCheck?
  private var desk = Desk()
  private var decoder = KeyDecoder()
  private var files = FileShelf()
  private var leaving = false
  /// How many due cases the title last told of.
  private var toldDue: Int?
  private var due = true
  private var drawnAt = Moment(seconds: 0)

  init(
    _ record: OpenRecord, _ terminal: DeskTerminal, settings: KeptSettings, environment: [String: String],
    opening: @escaping (Moment?) throws(ShellFailure) -> OpenRecord
  ) {
    self.record = record
    present = record.asAt == nil ? record : nil
    self.opening = opening
    self.terminal = terminal
    self.settings = settings
    self.environment = environment
    spelling = record.pathsAllowed ? SpellCheck() : nil
    chosen = settings.desk
    began = record.now()
    record.sittingBegan = began
    follower = record.journal.follow()
    drafts = DraftKeeper(data: record.journal.path, login: record.me.text)
  }

  /// A line for the foot of the screen.
  func say(_ text: String) { take(.notice(text)) }

  /// Runs until the desk is left.
  func run() throws(ShellFailure) {
    take(.resized(terminal.session.size))
    if let draft = drafts.takeOver() { take(.draftFound(draft)) }
    sayProblems()
    while !leaving {
      if due, terminal.session.wait(milliseconds: 0).isNothing || drawnLate { draw() }
      let ready = terminal.session.wait(
        milliseconds: patience, also: follower.map { [$0.descriptor] } ?? [])
      if ready.signals { takeSignals() }
      if ready.input { takeKeys() }
      if !ready.others.isEmpty || follower == nil { try lookForLines() }
      if ready.isNothing { try passTime() }
    }
    keepDraft()
    if chosen.title, toldDue != nil { terminal.session.sendSequence(titleRestored) }
  }

  /// Says what of the person's own files was not taken: the first line here, all of them under `?`.
  private func sayProblems() {
    guard let first = chosen.problems.first else { return }
    let more = chosen.problems.count - 1
    take(.notice(visible(first) + (more > 0 ? " (and \(more) more, under ?)" : "")))
  }

  /// Milliseconds to wait: for the rest of a key, for lines where nothing tells of them, or for time to pass.
  private var patience: Int {
    if decoder.isPending { return 50 }
    if desk.isChoosingColours { return 1_000 }
    return follower == nil ? 250 : 30_000
  }

  /// Whether keys have kept coming for so long that a frame is owed in between.
  private var drawnLate: Bool { systemMoment().microseconds - drawnAt.microseconds > 50_000 }

  private func draw() {
    drawnAt = systemMoment()
    let reader = reader()
    terminal.show(desk.screen(terminal.session.size, reader))
    due = false
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
    // Looking back, nothing changes on screen; the record of now is kept up all the same.
    guard let present else { return }
    let touched = try present.catchUp()
    if !touched.isEmpty, record === present { take(.journalGrew(touched: touched)) }
  }

  private func passTime() throws(ShellFailure) {
    if decoder.isPending {
      let keys = decoder.flushPending()
      if !keys.isEmpty { take(.keys(keys)) }
      return
    }
    if desk.isChoosingColours, let problem = terminal.lookAgain() {
      take(.notice(problem.isEmpty ? "The theme is drawn as its file is now." : problem))
      return
    }
    // A slow look at the journal as well: a notice may have been lost.
    try lookForLines()
    // Half a minute without a key: time for what the next desk opens from.
    record.journal.writeSnapshotIfDue()
    take(.tick)
  }

  private func keepDraft() {
    if let draft = desk.draft, !draft.isEmpty { _ = drafts.save(draft) }
  }

  private func perform(_ effect: DeskEffect) -> [DeskInput] {
    switch effect {
    case .perform(let asked): return recordStep(asked)
    case .quit: leaving = true
    case .suspend: stop()
    case .edit(let text): return edit(text)
    case .spell(let text): return spelling.map { [.spelled($0.unknown(in: text))] } ?? []
    case .copy(let text):
      if let sequence = clipboardSequence(text) { terminal.session.sendSequence(sequence) }
    case .setTheme(let name):
      if let problem = terminal.use(theme: name) ?? settings.keep(theme: name) { return [.notice(problem)] }
    case .keepSettings(let wanted):
      if wanted.mouse != chosen.mouse { terminal.session.use(mouse: wanted.mouse) }
      chosen = wanted
      if let problem = settings.keep(wanted) { return [.notice(problem)] }
    case .actAs(let name): return [.notice(record.act(as: name))]
    case .lookBack(let time): return lookBack(to: time)
    case .saveDraft(let draft):
      if !drafts.save(draft) { return [.notice("the draft cannot be kept: drafts/ cannot be written")] }
    case .dropDraft: drafts.drop()
    case .redraw: terminal.session.redrawFromNothing()
    case .refresh:
      do throws(ShellFailure) {
        return [.journalGrew(touched: try record.catchUp())]
      } catch {
        return [.notice(error.sentence ?? "the journal cannot be read")]
      }
    }
    return []
  }

  /// Gives the terminal to the person's editor; the journal is read on meanwhile, and no lease is held.
  private func edit(_ text: String) -> [DeskInput] {
    guard record.pathsAllowed else {
      return [.notice("no editor under --locked: it would be a way to a shell; write here")]
    }
    let run = EditorRun(folder: drafts.madeFolder(), environment: environment)
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

  /// Shows the record as it was known at that time, or as it is now.
  private func lookBack(to time: Moment?) -> [DeskInput] {
    do throws(ShellFailure) {
      let me = record.me
      if time == nil, let present {
        _ = try present.catchUp()
        record = present
      } else {
        let other = try opening(time)
        other.sittingBegan = began
        if time == nil { present = other }
        record = other
      }
      if record.practice { record.me = me }
      files = FileShelf()
      let said =
        time.map { "The record as it was known at " + clockTime($0, zone: record.zone) + "." }
        ?? "The record as it is now."
      return [.recordReplaced, .notice(said)]
    } catch {
      return [.notice(error.sentence ?? "the record of that time cannot be read")]
    }
  }

  private func recordStep(_ asked: PerformRequest) -> [DeskInput] {
    do throws(RecordFailure) {
      let done: StepDone
      switch asked.step {
      case .action(let action, let number):
        let acted = try record.perform(
          action, on: number, occurred: asked.occurred, sawRevision: asked.sawRevision)
        done = StepDone(
          id: asked.id, reference: acted.reference, seq: acted.seq, revision: acted.revision)
      case .intake(let intake):
        let taken = try record.take(intake)
        done = StepDone(id: asked.id, reference: taken.reference, seq: taken.seq, revision: taken.seq)
      }
      return [.done(done), .journalGrew(touched: record.newlyTouched)]
    } catch {
      switch error {
      case .refused(let refusal): return [.refused(id: asked.id, refusal)]
      case .journal, .rulesChanged:
        let failure = record.shellFailure(error, "record it")
        return [.failed(id: asked.id, failure.sentence ?? "it was not recorded")]
      }
    }
  }

  /// The record as it stands, for one call; kept no longer, so that the next line does not copy it all.
  private func reader() -> RecordReader {
    let files = files
    let record = record
    var reader = RecordReader(
      register: record.register, rules: record.rules, me: record.me, now: record.now(), sittingBegan: began,
      banner: record.banner, practice: record.practice, readOnly: record.readOnly,
      themes: terminal.themes, theme: terminal.themeName, arena: record.arena,
      file: { files.file($0, in: record).flatMap(record.seen) }, text: { record.text($0) })
    reader.asAt = record.asAt
    reader.settings = chosen
    reader.letters = record.letters
    reader.history = { number in
      guard let file = record.seenFile(number) else { return [] }
      do { return try record.fieldHistory(of: file) } catch { return [] }
    }
    return reader
  }
}
