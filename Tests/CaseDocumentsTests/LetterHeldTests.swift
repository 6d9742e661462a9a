import Clocks
import Complaints
import SettingsFiles
import Testing

@testable import CaseDocuments

/// The office that writes letters holds one that lacks what a shipped policy asks for, whatever the letter.
@Suite struct LetterHeldTests {
  /// A complaint of that landlord at that stage, taken in on a Monday.
  private func file(_ profile: String, stage: Int, _ zone: ZoneTable) -> CaseFile {
    let reference = needed(CaseReference("C26-000001"))
    let by = needed(StaffLogin("hana"))
    var contact = ContactReceived(channel: .phone, narrative: "Damp")
    contact.person.name = "Siân Hughes"
    var events: [Event] = [
      .contactReceived(contact),
      .contactTriaged(
        ContactTriaged(
          kind: .complaint, reason: "asked for", proposed: nil, clause: "", answers: [], profile: profile)),
    ]
    for next in 2...4 where next <= stage {
      events.append(.complaintEscalated(Escalated(stage: needed(Stage(next)))))
    }
    let entries = events.enumerated().map { place, event in
      Entry(
        seq: UInt64(place + 1), recordedAt: moment, by: by, caseReference: reference, event: event)
    }
    return needed(CaseFile(entries, zone: zone))
  }

  private var moment: Moment { needed(Moment("2026-11-16T10:00Z")) }

  /// Our templates, with every line that prints that blank taken out.
  private static func book(without item: LetterItem) -> LetterBook {
    let blank = "{" + LetterBlank(item).rawValue
    var book = LetterBook()
    for name in embeddedLetterNames {
      let lines = (embeddedLetterText(name) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { !$0.contains(blank + "}") && !$0.contains(blank + ":") }
      guard let template = readTemplate(kept.joined(separator: "\n"), name: name).0 else { continue }
      book.take(template, source: "cut")
    }
    return book
  }

  private func office(_ asked: OwedItem) throws -> LetterOffice {
    LetterOffice(
      landlord: "N", practice: true, staff: StaffTable(),
      rules: try #require(LetterHeldTests.rules[asked.profile]),
      book: try #require(LetterHeldTests.books[asked.owed.item]))
  }

  private static let rules: [String: RuleBook] = {
    var rules: [String: RuleBook] = [:]
    for name in shippedProfileNames {
      do {
        rules[name] = try embeddedRuleBook(
          profile: shipped(name), nation: .englandAndWales, zone: ImportScenario.london)
      } catch {
        preconditionFailure("\(name): \(error)")
      }
    }
    return rules
  }()

  private static let books: [LetterItem: LetterBook] = {
    var books: [LetterItem: LetterBook] = [:]
    for item in Set(OwedItem.all.map(\.owed.item)) { books[item] = book(without: item) }
    return books
  }()

  private func sending(_ letter: LetterKind, about file: CaseFile) -> NewEvent {
    var queued = LetterQueued()
    queued.letter = letter
    return NewEvent(.step(.work(.letterQueued(queued))), case: file.reference)
  }

  @Test(arguments: OwedItem.all)
  func `nothing is recorded of a letter that cannot say what its policy asks for`(_ asked: OwedItem) throws {
    let office = try office(asked)
    let file = file(asked.profile, stage: asked.stage, office.rules.zone)
    let by = needed(StaffLogin("hana"))
    let occasion = Occasion(by: by, staff: office.staff, rules: office.rules, now: moment)
    let errand = LetterErrand(newest: asked.letter, in: file)
    let draft = try #require(office.draft(errand, about: file, by: by, now: moment))
    // What this case gives no occasion for is not asked of its letter.
    let hasOccasion =
      switch asked.owed.item {
      case .whoAnswers: asked.letter == .separateHandling
      case .outstanding: asked.letter == .promiseSlipped
      case .legalContact: asked.letter != .refusal
      case _: true
      }
    #expect(draft.lacking.contains(asked.owed) == hasOccasion)
    guard hasOccasion else { return }
    let thrown = #expect(throws: Refusal.self) {
      try office.queueingLetters([sending(asked.letter, about: file)], about: file, on: occasion)
    }
    guard case .work(.letterLacks) = thrown else {
      Issue.record("refused for something else: \(String(describing: thrown))")
      return
    }
    let sent = try office.queueingLetters(
      [sending(asked.letter, about: file)], about: file, on: occasion, override: "agreed on the telephone")
    #expect(sent.count == 1)
  }
}
