package import TextCanvas

/// A query somebody gave a name.
package struct SavedView: Hashable, Sendable {
  package let name: String
  /// As it is typed in the filter and after `list`.
  package let query: String

  package init(name: String, query: String) {
    self.name = name
    self.query = query
  }

  /// Whether that may be a view's name: letters, digits, dash, dot and underscore, at most 32.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 32
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }
}

/// What a person chose for their own desk; the program keeps it between sittings.
package struct DeskSettings: Hashable, Sendable {
  /// The keys, their own over those the desk is delivered with.
  package var keymap = Keymap.standard
  /// Lines of their files that were not taken, to be said once and listed under `?`.
  package var problems: [String] = []
  package var views: [SavedView] = []
  /// The column the queue is sorted by; nil is the order of urgency.
  package var sort: QueueSort?
  /// Whether the desk takes clicks and the wheel; the terminal's own selection then needs Shift.
  package var mouse = false
  package var lines = LineStyle.lines
  /// Whether the window's title says how much is due; never whose.
  package var title = false
  /// Whether the terminal rings when another case of mine falls due.
  package var bell = false
  package var splits = PaneSplits()

  package init() {}
}

/// How the screen is shared, in percent; nil leaves it to the size of the screen.
package struct PaneSplits: Hashable, Sendable {
  /// Of the columns, for the queue.
  package var across: Int?
  /// Of the rows, for what stands above.
  package var down: Int?

  package init(across: Int? = nil, down: Int? = nil) {
    self.across = across.map(PaneSplits.held)
    self.down = down.map(PaneSplits.held)
  }

  /// A share that leaves something to both sides.
  static func held(_ percent: Int) -> Int { min(max(20, percent), 80) }
}
