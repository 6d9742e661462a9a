import Clocks
import Complaints
import SettingsFiles

/// The rules a journal adopted: its profiles in order of adoption, the Code, its nation's calendar.
func adoptedRules(_ register: CaseRegister, zone: ZoneTable) throws(ShellFailure) -> RuleBook {
  guard let landlord = register.landlord else {
    throw .damaged("the journal names no landlord; redress verify")
  }
  do throws(DataFileError) {
    var profiles: [LandlordProfile] = []
    for text in register.profiles {
      profiles.append(try parseProfile(text.text, file: "adopted " + text.name))
    }
    var code = profiles.first { $0.name == "code-2024" }
    if code == nil { code = try embeddedProfile("code-2024") }
    guard let code = code ?? profiles.first else {
      throw DataFileError(file: "adopted profiles", line: 1, column: 1, what: "there is none")
    }
    let holidays: HolidayCalendar
    if let text = register.calendars.first(where: { $0.name == landlord.nation.rawValue }) {
      holidays = try parseHolidays(text.text, nation: landlord.nation, file: "adopted " + text.name)
    } else {
      holidays = try embeddedHolidays(landlord.nation)
    }
    return RuleBook(
      profiles: profiles, code: code, calendar: WorkingCalendar(holidays: holidays), zone: zone,
      calendarVersion: landlord.nation.rawValue + " " + holidays.version)
  } catch {
    throw .badProfile(dataFileSentence(error))
  }
}
