import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `hand-over FROM TO [--dry-run]`: every open case of one person to another, each told as it goes.
  func handOver() throws(ShellFailure) {
    guard let from = StaffLogin(request.words[0]) else { throw unknownStaff(request.words[0]) }
    guard let to = StaffLogin(request.words[1]) else { throw unknownStaff(request.words[1]) }
    let isDry = request.flags.contains("dry-run")
    let record = try openRecord(isDry ? .reading : .acting)
    let register = record.register
    let cases = register.live.map { register.rows[Int($0)] }.filter { $0.handler == from }
      .filter { !isDry || record.mayList($0) }
      .sorted { $0.number < $1.number }
    guard !cases.isEmpty else { throw .nothingFound("open work of " + from.text) }
    var refused = false
    for row in cases {
      if isDry {
        told(row.reference, "would go to " + to.text, nil)
        continue
      }
      do throws(RecordFailure) {
        let done = try record.perform(.assign(to: to), on: row.number, occurred: nil, sawRevision: nil)
        told(row.reference, "to " + to.text + ", line " + String(done.seq), nil)
      } catch {
        guard case .refused(let refusal) = error else { throw record.shellFailure(error, "hand over") }
        refused = true
        told(row.reference, nil, sentence(for: refusal, staff: record.register.staff, on: record.today).what)
      }
    }
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
