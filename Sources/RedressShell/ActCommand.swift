import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `act CASE ACTION [FIELD=VALUE…]`, `act --list`, and `act -` for a JSON object a line.
  func act() throws(ShellFailure) {
    if request.flags.contains("list") { return listActions() }
    if request.words == ["-"] { return try actLines() }
    guard request.words.count >= 2 else { throw .tooFewWords("act") }
    let asked = try ActRequest(words: request.words, zone: zone, read: surroundings.read)
    let record = try openRecord(.acting)
    record.standardInput = surroundings.read
    do throws(ShellFailure) {
      let done = try record.act(asked)
      if json {
        output.json(done.json)
      } else {
        output.line(done.reference.text + " " + done.action + ": recorded as line " + String(done.seq))
      }
    } catch {
      if json { output.json(refusalRecord(error, staff: record.register.staff, on: record.today)) }
      throw error
    }
  }

  private func actLines() throws(ShellFailure) {
    let record = try openRecord(.acting)
    var lines = LineSource(surroundings.read)
    var refused = false
    while let line = lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      do throws(ShellFailure) {
        let asked = try ActRequest(try jsonObject(line), zone: zone)
        output.json(try record.act(asked).json)
        // Whoever feeds the lines may wait for each answer, and counts on what was answered.
        output.flush()
      } catch {
        guard error.status == .refused || error.status == .usage else { throw error }
        refused = true
        output.json(refusalRecord(error, line: lines.number, staff: record.register.staff, on: record.today))
        output.error("line " + String(lines.number) + ": " + (error.sentence ?? ""))
      }
      // Saved is said at once: whoever writes to us may be waiting for it, or we may be killed.
      output.flush()
    }
    if refused { throw .someRefused }
  }
}

/// A refusal for other programs: `refused clause who try`, and the line where it was one of many.
func refusalRecord(
  _ failure: ShellFailure, line: Int? = nil, staff: StaffTable, on day: CalendarDay
) -> JSON {
  let number = line.map { JSON.integer($0) }
  guard case .refused(let attempt, let refusal, _) = failure else {
    let parts = (failure.sentence ?? "").split(separator: "; ", maxSplits: 1).map(String.init)
    return record([
      "line": number, "refused": .string(parts.first ?? ""), "clause": .null, "who": .null,
      "try": parts.count > 1 ? .string(parts[1]) : .null,
    ])
  }
  let words = sentence(for: refusal, staff: staff, on: day)
  return record([
    "line": number, "refused": .string("cannot " + attempt + ": " + words.what),
    "clause": JSON(orNull: words.clause), "who": words.who.isEmpty ? .null : .string(words.who),
    "try": .string(words.try),
  ])
}
