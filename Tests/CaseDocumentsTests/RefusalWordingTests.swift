import CaseDocuments
import Clocks
import Complaints
import Testing

@Suite struct `What is said when a step is refused` {
  static let code613 = Clause(source: "code-2024", place: "6.13")
  static let amira = StaffLogin("amira")
  static let day = CalendarDay(number: 20_777)

  static let table: [(Refusal, String)] = [
    (
      .notStaff(login: "bob\u{1B}"),
      "bob␛ is not on the staff list; ask an administrator to list them with redress staff"
    ),
    (
      .roleMayNot(action: "respond", needs: [.investigator, .reviewer]),
      "it takes an investigator or a reviewer; ask one of them, or an administrator for the role"
    ),
    (.wrongState(.closed, action: "note"), "it is closed; open a new contact and link the two"),
    (.wrongState(.untriaged, action: "point"), "it is not triaged yet; triage it first"),
    (
      .notAComplaint(.asb, action: "escalate"),
      "it is an ASB report, not a complaint; triage it as a complaint first"
    ),
    (.notAComplaint(nil, action: "escalate"), "it is not triaged yet; triage it as a complaint first"),
    (.alreadyTriaged(.complaint), "it is already triaged as a complaint; undo that step first"),
    (.alreadyAcknowledged(.one), "stage one is already acknowledged; log a contact if there is more to say"),
    (.notAcknowledged(.two), "stage two is not acknowledged yet; acknowledge it first"),
    (.alreadyResponded(.one), "stage one is already answered; escalate it if the resident is not satisfied"),
    (.notResponded(.one), "stage one is not answered yet; respond first"),
    (
      .missing(field: "definition", clause: Clause(source: "code-2024", place: "5.6")),
      "definition is missing (code-2024 5.6); give definition"
    ),
    (.missing(field: "reason", clause: nil), "reason is missing; give reason"),
    (.noPoints, "no point of complaint is recorded; add each point, then decide it"),
    (.pointsUndecided([2], .one), "point 2 is not decided at stage one; decide it first"),
    (.pointsUndecided([1, 2, 4], .two), "points 1, 2 and 4 are not decided at stage two; decide them first"),
    (.noSuchPoint(7), "there is no point 7; show lists the points"),
    (
      .extensionNotLater(asked: day, current: day),
      "2026-11-20 is not later than the date in force, 2026-11-20; give a later date"
    ),
    (
      .noLaterStage(.two, profile: "manchester-2022"),
      "stage two is the last of manchester-2022; tell the resident how to reach the Ombudsman"
    ),
    (.occurredInFuture(Occurrence(day: day)), "2026-11-20 is in the future; give the time it happened"),
    (.noSuchStaff("zed"), "zed is not on the staff list; name somebody who works here today"),
    (.noSuchCase("C26-000999"), "there is no case C26-000999; find it by phone, postcode or name"),
    (.noSuchField("txt", allowed: ["text", "category"]), "there is no field txt; use text or category"),
    (
      .badValue(field: "channel", value: "fax", allowed: "phone, web"),
      "channel cannot be \"fax\"; use phone, web"
    ),
    (.letterHasLeft(seq: 9), "the letter of line 9 has left; correct the record, and write again"),
    (.laterStepDepends(seq: 4, later: 6), "line 6 depends on line 4; undo the later step first"),
    (
      .newerEntry(kind: "tenancy.merged", seq: 12),
      "line 12 is of kind \"tenancy.merged\", from a newer release; open it with that release"
    ),
    (
      .calendarGap(CalendarGap(nation: .scotland, needs: 2029, covered: 2012...2028)),
      "bank holidays of scotland are not known for 2029; adopt a calendar that covers it"
    ),
    (.unknownProfile("acme"), "profile acme is not adopted; redress profile list"),
    (.linkToItself, "a case is not linked to itself; name the other case"),
  ]

  @Test(arguments: table) func `one sentence with the way out`(_ refusal: Refusal, _ expected: String) {
    let said = sentence(for: refusal)
    #expect(said.why + "; " + said.try == expected)
  }

  @Test func `stage two is refused to the person who answered stage one, in the words of the house`() throws {
    let amira = try #require(Self.amira)
    let refusal = Refusal.sameDecider(amira, earlier: .one, now: .two, clause: Self.code613)
    let line = sentence(for: refusal).line(
      attempt(.respond(channel: .letter, text: "", override: ""), on: "C26-000042"))
    #expect(
      line == "cannot respond to C26-000042: amira answered stage one (code-2024 6.13); assign someone else")
  }

  @Test func `those who could are named, three at most`() throws {
    var staff = StaffTable()
    for name in ["okafor", "lee", "morgan", "byrne"] {
      staff.list(StaffMember(login: try #require(StaffLogin(name)), name: "", roles: [.reviewer]))
    }
    let said = sentence(for: .roleMayNot(action: "respond", needs: [.reviewer]), staff: staff, on: Self.day)
    #expect(said.who == "a reviewer: okafor, lee, morgan and 1 more")
  }
}
