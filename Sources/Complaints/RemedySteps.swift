package import Clocks

/// Steps of putting things right: promises, compensation, remedies, learning.
package enum RemedyStep: Hashable, Sendable {
  case promised(PromiseMade)
  case kept(PromiseKept)
  case moved(PromiseMoved)
  case offered(RemedyOffered)
  case compensated(CompensationRecorded)
  case learned(LearningRecorded)
  case followed(LearningFollowed)

  package var payload: any StepPayload {
    switch self {
    case .promised(let payload): payload
    case .kept(let payload): payload
    case .moved(let payload): payload
    case .offered(let payload): payload
    case .compensated(let payload): payload
    case .learned(let payload): payload
    case .followed(let payload): payload
    }
  }

  static let specs: [StepSpec] = promiseSpecs + remedySpecs + learningSpecs
}

/// What is on record about putting things right.
package struct RemedyRecord: Hashable, Sendable {
  package var promises: [PromiseRecord] = []
  package var remedies: [RemedyRecorded] = []
  package var compensation: [CompensationTrack] = []
  package var lessons: [Lesson] = []

  /// Promises not kept yet.
  package var openPromises: [PromiseRecord] { promises.filter { $0.kept == nil } }

  /// Pence offered and not declined.
  package var offeredPence: Int { compensation.filter { $0.declined == nil }.reduce(0) { $0 &+ $1.pence } }

  var marks: CaseMarks { openPromises.isEmpty ? [] : .promises }

  var duties: [DutyFacts] {
    promises.map { DutyFacts(clock: .promise, started: $0.on, done: $0.keptOn, told: $0.due) }
  }
}

extension CaseFile {
  mutating func apply(_ step: RemedyStep, _ stamp: StepStamp) {
    switch step {
    case .promised(let made): redress.promises.append(PromiseRecord(made: made, on: stamp.at))
    case .kept(let kept):
      guard let index = redress.promises.firstIndex(where: { $0.made.promise == kept.promise }) else { break }
      redress.promises[index].kept = kept
      redress.promises[index].keptOn = stamp.at
    case .moved(let moved):
      guard let index = redress.promises.firstIndex(where: { $0.made.promise == moved.promise }) else {
        break
      }
      redress.promises[index].moves.append(moved)
      redress.promises[index].movedOn.append(stamp.at)
      hear(stamp.at.day)
    case .offered(let offered):
      redress.remedies.append(RemedyRecorded(offered: offered, stage: stage, by: stamp.by))
    case .compensated(let recorded): apply(recorded, stamp)
    case .learned(let learned):
      redress.lessons.append(Lesson(learned: learned, stage: stage, on: stamp.at))
    case .followed(let followed):
      guard let index = redress.lessons.firstIndex(where: { $0.learned.lesson == followed.lesson }) else {
        break
      }
      redress.lessons[index].follow(followed, on: stamp.at)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: RemedyStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .promised: break
  case .kept(let kept): try guardOpenPromise(kept.promise, file)
  case .moved(let moved): try guardOpenPromise(moved.promise, file)
  case .offered(let offered): if let point = offered.point { _ = try openPoint(point, file) }
  case .compensated(let recorded): try guardCompensation(recorded, file)
  case .learned: break
  case .followed(let followed): try guardFollowing(followed, file)
  }
}

/// What only the occasion can settle, and the events with what the rules fill in.
func decideRemedy(_ step: RemedyStep, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> [NewEvent] {
  let decided: RemedyStep
  switch step {
  case .promised(var made):
    if let owner = made.owner, occasion.staff.current(owner, on: occasion.today) == nil {
      throw .noSuchStaff(owner.text)
    }
    made.promise = file.redress.promises.count + 1
    decided = .promised(made)
  case .kept: decided = step
  case .moved(let moved):
    try guardMove(moved, file)
    decided = step
  case .offered(var offered):
    try guardRemedy(offered, file, occasion.rules)
    offered.remedy = file.redress.remedies.count + 1
    decided = .offered(offered)
  case .compensated(let recorded): decided = .compensated(try settled(recorded, file, occasion))
  case .learned(var learned):
    try guardLearned(learned)
    if let owner = learned.owner { try mustWorkHere(owner, occasion) }
    learned.lesson = file.redress.lessons.count + 1
    decided = .learned(learned)
  case .followed(let followed):
    try guardFollowed(followed)
    decided = step
  }
  return [NewEvent(.step(.remedy(decided)), case: file.reference, occurred: occasion.occurred)]
}

/// Why a step of putting things right was refused.
package enum RemedyRefusal: Hashable, Sendable {
  case noSuchPromise(Int)
  case alreadyKept(Int)
  case sameDate(Int)
  /// An apology lacks some of its four parts.
  case apologyLacks([String], Clause)
  case notAgreed(Clause)
  case noSuchCompensation(Int)
  case compensationSettled(Int, CompensationMoment)
  case compensationNotAccepted(Int)
  case nothingOffered
  case beyondLimit(asked: Int, limit: Int, Clause?, who: [Role])
  case nothingLearned
  case noSuchLesson(Int)
  case alreadyImplemented(Int)
  case notPutToOrganisation(Int)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noSuchPromise, .alreadyKept: "promise"
    case .sameDate: "to"
    case .apologyLacks: "acknowledges"
    case .notAgreed: "agreed"
    case .noSuchCompensation: "compensation"
    case .compensationSettled, .compensationNotAccepted: "what"
    case .nothingOffered, .beyondLimit: "distress-inconvenience"
    case .nothingLearned: "text"
    case .noSuchLesson, .alreadyImplemented: "lesson"
    case .notPutToOrganisation: "what"
    }
  }
}
