import CaseDocuments
import Clocks
import Complaints

/// One way a case can go further: its action, what that needs as the record has it, or why it is refused now.
struct EscalationWay: Hashable, Sendable {
  let action: ActionName
  let title: String
  let needs: [String]
  /// Why it would be refused; empty where it would be recorded.
  let refusal: String
}

/// The three ways further: the next stage, management, the Ombudsman.
enum EscalationWays {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> [EscalationWay] {
    [nextStage(file, reader), management(file, reader), ombudsman(file, reader)]
  }

  /// Whether any of them would be recorded now; what they need is not worked out for that.
  static func areOpen(_ file: CaseFile, _ reader: RecordReader) -> Bool {
    [.escalate, .step(.managementEscalated), ombudsmanAction(file, reader)]
      .contains { StepProbe.refusal(of: $0, on: file, reader) == nil }
  }

  /// How it gets to the Ombudsman: the resident may go there, or somebody lets it go there directly.
  private static func ombudsmanAction(_ file: CaseFile, _ reader: RecordReader) -> ActionName {
    file.current?.responded != nil && isLast(file, reader)
      ? .step(.ombudsmanContact) : .step(.directAuthorised)
  }

  private static func way(
    _ action: ActionName, _ title: String, _ file: CaseFile, _ reader: RecordReader, _ needs: [String]
  ) -> EscalationWay {
    let refusal = StepProbe.refusal(of: action, on: file, reader)
    return EscalationWay(
      action: action, title: title, needs: needs.filter { !$0.isEmpty },
      refusal: refusal.map(reader.words) ?? "")
  }

  private static func nextStage(_ file: CaseFile, _ reader: RecordReader) -> EscalationWay {
    let next = file.stage.flatMap { Stage($0.number + 1) }
    let name = next.flatMap { reader.newestProfile(of: file)?.stage($0.number)?.name } ?? ""
    let title =
      "Next stage" + (next.map { " ─ stage \($0.number)" } ?? "") + (name.isEmpty ? "" : ", " + oneLine(name))
    var needs = [window(file, reader), SheetForms.escalateAdvice(file, reader)]
    if let next { needs.append(deciders(nextDeciders(at: next, of: file, reader), reader)) }
    return way(.escalate, title, file, reader, needs)
  }

  /// Until when the next stage may be asked for, and what a late request needs.
  private static func window(_ file: CaseFile, _ reader: RecordReader) -> String {
    guard file.current?.responded != nil else {
      let ways = SheetForms.directWays(file, reader)
      return ways.isEmpty ? "" : "Not answered yet; the policy lets it be entered by \(orList(ways))."
    }
    do throws(CalendarGap) {
      guard let window = try reader.rules.window(after: file.facts) else {
        return "Window: the policy sets no limit for asking."
      }
      let until = DaysInWords.long(window.until, today: reader.today)
      let clause = " (" + window.clause.text + ")."
      if reader.today <= window.until { return "Window: open until " + until + clause }
      return "Window: passed on " + until + clause
        + " Say why it is accepted late; refuse-escalation refuses it with a reason."
    } catch {
      return "Window: the bank holidays of \(error.needs) are not published yet."
    }
  }

  private static func nextDeciders(at stage: Stage, of file: CaseFile, _ reader: RecordReader) -> NextDeciders
  {
    Complaints.nextDeciders(at: stage, of: file, reader.rules, reader.register.staff, on: reader.today)
  }

  private static func deciders(_ deciders: NextDeciders, _ reader: RecordReader) -> String {
    let post = deciders.post.isEmpty ? "Decided" : "Decided by the " + oneLine(deciders.post)
    let could = deciders.could.map(reader.register.staff.name).joined(separator: ", ")
    let barred = deciders.barred.map { "Not " + oneLine(sentence(for: $0).why) + "." }
    return
      ([post + ": " + (could.isEmpty ? "nobody on the staff list may." : "could be " + could + ".")]
      + barred).joined(separator: " ")
  }

  private static func management(_ file: CaseFile, _ reader: RecordReader) -> EscalationWay {
    let to = senior(of: file, by: reader.me, reader.occasion(about: file))
    return way(
      .step(.managementEscalated), "Management ─ send it up now", file, reader,
      [
        SheetForms.managementAdvice(file, reader) ?? "The policy states no criteria: say why.",
        to.map { "Goes to " + reader.register.staff.name($0) + " unless you name somebody." }
          ?? "Nobody above is on the staff list: name somebody.",
      ])
  }

  private static func ombudsman(_ file: CaseFile, _ reader: RecordReader) -> EscalationWay {
    let body = ombudsmanBody(of: file, reader.rules)
    let whom = body.isEmpty ? "" : "For this subject: " + oneLine(body) + "."
    let action = ombudsmanAction(file, reader)
    if action == .step(.ombudsmanContact) {
      return way(
        action, "Ombudsman ─ every stage is answered", file, reader,
        [
          whom,
          "The resident may go there now; record that they were told, or took it there (code-2024 3.7).",
        ])
    }
    let direct = reader.newestProfile(of: file)?.duties.directToOmbudsman
    var needs = [whom]
    if let direct {
      let role = Complaints.Role(rawValue: direct.authorisedBy).map { [$0] } ?? [.reviewer]
      let could = reader.register.staff.holders(of: role, on: reader.today).map {
        reader.register.staff.name($0.login)
      }
      needs.append(
        "Needs the reason, how the resident is advised, and the authority of a \(direct.authorisedBy): "
          + (could.isEmpty ? "nobody on the staff list" : could.joined(separator: ", "))
          + " (\(direct.clause.text)).")
    }
    return way(action, "Ombudsman ─ straight there", file, reader, needs)
  }

  private static func isLast(_ file: CaseFile, _ reader: RecordReader) -> Bool {
    file.stage?.number ?? 1 >= reader.newestProfile(of: file)?.stages.count ?? 2
  }
}
