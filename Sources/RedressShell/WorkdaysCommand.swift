import CaseDocuments
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `workdays FROM N`, and `workdays -` for a date per input line.
  func workdays() throws(ShellFailure) {
    if request.words == ["-"] { return try workdaysOfLines() }
    guard request.words.count == 2 else { throw .tooFewWords("workdays") }
    var counter = WorkdayCounter(zone: zone)
    let nation = request.options["nation"] ?? Nation.englandAndWales.rawValue
    let words = request.words + [nation, request.options["reading"] ?? "following"]
    let day = try counter.day(words)
    if json {
      output.json(
        record([
          "from": .string(request.words[0]), "n": .integer(Int(request.words[1]) ?? 0),
          "nation": .string(words[2]), "reading": .string(words[3]), "date": .string(day.description),
        ]))
    } else {
      output.line(day.description)
    }
  }

  private func workdaysOfLines() throws(ShellFailure) {
    var counter = WorkdayCounter(zone: zone)
    var lines = LineSource(surroundings.read)
    var refused = false
    while let line = lines.next() {
      let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
      do throws(ShellFailure) {
        guard (3...4).contains(words.count) else {
          throw .badInput("needs FROM N NATION [READING]; write 2026-11-20 10 england-and-wales")
        }
        output.line(try counter.day(words).description)
      } catch {
        refused = true
        output.line("-")
        output.error("line " + String(lines.number) + ": " + (error.sentence ?? ""))
      }
    }
    if refused { throw .someRefused }
  }
}

/// Counts working days, keeping the tables of each nation once built.
private struct WorkdayCounter {
  let zone: ZoneTable
  private var calendars: [Nation: WorkingCalendar] = [:]

  init(zone: ZoneTable) { self.zone = zone }

  /// The day for `FROM N NATION [READING]`.
  mutating func day(_ words: [String]) throws(ShellFailure) -> CalendarDay {
    guard let from = zone.occurrence(words[0]) else { throw .badValue("FROM", words[0], allowed: timeShapes) }
    guard let count = Int(words[1]), (0...100_000).contains(count) else {
      throw .badValue("N", words[1], allowed: "a number from 0 to 100000")
    }
    guard let nation = Nation(rawValue: words[2]) else {
      throw .badValue("nation", words[2], allowed: orList(Nation.allCases.map(\.rawValue)))
    }
    let word = words.count > 3 ? words[3] : "following"
    guard let reading = CountReading(word: word) else {
      throw .badValue("reading", word, allowed: "following, deferred or inclusive")
    }
    let calendar = try calendar(nation)
    do {
      return try calendar.workdays(from: from.day, count, reading: reading)
    } catch {
      throw .calendarGap(error)
    }
  }

  private mutating func calendar(_ nation: Nation) throws(ShellFailure) -> WorkingCalendar {
    if let calendar = calendars[nation] { return calendar }
    do {
      let calendar = WorkingCalendar(holidays: try embeddedHolidays(nation))
      calendars[nation] = calendar
      return calendar
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
  }
}
