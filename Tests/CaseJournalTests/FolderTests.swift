import Complaints
import Foundation
import Testing

@testable import CaseJournal

@Suite("The journal's directory")
struct FolderTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int) ?? 0
  }

  @Test func `everything made is for the group, whatever the umask`() throws {
    let scenario = JournalScenario()
    let before = umask(0o077)
    defer { umask(before) }
    _ = try scenario.create()
    #expect(try mode(scenario.path) & 0o7777 == 0o2770)
    for name in ["journal", "cache", "quarantine", "attachments", "exports", "drafts", "settings"] {
      #expect(try mode(scenario.path + "/" + name) & 0o7777 == 0o2770)
    }
    for name in ["FORMAT", "lock", "journal/00000000000000000001.jsonl"] {
      #expect(try mode(scenario.path + "/" + name) & 0o7777 == 0o660)
    }
  }

  @Test func `a service journal is one account's alone`() throws {
    let scenario = JournalScenario()
    let journal = try CaseJournal.create(
      at: scenario.path, founding: scenario.founding, by: scenario.asmith, practice: false, service: true,
      scenario.options)
    #expect(journal.format.service && !journal.format.practice)
    #expect(try mode(scenario.path) & 0o7777 == 0o700)
    #expect(try mode(scenario.path + "/FORMAT") & 0o7777 == 0o600)
    #expect(try scenario.open().format == journal.format)
  }

  @Test func `a journal is not made where one is, nor opened where none is`() throws {
    let scenario = JournalScenario()
    #expect(throws: JournalFailure.noJournal(path: scenario.path)) { try scenario.open() }
    _ = try scenario.create()
    #expect(throws: JournalFailure.alreadyExists(path: scenario.path)) { try scenario.create() }
  }

  @Test func `a journal that needs a newer release opens read-only and says what it needs`() throws {
    let scenario = JournalScenario()
    _ = try scenario.create()
    let format = String(decoding: scenario.folder.bytes("data/FORMAT"), as: UTF8.self)
    #expect(
      format.hasSuffix(#","major":1,"compat":[],"incompat":[],"mode":"accounts","practice":true}"# + "\n"))
    try scenario.folder.write(
      Array(format.replacingOccurrences(of: #""incompat":[]"#, with: #""incompat":["sealed-boxes"]"#).utf8),
      to: "data/FORMAT")
    let opened = try scenario.open()
    #expect(opened.condition == .newerFormat(major: 1, incompatible: ["sealed-boxes"]))
    #expect(throws: CommitFailure<Never>.journal(.newerFormat(major: 1, incompatible: ["sealed-boxes"]))) {
      try opened.commit(by: scenario.asmith) { _ in [NewEvent(.homesStated(Homes(year: 1, lcra: 1, lcho: 1)))]
      }
    }
  }

  @Test func `segment names sort as their first lines do`() {
    #expect(JournalFolder.segmentName(first: 190_001) == "00000000000000190001.jsonl")
    #expect(JournalFolder.firstSeq(of: "00000000000000190001.jsonl") == 190_001)
    #expect(JournalFolder.firstSeq(of: "00000000000000190001.jsonl.new") == nil)
    #expect(JournalFolder.firstSeq(of: "+0000000000000190001.jsonl") == nil)
  }
}
