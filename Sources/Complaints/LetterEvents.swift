package import Clocks

/// The acknowledgement letter of the current stage went out.
package struct Acknowledgement: Hashable, Sendable {
  package var stage: Stage
  /// Our understanding of the complaint (Code 5.6).
  package var definition: String
  /// Outcome the resident seeks (Code 5.6).
  package var outcome: String
  /// What we are not responsible for (Code 5.7).
  package var notOurs: String
  /// Response date told to the resident, where one was given.
  package var due: CalendarDay?
  /// Why a required item was missing, when the gate was overridden.
  package var override: String
  /// The advocacy services the resident was led to.
  package var advocacy: String
  package init(
    stage: Stage, definition: String, outcome: String = "", notOurs: String = "", due: CalendarDay? = nil,
    override: String = "", advocacy: String = ""
  ) {
    self.advocacy = advocacy
    self.stage = stage
    self.definition = definition
    self.outcome = outcome
    self.notOurs = notOurs
    self.due = due
    self.override = override
  }
}

/// A later response date was given to the resident.
package struct ResponseExtended: Hashable, Sendable {
  package var stage: Stage
  package var to: CalendarDay
  package var reason: String
  /// What the resident was told, and of the Ombudsman (Code 6.5).
  package var told: String
  /// The recorded good reason where the new date is beyond the cap; empty within it.
  package var goodReason: String
  package init(stage: Stage, to: CalendarDay, reason: String, told: String, goodReason: String = "") {
    self.stage = stage
    self.to = to
    self.reason = reason
    self.told = told
    self.goodReason = goodReason
  }
}

/// The response of the current stage went out.
package struct Responded: Hashable, Sendable {
  package var stage: Stage
  package var channel: Channel
  package var text: String
  package var override: String
  /// Whom the resident turns to who wants to go further.
  package var nextContact: String
  package init(
    stage: Stage, channel: Channel, text: String = "", override: String = "", nextContact: String = ""
  ) {
    self.nextContact = nextContact
    self.stage = stage
    self.channel = channel
    self.text = text
    self.override = override
  }
}
