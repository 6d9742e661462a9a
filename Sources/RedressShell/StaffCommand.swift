import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `staff` lists; `staff LOGIN field=value…` records somebody, keeping what is not given.
  func staff() throws(ShellFailure) {
    guard let name = request.words.first else { return try listStaff() }
    guard let login = StaffLogin(name) else { throw .badLogin(name) }
    let record = try openRecord(.acting)
    if request.words.count == 1 {
      guard let member = record.register.staff[login] else { throw .nothingFound(name) }
      return print([member])
    }
    var member = record.register.staff[login] ?? StaffMember(login: login, name: "", roles: [])
    for word in request.words.dropFirst() {
      let (field, value) = try fieldAndValue(word)
      try set(field, value, on: &member)
    }
    if member.roles.isEmpty { throw .badValue("roles", "", allowed: orList(Role.allCases.map(\.rawValue))) }
    do throws(RecordFailure) {
      try record.administer([.staffListed(member)], action: "staff", seen: nil)
    } catch {
      throw record.shellFailure(error, "list " + login.text)
    }
    print([member])
  }

  private func listStaff() throws(ShellFailure) {
    print(try openRecord(.reading).register.staff.members)
  }

  private func print(_ members: [StaffMember]) {
    if json {
      for member in members { output.json(staffRecord(member)) }
    } else {
      table(
        members.map { member in
          [
            member.login.text, visible(member.name), roles(member).joined(separator: ","),
            visible(member.team),
            member.until.map { "until " + $0.description } ?? "",
          ]
        })
    }
  }

  private func set(_ field: String, _ value: String, on member: inout StaffMember) throws(ShellFailure) {
    switch field {
    case "name": member.name = value
    case "team": member.team = value
    case "phone": member.phone = value
    case "email": member.email = value
    case "gender": member.gender = value
    case "roles":
      member.roles = []
      for word in value.split(separator: ",") {
        guard let role = Role(rawValue: String(word)) else {
          throw .badValue("roles", String(word), allowed: orList(Role.allCases.map(\.rawValue)))
        }
        member.roles.insert(role)
      }
    case "manager":
      guard let login = StaffLogin(value) else { throw .badLogin(value) }
      member.manager = login
    case "limit":
      guard let pence = Int(value), pence >= 0 else {
        throw .badValue("limit", value, allowed: "pence, 50000")
      }
      member.limit = pence
    case "from": member.from = try occurrence(field, value).day
    case "until": member.until = try occurrence(field, value).day
    case "trained": member.trained = try occurrence(field, value).day
    case "confidential": member.confidential = try occurrence(field, value).day
    default:
      throw .unknownField(
        field,
        allowed: [
          "name", "roles", "team", "manager", "phone", "email", "limit", "from", "until", "trained",
          "confidential", "gender",
        ])
    }
  }

  private func roles(_ member: StaffMember) -> [String] {
    Role.allCases.filter(member.roles.contains).map(\.rawValue)
  }

  private func staffRecord(_ member: StaffMember) -> JSON {
    CaseDocuments.record([
      "login": .string(member.login.text), "name": .string(member.name),
      "roles": .array(roles(member).map { .string($0) }), "team": .unlessEmpty(member.team),
      "manager": member.manager.map { .string($0.text) }, "phone": .unlessEmpty(member.phone),
      "email": .unlessEmpty(member.email), "limit": member.limit.map { .integer($0) },
      "from": member.from.map { .string($0.description) },
      "until": member.until.map { .string($0.description) },
      "trained": member.trained.map { .string($0.description) },
      "confidential": member.confidential.map { .string($0.description) },
      "gender": .unlessEmpty(member.gender),
    ])
  }

  /// `homes YEAR lcra=N lcho=N`.
  func homes() throws(ShellFailure) {
    guard let year = Int(request.words[0]), (2000...2100).contains(year) else {
      throw .badValue("YEAR", request.words[0], allowed: "a year, 2026")
    }
    let record = try openRecord(.acting)
    var homes = record.register.homes.first { $0.year == year } ?? Homes(year: year, lcra: 0, lcho: 0)
    for word in request.words.dropFirst() {
      let (field, value) = try fieldAndValue(word)
      guard let number = Int(value), number >= 0 else {
        throw .badValue(field, value, allowed: "a number of homes")
      }
      switch field {
      case "lcra": homes.lcra = number
      case "lcho": homes.lcho = number
      default: throw .unknownField(field, allowed: ["lcra", "lcho"])
      }
    }
    if request.words.count > 1 {
      do throws(RecordFailure) {
        try record.administer([.homesStated(homes)], action: "homes", seen: nil)
      } catch {
        throw record.shellFailure(error, "state the homes of " + String(year))
      }
    }
    if json {
      output.json(
        CaseDocuments.record([
          "year": .integer(homes.year), "lcra": .integer(homes.lcra), "lcho": .integer(homes.lcho),
        ]))
    } else {
      output.line(
        String(homes.year) + ": " + String(homes.lcra) + " rented, " + String(homes.lcho)
          + " shared ownership")
    }
  }
}
