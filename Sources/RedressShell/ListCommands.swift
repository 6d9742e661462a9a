import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `list [QUERY]`, most urgent first.
  func list() throws(ShellFailure) {
    if try listAtOnce() { return }
    let record = try openRecord(.reading)
    let text = request.words.joined(separator: " ")
    let context = record.queryContext
    let query: Query
    do {
      query = try Query(text, context: context)
    } catch {
      throw .query(error)
    }
    let found = listed(query, record, context)
    try answer(found, record, asked: text.isEmpty ? "the whole queue" : text)
  }

  /// The cases a query holds for, most urgent first.
  func listed(_ query: Query, _ record: OpenRecord, _ context: QueryContext) -> [ListedRow] {
    let register = record.register
    var found: [ListedRow] = []
    let words = query.wordsFound(in: record.arena)
    func consider(_ index: Int) {
      // What a word tells is told before the row is read.
      guard query.wordsHold(index, words) else { return }
      let row = register.rows[index]
      let target = row.urgentTarget(record.rules)
      if query.holds(row, due: target?.due, context: context, words: words) {
        found.append(ListedRow(row: row, target: target))
      }
    }
    if query.looksAtEnded {
      for index in register.rows.indices { consider(index) }
    } else {
      // What has ended and only stands in a view of its own is found by asking for it.
      for index in register.live
      where query.wordsHold(Int(index), words) && register.rows[Int(index)].isWork {
        consider(Int(index))
      }
    }
    found.sort(by: ListedRow.urgentFirst)
    return found
  }

  /// `find TEXT`: live cases first, then the newest.
  func find() throws(ShellFailure) {
    let record = try openRecord(.reading)
    let text = request.words.joined(separator: " ")
    var needles = text.split(whereSeparator: \.isWhitespace).map { fold(String($0)) }
    let digits = PersonKeys.phoneDigits(text)
    if !digits.isEmpty, text.allSatisfy({ $0.isNumber || " +()-".contains($0) }) { needles = [digits] }
    let register = record.register
    var found: [ListedRow] = []
    if let row = register.find(text) {
      found.append(ListedRow(row: row, target: row.urgentTarget(record.rules)))
    } else {
      let all = register.rows.indices.map { UInt32($0) }
      for index in register.withSamePersons(record.arena.filter(all, needles: needles)) {
        let row = register.rows[Int(index)]
        found.append(ListedRow(row: row, target: row.urgentTarget(record.rules)))
      }
      found.sort { left, right in
        if left.row.state.isLive != right.row.state.isLive { return left.row.state.isLive }
        return left.row.number > right.row.number
      }
    }
    try answer(found, record, asked: text)
  }

  private func answer(_ found: [ListedRow], _ record: OpenRecord, asked: String) throws(ShellFailure) {
    let found = found.filter { record.mayList($0.row) }
    let rows = found.prefix(try rowLimit() ?? found.count)
    if json {
      for row in rows { output.json(queueRecord(record.entry(row))) }
    } else {
      table(rows.map { queueCells(record.entry($0), today: record.today) })
    }
    if found.isEmpty { throw .nothingFound(asked) }
  }
}

/// A case of a list with the letter it owes.
struct ListedRow {
  var row: CaseRow
  var target: UrgentTarget?

  /// Earliest due first, what owes nothing last, then by number.
  static func urgentFirst(_ left: ListedRow, _ right: ListedRow) -> Bool {
    switch (left.target?.due, right.target?.due) {
    case (let a?, let b?) where a != b: a < b
    case (_?, nil): true
    case (nil, _?): false
    case (_, _): left.row.number < right.row.number
    }
  }
}
