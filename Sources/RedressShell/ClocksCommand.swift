import CaseDocuments
import Clocks
import PlainText

extension CommandRun {
  /// `clocks --profile P EVENT=TIME…`, and `clocks -` for a JSON object a line.
  func clocks() throws(ShellFailure) {
    let now = try calculatorNow()
    var rules = try knownRules()
    if request.words == ["-"] { return try clocksOfLines(&rules, now: now) }
    guard let profile = request.options["profile"] else { throw .missingOption("profile", command: "clocks") }
    let nation = try askedNation(request.options["nation"])
    var events: [StartEvent: Occurrence] = [:]
    for word in request.words {
      let (name, value) = try fieldAndValue(word)
      events[try startEvent(name)] = try occurrence(name, value)
    }
    let clocks = try reckon(&rules, profile, nation, events, now: now, days: request.flags.contains("days"))
    if json {
      for clock in clocks { output.json(clockRecord(clock)) }
    } else if request.flags.contains("days") {
      for clock in clocks { for line in clockExplanation(clock) { output.line(line) } }
    } else {
      table(clocks.map(clockCells))
    }
  }

  private func clocksOfLines(_ rules: inout KnownRules, now: Moment) throws(ShellFailure) {
    var lines = LineSource(surroundings.read)
    var refused = false
    var writer = JSONWriter(reserving: 4096)
    while let line = lines.next() {
      let number = lines.number
      do throws(ShellFailure) {
        let clocks = try clocks(of: line, &rules, now: now)
        writer.clear()
        writer.beginObject()
        writer.field("line", number)
        writer.key("clocks")
        writer.beginArray()
        for clock in clocks { appendClock(clock, to: &writer) }
        writer.endArray()
        writer.endObject()
        output.json(text: writer.text)
      } catch {
        refused = true
        output.json(record(["line": .integer(number), "error": .string(error.sentence ?? "")]))
      }
    }
    if refused { throw .someRefused }
  }

  private func clocks(
    of line: [UInt8], _ rules: inout KnownRules, now: Moment
  ) throws(ShellFailure) -> [ClockReckoning] {
    let question = try jsonObject(line)
    guard let profile = question["profile"]?.string else {
      throw .badInput("profile is missing; give {\"profile\":\"code-2024\",\"events\":{…}}")
    }
    let nation = try askedNation(question["nation"]?.string)
    var events: [StartEvent: Occurrence] = [:]
    for member in question["events"]?.members ?? [] {
      guard let text = member.value.string else {
        throw .badValue(member.name, jsonText(member.value), allowed: timeShapes)
      }
      events[try startEvent(member.name)] = try occurrence(member.name, text)
    }
    let days = request.flags.contains("days") || question["days"]?.bool ?? false
    return try reckon(&rules, profile, nation, events, now: now, days: days)
  }

  private func reckon(
    _ rules: inout KnownRules, _ profile: String, _ nation: Nation?, _ events: [StartEvent: Occurrence],
    now: Moment, days: Bool
  ) throws(ShellFailure) -> [ClockReckoning] {
    let book = try rules.book(profile: profile, nation: nation)
    do {
      return try book.clocks(profile: profile, events: events, now: now, explain: days)
    } catch {
      throw .clocks(error)
    }
  }

  /// The nation asked for; nil leaves it to the journal.
  private func askedNation(_ name: String?) throws(ShellFailure) -> Nation? {
    guard let name else { return nil }
    return try nation(name)
  }

  private func startEvent(_ name: String) throws(ShellFailure) -> StartEvent {
    guard let event = StartEvent(rawValue: name) else {
      throw .badValue("event", name, allowed: orList(StartEvent.allCases.map(\.rawValue)))
    }
    return event
  }
}

/// `FIELD=VALUE` taken apart.
func fieldAndValue(_ word: String) throws(ShellFailure) -> (String, String) {
  let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 2, !parts[0].isEmpty else { throw .notFieldAndValue(word) }
  return (parts[0], parts[1])
}

/// One input line as a JSON object, or where it stopped being one.
func jsonObject(_ line: [UInt8]) throws(ShellFailure) -> JSON {
  let value: JSON
  do {
    value = try parseJSON(bytes: line)
  } catch {
    throw .badInput("not JSON at column " + String(error.column) + ": " + error.what + "; one object a line")
  }
  guard value.members != nil else { throw .badInput("not a JSON object; write {\"…\":…} on one line") }
  return value
}
