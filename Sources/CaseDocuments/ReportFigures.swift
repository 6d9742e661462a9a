import Clocks
import Complaints
import PlainText

extension ReportCell {
  /// The cell as people read it: `28 of 30 (93.3%)`, `£1,250.00`, `12 days`.
  package var words: String {
    switch self {
    case .count(let count): grouped(count)
    case .share(let part, let whole):
      whole > 0
        ? grouped(part) + " of " + grouped(whole) + " (" + tenths(part, whole, times: 100) + "%)"
        : grouped(part) + " of 0"
    case .rate(let count, let whole, let per):
      whole > 0
        ? tenths(count, whole, times: per) + " per " + grouped(per) + " (" + grouped(count) + " of "
          + grouped(whole) + ")"
        : "not known (" + grouped(count) + " of 0)"
    case .money(let pence): moneyWords(pence)
    case .days(let days): grouped(days) + (days == 1 ? " day" : " days")
    case .day(let day): DaysInWords.full(day)
    case .text(let text): text
    case .cases(let cases): cases.map(\.text).joined(separator: ", ")
    case .none: "–"
    }
  }

  /// Whether it is a number, set to the right and drawn in charts.
  package var isFigure: Bool {
    switch self {
    case .count, .share, .rate, .money, .days: true
    case .day, .text, .cases, .none: false
    }
  }

  /// What a chart draws, in tenths of the cell's own unit; nil where there is nothing to draw.
  var drawnTenths: Int? {
    switch self {
    case .count(let count): count * 10
    case .share(let part, let whole): whole > 0 ? rounded(part * 1000, whole) : nil
    case .rate(let count, let whole, let per): whole > 0 ? rounded(count * per * 10, whole) : nil
    case .money(let pence): pence / 10
    case .days(let days): days * 10
    case .day, .text, .cases, .none: nil
    }
  }

  /// The figure without what it was reckoned from, for the end of a bar: `93.3%`.
  var shortWords: String {
    switch self {
    case .share(let part, let whole): whole > 0 ? tenths(part, whole, times: 100) + "%" : words
    case .rate(let count, let whole, let per): whole > 0 ? tenths(count, whole, times: per) : words
    case .count, .money, .days, .day, .text, .cases, .none: words
    }
  }
}

/// A whole number with its thousands apart: `1,250`.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var words = ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place).isMultiple(of: 3) { words.append(",") }
    words.append(digit)
  }
  return (number < 0 ? "-" : "") + words
}

/// `£1,250.00` for 125000 pence.
func moneyWords(_ pence: Int) -> String {
  let rest = String(pence.magnitude % 100)
  return (pence < 0 ? "-£" : "£") + grouped(Int(pence.magnitude / 100)) + "." + (rest.count < 2 ? "0" : "")
    + rest
}

/// So many parts of a whole in tenths, a half rounded up: `93.3`.
func tenths(_ part: Int, _ whole: Int, times: Int) -> String {
  let figure = rounded(part * times * 10, whole)
  return grouped(figure / 10) + "." + String(abs(figure % 10))
}

/// The same without a comma, for programs: `1250.5`.
func plainTenths(_ part: Int, _ whole: Int, times: Int) -> String {
  let figure = rounded(part * times * 10, whole)
  return String(figure / 10) + "." + String(abs(figure % 10))
}

/// The same as a number.
func exactTenths(_ part: Int, _ whole: Int, times: Int) -> JSON {
  .number(Double(rounded(part * times * 10, whole)) / 10)
}

private func rounded(_ part: Int, _ whole: Int) -> Int { (2 * part + whole) / (2 * whole) }

extension Report {
  /// What stands under the title: landlord, days counted, and as of when.
  package var standing: [String] {
    var lines = [landlord]
    if let period {
      lines.append("From " + DaysInWords.full(period.from) + " to " + DaysInWords.full(period.to))
    }
    return lines + ["As known at " + asAtWords]
  }

  /// What stands over everything of a journal to learn on.
  package static let practiceBanner = "PRACTICE: nothing here is real"
}

extension ReportNote {
  /// `Name (from Thu 1 Apr 2026)`.
  var nameAndDate: String { dated.map { name + " (from " + DaysInWords.full($0) + ")" } ?? name }
}
