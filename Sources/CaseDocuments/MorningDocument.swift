package import Clocks
package import Complaints

/// The parts of a morning list, in the order they are told; the raw values are what other programs read.
package enum MorningPart: String, CaseIterable, Hashable, Sendable {
  case overdue, today, ahead, window, silent
}

/// One line of a morning list.
package struct MorningLine: Hashable, Sendable {
  package let part: MorningPart
  package let number: CaseNumber
  /// `stage1.respond`, `stage2.window`; nil for silence.
  package let clock: String?
  package let target: ClockTarget?
  package let due: CalendarDay?
  package let dueTime: String?
  package let dueAt: Moment?
  /// Days of silence.
  package let days: Int?
  /// Whether the resident ever heard from us.
  package let heard: Bool
}

/// A morning list as lines, the silent cut at that many.
package func morningLines(_ list: MorningList, register: CaseRegister, silent most: Int) -> [MorningLine] {
  func line(_ part: MorningPart, _ owed: OwedDate) -> MorningLine {
    MorningLine(
      part: part, number: owed.number, clock: owed.clock, target: owed.target, due: owed.due,
      dueTime: owed.dueTime, dueAt: owed.dueAt, days: nil, heard: true)
  }
  var lines = list.overdue.map { line(.overdue, $0) } + list.dueToday.map { line(.today, $0) }
  for day in list.ahead { lines += day.owed.map { line(.ahead, $0) } }
  lines += list.windows.map { closing in
    let next = (register.row(closing.number)?.stage?.number ?? 1) + 1
    return MorningLine(
      part: .window, number: closing.number, clock: "stage" + String(next) + ".window", target: .landlord,
      due: closing.day, dueTime: nil, dueAt: nil, days: nil, heard: true)
  }
  lines += list.silent.prefix(most).map { silence in
    MorningLine(
      part: .silent, number: silence.number, clock: nil, target: nil, due: nil, dueTime: nil, dueAt: nil,
      days: silence.days, heard: silence.everHeard)
  }
  return lines
}

/// What a line says beside the case: `stage 1 respond, by the Code`, `12 days, never heard from us`.
package func morningWords(_ line: MorningLine) -> String {
  if let days = line.days {
    let silence = String(days) + (days == 1 ? " day" : " days")
    return line.heard ? silence : silence + ", never heard from us"
  }
  guard let clock = line.clock else { return "" }
  let words = clockWords(clock)
  return line.target == .code ? words + ", by the Code" : words
}

/// `stage 1 respond` for `stage1.respond`, `hazard investigate` for `hazard.investigate`.
func clockWords(_ clock: String) -> String {
  var words = ""
  for character in clock {
    if character.isNumber, words.hasSuffix("stage") { words += " " }
    words.append(character == "." || character == "-" ? " " : character)
  }
  return words
}

/// The heading over each part of a morning list.
package func morningHeading(_ part: MorningPart) -> String {
  switch part {
  case .overdue: "overdue"
  case .today: "due today"
  case .ahead: "the next five working days"
  case .window: "windows that close"
  case .silent: "silent longest"
  }
}

/// What a heading adds: how many fall on each day ahead, and where only some are shown.
package func morningCounts(_ part: MorningPart, _ list: MorningList, shown: Int) -> String {
  switch part {
  case .overdue, .today, .window: return String(shown)
  case .silent:
    let all = list.silent.count
    return all > shown ? String(all) + ", " + String(shown) + " shown" : String(all)
  case .ahead:
    let days = list.ahead.map { DaysInWords.full($0.day).dropLast(5) + " " + String($0.owed.count) }
    return ([String(shown)] + days.map { String($0) }).joined(separator: "; ")
  }
}
