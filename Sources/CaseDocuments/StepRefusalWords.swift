import Clocks
import Complaints

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
  }
}

/// Why a step of the hazard track was refused.
func sentence(for refusal: HazardRefusal) -> RefusalSentence {
  switch refusal {
  case .noSuchHazard(let number):
    RefusalSentence("there is no hazard " + String(number), try: "show lists the hazards")
  case .whichHazard(let open):
    open.isEmpty
      ? RefusalSentence("no hazard is open", try: "record it with what=reported first")
      : RefusalSentence(
        "hazards " + open.map { String($0) }.joined(separator: ", ") + " are open", try: "say which: hazard=1"
      )
  case .alreadyRecorded(let what, let number):
    RefusalSentence(
      "hazard " + String(number) + " already has its entry \u{201C}" + what.rawValue + "\u{201D}",
      try: "correct that entry, or report a new hazard")
  case .notInvestigated(let number):
    RefusalSentence(
      "the investigation of hazard " + String(number) + " is not recorded as ended",
      clause: "SI 2025/1042 regulation 9", try: "record what=investigated first")
  case .hourNeeded:
    RefusalSentence(
      "twenty-four hours run from an hour, and only a date is given", clause: "SI 2025/1042",
      try: "give the hour: occurred=2026-11-20T14:30")
  }
}

/// Why a step about people or the record was refused.
func sentence(for refusal: PeopleRefusal) -> RefusalSentence {
  switch refusal {
  case .alreadyHeld: RefusalSentence("it is already kept from erasure", try: "release that hold first")
  case .heldFromErasure(let matter):
    RefusalSentence("it is kept from erasure for " + matter, try: "release-hold when that matter is over")
  case .stillWorkedOn: RefusalSentence("it is still worked on", try: "close or withdraw it first")
  case .promisesOpen(let numbers):
    RefusalSentence(
      "promises " + numbers.map { String($0) }.joined(separator: ", ") + " are not kept",
      try: "fulfil them first"
    )
  case .notHeld: RefusalSentence("it is not kept from erasure", try: "nothing needs to be done")
  }
}
