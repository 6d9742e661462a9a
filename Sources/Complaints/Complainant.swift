package import Clocks

/// What ties somebody to the home they complain about.
package enum Standing: String, CaseIterable, Hashable, Sendable {
  case tenancy, lease, licence
  case serviceAgreement = "service-agreement"
  case sharedOwnership = "shared-ownership"
  case homeowner
  case privateTenant = "private-tenant"
  /// Lives there without any of these.
  case occupier
  /// Touched by a service of ours, without living in a home of ours.
  case affected
  case none
}

/// What the holder of the home said to an occupier's complaint.
package enum Permission: String, CaseIterable, Hashable, Sendable {
  case asked, given, refused
}

/// In what standing somebody complains, and who holds the home where they do not.
package struct ComplainantTold: StepPayload {
  package static let kind = StepKind.complainantTold
  package var standing: Standing?
  package var holder = ""
  package var permission: Permission?
  package var how = ""
  package var child: Bool?
  package var capacity = ""
  package var support = ""
  package init() {}

  package static let fields: [StepField<ComplainantTold>] = [
    .word("standing", "Standing", \.standing, required: true),
    .text("holder", "Who holds the home", \.holder, help: "where the caller only lives there"),
    .word("permission", "Their written permission", \.permission),
    .text("how", "Where the permission is", \.how),
    .yesNo("child", "A child", \.child),
    .text("capacity", "Concern about capacity", \.capacity),
    .text("support", "Who supports them", \.support),
  ]
}

extension ComplainantTold: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) { file.intake.complainant = self }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    if permission == .given, isBlank(how) {
      throw .missing(field: "how", clause: file.permissionClause(rules))
    }
  }
}

extension CaseFile {
  /// The clause by which an occupier needs the written permission of who holds the home; nil where none does.
  package func permissionClause(_ rules: RuleBook) -> Clause? {
    profile(rules)?.complainants?.who.first { $0.permission }?.clause
  }
}

/// Holds letters to an occupier until who holds the home has agreed in writing.
func guardPermission(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  guard let told = file.intake.complainant, told.standing == .occupier, told.permission != .given,
    let clause = file.permissionClause(rules)
  else { return }
  throw .intake(.permissionOwed(holder: told.holder, clause))
}
