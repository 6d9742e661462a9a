import Complaints
import Foundation
import Testing

@testable import CaseJournal

@Suite("Backup and restore")
struct BackupTests {
  /// A journal of several segments, one attachment among them.
  private func journal() throws -> (JournalScenario, CaseJournal) {
    var scenario = JournalScenario()
    scenario.rotateAt = 4096
    let journal = try scenario.create()
    for turn in 0..<20 { try scenario.openCase(in: journal, "case \(turn)") }
    let picture = Array("a picture of mould".utf8)
    try scenario.folder.write(picture, to: "data/attachments/" + SHA256().of(picture).hex)
    return (scenario, journal)
  }

  @Test func `a restored copy is the journal, line by line, and says that it is a copy`() throws {
    let (scenario, journal) = try journal()
    let file = scenario.folder.inside("monday.tar")
    let manifest = try journal.backUp(to: file, by: scenario.asmith)
    #expect(manifest.seq == journal.lastSeq && manifest.head == journal.headHash)
    #expect(manifest.files.map(\.name).contains("FORMAT"))
    #expect(manifest.files.count == scenario.folder.names("data/journal").count + 2)
    let copy = scenario.elsewhere()
    let restored = try CaseJournal.restore(
      from: file, to: copy.path, by: scenario.jdoe, scenario.with(scenario.calls).options)
    #expect(restored.manifest == manifest)
    let opened = try copy.open()
    #expect(try copy.verify().isGood && opened.condition == .writable)
    #expect(opened.register.rows == journal.register.rows)
    for seq in 1...manifest.seq { #expect(try opened.lineBytes(seq) == journal.lineBytes(seq)) }
    #expect(
      try opened.entries(at: opened.lastSeq).first?.event
        == .kept(.restored(JournalRestored(seq: manifest.seq, head: manifest.head, made: manifest.made))))
    #expect(copy.folder.names("data/attachments") == scenario.folder.names("data/attachments"))
    #expect(copy.folder.bytes("data/FORMAT") == scenario.folder.bytes("data/FORMAT"))
    // Both go on, and no head of one is a line of the other.
    try scenario.note("in the origin", on: reference(1), in: journal)
    try copy.note("in the copy", on: reference(1), in: opened)
    #expect(try copy.verify(head: journal.headHash).headFound == false)
    #expect(try scenario.verify(head: opened.headHash).headFound == false)
    #expect(try copy.verify(head: manifest.head).headFound == true)
  }

  @Test func `a backup holds the journal as it was when it began, whatever others write meanwhile`() throws {
    let (scenario, other) = try journal()
    var calls = scenario.calls
    let real = scenario.calls
    var notes = 0
    calls.write = { descriptor, bytes in
      // With every piece of the archive a colleague writes a line, and segments are sealed.
      if notes < 12 {
        notes += 1
        do { try scenario.openCase(in: other, "meanwhile \(notes)") } catch { Issue.record("\(error)") }
      }
      return real.write(descriptor, bytes)
    }
    let writer = try scenario.with(calls).open()
    let before = writer.lastSeq
    let file = scenario.folder.inside("busy.tar")
    let manifest = try writer.backUp(to: file, by: scenario.asmith)
    #expect(notes == 12 && manifest.seq == before)
    let copy = scenario.elsewhere()
    _ = try CaseJournal.restore(from: file, to: copy.path, by: scenario.asmith, copy.options)
    #expect(try copy.verify().isGood)
    #expect(try scenario.verify().isGood)
  }

