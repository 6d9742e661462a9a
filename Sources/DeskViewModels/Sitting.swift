import Complaints
import TextCanvas

/// What the desk holds for as long as somebody sits at it: the screen's size, the keys, the steps on their way.
struct Sitting: Hashable, Sendable {
  var size = Size(columns: 80, rows: 24)
  var steps = StepQueue()
  /// What may stand where the filter is being typed.
  var completion = FilterCompletion()
  /// Keys read after one that asked for something: they wait until it is answered, as typed ahead.
  var keysToCome: [KeyEvent] = []
  /// What was begun and is not recorded, in this sitting or found from one before.
  var drafts: [SheetDraft] = []
  /// Whether case and timeline wait until the keys rest: then a key that only passes by costs one line.
  var followsAtRest = false
  /// The line between panes a button was pressed on and not yet let go.
  var grip: PaneEdge?
  /// Whether the newest keys only moved through the queue or typed in its filter.
  var isPassing = false
  /// The item of the dashboard last chosen, to come back to.
  var figure: String?
}
