import Clocks
import Complaints
import TextCanvas

/// The queue: which cases are shown, in what order, which is selected and which are marked.
struct QueuePane: Hashable, Sendable {
  private(set) var order = QueueOrder()
  private(set) var list = QueueList()
  private(set) var view = QueueView.mine
  /// The view somebody gave a name, shown in place of `view`.
  private(set) var saved: SavedView?
  /// Its query, and what is wrong with it where it cannot be read.
  private var savedQuery: Query?
  private(set) var savedProblem = ""
  /// The column to sort by; nil is the view's own order.
  private(set) var sort: QueueSort?
  var filter = QueueFilter()
  private(set) var marks: Set<UInt32> = []
  /// Where a range of marks began.
  private(set) var rangeStart: UInt32?
  private(set) var isFrozen = false
  /// Whether the rows stand under headings that say how soon they are due.
  private(set) var showsGroups = false
  /// The cases last gone into, acted on or jumped from, newest first, for ^O.
  private var visited: [UInt32] = []
  /// The day the view was worked out for; it changes at midnight.
  private var day: CalendarDay?
  /// The view the list was last worked out for.
  private var shownView: QueueView?
  private var shownSaved: SavedView?
  /// What the terms about rows let through of all cases, ended ones too, until the journal says more: words are
  /// then looked for among those, typed further or taken back.
  private var scanned: Scanned?
  /// Whether the journal grew while the order was frozen.
  private var missed = false
  /// Rows the pane can draw; told by the layout.
  var height = 1

  /// Whether a list was ever worked out.
  var hasChosen: Bool { day != nil }

  /// The selected case.
  var selected: CaseNumber? { list.selected.map { CaseNumber(value: $0 + 1) } }

  /// The marked cases in number order.
  var marked: [CaseNumber] { marks.sorted().map { CaseNumber(value: $0 + 1) } }

  /// Takes in new lines of the journal.
  mutating func follow(_ touched: [CaseNumber], _ reader: RecordReader) {
    scanned = nil
    let before = touched.count <= 500 ? touched.map { order.key(UInt32($0.index)) } : []
    let isSameDay = day == reader.today && order.isFor(reader)
    order.follow(touched, reader)
    day = reader.today
    guard !isFrozen else {
      missed = true
      return
    }
    let inPlace =
      isSameDay && !missed && before.count == touched.count && !hasOwnOrder && !looksAtEnded
    missed = false
    let fresh =
      inPlace ? moved(touched, from: before, reader) : admitted(reader)
    list.follow(fresh, touched: touched)
  }

  /// Works the view out again when the day has changed.
  mutating func turn(_ reader: RecordReader) {
    guard day != reader.today else { return }
    follow([], reader)
  }

  /// Works everything out anew from another record, the same view, filter and case kept where they are there.
  mutating func startAnew(_ reader: RecordReader) {
    let selected = selected
    order = QueueOrder()
    scanned = nil
    day = nil
    shownView = nil
    isFrozen = false
    unmarkAll()
    visited = visited.filter { Int($0) < reader.register.rows.count }
    choose(reader)
    if let selected, reader.register.row(selected) != nil { select(selected) }
  }

  mutating func show(_ view: QueueView, _ reader: RecordReader) {
    self.view = view
    saved = nil
    isFrozen = false
    choose(reader)
  }

  /// Shows a view somebody named: every case its query finds.
  mutating func show(_ saved: SavedView, _ reader: RecordReader) {
    self.saved = saved
    isFrozen = false
    filter.clear()
    choose(reader)
  }

  /// Sorts by that column from now on; nil gives the view its own order back.
  mutating func sort(by sort: QueueSort?, _ reader: RecordReader) {
    self.sort = sort?.column == .due && sort?.isDescending != true ? nil : sort
    shownView = nil
    isFrozen = false
    choose(reader)
  }

  mutating func toggleGroups() { showsGroups.toggle() }

  /// Whether the rows stand in another order than that of the next letter.
  var hasOwnOrder: Bool { sort != nil || (saved == nil && view.hasOwnOrder) }

  private var looksAtEnded: Bool {
    (filter.query?.looksAtEnded ?? false) || (saved != nil && savedQuery?.looksAtEnded ?? false)
  }

  /// How the list is sorted, for the title.
  var orderWord: String { sort?.title ?? (saved == nil ? view.orderWord : "due ▲") }

