package import Clocks

/// Why a step of working a case was refused.
package enum WorkRefusal: Hashable, Sendable {
  case nothingToUnmerge
  case notMergedWith(CaseReference)
  /// Somebody with a part in the matter may not judge it.
  case barred(StaffLogin, InvolvementHow, Clause)
  case claimed(by: StaffLogin, until: Moment)
  case notClaimed
  case noSuchException(Clause)
  case noPersonalContact(before: LetterStep, Clause)
  case writtenUpLate(until: CalendarDay, Clause)
  /// A dated step that stops a clock, recorded after the limit for writing things up.
  case stopWrittenUpLate(until: CalendarDay, Clause)
  case noConsent(Clause?)
  /// Praise is a number in a report and no more.
  case praiseOnlyCounted(Clause?)
  case pointReplaced(Int, by: [Int])
  case splitNeedsParts
  case pointWithItself
  /// A new matter after the stage 1 response is a new complaint.
  case pointAfterResponse
  case noSuchRequest(Int)
  /// No promise, call-back, request or lesson of that number is open.
  case noOpenItem(OwnedWork, Int, open: [Int])
  case alreadyAnswered(Int)
  case nothingToApprove
  case ownDraft(StaffLogin)
  case notApproved(Clause)
  case letterNotOwed(OwedLetter, owed: [OwedLetter])
  case noLetterWaiting
  case letterLacks(LetterItem, Clause)
  /// That letter goes with a step of its own.
  case letterGoesWith(LetterKind, action: String)
  /// That letter tells of something that is not on record.
  case letterNeeds(LetterKind, action: String)
  /// The letter of that line was confirmed on another day.
  case letterTooOld(UInt64)
  /// The letter of that line has not left yet.
  case letterWaits(UInt64)
  case nothingToTake
  /// A letter would have somebody's address in the wrong place.
  case unfitAddress(String)
  case noRemedy([Int], Clause)
  case contractorNotAgreed([Int], Clause)
  case learningOwed(Clause)
  case closingOwes(ClosingRule.Condition, Clause)
  case notACompliment(Kind?)
  case notEndedYet
  /// Why a step of that kind is never taken back.
  case neverUndone(String)
  /// The handler's own telephone and e-mail are not on the staff list.
  case handlerUnreachable(StaffLogin, Clause)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .nothingToUnmerge, .notClaimed, .nothingToApprove, .ownDraft, .noLetterWaiting, .claimed,
      .pointAfterResponse, .notACompliment, .praiseOnlyCounted, .notEndedYet, .neverUndone, .letterWaits,
      .nothingToTake, .letterTooOld,
      .unfitAddress:
      nil
    case .notMergedWith: "with"
    case .barred: "to"
    case .noSuchException: "ground"
    case .writtenUpLate, .stopWrittenUpLate: "occurred"
    case .noConsent: "consent"
    case .pointReplaced: "point"
    case .splitNeedsParts: "into"
    case .noOpenItem: "number"
    case .pointWithItself: "with"
    case .noSuchRequest, .alreadyAnswered: "request"
    case .letterNotOwed: "kind"
    case .letterGoesWith, .letterNeeds: "letter"
    case .noPersonalContact, .notApproved, .letterLacks, .noRemedy, .contractorNotAgreed, .learningOwed,
      .closingOwes, .handlerUnreachable:
      "override"
    }
  }
}
