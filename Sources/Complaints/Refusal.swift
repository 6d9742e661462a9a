package import Clocks

/// Why an action was refused.
///
/// Cases carry what the sentence needs; the words are in `CaseDocuments`.
package enum Refusal: Error, Hashable, Sendable {
  /// Nobody on the staff list by that login, or no longer.
  case notStaff(login: String)
  case roleMayNot(action: String, needs: [Role])
  case wrongState(CaseState, action: String)
  case notAComplaint(Kind?, action: String)
  case alreadyTriaged(Kind)
  case alreadyAcknowledged(Stage)
  case notAcknowledged(Stage)
  case alreadyResponded(Stage)
  case notResponded(Stage)
  /// A field that is owed; with the clause that asks for it, where it is not only the form of the action.
  case missing(field: String, clause: Clause?)
  case noPoints
  case pointsUndecided([Int], Stage)
  case noSuchPoint(Int)
  case sameDecider(StaffLogin, earlier: Stage, now: Stage, clause: Clause)
  case beyondCap(asked: CalendarDay, cap: CalendarDay, clause: Clause, who: [Role])
  case extensionNotLater(asked: CalendarDay, current: CalendarDay)
  case noLaterStage(Stage, profile: String)
  case windowPassed(until: CalendarDay, clause: Clause)
  case occurredInFuture(Occurrence)
  case occurredBeforeContact(Occurrence, first: Occurrence)
  case staleView(seen: UInt64, now: UInt64, by: StaffLogin)
  case noSuchStaff(String)
  case noSuchCase(String)
  case noSuchEntry(UInt64)
  case noSuchField(String, allowed: [String])
  case badValue(field: String, value: String, allowed: String)
  case nothingToUndo
  case nothingToRedo
  case letterHasLeft(seq: UInt64)
  case laterStepDepends(seq: UInt64, later: UInt64)
  case notYourStep(seq: UInt64, by: StaffLogin)
  case newerEntry(kind: String, seq: UInt64)
  case calendarGap(CalendarGap)
  case unknownProfile(String)
  case linkToItself
  case intake(IntakeRefusal)
  case work(WorkRefusal)
  case remedy(RemedyRefusal)
  case escalation(EscalationRefusal)
  case ombudsman(OmbudsmanRefusal)
  case behaviour(BehaviourRefusal)
  case hazard(HazardRefusal)
  case people(PeopleRefusal)
  case record(RecordRefusal)
}