  /// Works out the list the person asked for anew.
  mutating func choose(_ reader: RecordReader) {
    let before = filter.query
    filter.read(reader.queryContext)
    if day == nil, sort == nil { sort = reader.settings.sort }
    readSaved(reader)
    if day == nil { order.follow([], reader) }
    // A word typed further can only lose cases: look among those shown, and not through the whole queue.
    if day != reader.today { scanned = nil }
    let narrows =
      day == reader.today && !missed && view == shownView && saved == shownSaved && !list.hasGhost
      && filter.query.map { $0.narrows(before) } ?? false
    day = reader.today
    missed = false
    shownView = view
    shownSaved = saved
    // The same query is not asked twice: a blank behind the last word changes nothing.
    if narrows, filter.query == before { return list.choose(list.keys, height: height) }
    if looksAtEnded, savedProblem.isEmpty { scanned = scan(reader) }
    list.choose(narrows ? narrowed(from: before, reader) : admitted(reader), height: height)
  }

  private mutating func readSaved(_ reader: RecordReader) {
    savedProblem = ""
    guard let saved else {
      savedQuery = nil
      return
    }
    do throws(QueryError) {
      savedQuery = try Query(saved.query, context: reader.queryContext)
    } catch {
      // Shown in the place of rows: a view that lists everything would be taken for its answer.
      savedQuery = nil
      savedProblem = "\(saved.name) cannot be read: " + error.what + "; " + error.allowed
    }
  }

  mutating func move(by step: Int) { list.move(by: step, height: height) }
  mutating func move(to position: Int) { list.move(to: position, height: height) }
  mutating func scroll(by step: Int) { list.scroll(by: step, height: height) }
  mutating func keepInSight() { list.keepInSight(height: height) }

  /// Selects a case whether the view shows it or not.
  mutating func select(_ number: CaseNumber) {
    visit()
    let index = UInt32(number.index)
    if !list.select(index, height: height) { list.selectGhost(index, height: height) }
  }

  /// Remembers the selected case as one that was looked at, and not only passed by.
  mutating func visit() {
    guard let index = list.selected else { return }
    visited = Array(([index] + visited.filter { $0 != index }).prefix(10))
  }

  /// Goes back to the case looked at before this one; false where there is none.
  mutating func goToLastVisited() -> Bool {
    guard let last = visited.first(where: { $0 != list.selected }) else { return false }
    select(CaseNumber(value: last + 1))
    return true
  }

  mutating func toggleMark() {
    guard let index = list.selected else { return }
    if marks.remove(index) == nil { marks.insert(index) }
    move(by: 1)
  }

  /// Begins a range of marks, or marks from where it began to here.
  mutating func markRange() {
    guard let start = rangeStart, let from = list.position(of: start) else {
      rangeStart = list.selected
      return
    }
    for position in min(from, list.cursor)...max(from, list.cursor) {
      if let index = list.index(at: position) { marks.insert(index) }
    }
    rangeStart = nil
  }

  /// Marks every row shown; takes the marks away where all of them are marked.
  mutating func markAll() {
    let shown = Set(list.keys.map(QueueOrder.index(of:)))
    marks = shown.isSubset(of: marks) ? marks.subtracting(shown) : marks.union(shown)
  }

  /// Marks those cases and no others, shown or not.
  mutating func mark(only indexes: [UInt32]) {
    marks = Set(indexes)
    rangeStart = nil
  }

  mutating func unmark(_ number: CaseNumber) { marks.remove(UInt32(number.index)) }

  mutating func unmarkAll() {
    marks = []
    rangeStart = nil
  }

  mutating func toggleFrozen(_ reader: RecordReader) {
    isFrozen.toggle()
    if !isFrozen { choose(reader) }
  }

  /// Goes to the next of my cases that owes a letter, after this one and round again.
  mutating func goToNextForMe(_ reader: RecordReader) -> Bool {
    let mine = order.keys.filter { key in
      let index = QueueOrder.index(of: key)
      return order.due(index) != nil && reader.register.rows[Int(index)].handler == reader.me
    }
    guard !mine.isEmpty else { return false }
    let here = list.selected.map(order.key) ?? 0
    let next = mine.first { $0 > here } ?? mine[0]
    select(CaseNumber(value: QueueOrder.index(of: next) + 1))
    return true
  }

  /// Sort keys of the cases the view and the filter let through.
  ///
  /// A filter that asks about states or names a reference looks through every case, whatever the view.
  private func admitted(_ reader: RecordReader) -> [UInt64] {
    let keys = ordered(reader)
    return sort.map { $0.sorted(keys, reader) } ?? keys
  }

  /// The rows shown that a filter typed further still lets through, in the order they stand in.
  private func narrowed(from before: Query?, _ reader: RecordReader) -> [UInt64] {
    let keys = list.keysWithoutGhost
    let gate = gate(reader, among: keys.map(QueueOrder.index(of:)))
    // Where only words were added, what the rows say holds already: they are not read again.
    if let before, filter.query?.addsOnlyWords(to: before) ?? false {
      return letThrough(keys, gate)
    }
    return keys.filter { admits(QueueOrder.index(of: $0), gate, reader) }
  }

