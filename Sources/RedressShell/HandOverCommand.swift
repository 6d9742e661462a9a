import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `hand-over FROM TO [--dry-run]`: all open work of one person to another: cases, points, promises,
  /// call-backs, requests and lessons, each told as it goes.
  func handOver() throws(ShellFailure) {
    guard let from = StaffLogin(request.words[0]) else { throw unknownStaff(request.words[0]) }
    guard let to = StaffLogin(request.words[1]) else { throw unknownStaff(request.words[1]) }
    let isDry = request.flags.contains("dry-run")
    let record = try openRecord(isDry ? .reading : .acting)
    var refused = false
    var found = false
    for row in record.register.casesWithWork where record.mayList(row) {
      guard let file = record.seenFile(row.number) else { continue }
      for item in file.openWork(of: from) {
        found = true
        let what = item == .theCase ? "" : workItemWords(item, file) + " "
        if isDry {
          told(row.reference, what + "would go to " + to.text, nil)
          continue
        }
        do throws(RecordFailure) {
          let done = try record.perform(item.given(to: to), on: row.number, occurred: nil, sawRevision: nil)
          told(row.reference, what + "to " + to.text + ", line " + String(done.seq), nil)
        } catch {
          guard case .refused(let refusal) = error else { throw record.shellFailure(error, "hand over") }
          refused = true
          let why = sentence(for: refusal, staff: record.register.staff, on: record.today).what
          told(row.reference, nil, (what.isEmpty ? "" : what + "stays: ") + why)
        }
      }
    }
    guard found else { throw .nothingFound("open work of " + from.text) }
    if refused { throw .someRefused }
  }

  private func told(_ reference: CaseReference, _ done: String?, _ refused: String?) {
    if json {
      output.json(
        record([
          "case": .string(reference.text), "done": done.map { .string($0) },
          "refused": refused.map { .string($0) },
        ]))
    } else {
      output.line(reference.text + "  " + (done ?? "✗ " + (refused ?? "")))
    }
  }

  private func unknownStaff(_ text: String) -> ShellFailure {
    .refused(attempt: "hand over", .noSuchStaff(text), who: "")
  }
}
