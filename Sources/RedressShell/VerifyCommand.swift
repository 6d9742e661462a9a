import CaseDocuments
import CaseJournal
import Complaints
import PlainText

extension CommandRun {
  /// `verify [--since SEQ] [--head HASH]`: every byte read; exit 3 at the first bad line.
  func verify() throws(ShellFailure) {
    // Whoever may open the directory may prove it: no text of the record is shown.
    var since: UInt64 = 1
    if let text = request.options["since"] {
      guard let seq = UInt64(text), seq > 0 else {
        throw .badValue("--since", text, allowed: "a line number from 1")
      }
      since = seq
    }
    let head = request.options["head"]?.lowercased()
    if let head, head.utf8.count != 64 { throw .badValue("--head", head, allowed: "64 hex digits") }
    let report: VerifyReport
    var options = JournalOptions(zone: zone, now: surroundings.clock)
    options.provesBeside = true
    do {
      report = try CaseJournal.verify(at: dataDirectory(), since: since, head: head, options)
    } catch {
      throw ShellFailure(error)
    }
    if json { output.json(verifyRecord(report)) } else { say(report) }
    if let damage = report.damage { throw .damaged(damageSentence(damage)) }
    if let name = report.badAttachments.first { throw .damaged(attachmentSentence(name)) }
    if report.headFound == false, let head {
      throw .damaged(
        "no line has the hash " + head + ": this is not the record it was noted from; compare with a backup")
    }
  }

  private func say(_ report: VerifyReport) {
    guard report.damage == nil else { return }
    output.line(
      "good: " + String(report.lines) + " lines, " + String(report.bytes) + " bytes, last entry "
        + String(report.lastGood))
    output.line("head " + report.head)
    if let torn = report.unfinished {
      output.line("an unfinished line follows and the next writer cuts it off: " + damageSentence(torn))
    }
    if report.states > 0 {
      output.line(
        "the lines fold to the state they say: " + String(report.states)
          + (report.states == 1 ? " time" : " times"))
    }
    if report.headFound == true { output.line("the head noted is a line of this journal") }
  }

  private func verifyRecord(_ report: VerifyReport) -> JSON {
    record([
      "good": .bool(report.isGood), "lines": .integer(report.lines), "bytes": .integer(report.bytes),
      "lastGood": .integer(Int(report.lastGood)), "states": .integer(report.states),
      "head": .string(report.head),
      "headFound": report.headFound.map { .bool($0) },
      "badAttachments": report.badAttachments.isEmpty
        ? nil : .array(report.badAttachments.map { .string($0) }),
      "damage": report.damage.map { .string(damageSentence($0)) },
      "unfinished": report.unfinished.map { .string(damageSentence($0)) },
    ])
  }
}