  /// What the view and the filter let through, in the view's own order.
  private func ordered(_ reader: RecordReader) -> [UInt64] {
    guard savedProblem.isEmpty else { return [] }
    let gate = gate(reader)
    let context = gate.context
    if looksAtEnded { return foundAnywhere(gate, reader) }
    let rows = reader.register.rows
    let shown = order.keys.filter { admits(QueueOrder.index(of: $0), gate, reader) }
    guard saved == nil, view.hasOwnOrder else { return shown }
    return shown.map { key in
      let index = QueueOrder.index(of: key)
      let row = rows[Int(index)]
      guard let kind = view.owed else {
        return QueueOrder.key(group: 0, day: (row.lastHeard ?? row.received).number, index: index)
      }
      // What no day was named for stands after what has one.
      let day = row.owes(kind, context.rules, on: context.today)?.day
      return QueueOrder.key(group: day == nil ? 1 : 0, day: (day ?? row.received).number, index: index)
    }.sorted()
  }

  /// What rows are let through by: the queries, and what was found of their words for all rows at once.
  private struct Gate {
    let context: QueryContext
    /// A view somebody named, or a filter that asks about ended cases, looks through every case.
    let anyView: Bool
    let queries: [(query: Query, words: WordsFound)]
  }

  private func gate(_ reader: RecordReader, among candidates: [UInt32]? = nil) -> Gate {
    Gate(
      context: reader.queryContext, anyView: saved != nil || looksAtEnded,
      queries: [savedQuery, filter.query].compactMap { $0 }.map {
        ($0, $0.wordsFound(in: reader.arena, among: candidates))
      })
  }

  private func letThrough(_ keys: [UInt64], _ gate: Gate) -> [UInt64] {
    gate.queries.reduce(keys) { keys, asked in
      keys.filter { asked.query.wordsHold(Int(QueueOrder.index(of: $0)), asked.words) }
    }
  }

  private func admits(_ index: UInt32, _ gate: Gate, _ reader: RecordReader) -> Bool {
    // Words first: then the rows of most cases need not be read.
    for (query, words) in gate.queries where !query.wordsHold(Int(index), words) { return false }
    let row = reader.register.rows[Int(index)]
    let due = order.due(index)
    guard gate.anyView || view.holds(row, due: due, context: gate.context) else { return false }
    for (query, words) in gate.queries {
      guard query.holds(row, due: due, context: gate.context, words: words) else { return false }
    }
    return reader.mayList(row)
  }

  /// The list after a few cases were touched: each is taken out and, where it still belongs, put back in place.
  private func moved(_ touched: [CaseNumber], from before: [UInt64], _ reader: RecordReader) -> [UInt64] {
    let gate = gate(reader, among: touched.map { UInt32($0.index) })
    var keys = list.keysWithoutGhost
    for (number, old) in zip(touched, before) {
      let index = UInt32(number.index)
      if old != 0 {
        let at = QueueOrder.position(old, in: keys)
        if at < keys.count, keys[at] == old { keys.remove(at: at) }
      }
      let now = order.key(index)
      guard now != 0, admits(index, gate, reader) else { continue }
      let at = QueueOrder.position(now, in: keys)
      if at == keys.count || keys[at] != now { keys.insert(now, at: at) }
    }
    return keys
  }

  /// What was found among all cases, and by which terms.
  private struct Scanned: Hashable {
    let terms: [QueryTerm]
    let reader: StaffLogin
    let keys: [UInt64]
  }

  /// What the terms about rows let through of all cases: as it was found before, or gone through now.
  private func scan(_ reader: RecordReader) -> Scanned {
    let terms = [savedQuery, filter.query].compactMap { $0 }.flatMap(\.terms).filter { !$0.test.asksWords }
    if let scanned, scanned.terms == terms, scanned.reader == reader.me { return scanned }
    let asked = Query(terms: terms)
    let context = reader.queryContext
    let rows = reader.register.rows
    var found: [UInt64] = []
    for index in rows.indices {
      let row = rows[index]
      let index = UInt32(index)
      guard asked.holds(row, due: order.due(index), context: context, words: WordsFound()),
        reader.mayList(row)
      else { continue }
      let live = order.key(index)
      // The newest ended case first, after every live one.
      let ended = QueueOrder.key(group: 3, day: -(row.closed ?? row.received).number, index: index)
      found.append(live != 0 ? live : ended)
    }
    return Scanned(terms: terms, reader: reader.me, keys: found.sorted())
  }

  private func foundAnywhere(_ gate: Gate, _ reader: RecordReader) -> [UInt64] {
    let keys = scan(reader).keys
    guard gate.queries.contains(where: { $0.query.asksWords }) else { return keys }
    return letThrough(keys, gate)
  }
}
