import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `init`: the founding batch, by whoever runs it.
  func initialise() throws(ShellFailure) {
    func needed(_ option: String) throws(ShellFailure) -> String {
      guard let value = request.options[option], !value.isEmpty else {
        throw .missingOption(option, command: "init")
      }
      return value
    }
    let nation = try nation(try needed("nation"))
    let founding = Founding(
      landlord: try needed("landlord"), nation: nation, profile: try needed("profile"),
      practice: request.flags.contains("practice"), service: request.flags.contains("service"))
    let path = dataDirectory()
    let me = try founder(practice: founding.practice)
    let now = try givenNow()
    if now != nil, !founding.practice { throw .nowInRealJournal }
    let clock = surroundings.clock
    try createJournal(
      at: path, founding, staff: [founding.administrator(me)], by: me, now: { now ?? clock() })
    if json {
      output.json(
        record([
          "data": .string(path), "landlord": .string(founding.landlord), "nation": .string(nation.rawValue),
          "profile": .string(founding.profile), "administrator": .string(me.text),
          "practice": .bool(founding.practice), "service": .bool(founding.service),
        ]))
      return
    }
    output.line("journal of " + visible(founding.landlord) + " created in " + visible(path))
    output.line(me.text + " is its administrator; record colleagues with redress staff")
    if !founding.service {
      output.line(
        "every member of the group that owns the directory is trusted: roles guard against mistakes, not malice"
      )
    }
  }

  func founder(practice: Bool) throws(ShellFailure) -> StaffLogin {
    if let name = request.options["as"] {
      guard practice else { throw .asInRealJournal }
      guard let login = StaffLogin(name) else { throw .badLogin(name) }
      return login
    }
    guard let login = StaffLogin(surroundings.account) else { throw .badLogin(surroundings.account) }
    return login
  }
}

/// What a journal is founded on.
struct Founding {
  var landlord: String
  var nation: Nation
  var profile: String
  var practice: Bool
  var service: Bool

  /// Whoever runs `init`: administrator and supervisor; in practice also every role needed to try a case.
  func administrator(_ login: StaffLogin) -> StaffMember {
    let roles: Set<Role> =
      practice
      ? [.administrator, .supervisor, .handler, .investigator, .reviewer]
      : [.administrator, .supervisor, .handler]
    return StaffMember(login: login, name: "", roles: roles)
  }

  /// The founding batch: landlord, adopted texts with their SHA-256, staff.
  func events(staff: [StaffMember]) throws(ShellFailure) -> [NewEvent] {
    var events = [
      NewEvent(.landlordFounded(LandlordFounded(landlord: landlord, nation: nation, practice: practice)))
    ]
    for name in profile == "code-2024" ? [profile] : [profile, "code-2024"] {
      guard let text = embeddedProfileText(name) else {
        throw .unknownProfile(name, known: shippedProfileNames)
      }
      events.append(NewEvent(.profileAdopted(adopted(name, text))))
    }
    events.append(NewEvent(.calendarAdopted(adopted(nation.rawValue, embeddedHolidaysText(nation)))))
    for member in staff { events.append(NewEvent(.staffListed(member))) }
    return events
  }

  private func adopted(_ name: String, _ text: String) -> AdoptedText {
    AdoptedText(name: name, text: text, sha256: SHA256().of(Array(text.utf8)).hex)
  }
}
