import Clocks
import PlainText

extension Query {
  /// The fields a query may name.
  package static let fields = [
    "ref", "kind", "state", "stage", "step", "open", "due", "who", "team", "channel", "category", "area",
    "ward",
    "contractor", "tenure", "person", "place", "points", "outcome", "silent", "hazard", "vulnerable",
    "restricted", "promise", "promised", "owes", "source", "received", "responded", "closed",
  ]

  /// Reads a query: words and `field:value`, `-` for not, quotes for phrases, `,` for or within a field.
  ///
  /// - Throws: where it went wrong and what is allowed.
  package init(_ text: String, context: QueryContext) throws(QueryError) {
    terms = []
    var at = text.startIndex
    var column = 1
    while at < text.endIndex {
      if text[at].isWhitespace {
        at = text.index(after: at)
        column += 1
        continue
      }
      let start = column
      var term = ""
      var quoted = false
      while at < text.endIndex, quoted || !text[at].isWhitespace {
        if text[at] == "\"" { quoted.toggle() }
        term.append(text[at])
        at = text.index(after: at)
        column += 1
      }
      if quoted { throw QueryError(column: start, what: "a quote is not closed", allowed: "\"…\"") }
      terms.append(try QueryTerm(term, column: start, context))
    }
  }
}

extension QueryTerm {
  fileprivate init(_ text: String, column: Int, _ context: QueryContext) throws(QueryError) {
    negated = text.hasPrefix("-") && text.count > 1
    let body = negated ? String(text.dropFirst()) : text
    let reader = TermReader(column: column, context: context)
    guard !body.hasPrefix("\""), let colon = body.firstIndex(of: ":"), colon != body.startIndex else {
      test = .words(fold(body.filter { $0 != "\"" }))
      return
    }
    let name = body[..<colon].lowercased()
    guard Query.fields.contains(name) else {
      throw QueryError(
        column: column, what: "no field \"\(visible(name))\"", allowed: Query.fields.joined(separator: " "))
    }
    let value = body[body.index(after: colon)...].filter { $0 != "\"" }
    test = try reader.test(name, value)
  }
}

/// Reads the value of one field of a query.
private struct TermReader {
  let column: Int
  let context: QueryContext

  func test(_ name: String, _ value: String) throws(QueryError) -> QueryTest {
    let parts = value.split(separator: ",").map(String.init)
    guard !parts.isEmpty else { throw wrong(name, value, "a value after the colon") }
    switch name {
    case "ref":
      return .reference(try each(parts) { part throws(QueryError) in try reference(part) })
    case "kind":
      return .kind(
        try each(parts) { part throws(QueryError) in
          if part == "none" { return nil }
          return try word(name, part, Kind.self)
        })
    case "state": return .state(try words(name, parts, CaseState.self))
    case "stage": return .stage(try each(parts) { part throws(QueryError) in try number(name, part, 1...4) })
    case "step": return .step(try words(name, parts, LetterStep.self))
    case "open": return .open(try yes(name, value))
    case "due": return .due(try each(parts) { part throws(QueryError) in try due(part) })
    case "who": return .who(try each(parts) { part throws(QueryError) in try who(part) })
    case "team": return .team(parts.map { $0.lowercased() })
    case "channel": return .channel(try words(name, parts, Channel.self))
    case "tenure": return .tenure(try words(name, parts, TenureGroup.self))
    case "outcome": return .outcome(try words(name, parts, Decision.self))
    case "points": return .count(try comparison(name, value))
    case "silent":
      guard value.hasPrefix(">"), let days = days(value.dropFirst()) else { throw wrong(name, value, ">Nd") }
      return .silent(days)
    case "vulnerable": return .mark(.needs, try yes(name, value))
    case "hazard": return .mark(.hazard, try yes(name, value))
    case "promise": return .mark(.promises, try yes(name, value))
    case "restricted": return .mark(.restricted, try yes(name, value))
    case "owes":
      if value == "any" { return .owes(OwedKind.allCases) }
      return .owes(
        try each(parts) { part throws(QueryError) in
          if let kind = OwedKind(rawValue: part.lowercased()) { return kind }
          throw wrong(name, part, OwedKind.allCases.map(\.rawValue).joined(separator: " ") + " any")
        })
    case "promised": return .promised(try each(parts) { part throws(QueryError) in try range(name, part) })
    case "received": return .received(try each(parts) { part throws(QueryError) in try range(name, part) })
    case "closed": return .closed(try each(parts) { part throws(QueryError) in try range(name, part) })
    case "responded": return .responded(try each(parts) { part throws(QueryError) in try range(name, part) })
    case "contractor": return .mark(nil, true)
    case "person": return .field(.person, parts.map(fold))
    case "place": return placeTest(parts)
    case "category": return .field(.category, parts.map(fold))
    case "area": return .field(.area, parts.map(fold))
    case "ward": return .field(.ward, parts.map(fold))
    case "source": return .field(.source, parts.map(fold))
    case let other: throw wrong(other, value, Query.fields.joined(separator: " "))
    }
  }

