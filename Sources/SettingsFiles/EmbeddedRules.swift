package import Clocks

/// Names of the profiles the program carries, the Code first.
package let shippedProfileNames = [
  "code-2024", "manchester-2022", "council-feedback", "north-warwickshire-2024", "association-ho-pmo",
  "medway-2022",
].filter { SettingsFilesTexts.text("Profiles/\($0).json") != nil }

/// The text of a shipped profile, as `init` adopts it; nil where there is none of that name.
package func embeddedProfileText(_ name: String) -> String? {
  SettingsFilesTexts.text("Profiles/\(name).json")
}

/// A shipped profile; nil where there is none of that name.
package func embeddedProfile(_ name: String) throws(ProfileError) -> LandlordProfile? {
  guard let text = embeddedProfileText(name) else { return nil }
  return try parseProfile(text, file: "Profiles/\(name).json")
}

/// Every shipped profile, the Code first.
package func embeddedProfiles() throws(ProfileError) -> [LandlordProfile] {
  var profiles: [LandlordProfile] = []
  for name in shippedProfileNames {
    guard let profile = try embeddedProfile(name) else { continue }
    profiles.append(profile)
  }
  return profiles
}

/// The text of the shipped bank holidays of a nation, as `init` adopts it.
package func embeddedHolidaysText(_ nation: Nation) -> String {
  SettingsFilesTexts.text("BankHolidays/\(nation.rawValue).json") ?? ""
}

/// The shipped bank holidays of a nation, 2012–2028.
package func embeddedHolidays(_ nation: Nation) throws(DataFileError) -> HolidayCalendar {
  try parseHolidays(
    embeddedHolidaysText(nation), nation: nation, file: "BankHolidays/\(nation.rawValue).json")
}

/// The shipped rules under one shipped profile, with no closures: for the calculator and for trying out.
package func embeddedRuleBook(profile: LandlordProfile, nation: Nation, zone: ZoneTable) throws(DataFileError)
  -> RuleBook
{
  let holidays = try embeddedHolidays(nation)
  let code = try embeddedProfile("code-2024") ?? profile
  return RuleBook(
    profiles: [profile], code: code, calendar: WorkingCalendar(holidays: holidays), zone: zone,
    calendarVersion: nation.rawValue + " " + holidays.version)
}
