package import Clocks
import Foundation

/// Why a rule file given by name could not be used.
package enum RuleFileError: Error, Hashable, Sendable {
  case unreadable(file: String, why: String)
  /// The file is not UTF-8 text.
  case notText(file: String)
  case wrong(DataFileError)
}

/// The text and the rules of a landlord's profile file; adoption keeps the text.
package func readProfile(at path: String) throws(RuleFileError) -> (text: String, profile: LandlordProfile) {
  let text = try readText(at: path)
  do {
    return (text, try parseProfile(text, file: path))
  } catch {
    throw .wrong(error)
  }
}

/// The text and the bank holidays of a calendar file in the gov.uk shape.
package func readHolidays(at path: String, nation: Nation) throws(RuleFileError)
  -> (text: String, holidays: HolidayCalendar)
{
  let text = try readText(at: path)
  do {
    return (text, try parseHolidays(text, nation: nation, file: path))
  } catch {
    throw .wrong(error)
  }
}

private func readText(at path: String) throws(RuleFileError) -> String {
  let bytes: Data
  do {
    bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  } catch {
    throw .unreadable(file: path, why: error.localizedDescription)
  }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(file: path) }
  return text
}
