import CaseDocuments
import Clocks
import Complaints
import Testing

/// A gate names what is owed, the clause that asks for it, and the way on.
@Suite struct `What is said when a gate holds` {
  static let clause = Clause(source: "medway-2022", place: "5.1.5")
  static let patel = StaffLogin("patel")

  static func table() throws -> [(Refusal, String)] {
    let patel = try #require(patel)
    return [
      (
        .work(.noPersonalContact(before: .acknowledge, clause)),
        "nobody has talked with the resident since this stage began, which comes before the acknowledgement (medway-2022 5.1.5); log the talk or the failed attempt, record an exception with excuse-contact, or give override=…"
      ),
      (
        .work(.barred(patel, .complainedAbout, clause)),
        "patel is complained about (medway-2022 5.1.5); give it to somebody without a part in it"
      ),
      (
        .work(.pointAfterResponse),
        "the stage 1 response has gone, so a new matter is a new complaint (code-2024 6.8); open a new contact, and link the two"
      ),
      (
        .work(.noRemedy([1, 3], clause)),
        "points 1 and 3 are upheld without a remedy (medway-2022 5.1.5); record a remedy, or say “none” in the decision"
      ),
      (
        .work(.closingOwes(.promisesKept, clause)),
        "a promise is not kept yet (medway-2022 5.1.5); mark it kept with fulfil, or give override=…"
      ),
      (
        .work(.letterNotOwed(.translation, owed: [.promiseSlipped, .handlerChange])),
        "no letter of the kind translation is owed; use handler-change or promise-slipped"
      ),
      (
        .remedy(.beyondLimit(asked: 12_050, limit: 10_000, clause, who: [.reviewer])),
        "the offers come to £120.50, and you may offer £100 (medway-2022 5.1.5); ask them to make the offer, or offer less"
      ),
      (
        .remedy(.apologyLacks(["accepts", "regrets"], clause)),
        "the apology lacks accepts, regrets (medway-2022 5.1.5); say yes to each part that the words hold, or call it an explanation"
      ),
    ]
  }

  @Test func `each says what is owed, where it says so, and what to do`() throws {
    for (refusal, words) in try Self.table() {
      let said = sentence(for: refusal)
      #expect(said.why + "; " + said.try == words)
    }
  }

  @Test func `conduct of staff stands in the timeline without its details (medway-2022 5.10.16)`() {
    var noted = ConductNoted()
    noted.disciplinary = true
    noted.text = "Shouted at the door"
    #expect(stepText(.work(.conduct(noted))) == "conduct of staff noted (sensitive)")
  }

  @Test(arguments: [(5, "£0.05"), (12_500, "£125"), (12_550, "£125.50")])
  func `pence are said in pounds`(_ pence: Int, _ words: String) { #expect(poundsText(pence) == words) }
}
