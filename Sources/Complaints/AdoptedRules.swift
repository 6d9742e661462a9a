package import Clocks

/// Why the adopted texts of a journal do not make a rule book.
package enum AdoptionFault: Error, Hashable, Sendable {
  case noProfile
  case noCode
  case noCalendar(Nation)
  case badProfile(String, DataFileError)
  case badCalendar(String, DataFileError)
}

extension CaseRegister {
  /// The rules this journal has adopted: replay needs the journal alone.
  package func ruleBook(zone: ZoneTable) throws(AdoptionFault) -> RuleBook {
    let nation = landlord?.nation ?? .englandAndWales
    guard let calendarText = calendars.last(where: { $0.name == nation.rawValue }) else {
      throw .noCalendar(nation)
    }
    let holidays: HolidayCalendar
    do throws(DataFileError) {
      holidays = try parseHolidays(calendarText.text, nation: nation, file: calendarText.name)
    } catch {
      throw .badCalendar(calendarText.name, error)
    }
    var landlordProfiles: [LandlordProfile] = []
    for adopted in profiles {
      do throws(DataFileError) {
        landlordProfiles.append(try parseProfile(adopted.text, file: adopted.name))
      } catch {
        throw .badProfile(adopted.name, error)
      }
    }
    guard !landlordProfiles.isEmpty else { throw .noProfile }
    guard let code = landlordProfiles.first(where: { $0.name == "code-2024" }) else { throw .noCode }
    return RuleBook(
      profiles: landlordProfiles, code: code, calendar: WorkingCalendar(holidays: holidays, closures: []),
      zone: zone, calendarVersion: String(calendarText.sha256.prefix(8)))
  }
}
