import Clocks
import Testing

@testable import SettingsFiles

@Suite struct `The landlord's time` {
  @Test(arguments: [
    ("2026-06-24T23:30:00Z", "2026-06-25"), ("1996-03-31T00:59:59Z", "1996-03-31"),
    ("2037-10-24T23:30:00Z", "2037-10-25"), ("2037-10-25T23:30:00Z", "2037-10-25"),
    ("2026-03-28T23:30:00Z", "2026-03-28"), ("2026-03-29T23:30:00Z", "2026-03-30"),
  ])
  func `half past eleven at night UTC is the next day in a London summer`(_ instant: String, _ day: String)
    throws
  {
    #expect(try londonZoneTable().occurrence(instant)?.day.description == day)
  }

  @Test func `a missing zone is an error, never UTC in silence`() {
    #expect(throws: ZoneFailure.zoneMissing("Europe/Atlantis")) { try zoneTable(of: "Europe/Atlantis") }
  }

  @Test func `a zone that is not London's is an error`() {
    #expect(throws: ZoneFailure.zoneWrong("UTC", offsetOnFirstOfJuly: 0)) { try zoneTable(of: "UTC") }
  }
}
