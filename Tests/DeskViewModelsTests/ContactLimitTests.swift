import CaseDocuments
import Clocks
import Complaints
import DeskViewModels
import Testing

/// A restriction is seen wherever its person is about to be contacted, and hides nothing.
@Suite struct ContactLimitTests {
  private func restricted() throws -> PracticeDesk {
    var practice = PracticeDesk.sample(100, 40, as: "patel")
    var imposed = RestrictionImposed()
    imposed.ground = "3"
    imposed.reason = "abusive calls"
    imposed.measures = ["1"]
    imposed.evidence = "call log"
    imposed.equality = "considered"
    imposed.noWarning = "a threat"
    imposed.told = "letter"
    try practice.elsewhere(.step(.behaviour(.restricted(imposed))), on: 1, by: "okafor")
    practice.send(.tick)
    return practice
  }

  @Test func `pane, contact sheet and letter say so before the first word`() throws {
    var practice = try restricted()
    let words = "contact limited until 2027-05-20: contact in one form only"
    #expect(practice.screen().contains("⚠ " + words))
    practice.press("c")
    #expect(practice.screen().contains(words))
    practice.press("<esc>o")
    // A note to colleagues contacts nobody.
    #expect(!practice.row(1).contains(words))
    practice.press("<esc>")
  }

  @Test func `a hazard is taken from a restricted person like from anybody`() throws {
    var practice = try restricted()
    var hazard = HazardRecorded()
    hazard.what = .reported
    hazard.hazardKind = .gas
    hazard.emergency = true
    hazard.text = "smell of gas"
    try practice.elsewhere(.step(.hazard(.recorded(hazard))), on: 1, by: "hana")
    #expect(practice.file(1).hazard.open.count == 1)
    let part = furtherParts(practice.file(1), rules: practice.rules, today: day("2026-11-20")).first
    #expect(part?.heading == "Hazards")
    // The landlord's day, without the hour of another zone.
    #expect(part?.lines == ["1  gas, emergency, aware 2026-11-20: smell of gas"])
  }

  @Test func `the next stage is opened from the sheet of ways, without fields the policy has no use for`()
    throws
  {
    var practice = PracticeDesk.sample(100, 30, as: "patel")
    practice.press("jj")
    practice.press("e<enter>")
    #expect(practice.screen().contains("A reason is asked for, never demanded"))
    #expect(!practice.screen().contains("Straight there by"))
  }
}
