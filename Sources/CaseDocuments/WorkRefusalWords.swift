import Clocks
import Complaints

/// Why a step of working a case was refused.
func sentence(for refusal: WorkRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .nothingToUnmerge:
    RefusalSentence("it is not merged with another case", try: "nothing needs to be done")
  case .notMergedWith(let other):
    RefusalSentence("it is not merged with " + other.text, try: "show names the cases it is merged with")
  case .barred(let login, let how, let clause):
    RefusalSentence(
      login.text + " " + barWords(how), clause: clauseText(clause),
      try: "give it to somebody without a part in it")
  case .claimed(let by, _):
    RefusalSentence(
      by.text + " is looking at it just now", who: by.text,
      try: "wait half an hour, or ask them to release it")
  case .notClaimed: RefusalSentence("nobody has claimed it, or the half hour is over", try: "go on without")
  case .noSuchException(let clause):
    RefusalSentence(
      "the policy knows no such exception", clause: clauseText(clause),
      try: "ring the resident, and log that you tried")
  case .noPersonalContact(let letter, let clause):
    RefusalSentence(
      "nobody has talked with the resident since this stage began, which comes before the "
        + (letter == .acknowledge ? "acknowledgement" : "response"), clause: clauseText(clause),
      try: "log the talk or the failed attempt, record an exception with excuse-contact, or give override=…")
  case .writtenUpLate(let until, let clause):
    RefusalSentence(
      "that contact was to be written up by " + until.description, clause: clauseText(clause),
      who: who([.reviewer]), try: "ask a reviewer to record it")
  case .stopWrittenUpLate(let until, let clause):
    RefusalSentence(
      "what was done then, and would count as in time, was to be recorded by " + until.description,
      clause: clauseText(clause), who: who([.reviewer]), try: "ask a reviewer to record it")
  case .noConsent(let clause):
    RefusalSentence(
      "whoever gave the praise has not consented", clause: clauseText(clause),
      try: "ask them, then consent=how and when")
  case .praiseOnlyCounted(let clause):
    RefusalSentence(
      "praise is counted in the report and not published", clause: clauseText(clause),
      try: "thank them, and pass it on")
  case .pointReplaced(let point, let by):
    RefusalSentence(
      "point " + String(point) + " is answered under " + pointWords(by),
      try: "name the point that took its place")
  case .splitNeedsParts: RefusalSentence("a split needs two parts or more", try: "give them with ; between")
  case .pointWithItself: RefusalSentence("a point is not merged with itself", try: "name the other point")
  case .pointAfterResponse:
    RefusalSentence(
      "the stage 1 response has gone, so a new matter is a new complaint", clause: "code-2024 6.8",
      try: "open a new contact, and link the two")
  case .noOpenItem(let what, let number, let open):
    RefusalSentence(
      "no " + what.rawValue + " " + String(number) + " is open",
      try: open.isEmpty
        ? "show lists them" : "number=" + orList(open.map { String($0) }))
  case .noSuchRequest(let number):
    RefusalSentence("there is no request " + String(number), try: "show lists the requests")
  case .alreadyAnswered(let number):
    RefusalSentence("request " + String(number) + " is already answered", try: "send a new request")
  case .nothingToApprove: RefusalSentence("no draft waits for an answer", try: "draft the response first")
  case .ownDraft(let login):
    RefusalSentence(login.text + " wrote the draft", try: "ask a second person to look")
  case .notApproved(let clause):
    RefusalSentence(
      "no approved draft of this response is on record", clause: clauseText(clause),
      try: "draft it and have it approved, or give override=…")
  case .letterNotOwed(let letter, let owed):
    RefusalSentence(
      "no letter of the kind " + letter.rawValue + " is owed",
      try: owed.isEmpty
        ? "log a contact instead" : "use " + orList(owed.map(\.rawValue).sorted()))
  case .noLetterWaiting:
    RefusalSentence("every letter of this case has left", try: "correct the record, and write again")
  case .letterLacks(let item, let clause):
    RefusalSentence(
      "the letter has no " + itemWords(item), clause: clauseText(clause),
      try: "put it on record first, or give override=…")
  case .letterGoesWith(let letter, let action):
    RefusalSentence("the letter " + letter.rawValue + " goes with its step", try: "use " + action)
  case .letterNeeds(let letter, let action):
    RefusalSentence(
      "the letter " + letter.rawValue + " tells of something that is not on record",
      try: "record it with " + action + " first")
  case .letterTooOld(let seq):
    RefusalSentence(
      "the letter of line " + String(seq) + " was written on another day", try: "take the step again")
  case .letterWaits(let seq):
    RefusalSentence(
      "the letter of line " + String(seq) + " has not left yet", try: "take the letters in a minute")
  case .nothingToTake:
    RefusalSentence("every letter that has left was taken", try: "outbox list shows what there is")
  case .unfitAddress(let address):
    RefusalSentence(
      "the e-mail address \u{201C}" + address + "\u{201D} is none to write to",
      try: "put it right with correct-person, or send the letter by post")
  case .noRemedy(let points, let clause):
    RefusalSentence(
      pointWords(points) + (points.count == 1 ? " is" : " are") + " upheld without a remedy",
      clause: clauseText(clause),
      try: "record a remedy, or say \u{201C}none\u{201D} in the decision")
  case .contractorNotAgreed(let requests, let clause):
    RefusalSentence(
      "a contractor has not agreed (request " + requests.map { String($0) }.joined(separator: ", ") + ")",
      clause: clauseText(clause), try: "record its answer with answer, or give override=…")
  case .learningOwed(let clause):
    RefusalSentence(
      "nothing is recorded of what was learned at this stage", clause: clauseText(clause),
      try: "record it with learn, or why there is none, or give override=…")
  case .closingOwes(let condition, let clause):
    RefusalSentence(closingWords(condition), clause: clauseText(clause), try: closingRemedy(condition))
  case .notACompliment(let kind):
    RefusalSentence(
      kind.map { "it is " + kindWords($0) + ", not a compliment" } ?? "it is not triaged yet",
      try: "triage it as a compliment first")
  case .notEndedYet:
    RefusalSentence("it is not answered yet", try: "ask how satisfied they are after the response")
  case .neverUndone(let why): RefusalSentence("it is never undone: " + why, try: "correct the record instead")
  case .handlerUnreachable(let login, let clause):
    RefusalSentence(
      login.text + " has no telephone and e-mail on the staff list", clause: clauseText(clause),
      who: who([.administrator]), try: "record them with redress staff, or give override=…")
  }
}

private func barWords(_ how: InvolvementHow) -> String {
  switch how {
  case .complainedAbout: "is complained about"
  case .significant: "had a significant part in the matter"
  case .slight: "had a part in the matter before"
  case .biasAlleged: "works where bias is alleged"
  }
}

private func closingWords(_ condition: ClosingRule.Condition) -> String {
  switch condition {
  case .outcomeRecorded: "no outcome is recorded"
  case .learningRecorded: "nothing is recorded of what was learned"
  case .promisesKept: "a promise is not kept yet"
  case .writtenConfirmation: "the answer given by word of mouth is not confirmed in writing"
  }
}

private func closingRemedy(_ condition: ClosingRule.Condition) -> String {
  switch condition {
  case .outcomeRecorded: "decide the points, or give override=…"
  case .learningRecorded: "record it with learn, or why there is none, or give override=…"
  case .promisesKept: "mark it kept with fulfil, or give override=…"
  case .writtenConfirmation: "send it and record letter-sent kind=written-confirmation, or give override=…"
  }
}
