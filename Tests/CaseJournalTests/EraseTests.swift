import Clocks
import Complaints
import Foundation
import Testing

@testable import CaseJournal

@Suite("Erasure")
struct EraseTests {
  /// Texts of the case that is to be erased; the journal has several segments and another case.
  static let gone = [
    "Zuzanna Przybylska", "asthma of the younger son", "leak from the flat above", "7 visits",
  ]
  static let stays = ["Derek Mountford", "lift is out for nine days"]

  private func journal() throws -> (JournalScenario, CaseJournal) {
    var scenario = JournalScenario()
    scenario.rotateAt = 6000
    let journal = try scenario.create()
    for (person, narrative) in [(Self.gone[0], Self.gone[1]), (Self.stays[0], Self.stays[1])] {
      _ = try journal.commit(by: scenario.asmith) { view in
        var contact = ContactReceived(channel: .web, narrative: "The \(narrative), \"again\"\n— as before")
        contact.person.name = person
        contact.person.needs = ["large print"]
        contact.representative = "Tŷ Advice"
        contact.personNumber = view.register.nextPerson
        contact.category = "damp"
        let reference = CaseReference(number: view.register.nextCase, year: 2026)
        return [NewEvent(.contactReceived(contact), case: reference)]
      }
    }
    _ = try journal.commit(by: scenario.asmith) { _ in
      [
        NewEvent(
          .contactTriaged(
            ContactTriaged(
              kind: .complaint, reason: "", proposed: nil, clause: "", answers: [],
              profile: "manchester-2022")),
          case: reference(1)),
        NewEvent(.pointAdded(PointAdded(point: 1, text: Self.gone[2])), case: reference(1)),
        NewEvent(.noteAdded(text: "like C26-000001: \(Self.stays[1])"), case: reference(2)),
      ]
    }
    for turn in 0..<8 { try scenario.note("\(Self.gone[3]) \(turn)", on: reference(1), in: journal) }
    _ = try journal.commit(by: scenario.asmith) { _ in
      [NewEvent(.caseClosed(reason: "ok"), case: reference(1))]
    }
    for turn in 0..<12 { try scenario.note("for the other \(turn)", on: reference(2), in: journal) }
    try scenario.note("\(Self.gone[3]) at last", on: reference(1), in: journal)
    try scenario.folder.write(Array("torn: \(Self.gone[0])".utf8), to: "data/quarantine/x.torn")
    try scenario.folder.write(Array("snapshot".utf8), to: "data/cache/9-ab.snap")
    for folder in ["drafts/anna", "exports/anna"] {
      try FileManager.default.createDirectory(
        atPath: scenario.path + "/" + folder, withIntermediateDirectories: true)
    }
    try scenario.folder.write(
      Array("{\"text\":\"\(Self.gone[0])\"}".utf8), to: "data/drafts/anna/contact-new-1.json")
    try scenario.folder.write(Array("\(Self.stays[0])".utf8), to: "data/drafts/anna/contact-new-2.json")
    try scenario.folder.write(Array("Dear C26-000001".utf8), to: "data/exports/anna/letter.txt")
    return (scenario, journal)
  }

  private func erase(_ scenario: JournalScenario, in journal: CaseJournal) throws -> Erased {
    try journal.erase([CaseNumber(value: 1)], ground: "request 7", by: scenario.asmith) {
      (_) throws(Never) in
    }
  }

