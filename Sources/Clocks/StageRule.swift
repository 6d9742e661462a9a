/// One stage of a landlord's procedure.
package final class StageRule: Hashable, Sendable {
  /// 1…4.
  package let stage: Int
  package let name: String
  /// A note of receipt owed before the acknowledgement proper.
  package let preAcknowledge: ClockRule?
  package let acknowledge: ClockRule?
  package let respond: ClockRule?
  /// Nil where the policy knows no extension.
  package let respondExtension: ExtensionRule?
  /// Until when this stage may be asked for; nil where there is no limit.
  package let window: ClockRule?
  package let draftFindings: DraftFindings?
  /// When silence of the landlord moves the case to the next stage by itself.
  package let escalatesOnSilence: ClockRule?
  /// When silence of the resident closes the case by itself.
  package let closesAfterSilence: ClockRule?
  /// Ways into this stage without the one before.
  package let directEntry: [DirectEntry]
  package let decider: DeciderRule

  package var deciderRoles: [String] { decider.roles }
  package var notEarlierDecider: Bool { decider.notEarlierDecider }

  /// Every clock rule of the stage with the last part of its clock's name.
  package let rules: [StageClock]

  init(
    stage: Int,
    name: String,
    preAcknowledge: ClockRule?,
    acknowledge: ClockRule?,
    respond: ClockRule?,
    respondExtension: ExtensionRule?,
    window: ClockRule?,
    draftFindings: DraftFindings?,
    escalatesOnSilence: ClockRule?,
    closesAfterSilence: ClockRule?,
    directEntry: [DirectEntry],
    decider: DeciderRule
  ) {
    self.stage = stage
    self.name = name
    self.preAcknowledge = preAcknowledge
    self.acknowledge = acknowledge
    self.respond = respond
    self.respondExtension = respondExtension
    self.window = window
    self.draftFindings = draftFindings
    self.escalatesOnSilence = escalatesOnSilence
    self.closesAfterSilence = closesAfterSilence
    self.directEntry = directEntry
    self.decider = decider
    let all: [(String, ClockRule?)] = [
      ("window", window), ("preacknowledge", preAcknowledge), ("acknowledge", acknowledge),
      ("draft", draftFindings?.send), ("comments", draftFindings?.comments), ("respond", respond),
      ("escalates", escalatesOnSilence), ("closes", closesAfterSilence),
    ]
    rules = all.compactMap { name, rule in
      rule.map { StageClock(name: name, clock: "stage\(stage)." + name, rule: $0) }
    }
  }

  package static func == (left: StageRule, right: StageRule) -> Bool {
    left === right
      || (left.stage == right.stage && left.name == right.name && left.rules == right.rules
        && left.respondExtension == right.respondExtension && left.decider == right.decider
        && left.directEntry == right.directEntry)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(stage)
    hasher.combine(rules)
  }
}

/// One clock of a stage.
package struct StageClock: Hashable, Sendable {
  /// `respond`.
  package let name: String
  /// `stage1.respond`.
  package let clock: String
  package let rule: ClockRule
}

/// Draft findings sent to the resident before the response.
package struct DraftFindings: Hashable, Sendable {
  package let send: ClockRule
  package let comments: ClockRule
}

/// A way into a later stage without the one before.
package struct DirectEntry: Hashable, Sendable {
  package enum Ground: String, CaseIterable, Hashable, Sendable {
    /// The resident's choice.
    case choice
    case agreement
    /// The case is serious enough.
    case serious
  }
  package let ground: Ground
  package let clause: Clause
}

/// Who is barred from deciding, from the mildest rule to the strictest.
package enum DeciderBar: String, CaseIterable, Hashable, Sendable {
  case complainedAbout = "complained-about"
  case sameAreaIfBias = "same-area-if-bias"
  case significantInvolvement = "significant-involvement"
  case anyInvolvement = "any-involvement"
}

/// A seat on a panel.
package struct PanelSeat: Hashable, Sendable {
  package let post: String
  package let roles: [String]
}

/// Several people who decide together.
package struct DeciderPanel: Hashable, Sendable {
  package let seats: [PanelSeat]
  /// True where the panel sits only if the resident wishes.
  package let ifResidentWishes: Bool
  /// What a resident who sits on it does not read; everything that tells who complained where the policy is silent.
  package let withheld: WithheldRule
  package let clause: Clause
}

/// Who decides instead, for one subject: a complaint about the handler, about a director.
package struct DeciderForSubject: Hashable, Sendable {
  package let subject: String
  package let post: String
  package let roles: [String]
  package let clause: Clause
}

/// Who may decide at a stage.
package struct DeciderRule: Hashable, Sendable {
  /// Role words (`investigator`, `reviewer`, `director`); any one of them will do.
  package let roles: [String]
  /// The post as the policy calls it, in our words.
  package let post: String
  /// True where nobody who decided an earlier stage may decide this one.
  package let notEarlierDecider: Bool
  /// Where it says that it must be somebody else.
  package let notEarlierClause: Clause
  package let bar: DeciderBar?
  package let panel: DeciderPanel?
  /// In order: the first whose subject fits decides.
  package let chain: [DeciderForSubject]
  package let clause: Clause
  package let readingReason: String?
}
