import Complaints
import TextCanvas

/// What the desk holds for as long as somebody sits at it: the screen's size, the keys, the steps on their way.
struct Sitting: Hashable, Sendable {
  var size = Size(columns: 80, rows: 24)
  var keymap = Keymap.standard
  var steps = StepQueue()
  /// The intake to come back to, saved or found.
  var draft: IntakeDraft?
}
