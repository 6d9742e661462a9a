package import Clocks
package import Complaints

/// A letter's kind as it is said.
package func letterWords(_ letter: LetterKind) -> String {
  switch letter {
  case .acknowledgement: "acknowledgement"
  case .extension: "letter about more time"
  case .response: "response"
  case .refusal: "refusal of the complaint"
  case .escalationRefusal: "refusal of the next stage"
  case .handlerChange: "notice of another handler"
  case .handover: "notice of a handover"
  case .authorityRequest: "request for authority"
  case .separateHandling: "notice of separate handling"
  case .writtenConfirmation: "written confirmation of the response"
  case .ombudsmanDirect: "advice to go to the Ombudsman"
  case .warning: "warning"
  case .restriction: "notice of a restriction"
  case .restrictionReview: "outcome of a review"
  case .restrictionAppeal: "outcome of an appeal"
  case .evidenceDelay: "explanation to the Ombudsman"
  case .surveySignpost: "letter on how to complain"
  case .compliment: "thanks for praise"
  case .promiseSlipped: "letter about a late promise"
  case .update: "update"
  }
}

/// A letter's way as it is said.
package func routeWords(_ route: LetterRoute) -> String {
  switch route {
  case .email: "by e-mail"
  case .post: "by post"
  case .portal: "by the portal"
  case .onFile: "kept on file, since nobody is known to send it to"
  }
}

/// A letter as one line of the timeline.
package func letterLine(_ queued: LetterQueued) -> String {
  let what = queued.letter.map(letterWords) ?? "letter"
  let name = queued.to.split(separator: "\n").first.map { " to " + $0 } ?? ""
  let route = queued.route.map { ", " + routeWords($0) } ?? ""
  let subject = queued.subject.isEmpty ? "" : ": " + queued.subject
  let override = queued.override.isEmpty ? "" : "; sent as it is: " + queued.override
  return "letter" + name + route + ", " + what + subject + override
}

/// Where a letter stands, as it is said.
package func standingWords(_ letter: LetterOnRecord, at now: Moment) -> String {
  switch letter.standing(at: now) {
  case .waiting: "leaves in " + String(letter.secondsLeft(at: now)) + " s"
  case .sent: letter.queued.route == .onFile ? "kept on file" : "sent"
  case .taken: "sent, handed over"
  case .cancelled: "stopped"
  }
}
