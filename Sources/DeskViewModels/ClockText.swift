import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One clock on one line: what is owed, whose limit, when, how far off, under which clause.
enum ClockText {
  static func line(_ clock: ClockReckoning, _ reader: RecordReader) -> [TextSpan] {
    let ink = ClockText.ink(clock.state)
    var spans = [
      TextSpan(sign(clock.state) + " ", ink), TextSpan(fitted(name(clock.clock), to: 14), .label),
      TextSpan(fitted(clock.target == .landlord ? "Landlord" : "Code", to: 9)),
    ]
    if let due = clock.due {
      let distance = ClockDistance(to: due, today: reader.today, calendar: reader.rules.calendar)
      let day = DaysInWords.short(due, today: reader.today) + (clock.dueTime.map { " " + $0 } ?? "")
      spans.append(TextSpan(fitted(day, to: 12), ink))
      spans.append(TextSpan(fitted(state(clock, distance.words), to: 12) + " ", ink))
    } else if let last = clock.gap?.lastMeeting {
      spans.append(TextSpan("no date: the last meeting listed is on \(last) ", .refusal))
    } else if let gap = clock.gap {
      spans.append(TextSpan("no date: bank holidays of \(gap.needs) not published ", .refusal))
    } else {
      spans.append(TextSpan(fitted(stateWord(clock.state), to: 24) + " ", ink))
    }
    spans.append(TextSpan("(" + clock.clause.text + ")" + (clock.provisional ? " provisional" : ""), .dim))
    return spans
  }

  /// `1 respond` for `stage1.respond`.
  static func name(_ clock: String) -> String {
    guard clock.hasPrefix("stage"), let digit = clock.dropFirst(5).first else { return clock }
    return "\(digit) " + clock.dropFirst(7).map { $0 == "." ? " " : String($0) }.joined()
  }

  private static func state(_ clock: ClockReckoning, _ distance: String) -> String {
    switch clock.state {
    case .running, .overdue, .due: distance
    case .waiting, .met, .late, .extended, .lapsed: stateWord(clock.state)
    }
  }

  static func stateWord(_ state: ClockState) -> String {
    switch state {
    case .waiting: "waiting"
    case .running: "running"
    case .due: "today"
    case .met: "met"
    case .late: "late"
    case .overdue: "overdue"
    case .extended: "extended"
    case .lapsed: "lapsed"
    }
  }

  private static func sign(_ state: ClockState) -> String {
    switch state {
    case .overdue: "!!"
    case .due: "! "
    case .met: "✓ "
    case .late: "✗ "
    case .waiting: "… "
    case .running, .extended, .lapsed: "  "
    }
  }

  static func ink(_ state: ClockState) -> Ink {
    switch state {
    case .overdue, .late: .overdue
    case .due: .dueToday
    case .met: .met
    case .waiting: .waiting
    case .extended, .lapsed: .dim
    case .running: .text
    }
  }
}
