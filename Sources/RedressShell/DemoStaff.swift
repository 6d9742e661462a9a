package import Complaints

/// Who works at the demo's landlord, the person running it among them as a complaints officer.
///
/// - Parameter you: login of whoever runs the demo.
/// - Returns: you first, then the others.
package func demoStaff(you: StaffLogin) -> [StaffMember] {
  let others = DemoPost.allCases.compactMap { post -> StaffMember? in
    guard let login = post.login, login != you else { return nil }
    return StaffMember(
      login: login, name: post.name, roles: post.roles, team: post.team, manager: post.manager?.login,
      phone: post.phone, email: login.text + "@alderbrook.example.org")
  }
  return [
    StaffMember(
      login: you, name: "Sam Whitaker", roles: [.investigator, .reviewer, .supervisor, .administrator],
      team: "Complaints north", manager: DemoPost.rhian.login, phone: "0161 496 0100",
      email: "sam.whitaker@alderbrook.example.org", limit: 50_000)
  ] + others
}

/// The posts of the demo's landlord besides your own.
enum DemoPost: CaseIterable {
  case nasreen, tomasz, joyce, meera, declan, adaeze, rhian, colin, lee

  var login: StaffLogin? {
    switch self {
    case .nasreen: StaffLogin("nasreen.akhtar")
    case .tomasz: StaffLogin("tomasz.zielinski")
    case .joyce: StaffLogin("joyce.bennett")
    case .meera: StaffLogin("meera.patel")
    case .declan: StaffLogin("declan.byrne")
    case .adaeze: StaffLogin("adaeze.okafor")
    case .rhian: StaffLogin("rhian.morgan")
    case .colin: StaffLogin("colin.hartley")
    case .lee: StaffLogin("lee.winstanley")
    }
  }

  var name: String {
    switch self {
    case .nasreen: "Nasreen Akhtar"
    case .tomasz: "Tomasz Zieliński"
    case .joyce: "Joyce Bennett"
    case .meera: "Meera Patel"
    case .declan: "Declan Byrne"
    case .adaeze: "Adaeze Okafor"
    case .rhian: "Rhian Morgan"
    case .colin: "Colin Hartley"
    case .lee: "Lee Winstanley"
    }
  }

  var roles: Set<Role> {
    switch self {
    case .nasreen, .tomasz: [.handler]
    case .joyce: [.supervisor]
    case .meera, .declan, .adaeze: [.investigator]
    case .rhian: [.reviewer]
    case .colin: [.director]
    case .lee: [.administrator]
    }
  }

  var team: String {
    switch self {
    case .nasreen, .tomasz, .joyce: "Contact centre"
    case .meera, .declan: "Complaints north"
    case .adaeze: "Complaints south"
    case .rhian, .colin: "Review panel"
    case .lee: "Systems"
    }
  }

  var manager: DemoPost? {
    switch self {
    case .nasreen, .tomasz: .joyce
    case .joyce, .rhian: .colin
    case .meera, .declan, .adaeze: .rhian
    case .colin, .lee: nil
    }
  }

  /// Numbers set aside for drama, which ring nobody.
  var phone: String {
    switch self {
    case .nasreen: "0161 496 0101"
    case .tomasz: "0161 496 0102"
    case .joyce: "0161 496 0103"
    case .meera: "0161 496 0104"
    case .declan: "0161 496 0105"
    case .adaeze: "0161 496 0106"
    case .rhian: "0161 496 0107"
    case .colin: "0161 496 0108"
    case .lee: "0161 496 0109"
    }
  }
}
