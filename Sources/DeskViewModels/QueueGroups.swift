import Clocks
import Complaints

/// A group of the queue's own order: how soon a letter is due, or why none is.
enum QueueGroup: Int, CaseIterable, Hashable, Sendable {
  case overdue, today, withinFive, later, nothingOwed, answered, ended

  var title: String {
    switch self {
    case .overdue: "overdue"
    case .today: "due today"
    case .withinFive: "within five working days"
    case .later: "later"
    case .nothingOwed: "open, no letter owed"
    case .answered: "answered"
    case .ended: "ended"
    }
  }

  /// Where a case belongs, by the day its next letter is due.
  init(_ row: CaseRow, due: CalendarDay?, _ reader: RecordReader) {
    if let due {
      if due < reader.today {
        self = .overdue
      } else if due == reader.today {
        self = .today
      } else {
        self = QueueGroup.isNear(due, reader) ? .withinFive : .later
      }
    } else if !row.isLive || !row.state.isLive {
      self = .ended
    } else {
      self = row.state == .responded ? .answered : .nothingOwed
    }
  }
}

extension QueueGroup {
  /// Whether a day lies within five working days; past the published years, within a week.
  private static func isNear(_ due: CalendarDay, _ reader: RecordReader) -> Bool {
    do throws(CalendarGap) {
      return try reader.rules.calendar.workingDays(after: reader.today, through: due) <= 5
    } catch {
      return due.days(since: reader.today) <= 7
    }
  }
}

/// What stands on one line of the queue.
enum QueuePlace: Hashable, Sendable {
  case heading(QueueGroup)
  /// The row at that position of the list.
  case row(Int)
}

extension QueuePane {
  /// What stands on each line of the pane, the selected row among it; headings only where groups are asked for.
  ///
  /// The group of the first line is always said, so that nobody has to scroll up to know it.
  func places(_ height: Int, _ reader: RecordReader) -> [QueuePlace] {
    var top = shownTop(height)
    guard showsGroups, !hasOwnOrder else {
      return (top..<max(top, min(top + height, list.count))).map { .row($0) }
    }
    while true {
      let places = grouped(from: top, height, reader)
      guard top < list.cursor, !places.contains(.row(list.cursor)) else { return places }
      top += 1
    }
  }

  private func grouped(from top: Int, _ height: Int, _ reader: RecordReader) -> [QueuePlace] {
    var places: [QueuePlace] = []
    var group: QueueGroup?
    var position = top
    while places.count < height, let index = list.index(at: position) {
      // A case that left the view belongs to no group of it.
      let isGhost = list.hasGhost && position == list.cursor
      let now = isGhost ? group : QueueGroup(reader.register.rows[Int(index)], due: order.due(index), reader)
      if let now, now != group, places.count + 1 < height {
        places.append(.heading(now))
        group = now
      }
      places.append(.row(position))
      position += 1
    }
    return places
  }
}
