import CaseDocuments
import Clocks
import Complaints
import SettingsFiles

/// The rules a journal adopted, earlier editions included; what it never adopted is the shipped text.
func adoptedRules(
  _ register: CaseRegister, zone: ZoneTable, trying more: [Adoption] = []
) throws(ShellFailure) -> RuleBook {
  guard let landlord = register.landlord else {
    // A whole journal names its landlord in its first lines, so these were not recorded yet.
    if register.rows.isEmpty, register.journalID.isEmpty {
      throw .badInput("nothing was recorded yet at that time; use a later one")
    }
    throw .damaged("the journal names no landlord; redress verify")
  }
  var missing: [Adoption] = []
  if !register.profiles.contains(where: { $0.name == "code-2024" }),
    let text = embeddedProfileText("code-2024")
  {
    missing.append(shipped("code-2024", text, isCalendar: false))
  }
  if !register.calendars.contains(where: { $0.name == landlord.nation.rawValue }) {
    let text = embeddedHolidaysText(landlord.nation)
    missing.append(shipped(landlord.nation.rawValue, text, isCalendar: true))
  }
  do {
    return try register.ruleBook(zone: zone, trying: missing + more)
  } catch {
    throw .badProfile(adoptionSentence(error))
  }
}

private func shipped(_ name: String, _ text: String, isCalendar: Bool) -> Adoption {
  Adoption(
    text: AdoptedText(name: name, text: text, sha256: ""), isCalendar: isCalendar, seq: 0, at: nil)
}

/// Why adopted texts make no rules, as one sentence.
func adoptionSentence(_ fault: AdoptionFault) -> String {
  switch fault {
  case .noProfile: "no profile is adopted; redress profile adopt FILE"
  case .noCode: "the Code is not adopted; redress profile adopt code-2024"
  case .noCalendar(let nation):
    "no bank holidays of " + nation.rawValue + " are adopted; redress calendar adopt FILE"
  case .badProfile(_, let error), .badCalendar(_, let error): dataFileSentence(error)
  case .yearsMissing(let name):
    "between the adopted bank holidays and the file of " + name
      + " years are missing; adopt a file that reaches back to the adopted one first"
  }
}
