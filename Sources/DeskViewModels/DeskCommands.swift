import CaseDocuments
import Clocks
import Complaints
import TextCanvas

extension Desk {
  /// Runs a command, whether a key, the command line or an overlay asked for it.
  mutating func run(_ command: DeskCommand, _ reader: RecordReader) -> [DeskEffect] {
    sitting.isPassing = false
    if let motion = Motion(command) {
      move(motion, reader)
      sitting.isPassing = focus.pane == .queue
      return []
    }
    switch command {
    case .down, .up, .top, .bottom, .pageDown, .pageUp, .halfDown, .halfUp: break
    case .open: goIn(reader)
    case .back: _ = goBack(reader)
    case .leave: if !goBack(reader) { open(.question(.quit), reader) }
    case .nextPane: focus.step(1)
    case .previousPane: focus.step(-1)
    case .zoom: focus.isZoomed.toggle()
    case .viewMine: show(.mine, reader)
    case .viewTeam: show(.team, reader)
    case .viewUnassigned: show(.unassigned, reader)
    case .viewDueToday: show(.dueToday, reader)
    case .viewOverdue: show(.overdue, reader)
    case .viewSilent: show(.silentLongest, reader)
    case .viewStageTwo: show(.stageTwo, reader)
    case .viewOmbudsman: show(.ombudsman, reader)
    case .viewPromises: show(.promises, reader)
    case .viewAtRisk: show(.atRisk, reader)
    case .viewLearning: show(.learning, reader)
    case .viewRestrictions: show(.restrictions, reader)
    case .viewEvidence: show(.evidence, reader)
    case .viewLetters: show(.letters, reader)
    case .views: open(.views(ViewsScreen(queue, reader)), reader)
    case .sort: open(.command(CommandLine("sort ", refusals: [:])), reader)
    case .filter:
      focus.go(to: .queue)
      queue.filter.isEditing = true
      sitting.completion.look(queue.filter.entry.text, reader)
    case .freeze:
      queue.toggleFrozen(reader)
      notice = .done(
        queue.isFrozen
          ? "The order is frozen until \(reader.key(.freeze))." : "The order follows the clocks again.")
    case .group:
      queue.toggleGroups()
      notice = .done(
        !queue.showsGroups
          ? "The queue stands without headings."
          : queue.hasOwnOrder
            ? "Headings stand where the queue is in order of urgency; :sort due brings that back."
            : "The queue stands under headings; :group takes them away.")
    case .mark: queue.toggleMark()
    case .markRange:
      queue.markRange()
      if queue.rangeStart != nil {
        notice = .done("Move to the other end and press \(reader.key(.markRange)) again.")
      }
    case .markAll: queue.markAll()
    case .lastCase: if !queue.goToLastVisited() { notice = .done("You have not been in another case yet.") }
    case .nextForMe:
      if !queue.goToNextForMe(reader) { notice = .done("None of your cases owes a letter.") }
    case .why: showWhy(reader)
    case .forecast: open(.reading(ForecastReading.of(reader)), reader)
    case .dashboard: showDashboard(reader)
    case .timeTravel:
      guard reader.asAt == nil else { return [.lookBack(nil)] }
      open(.command(CommandLine("as-at ", refusals: [:])), reader)
    case .history: showHistory(reader)
    case .person: showPerson(reader)
    case .timelineKind:
      focus.go(to: .timeline)
      timeline.showNextKind(selectedFile(reader))
      notice = .done("The timeline shows \(timeline.kind == .all ? "everything" : timeline.kind.rawValue).")
    case .letters: showLetters(reader)
    case .copyReference: return copy(reader)
    case .refresh: return [.refresh]
    case .redraw: return [.redraw]
    case .quit: open(.question(.quit), reader)
    case .quitNow: return [.quit]
    case .suspend: return [.suspend]
    case .newContact: takeContact(reader)
    case .triage: openSheet(.triage, reader)
    case .acknowledge: openSheet(.acknowledge, reader)
    case .contact: openSheet(.contact, reader)
    case .assign: openSheet(.assign, reader)
    case .extend: openSheet(.extend, reader)
    case .respond: openSheet(.respond, reader)
    case .point: openSheet(.point, reader)
    case .decide: openSheet(.respond, reader)
    case .escalate: escalate(reader)
    case .note: openSheet(.note, reader)
    case .promise: openSheet(.step(.promiseMade), reader)
    case .link: openSheet(.link, reader)
    case .correct: openSheet(.correct, reader)
    case .close: openSheet(.close, reader)
    case .undo: takeBack(reader)
    case .redo: putBack(reader)
    case .drafts: showDrafts(reader)
    case .promiseList: open(.promises(PromisesScreen(reader)), reader)
    case .find: open(.finder(CallerFinder()), reader)
    case .help: showHelp(reader)
    case .commandLine: open(.command(CommandLine(refusals: stepRefusals(reader))), reader)
    case .theme: open(.theme(ThemePicker(reader.themes, now: reader.theme)), reader)
    case .mouse: return toggleMouse(reader)
    case .splitLeft: return split(across: -5, reader)
    case .splitRight: return split(across: 5, reader)
    case .splitUp: return split(down: -5, reader)
    case .splitDown: return split(down: 5, reader)
    case .confirm, .cancel, .nextField, .previousField, .addPoint, .editText, .editLetter, .complete,
      .keepPromise, .movePromise, .tellPromise:
      break
    }
    return []
  }

