import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import SettingsFiles

extension RandomWalk {
  static func people() -> [StaffMember] {
    let roles: [(String, Set<Complaints.Role>)] = [
      ("ade", [.administrator]), ("hana", [.handler]), ("noor", [.handler, .supervisor]),
      ("patel", [.investigator]), ("okafor", [.reviewer]), ("amira", [.reviewer, .supervisor]),
      ("dina", [.director]), ("rosa", [.residentReviewer]),
    ]
    return roles.compactMap { name, roles in
      guard let login = StaffLogin(name) else { return nil }
      var member = StaffMember(login: login, name: name, roles: roles, team: "north")
      member.phone = "0161 555 0100"
      member.email = name + "@example.org"
      // Without both a member of a panel reads nothing.
      member.trained = CalendarDay("2026-01-02")
      member.confidential = CalendarDay("2026-01-02")
      return member
    }
  }

  static func founding(_ people: [StaffMember]) throws -> [NewEvent] {
    let landlord = LandlordFounded(landlord: "Test Homes", nation: .englandAndWales, practice: true)
    var events = [NewEvent(.landlordFounded(landlord))]
    for name in ["manchester-2022", "every-shape", "medway-2022", "association-ho-pmo", "code-2024"] {
      let text = embeddedProfileText(name) ?? ""
      events.append(NewEvent(.profileAdopted(AdoptedText(name: name, text: text, sha256: ""))))
    }
    let holidays = embeddedHolidaysText(.englandAndWales)
    events.append(
      NewEvent(
        .calendarAdopted(
          AdoptedText(name: Nation.englandAndWales.rawValue, text: holidays, sha256: ""))))
    return events + people.map { NewEvent(.staffListed($0)) }
  }
}

/// Numbers by chance that are the same on every run.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func of<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
