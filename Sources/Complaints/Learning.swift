package import Clocks

/// What was learned, its root cause and the change; or why there is nothing to learn.
package struct LearningRecorded: StepPayload {
  package static let kind = StepKind.learningRecorded
  package var lesson: Int?
  package var text = ""
  package var cause = ""
  package var change = ""
  package var owner: StaffLogin?
  package var due: CalendarDay?
  /// True where the change is more than one manager can make.
  package var organisation: Bool?
  package var none = ""
  package init() {}

  package static let fields: [StepField<LearningRecorded>] = [
    .number("lesson", "Lesson", \.lesson, given: false),
    .text("text", "What was learned", \.text, long: true),
    .text(
      "cause", "Root cause", \.cause, long: true,
      help: "what lay underneath, could it have been avoided, is it the first of its kind"),
    .text("change", "What changes", \.change),
    .staff("owner", "Who sees to it", \.owner),
    .day("due", "By when", \.due),
    .yesNo("organisation", "Is for the organisation to decide", \.organisation),
    .text("none", "Or why there is nothing to learn", \.none),
  ]
}

/// What became of a lesson.
package enum LearningMoment: String, CaseIterable, Hashable, Sendable {
  case implemented
  /// The organisation answered what one manager could not change.
  case answered
  case shared
}

/// A lesson was followed: implemented, answered by the organisation, or shared.
package struct LearningFollowed: StepPayload {
  package static let kind = StepKind.learningFollowed
  package var lesson: Int?
  package var what: LearningMoment?
  package var text = ""
  package init() {}

  package static let fields: [StepField<LearningFollowed>] = [
    .number("lesson", "Lesson", \.lesson, required: true),
    .word("what", "What happened", \.what, required: true),
    .text("text", "What was done, answered, or where it was shared", \.text, required: true),
  ]
}

extension RemedyStep {
  static let learningSpecs: [StepSpec] = [
    StepSpec(
      LearningRecorded.self, action: "learn", "record what was learned", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .remedy(.learned($0)) },
    StepSpec(
      LearningFollowed.self, action: "implement", "follow a lesson through", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .remedy(.followed($0)) },
  ]
}

/// A lesson and what became of it.
package struct Lesson: Hashable, Sendable {
  package var learned: LearningRecorded
  package var stage: Stage?
  package var on: Occurrence
  package var implemented: LearningFollowed?
  package var implementedOn: Occurrence?
  package var answer: LearningFollowed?
  package var shared: [LearningFollowed] = []

  package init(learned: LearningRecorded, stage: Stage?, on: Occurrence) {
    self.learned = learned
    self.stage = stage
    self.on = on
  }

  package var number: Int { learned.lesson ?? 0 }
  /// Whether something was learned that is not done yet.
  package var isOpen: Bool { implemented == nil && learned.none.isEmpty }

  mutating func follow(_ followed: LearningFollowed, on at: Occurrence) {
    switch followed.what {
    case .implemented:
      implemented = followed
      implementedOn = at
    case .answered: answer = followed
    case .shared: shared.append(followed)
    case nil: break
    }
  }
}

func guardLearned(_ learned: LearningRecorded) throws(Refusal) {
  if isBlank(learned.text), isBlank(learned.none) { throw .remedy(.nothingLearned) }
}

func guardFollowing(_ followed: LearningFollowed, _ file: CaseFile) throws(Refusal) {
  guard let lesson = file.redress.lessons.first(where: { $0.learned.lesson == followed.lesson }) else {
    throw .remedy(.noSuchLesson(followed.lesson ?? 0))
  }
  switch followed.what {
  case .implemented: if lesson.implemented != nil { throw .remedy(.alreadyImplemented(lesson.number)) }
  case .answered:
    if lesson.learned.organisation != true { throw .remedy(.notPutToOrganisation(lesson.number)) }
  case .shared, nil: break
  }
}

func guardFollowed(_ followed: LearningFollowed) throws(Refusal) {
  if isBlank(followed.text) { throw .missing(field: "text", clause: nil) }
}