  mutating func show(_ view: QueueView, _ reader: RecordReader) {
    queue.show(view, reader)
    focus.go(to: .queue)
  }

  private mutating func toggleMouse(_ reader: RecordReader) -> [DeskEffect] {
    var settings = reader.settings
    settings.mouse.toggle()
    notice = .done(
      settings.mouse
        ? "The mouse selects and scrolls; text is selected with Shift held. :mouse gives it back."
        : "The mouse is the terminal's again.")
    return [.keepSettings(settings)]
  }

  /// Moves the line between panes by so many percent.
  private mutating func split(across: Int = 0, down: Int = 0, _ reader: RecordReader) -> [DeskEffect] {
    let layout = self.layout(sitting.size, reader)
    var settings = reader.settings
    switch layout.arrangement {
    case .tooSmall, .one:
      notice = .done("There is one pane; nothing to move.")
      return []
    case .stacked where across != 0:
      notice = .done("The panes stand one above the other; up and down move the line between them.")
      return []
    case .stacked, .three: break
    }
    if across != 0, let now = layout.splits.across { settings.splits.across = PaneSplits.held(now + across) }
    if down != 0, let now = layout.splits.down { settings.splits.down = PaneSplits.held(now + down) }
    return [.keepSettings(settings)]
  }

  private mutating func move(_ motion: Motion, _ reader: RecordReader) {
    let layout = self.layout(sitting.size, reader)
    guard let inside = layout.inside(focus.pane) else { return }
    switch focus.pane {
    case .queue:
      queue.move(
        to: motion.target(from: queue.list.cursor, count: queue.list.count, height: queue.height))
    case .detail:
      let lines = detailLines(inside, reader)
      let target = motion.target(from: detail.top, count: lines, height: inside.rows)
      detail.scroll(by: target - detail.top, lines: lines, height: inside.rows)
    case .timeline:
      let count = timeline.kind.places(in: selectedFile(reader)).count
      timeline.move(
        to: motion.target(from: timeline.cursor, count: count, height: inside.rows), height: inside.rows)
    }
  }

  private mutating func goIn(_ reader: RecordReader) {
    switch focus.pane {
    case .queue:
      queue.visit()
      if queue.selected != nil { focus.go(to: .detail) }
    case .detail: focus.go(to: .timeline)
    case .timeline:
      guard let filed = timeline.selected(in: selectedFile(reader)) else { return }
      open(.reading(EntryReading.of(filed, in: selectedFile(reader), reader)), reader)
    }
  }

  /// One step back: from zoom, from a pane, from the filter, from the marks; false at the top.
  private mutating func goBack(_ reader: RecordReader) -> Bool {
    if focus.isZoomed {
      focus.isZoomed = false
    } else if focus.pane != .queue {
      focus.go(to: .queue)
    } else if queue.filter.isOn {
      queue.filter.clear()
      queue.choose(reader)
    } else if queue.rangeStart != nil || !queue.marks.isEmpty {
      queue.unmarkAll()
    } else {
      return false
    }
    return true
  }

  private mutating func showWhy(_ reader: RecordReader) {
    guard let file = selectedFile(reader) else {
      notice = .refused("No case is selected.")
      return
    }
    open(.reading(WhyReading.of(file, reader)), reader)
  }

  private mutating func showHistory(_ reader: RecordReader) {
    guard let file = selectedFile(reader) else {
      notice = .refused("No case is selected.")
      return
    }
    open(.reading(HistoryReading.of(file, reader)), reader)
  }

  private mutating func copy(_ reader: RecordReader) -> [DeskEffect] {
    guard let number = queue.selected, let row = reader.register.row(number) else { return [] }
    notice = .done("\(row.reference.text) was sent to your terminal's clipboard.")
    return [.copy(row.reference.text)]
  }
}

extension Question {
  static let quit = Question(
    title: "Quit", text: "Leave the desk? Everything done is already in the journal.", yesKey: "y",
    yesLabel: "quit", yes: [.effect(.quit)])
}
