package import Complaints

/// What was tried on that case, for the front of a refusal: `respond to C26-000042`.
package func attempt(_ action: Action, on subject: String) -> String {
  switch action {
  case .triage: "triage " + subject
  case .acknowledge: "acknowledge " + subject
  case .assign(let to): "assign " + subject + " to " + to.text
  case .contact: "log a contact on " + subject
  case .point: "add a point to " + subject
  case .decide(let judgement): "decide point " + String(judgement.point) + " of " + subject
  case .extend: "extend " + subject
  case .respond: "respond to " + subject
  case .escalate: "escalate " + subject
  case .close: "close " + subject
  case .note: "add a note to " + subject
  case .link: "link " + subject
  case .correct: "correct " + subject
  case .undo: "undo a step on " + subject
  case .redo: "redo a step on " + subject
  case .step(let step): step.spec.title + " on " + subject
  }
}