  private func each<Value>(
    _ parts: [String], _ read: (String) throws(QueryError) -> Value
  ) throws(QueryError) -> [Value] {
    var values: [Value] = []
    for part in parts { values.append(try read(part)) }
    return values
  }

  private func wrong(_ name: String, _ value: String, _ allowed: String) -> QueryError {
    QueryError(column: column, what: "\(name) cannot be \"\(visible(value))\"", allowed: allowed)
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ part: String, _ type: Word.Type
  ) throws(QueryError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: part.lowercased()) else {
      throw wrong(name, part, Word.allCases.map(\.rawValue).joined(separator: " "))
    }
    return word
  }

  private func words<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ parts: [String], _ type: Word.Type
  ) throws(QueryError) -> [Word] where Word.RawValue == String {
    var found: [Word] = []
    for part in parts { found.append(try word(name, part, type)) }
    return found
  }

  /// A postcode holds a space people leave out, an address does not mind either way.
  private func placeTest(_ parts: [String]) -> QueryTest {
    .field(
      parts.allSatisfy { $0.contains(where: \.isNumber) && $0.count <= 8 } ? .postcode : .address,
      parts.map(fold))
  }

  private func reference(_ part: String) throws(QueryError) -> UInt32 {
    if let reference = CaseReference(part.uppercased()) { return reference.number.value }
    if let number = UInt32(part), number > 0 { return number }
    throw wrong("ref", part, "C26-000042 or 42")
  }

  private func number(
    _ name: String, _ part: String, _ range: ClosedRange<Int>
  ) throws(QueryError) -> Int {
    guard let number = Int(part), range.contains(number) else {
      throw wrong(name, part, "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func comparison(_ name: String, _ value: String) throws(QueryError) -> DayTest {
    if value.hasPrefix("<"), let bound = Int(value.dropFirst()) { return .less(bound) }
    if value.hasPrefix(">"), let bound = Int(value.dropFirst()) { return .more(bound) }
    if let exactly = Int(value) { return .exactly(exactly) }
    throw wrong(name, value, "N, <N or >N")
  }

  private func days(_ text: Substring) -> Int? {
    guard text.hasSuffix("d"), let days = Int(text.dropLast()), days >= 0 else { return nil }
    return days
  }

  private func due(_ part: String) throws(QueryError) -> DueTest {
    if part == "today" { return .today }
    if part == "overdue" { return .overdue }
    if part.hasPrefix("<") {
      let bound = part.dropFirst()
      if bound.hasSuffix("wd"), let count = Int(bound.dropLast(2)), count >= 0 {
        return .withinWorkingDays(count)
      }
      if let count = days(bound) { return .withinDays(count) }
    }
    if let range = dateRange(part) { return .between(range) }
    throw wrong("due", part, "today, overdue, <Nd, <Nwd, YYYY-MM-DD, YYYY-MM-DD..YYYY-MM-DD")
  }

  private func range(_ name: String, _ part: String) throws(QueryError) -> DayRange {
    if part == "today" { return DayRange(first: context.today, last: context.today) }
    if part.hasPrefix("<"), let count = days(part.dropFirst()) {
      return DayRange(first: context.today.adding(days: 1 - count), last: nil)
    }
    if part.hasPrefix(">"), let count = days(part.dropFirst()) {
      return DayRange(first: nil, last: context.today.adding(days: -1 - count))
    }
    if let range = dateRange(part) { return range }
    throw wrong(name, part, "today, <Nd, >Nd, YYYY-MM-DD, YYYY-MM-DD..YYYY-MM-DD")
  }

  private func dateRange(_ part: String) -> DayRange? {
    if let day = CalendarDay(part) { return DayRange(first: day, last: day) }
    guard let dots = part.firstRange(of: "..") else { return nil }
    let first = part[..<dots.lowerBound]
    let last = part[dots.upperBound...]
    let from = CalendarDay(String(first))
    let until = CalendarDay(String(last))
    guard from != nil || first.isEmpty, until != nil || last.isEmpty, from != nil || until != nil else {
      return nil
    }
    return DayRange(first: from, last: until)
  }

  private func who(_ part: String) throws(QueryError) -> StaffLogin? {
    if part == "me" { return context.me }
    if part == "none" || part == "nobody" { return nil }
    guard let login = StaffLogin(part.lowercased()) else { throw wrong("who", part, "me, none, or a login") }
    return login
  }

  private func yes(_ name: String, _ value: String) throws(QueryError) -> Bool {
    switch value.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw wrong(name, value, "yes, no")
    }
  }
}
