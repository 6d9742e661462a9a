import Clocks
import Complaints

// What a complaint's own record gives the blanks of its letters.
extension LetterFacts {
  var ofComplaint: [LetterBlank: String] {
    var texts: [LetterBlank: String] = [:]
    let acknowledged =
      file.current?.acknowledgement ?? file.stages.last { $0.acknowledgement != nil }?.acknowledgement
    texts[.stage] = stageWords
    texts[.definition] = acknowledged?.definition ?? ""
    texts[.outcome] = acknowledged.map(\.outcome) ?? file.contact.outcomeSought
    texts[.notOurs] = acknowledged?.notOurs ?? ""
    texts[.due] = responseDue(told: file.current?.acknowledgement?.due).map { said($0) } ?? ""
    texts[.process] = process
    texts[.extensions] = extensions
    texts[.adjustments] = adjustments
    texts[.advocacy] = advocacy(acknowledged?.advocacy ?? "")
    texts[.liveIssue] = file.intake.liveIssue?.line ?? ""
    texts[.outstanding] = outstanding
    texts[.learning] = learning
    texts[.offer] = offer
    texts[.liability] = file.work.liability.last?.wording ?? ""
    // The course is named and no more: the rest is between the landlord and its employee (medway-2022 5.10.16).
    texts[.conduct] =
      file.work.conduct.last?.disciplinary == true
      ? "We follow our disciplinary procedure. We cannot tell you more about it." : ""
    texts[.nextStep] = nextStep
    texts[.nextContact] = file.current?.response?.nextContact ?? ""
    texts[.answered] = file.current?.responded.map { said($0.day) } ?? ""
    texts[.representative] = file.speaker?.told.who ?? ""
    texts[.final] = final
    return texts
  }

  private var stageWords: String {
    guard let rule = profile?.stage(stage) else { return "stage " + String(stage) }
    let number = "stage " + String(stage)
    let isBare = rule.name.isEmpty || rule.name.lowercased() == number
    return isBare ? number : number + " (" + rule.name + ")"
  }

  /// The date told to the resident, else the landlord's own reckoned from the record.
  private func responseDue(told: CalendarDay?) -> CalendarDay? {
    if let told { return told }
    let name = "stage" + String(stage) + ".respond"
    let clocks = rules.clocks(of: file.facts, now: now, explain: false)
    return (clocks.first { $0.clock == name && $0.target == .landlord } ?? clocks.first { $0.clock == name })?
      .due
  }

  /// How a complaint runs under this policy.
  private var process: String {
    guard let stages = profile?.stages, !stages.isEmpty else { return "" }
    let count = DaysInWords.stage(stages.count)
    var sentences = ["Our procedure has " + count + (stages.count == 1 ? " stage." : " stages.")]
    for rule in stages {
      guard let respond = rule.respond else { continue }
      sentences.append(
        "At stage " + String(rule.stage) + " we answer in writing within " + respond.limit.words + ".")
    }
    sentences.append("If you are still not satisfied after that, the Ombudsman can look at it.")
    return sentences.joined(separator: " ")
  }

  private func article(_ post: String) -> String {
    if post.hasPrefix("the ") || post.hasPrefix("a ") || post.hasPrefix("an ") { return post }
    return "the " + post
  }

  private var extensions: String {
    guard let rule = profile?.stage(stage)?.respondExtension else { return "" }
    let cap: String
    switch rule.cap {
    case .additional(let limit): cap = ", no more than " + limit.words + " later"
    case .inAll(let limit, _): cap = ", not later than " + limit.words + " in all"
    case .byAgreement: cap = " that we agree with you"
    case .uncapped: cap = ""
    }
    return "If we cannot keep to that date we will write to you before it, with the reason and a new date"
      + cap + "."
  }

  private var adjustments: String {
    // What somebody is vulnerable to stands on record and not in a letter others may open.
    let told = file.intake.openNeeds.flatMap { $0.told.adjustments + [$0.told.language] }
    // What the resident needs is nobody else's to read.
    let other = file.intake.affected.first { $0.number == task.affected }
    let recorded = (other?.told.needs ?? (file.contact.person.needs + told)).filter { !$0.isEmpty }
    let offer =
      "We can write in large print or another language, send Braille or audio, find an interpreter, or visit you at home. Tell us what you need."
    return recorded.isEmpty ? offer : "We have noted: " + recorded.joined(separator: ", ") + ". " + offer
  }

  private func advocacy(_ named: String) -> String {
    let services =
      named.isEmpty
      ? (profile?.duties.advocacy?.services(subject: file.contact.category) ?? []).map(\.name).joined(
        separator: ", ")
      : named
    return services.isEmpty ? "" : "Somebody can help you put your case: " + services + "."
  }

  /// Promises not kept yet, as a list.
  var outstanding: String {
    file.redress.openPromises.map { promise in
      "- " + promise.made.text + (promise.due.map { ", by " + said($0) } ?? "")
    }.joined(separator: "\n")
  }

  private var learning: String {
    file.redress.lessons.filter { $0.stage == file.stage }.map { lesson in
      let learned = lesson.learned
      if !learned.none.isEmpty { return "- We looked for what to change and found nothing: " + learned.none }
      guard !learned.change.isEmpty else { return "- " + learned.text }
      let isClosed = learned.text.last.map { ".!?".contains($0) } ?? true
      return "- " + learned.text + (isClosed ? "" : ".") + " What changes: " + learned.change
    }.joined(separator: "\n")
  }

  private var offer: String {
    let whole = file.redress.remedies.filter { $0.offered.point == nil }.map { "- " + $0.offered.text }
    let money = file.redress.compensation.filter { $0.declined == nil && $0.pence > 0 }.map { track in
      "- " + pounds(track.pence) + (track.offer.text.isEmpty ? "" : ": " + track.offer.text)
    }
    return (whole + money).joined(separator: "\n")
  }

  private func pounds(_ pence: Int) -> String {
    let rest = pence % 100
    return "£" + String(pence / 100) + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest))
  }

  /// How to go further: the next stage with its time, or the Ombudsman after the last.
  private var nextStep: String {
    guard let profile else { return "" }
    guard profile.stage(stage + 1) != nil else {
      return final + " If you are not satisfied, the Ombudsman can look at it."
    }
    let to: String
    switch profile.escalation?.requestTo ?? "" {
    case "": to = "us"
    case "responder": to = "whoever wrote this letter"
    case let post: to = article(post)
    }
    var text = "You can ask " + to + " to look at it again, at stage " + String(stage + 1) + "."
    do {
      if let window = try rules.window(after: file.facts) { text += " Ask by " + said(window.until) + "." }
    } catch {
      // Without that year's bank holidays no date is said; `why` names the missing year.
      text += " Ask as soon as you can."
    }
    return text + " You can say why, but you need not."
  }

  private var final: String {
    profile?.stage(stage + 1) == nil
      ? "This is our final response: our own procedure ends here."
      : "The answer you have is our final response."
  }
}
