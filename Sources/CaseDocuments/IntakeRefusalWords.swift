import Clocks
import Complaints
import PlainText

/// Why a step of taking in was refused.
func sentence(for refusal: IntakeRefusal) -> RefusalSentence {
  switch refusal {
  case .stageOpened:
    RefusalSentence(
      "a stage is already acknowledged, and an acknowledged complaint is owed a response",
      clause: "code-2024 6.3", try: "decide the points and respond")
  case .notSatisfied:
    RefusalSentence(
      "the resident is not satisfied, so it is not settled", clause: "code-2024 1.3",
      try: "triage it as a complaint")
  case .learningOwed(let clause):
    RefusalSentence(
      "what was learned is owed on what is settled at once too", clause: clause.text,
      try: "give learning=…, or no-learning=… with the reason")
  case .authorityOpen(let standing): authorityWords(standing)
  case .permissionOwed(let holder, let clause):
    RefusalSentence(
      "the written permission of " + (holder.isEmpty ? "whoever holds the home" : visible(holder))
        + " is not on record", clause: clause.text,
      try: "record it with complainant permission=given how=…")
  case .noSuch(let what, let number):
    RefusalSentence("there is no " + what + " " + String(number), try: "show lists them")
  case .alreadyEnded(let what, let number):
    RefusalSentence(what + " " + String(number) + " is already done", try: "record a new one")
  case .actsForUs:
    RefusalSentence(
      "whoever works for us leaves the complaint with us",
      clause: "manchester-2022 Personal Contact with the Complainant, item 7",
      try: "ask them with a request, and answer the resident ourselves")
  case .followUpOwed(let clause):
    RefusalSentence(
      "a vulnerable resident is followed up until help is there", clause: clause.text,
      try: "give the day to look again: follow-up=2026-11-30")
  case .staysComplaint:
    RefusalSentence(
      "a complaint is answered here", clause: "code-2024 1.2", try: "assign it, or hand over a part of it")
  case .toldOwed(let tell, let clause):
    RefusalSentence(
      "the resident is to be told " + tell.joined(separator: "; "), clause: clause.text,
      try: "say what they were told: told=…")
  case .notRouted:
    RefusalSentence("it is with no team yet", try: "say first where it went, with route")
  case .alreadyReplied: RefusalSentence("the team's reply is already on record", try: "log a contact")
  case .replyOwed(let clause):
    RefusalSentence(
      "the team's reply to the resident is not on record", clause: clause.text, try: "record it with reply")
  case .callbackInPast(let day):
    RefusalSentence(day.description + " is past", try: "promise a day to come")
  case .formAlreadyOwed: RefusalSentence("a form is already owed", try: "mark it sent with form-sent")
  case .noFormOwed: RefusalSentence("no form is owed", try: "note that one was asked for, with form")
  case .liveIssueUnchecked(let words, let clause):
    RefusalSentence(
      words.isEmpty
        ? "a hazard is open, and nobody looked whether it is being dealt with"
        : "it tells of \u{201C}" + visible(words[0]) + "\u{201D}, and nobody looked whether that goes on",
      clause: clause.text, try: "record it with check-live, or give an override with the reason")
  case .answersOwed(let names):
    RefusalSentence(
      "the response has not gone to " + names.map { visible($0) }.joined(separator: ", "),
      clause: "code-2024 1.2", try: "record each with answer-affected")
  case .notWritten(let letter):
    RefusalSentence(
      "the resident has had no " + wordsApart(letter.rawValue) + " that others affected could have",
      try: "write to the resident first")
  case .noSuchGround(let word, let known):
    known.isEmpty
      ? RefusalSentence(
        "the policy names no ground to decline a complaint", clause: "code-2024 2.1", try: "take it up")
      : RefusalSentence(
        "\u{201C}" + visible(word) + "\u{201D} is no ground of the policy", clause: "code-2024 2.1",
        try: "use " + known.joined(separator: ", "))
  case .blanket:
    RefusalSentence(
      "the evidence only repeats the ground, and each complaint is judged on its own merits",
      clause: "code-2024 2.5", try: "say what shows it in this case")
  case .ombudsmanNotNamed:
    RefusalSentence(
      "the resident may take a refusal to the Ombudsman, and has to be told", clause: "code-2024 2.4",
      try: "put the Ombudsman's details in the letter")
  case .groundFails(let ground, let why, let clause):
    RefusalSentence(
      "\u{201C}" + visible(ground) + "\u{201D} does not hold: " + gapWords(why), clause: clause.text,
      try: gapRemedy(why))
  }
}

private func authorityWords(_ standing: AuthorityStanding) -> RefusalSentence {
  let who = visible(standing.who)
  let what =
    switch standing.authority {
    case .refused: who + " may not speak for the resident"
    case .asked: "the resident was asked about " + who + " and has not answered"
    case .unverified, .verified: "the authority of " + who + " is not established"
    }
  let waits =
    standing.holds == .disclosure
    ? ", and what is sensitive waits for it" : ", and letters to them wait for it"
  return RefusalSentence(
    what + (standing.authority == .refused ? "" : waits), clause: standing.clause.text,
    try: "record what was checked with represent, or write to the resident: letters=resident")
}

private func gapWords(_ gap: GroundGap) -> String {
  switch gap {
  case .inTime(let until, let limit):
    "the complaint came within " + limit.words + ", which ended on " + until.description
  case .noEarlierCase: "no earlier case is named or linked"
  case .earlierOpen(let reference): reference.text + " is not concluded"
  case .earlierOfAnother(let reference): reference.text + " is another person's"
  case .concludedBefore(let reference, let until):
    "the time after the conclusion of " + reference.text + " ended on " + until.description
  case .setAside(let by):
    by.map { $0.replacing("-", with: " ") }.joined(separator: " or ") + " is in question"
  case .neverWithdrawn(let reference): reference.text + " was not withdrawn"
  case .mayComplain: "nothing on record says that they may not complain"
  case .notSoFar(let test, let progress):
    "the legal case is at \u{201C}" + progress.rawValue + "\u{201D}, and the ground asks that the matter "
      + test.words
  case .dissatisfied(let question):
    "at triage \u{201C}" + question.rawValue + "\u{201D} was answered yes, which is dissatisfaction with us"
  }
}

private func gapRemedy(_ gap: GroundGap) -> String {
  switch gap {
  case .inTime, .concludedBefore, .setAside, .notSoFar, .dissatisfied: "take the complaint up"
  case .noEarlierCase: "name it: earlier=C26-000042"
  case .earlierOpen: "add the points to that case, or link the two"
  case .earlierOfAnother: "join the two records if they are one person, or name another case"
  case .neverWithdrawn: "name the case that was withdrawn"
  case .mayComplain: "record their standing with complainant first"
  }
}
