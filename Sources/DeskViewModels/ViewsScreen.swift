import Complaints
import TextCanvas

/// Every view with its key and how many cases it holds, then those somebody named; Enter shows one.
struct ViewsScreen: Hashable, Sendable {
  /// One line: a view of the desk, or a named query.
  enum Line: Hashable, Sendable {
    case view(QueueView, count: Int)
    case saved(SavedView)
  }

  private let lines: [Line]
  private var chosen: Int

  init(_ queue: QueuePane, _ reader: RecordReader) {
    lines =
      QueueView.allCases.map { .view($0, count: queue.count(in: $0, reader)) }
      + reader.settings.views.map { .saved($0) }
    chosen =
      lines.firstIndex { line in
        switch line {
        case .view(let view, _): queue.saved == nil && view == queue.view
        case .saved(let saved): saved == queue.saved
        }
      } ?? 0
  }

  mutating func press(_ command: DeskCommand?) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .help { return [.run(.help)] }
    if command == .confirm {
      switch lines[chosen] {
      case .view(let view, _): return [.close, .show(view)]
      case .saved(let saved): return [.close, .showSaved(saved)]
      }
    }
    guard let motion = Motion(command) else { return [] }
    chosen = min(max(0, motion.target(from: chosen, count: lines.count, height: 10)), lines.count - 1)
    return []
  }

  /// Each view as it is said.
  var spoken: [String] {
    lines.map { line in
      switch line {
      case .view(let view, let count): view.title + (count == 1 ? ", 1 case" : ", \(count) cases")
      case .saved(let saved): saved.name + ", your own: " + saved.query
      }
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ keymap: Keymap) {
    let size = Size(columns: min(72, body.columns), rows: min(lines.count + 4, body.rows))
    let frame = body.centred(size)
    grid.fill(frame)
    grid.box(frame, title: "Views", focused: true)
    let inside = frame.inset()
    let rows = max(1, inside.rows - 2)
    let top = max(0, chosen - rows + 1)
    for row in 0..<rows where lines.indices.contains(top + row) {
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      let isChosen = top + row == chosen
      grid.put(
        [TextSpan(isChosen ? "› " : "  ", .key)] + spans(lines[top + row], keymap), at: area.origin,
        limit: area.columns)
      guard isChosen else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
    grid.put(
      ":save-view NAME keeps what is shown now; :forget-view NAME drops it.",
      at: Point(column: inside.column, row: inside.endRow - 1), role: .dim, limit: inside.columns)
  }

  private func spans(_ line: Line, _ keymap: Keymap) -> [TextSpan] {
    switch line {
    case .view(let view, let count):
      return [
        TextSpan(fitted(keymap.keyText(view.command), to: 4), .key), TextSpan(fitted(view.title, to: 26)),
        TextSpan(count == 1 ? "1 case" : "\(count) cases", .dim),
      ]
    case .saved(let saved):
      return [TextSpan("    "), TextSpan(fitted(saved.name, to: 26)), TextSpan(saved.query, .dim)]
    }
  }
}

extension QueueView {
  /// The command that shows it.
  var command: DeskCommand {
    switch self {
    case .mine: .viewMine
    case .team: .viewTeam
    case .unassigned: .viewUnassigned
    case .dueToday: .viewDueToday
    case .overdue: .viewOverdue
    case .silentLongest: .viewSilent
    case .stageTwo: .viewStageTwo
    case .ombudsman: .viewOmbudsman
    case .promises: .viewPromises
    case .atRisk: .viewAtRisk
    case .learning: .viewLearning
    case .restrictions: .viewRestrictions
    case .evidence: .viewEvidence
    case .letters: .viewLetters
    }
  }

  /// The words of a query that finds the same cases; nil where no query says it.
  func queryWords(_ context: QueryContext) -> String? {
    switch self {
    case .mine: return "who:me"
    case .team:
      let team = context.staff[context.me]?.team ?? ""
      return team.isEmpty || team.contains(" ") ? nil : "team:" + team
    case .unassigned: return "who:none"
    case .dueToday: return "due:today"
    case .overdue: return "due:overdue"
    case .silentLongest: return ""
    case .stageTwo: return "stage:2"
    case .promises, .learning, .restrictions, .evidence, .letters:
      return owed.map { "owes:" + $0.rawValue }
    case .ombudsman, .atRisk: return nil
    }
  }
}

extension QueuePane {
  /// How many live cases a view holds.
  func count(in view: QueueView, _ reader: RecordReader) -> Int {
    let context = reader.queryContext
    let rows = reader.register.rows
    return order.keys.reduce(0) { count, key in
      let index = QueueOrder.index(of: key)
      let row = rows[Int(index)]
      guard view.holds(row, due: order.due(index), context: context), reader.mayList(row) else {
        return count
      }
      return count + 1
    }
  }
}

extension Desk {
  /// Keeps what the queue shows now under a name: the view and the filter as one query.
  mutating func saveView(_ name: String, _ reader: RecordReader) -> [DeskEffect] {
    guard SavedView.isName(name) else {
      notice = .refused("\(name) cannot name a view: use letters, digits, dash and dot, at most 32.")
      return []
    }
    let isCommand = DeskCommand(rawValue: name) != nil || ActionName(rawValue: name) != nil
    guard !isCommand else {
      notice = .refused("\(name) is a command already; choose another name.")
      return []
    }
    guard queue.filter.problem.isEmpty else {
      notice = .refused("The filter cannot be read: " + queue.filter.problem)
      return []
    }
    let base = queue.saved?.query ?? queue.view.queryWords(reader.queryContext)
    let typed = queue.filter.entry.trimmed
    // What the filter says already is not said twice.
    let said = typed.split(separator: " ")
    let words = (base ?? "").split(separator: " ").filter { !said.contains($0) }.joined(separator: " ")
    let query = [words, typed].filter { !$0.isEmpty }.joined(separator: " ")
    guard !query.isEmpty else {
      notice = .refused("There is no filter to keep: type one after / first.")
      return []
    }
    let saved = SavedView(name: name, query: query)
    var settings = reader.settings
    settings.views = settings.views.filter { $0.name != name } + [saved]
    queue.filter.clear()
    queue.show(saved, reader)
    let limits = base == nil ? " of all open cases: no query says “\(queue.view.title)”" : ""
    notice = .done("\(name) is kept as: \(query)\(limits). \(reader.key(.views)) lists the views.")
    return [.keepSettings(settings)]
  }

  mutating func forgetView(_ name: String, _ reader: RecordReader) -> [DeskEffect] {
    var settings = reader.settings
    guard settings.views.contains(where: { $0.name == name }) else {
      notice = .refused("You have no view called \(name).")
      return []
    }
    settings.views.removeAll { $0.name == name }
    if queue.saved?.name == name { queue.show(queue.view, reader) }
    notice = .done("\(name) is no longer among your views.")
    return [.keepSettings(settings)]
  }

  /// Sorts the queue by a column; by the same one again, the other way round.
  mutating func sort(by typed: QueueSort, _ reader: RecordReader) -> [DeskEffect] {
    let again = queue.sort == typed || (queue.sort == nil && typed == QueueSort(.due))
    let sort = again ? QueueSort(typed.column, isDescending: !typed.isDescending) : typed
    queue.sort(by: sort, reader)
    var settings = reader.settings
    settings.sort = queue.sort
    notice = .done(
      "Sorted by \(queue.orderWord.replacing(" ▲", with: "").replacing(" ▼", with: ", descending")).")
    return [.keepSettings(settings)]
  }
}