  /// Files that hold any of those texts.
  private func files(_ scenario: JournalScenario, holding texts: [String]) throws -> [String] {
    var found: [String] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: scenario.path) {
      let bytes = Array(FileManager.default.contents(atPath: scenario.path + "/" + name) ?? Data())
      for text in texts where ByteSearch(Array(text.utf8)).isIn(bytes.span) { found.append(name) }
    }
    return found
  }

  @Test func `the texts are gone from every file, and the record proves itself as before`() throws {
    let (scenario, journal) = try journal()
    let desk = try scenario.open()
    let before = journal.register.rows
    let lines = journal.lastSeq
    let file = try #require(try journal.file(of: CaseNumber(value: 1)))
    #expect(try files(scenario, holding: Self.gone).count > 4)
    let erased = try erase(scenario, in: journal)
    #expect(erased.cases == [reference(1)] && erased.lines == 12)
    #expect(
      erased.files.sorted()
        == ["drafts/anna/contact-new-1.json", "exports/anna/letter.txt", "quarantine/x.torn"])
    #expect(try files(scenario, holding: Self.gone) == [])
    #expect(try files(scenario, holding: Self.stays).count >= 3)
    #expect(scenario.folder.names("data/cache").isEmpty)
    let report = try scenario.verify()
    #expect(report.isGood && report.erased == 12 && report.toErase == 0)
    #expect(report.head == journal.headHash)
    // Counts and dates stand; the same for whoever opens now, and for a desk that was open.
    _ = try desk.catchUp()
    for each in [journal, desk, try scenario.open()] {
      #expect(each.register.counts == [.closed: 1, .untriaged: 1])
      for (row, old) in zip(each.register.rows, before) {
        #expect(row.withPlaces(of: old) == old)
      }
      #expect(try each.text(at: each.register.rows[0].personName) == "[erased]")
      #expect(try each.text(at: each.register.rows[1].personName) == Self.stays[0])
      #expect(each.arena.filter([0, 1], needles: [Array("asthma".utf8)]) == [])
      #expect(each.arena.filter([0, 1], needles: [Array("lift".utf8)]) == [1])
      let now = try #require(try each.file(of: CaseNumber(value: 1)))
      #expect(now.entries.map(\.entry.event.kind) == file.entries.map(\.entry.event.kind))
      #expect(now.entries.map(\.entry.recordedAt) == file.entries.map(\.entry.recordedAt))
      #expect(now.closed == file.closed && now.points.count == 1 && now.received == file.received)
    }
    // Who, when, on what ground.
    let told = try (lines + 1...journal.lastSeq).flatMap { try journal.entries(at: $0) }
    let redaction = told.compactMap { entry -> Redaction? in
      if case .kept(.redaction(let redaction)) = entry.event { redaction } else { nil }
    }
    #expect(redaction.map(\.subject) == ["C26-000001"] && redaction.map(\.ground) == ["request 7"])
    #expect(redaction.first?.lines.count == 12)
    try scenario.note("goes on", on: reference(2), in: desk)
    #expect(try scenario.verify().isGood)
    #expect(try erase(scenario, in: journal).lines == 0)
  }

  @Test
  func `whichever call fails, and whenever the process or the machine goes, the next writer finishes it`()
    throws
  {
    let (base, _) = try journal()
    let rows = try base.open().register.rows
    for (index, harm) in Harm.allCases.enumerated() {
      // Every third step for each harm, another third for the next.
      var step = index % 3
      while true {
        let scenario = try base.copy()
        let disk = harm == .powerCut ? try DurableDisk(scenario.path) : nil
        let harmed = HarmedCalls(disk: disk)
        harmed.harm = harm
        harmed.target = step
        let harmedScenario = scenario.with(harmed.calls())
        let journal = try harmedScenario.open()
        harmed.isOn = true
        let erased = try? erase(harmedScenario, in: journal)
        harmed.isOn = false
        if harmed.made <= step { break }
        var left = scenario
        if let disk {
          var chance = SplitMix(seed: UInt64(step))
          left = scenario.elsewhere()
          try disk.afterPowerCut(at: left.path, &chance)
        }
        let what = "\(harm) at step \(step), \(harmed.names.suffix(3))"
        let report = try left.verify()
        #expect(report.damage == nil, "\(what): \(String(describing: report.damage))")
        let after = try left.open()
        if case .poisoned = after.condition { _ = try after.recover(by: left.asmith) }
        // Any writer will do.
        try left.note("next", on: reference(2), in: after)
        let begun = try left.verify()
        #expect(begun.isGood && begun.toErase == 0, "\(what)")
        if erased != nil || begun.erased > 0 {
          #expect(begun.erased == 12, "\(what)")
          #expect(try files(left, holding: Self.gone) == [], "\(what)")
        } else {
          _ = try erase(left, in: after)
          #expect(try files(left, holding: Self.gone) == [], "\(what)")
        }
        for (row, old) in zip(after.register.rows, rows) where row.number.value == 1 {
          #expect(row.withPlaces(of: old) == old, "\(what)")
        }
        step += 3
      }
    }
  }

  @Test func `a hold refuses, and nothing is changed`() throws {
    enum Held: Error { case byTheOmbudsman }
    let (scenario, journal) = try journal()
    let head = journal.headHash
    #expect(throws: CommitFailure<Held>.refused(.byTheOmbudsman)) {
      try journal.erase([CaseNumber(value: 1)], ground: "x", by: scenario.asmith) {
        (_) throws(Held) in throw .byTheOmbudsman
      }
    }
    #expect(journal.headHash == head)
    #expect(try scenario.open().headHash == head)
    #expect(try files(scenario, holding: Self.gone).count > 4)
  }

  @Test func `every kind of entry keeps its kind, facts and length, and none of its texts`() throws {
    var writer = LineWriter(salts: SaltSource(seed: 1), crc: CRC32C(), sha: SHA256())
    let reader = LineReader(zone: london)
    let at = try #require(Moment("2026-11-22T09:31:07.123456Z"))
    for event in EveryKind.casework + EveryStep.events {
      writer.clear()
      _ = try writer.append(
        LineWriter.Envelope(seq: 1, recordedAt: at, by: login("asmith"), previous: .zero), [event])
      let line = writer.bytes.read { bytes in bytes.indices.dropLast().map { bytes[$0] } }
      let cases: Set = [try #require(event.caseReference).number]
      guard let (buried, texts) = Tombstone.of(line, cases: cases) else { continue }
      let shown = String(decoding: buried, as: UTF8.self)
      #expect(buried.count == line.count, "\(shown)")
      for text in texts where text.count > 2 {
        let found = ByteSearch(text).isIn(buried.span)
        #expect(!found, "\(shown)")
      }
      #expect(!shown.contains("\"salt\""))
      #expect(Tombstone.isOne(buried, cases: cases) && !Tombstone.isOne(line, cases: cases), "\(shown)")
      try LineCheck(crc: CRC32C(), sha: SHA256()).checksum(buried.span, 0, buried.count)
      let entry = try #require(try reader.entries(buried).first)
      #expect(entry.event.kind == event.event.kind, "\(shown)")
      #expect(entry.occurred == event.occurred && entry.caseReference == event.caseReference)
      let facts = [entry.event, event.event].map { RowFact($0) { _ in 0 } }
      #expect(facts[0] == facts[1], "\(shown)")
      guard case .contactReceived(let left) = entry.event, case .contactReceived(let told) = event.event
      else { continue }
      var buriedFact = ReceivedFact(left)
      let fact = ReceivedFact(told)
      buriedFact.rowHash = fact.rowHash
      #expect(buriedFact == fact, "\(shown)")
    }
  }

  @Test func `a line changed under the name of an erasure is damage`() throws {
    let (scenario, journal) = try journal()
    let seq: UInt64 = 6
    let line = try #require(try journal.lineBytes(seq))
    var forged = line
    let place = try #require(String(decoding: line, as: UTF8.self).utf8Offset(of: "Zuzanna"))
    forged.replaceSubrange(place..<place + 7, with: Array("Roberta".utf8))
    let sum = String(CRC32C().of(Array(forged.dropLast(18))), radix: 16)
    forged.replaceSubrange(
      (forged.count - 10)..<(forged.count - 2),
      with: Array((String(repeating: "0", count: 8 - sum.utf8.count) + sum).utf8))
    let lease = try journal.takeLease(by: login("asmith"), patience: 10)
    _ = try journal.stage(
      [
        NewEvent(
          .kept(
            .redaction(
              Redaction(
                subject: "C26-000001", ground: "none",
                lines: [
                  RedactedLine(seq: seq, before: SHA256().of(line).hex, after: SHA256().of(forged).hex)
                ]))))
      ], by: scenario.asmith, ours: true)
    try journal.flush()
    _ = consume lease
    #expect(try scenario.verify().toErase == 1)
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    let found = ByteSearch(line).first(in: bytes.span, from: 0)
    let start = try #require(found)
    try scenario.folder.write(
      Array(bytes[..<start]) + forged + Array(bytes[(start + line.count)...]), to: scenario.firstSegment)
    let report = try scenario.verify()
    #expect(report.damage?.fault == .falseTombstone && report.damage?.line == 6)
  }

  @Test func `erased texts that come back, from a copy say, are found`() throws {
    let (scenario, journal) = try journal()
    let old = scenario.folder.bytes(scenario.firstSegment)
    _ = try erase(scenario, in: journal)
    try scenario.folder.write(old, to: scenario.firstSegment)
    #expect(try scenario.verify().damage?.fault == .notErased)
  }

  @Test func `two cases told of in one line are erased one after the other`() throws {
    let (scenario, journal) = try journal()
    _ = try erase(scenario, in: journal)
    _ = try journal.erase([CaseNumber(value: 2)], ground: "request 8", by: scenario.asmith) {
      (_) throws(Never) in
    }
    #expect(try files(scenario, holding: Self.gone + Self.stays) == [])
    let report = try scenario.verify()
    #expect(report.isGood && report.toErase == 0)
    #expect(try scenario.open().register.rows == journal.register.rows)
  }
}
