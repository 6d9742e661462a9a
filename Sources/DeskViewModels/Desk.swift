import Clocks
package import Complaints
import TextCanvas

/// The desk: queue, case and timeline, with whatever sheet lies over them; it only routes.
///
/// A pure value: inputs in, effects out; what it shows it reads anew each time through a `RecordReader`.
package struct Desk: Sendable {
  var queue = QueuePane()
  var detail = DetailPane()
  var timeline = TimelinePane()
  var focus = DeskFocus()
  /// What lies over the panes, the topmost last.
  var overlays: [Overlay] = []
  var notice: Notice?
  var sitting = Sitting()

  package init() {}

  /// Takes one input and says what is to be done about it.
  package mutating func receive(_ input: DeskInput, _ reader: RecordReader) -> [DeskEffect] {
    var effects: [DeskEffect] = []
    sitting.isPassing = false
    switch input {
    case .keys(let batch):
      let said = notice
      effects = read(batch, reader)
      // Another line at the foot is drawn with all the rest.
      if said != notice { sitting.isPassing = false }
    case .rested: break
    case .journalGrew(let touched):
      queue.follow(touched, reader)
      refreshOverlays(reader)
    case .done(let answer):
      queue.follow([answer.reference.number], reader)
      if let more = sitting.steps.succeeded(answer) { effects = more + settled(reader) }
    case .refused(let id, let refusal):
      if let more = sitting.steps.failed(id, reader.words(refusal)) { effects = more + settled(reader) }
    case .failed(let id, let why):
      if let more = sitting.steps.failed(id, why) { effects = more + settled(reader) }
    case .recordReplaced:
      overlays = []
      queue.startAnew(reader)
    case .edited(let text):
      if !overlays.isEmpty { effects = grant(overlays[overlays.count - 1].edited(text, reader), reader) }
    case .spelled(let words):
      if !overlays.isEmpty { overlays[overlays.count - 1].spelled(words) }
    case .notice(let text): notice = .done(text)
    case .draftsFound(let drafts): offer(drafts, reader)
    case .tick:
      queue.turn(reader)
      for place in overlays.indices { overlays[place].turn(reader) }
    case .resized(let size): sitting.size = size
    }
    settle(reader)
    // Before anything else is done: what follows may stop the program.
    effects = keepDrafts() + effects
    if case .keys = input { return effects }
    let ahead = typedAhead(reader)
    return effects + keepDrafts() + ahead
  }

  /// The selected case, for whoever draws or keeps its record at hand.
  package var selected: CaseNumber? { queue.selected }

  /// Lets case and timeline wait for `.rested` while keys move through the queue, for a screen over a slow line.
  package mutating func followAtRest() { sitting.followsAtRest = true }

  /// Whether case and timeline still show what was selected before: `.rested` is awaited.
  package var isPassing: Bool { sitting.followsAtRest && sitting.isPassing && overlays.isEmpty }

  /// The record the panes beside the queue show.
  func shownFile(_ reader: RecordReader) -> CaseFile? { detail.number.flatMap(reader.file) }

  /// Whether a theme is being chosen: then its file is looked at again and again.
  package var isChoosingColours: Bool {
    if case .theme = overlays.last { return true }
    return false
  }

  /// How many of my cases are due today or late, for the window's title and the bell.
  package func dueForMe(_ reader: RecordReader) -> Int {
    var count = 0
    for key in queue.order.keys {
      let index = QueueOrder.index(of: key)
      guard let due = queue.order.due(index), due <= reader.today else { break }
      if reader.register.rows[Int(index)].handler == reader.me { count += 1 }
    }
    return count
  }

  /// Brings panes and overlays in line with the size and the selection after an input.
  mutating func settle(_ reader: RecordReader) {
    let layout = self.layout(sitting.size, reader)
    queue.height = layout.queueHeight
    if !queue.hasChosen { queue.choose(reader) }
    queue.keepInSight()
    if !isPassing {
      detail.show(queue.selected)
      timeline.show(selectedFile(reader))
    }
    for place in overlays.indices { overlays[place].fit(layout.body.size) }
  }

  func layout(_ size: Size, _ reader: RecordReader) -> PaneLayout {
    PaneLayout(
      size, focus, hasBanner: !reader.banner.isEmpty || reader.readOnly != nil,
      splits: reader.settings.splits)
  }

  func selectedFile(_ reader: RecordReader) -> CaseFile? { queue.selected.flatMap(reader.file) }
}