  @Test func `nothing is written over: neither a backup nor a journal`() throws {
    let (scenario, journal) = try journal()
    let file = scenario.folder.inside("monday.tar")
    _ = try journal.backUp(to: file, by: scenario.asmith)
    let bytes = scenario.folder.bytes("monday.tar")
    #expect(throws: JournalFailure.storage(call: "open", path: file, code: EEXIST)) {
      try journal.backUp(to: file, by: scenario.asmith)
    }
    #expect(scenario.folder.bytes("monday.tar") == bytes)
    #expect(throws: JournalFailure.alreadyExists(path: scenario.path)) {
      try CaseJournal.restore(from: file, to: scenario.path, by: scenario.asmith, scenario.options)
    }
    #expect(try scenario.open().headHash == journal.headHash)
  }

  @Test func `a backup changed, cut short or with a stranger in it is refused, and nothing is left behind`()
    throws
  {
    let (scenario, journal) = try journal()
    let file = scenario.folder.inside("monday.tar")
    _ = try journal.backUp(to: file, by: scenario.asmith)
    let whole = scenario.folder.bytes("monday.tar")
    func refused(_ bytes: [UInt8], _ what: String) throws {
      let copy = scenario.elsewhere()
      try copy.folder.write(bytes, to: "bad.tar")
      #expect(throws: JournalFailure.self, "\(what)") {
        try CaseJournal.restore(
          from: copy.folder.inside("bad.tar"), to: copy.path, by: scenario.asmith, copy.options)
      }
      #expect(copy.folder.names("").contains("data") == false, "\(what)")
    }
    for cut in stride(from: 0, to: whole.count - 1024, by: 997) {
      try refused(Array(whole.prefix(cut)), "cut at \(cut)")
    }
    for place in stride(from: 600, to: whole.count - 1100, by: 1499) {
      var changed = whole
      guard changed[place] != 0 else { continue }
      changed[place] ^= 1
      try refused(changed, "changed at \(place)")
    }
    // A file more, named so as to land outside.
    for name in ["../outside", "/etc/passwd", "journal/../../x", "lock"] {
      let stranger = Ustar.header(name, size: 3, seconds: 0) + Array("abc".utf8)
      let padded = stranger + [UInt8](repeating: 0, count: Ustar.padding(3))
      try refused(padded + whole, name)
    }
    #expect(scenario.folder.names("").contains("outside") == false)
  }

  @Test func `a journal that cannot be proved is not backed up`() throws {
    let (scenario, journal) = try journal()
    var bytes = scenario.folder.bytes(scenario.firstSegment)
    bytes[1500] ^= 1
    try scenario.folder.write(bytes, to: scenario.firstSegment)
    let file = scenario.folder.inside("monday.tar")
    #expect(throws: JournalFailure.self) { try journal.backUp(to: file, by: scenario.asmith) }
    #expect(!scenario.folder.names("").contains("monday.tar"))
    #expect(!scenario.folder.names("").contains("monday.tar.part"))
  }

  @Test func `an attachment that is not what its name says is found by verify and by backup`() throws {
    let (scenario, journal) = try journal()
    let name = try #require(scenario.folder.names("data/attachments").first)
    try scenario.folder.write(Array("another picture".utf8), to: "data/attachments/" + name)
    let report = try scenario.verify()
    #expect(report.badAttachments == [name] && !report.isGood && report.damage == nil)
    #expect(throws: JournalFailure.badAttachment(name)) {
      try journal.backUp(to: scenario.folder.inside("monday.tar"), by: scenario.asmith)
    }
  }

  @Test
  func `whichever call of a backup fails, there is the whole backup or none, and the journal is as it was`()
    throws
  {
    let (base, journal) = try journal()
    let head = journal.headHash
    for harm in Harm.allCases where harm != .powerCut {
      var step = 0
      while true {
        let harmed = HarmedCalls()
        harmed.harm = harm
        harmed.target = step
        let scenario = base.with(harmed.calls())
        let writer = try scenario.open()
        harmed.isOn = true
        let file = base.folder.inside("\(harm)-\(step).tar")
        let made = try? writer.backUp(to: file, by: base.asmith)
        harmed.isOn = false
        if harmed.made <= step { break }
        if made != nil || FileManager.default.fileExists(atPath: file) {
          let copy = base.elsewhere()
          _ = try CaseJournal.restore(from: file, to: copy.path, by: base.asmith, copy.options)
          #expect(try copy.verify(head: head).isGood, "\(harm) at step \(step)")
        }
        #expect(try base.verify(head: head).isGood)
        step += 2
      }
    }
  }

  @Test func `pieces of any length give the digest of the whole`() {
    var random = SplitMix(seed: 7)
    for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 1000, 5000] {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var stream = SHA256Stream()
      var at = 0
      while at < length {
        let next = min(length, at + 1 + random.below(150))
        stream.take(bytes.span.extracting(at..<next))
        at = next
      }
      #expect(stream.digest() == SHA256().of(bytes))
    }
  }
}
