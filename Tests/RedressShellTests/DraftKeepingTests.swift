import Complaints
import DeskViewModels
import Foundation
import Testing

@testable import RedressShell

@Suite struct `What is being typed, kept in drafts/` {
  private let shell = PracticeShell()

  private func note(_ text: String, at: String = "text") throws -> SheetDraft {
    let reference = try #require(CaseReference("C26-000001"))
    return SheetDraft(
      of: SheetDraft.Subject(action: .note, cases: [reference]),
      fields: [SheetDraft.Field(name: at, value: text)], at: at)
  }

  private var kept: [String] {
    FileManager.default.subpaths(atPath: shell.data + "/drafts")?.filter { $0.hasSuffix(".json") } ?? []
  }

  /// What a desk opened after all others have gone finds.
  private func found() -> [SheetDraft] { DraftKeeper(data: shell.data, login: "amira").takeOver() }

  @Test func `each sheet has a file of its own, and the newest words of each are found`() throws {
    var keeper: DraftKeeper? = DraftKeeper(data: shell.data, login: "amira")
    let contact = SheetDraft(of: .newContact, fields: [SheetDraft.Field(name: "name", value: "Siân")])
    let first = try note("One line")
    let second = try note("Two lines,\nnow with \"quotes\" and 漢字")
    #expect(keeper?.save(first) == true)
    #expect(keeper?.save(contact) == true)
    #expect(keeper?.save(second) == true)
    #expect(kept.count == 2)
    #expect(found() == [], "a desk still holds them")
    keeper = nil
    #expect(Set(found()) == [contact, second])
  }

  @Test func `what is recorded or dropped is there no longer`() throws {
    let keeper = DraftKeeper(data: shell.data, login: "amira")
    let draft = try note("Done with")
    #expect(keeper.save(draft))
    keeper.drop(draft.subject)
    #expect(kept == [])
  }

  @Test func `a saving cut off by a kill loses nothing that was saved before it`() throws {
    var keeper: DraftKeeper? = DraftKeeper(data: shell.data, login: "amira")
    let draft = try note("Whole")
    #expect(keeper?.save(draft) == true)
    let file = shell.data + "/drafts/" + (try #require(kept.first))
    keeper = nil
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\n{\"action\":\"note\",\"cases\":[\"C26-0".utf8))
    try handle.close()
    #expect(found() == [draft])
  }

  @Test func `after hours of typing the file is small and nothing is lost`() throws {
    var keeper: DraftKeeper? = DraftKeeper(data: shell.data, login: "amira")
    let long = String(repeating: "The same again. ", count: 1_000)
    for turn in 1...60 {
      let draft = try note(long + String(turn))
      #expect(keeper?.save(draft) == true)
    }
    #expect(kept.count == 1)
    let file = shell.data + "/drafts/" + (try #require(kept.first))
    let size = try #require(FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
    #expect(size < 300_000)
    keeper = nil
    let last = try note(long + "60")
    #expect(found() == [last])
  }

  @Test func `a contact kept by a release before this one is offered`() throws {
    let folder = shell.data + "/drafts/amira"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("{\"name\":\"Dai\",\"phone\":\"0161\"}".utf8).write(
      to: URL(fileURLWithPath: folder + "/contact-new-1-2.json"))
    let draft = try #require(found().first)
    #expect(draft.subject == .newContact)
    #expect(draft.fields.contains { $0.name == "name" && $0.value == "Dai" })
  }

  @Test func `an erasure takes the drafts about the case with it, and leaves those of others`() throws {
    shell.openComplaint()
    shell.run("act", "1", "withdraw", "reason=asked us to stop")
    var keeper: DraftKeeper? = DraftKeeper(data: shell.data, login: "amira")
    let draft = try note("They rang again, upset")
    #expect(keeper?.save(draft) == true)
    let other = SheetDraft(of: .newContact, fields: [SheetDraft.Field(name: "name", value: "Tomos")])
    #expect(keeper?.save(other) == true)
    keeper = nil
    let done = shell.run("redact", "1", "--reason", "request 7")
    #expect(done.status == 0, "\(done.err)")
    #expect(done.out.contains("removed drafts/amira/note-C26-000001-"))
    #expect(found() == [other])
  }

  @Test func `line by line too, a note broken off is offered again, its first line and all`() {
    shell.openComplaint()
    let cut = shell.run("--plain", "--as", "amira", input: "unassigned\n1\nnote\nFirst line\nSecond line\n")
    #expect(cut.out.contains("The note on C26-000001 is not recorded; its draft is kept for next time."))
    let again = shell.run("--plain", "--as", "amira", input: "drafts\n1\n:done\nyes\nquit\n")
    #expect(again.out.contains("An unfinished note on C26-000001 was kept; :drafts goes on with it."))
    #expect(again.out.contains("C26-000001: note added."))
    #expect(shell.run("timeline", "1").out.contains("First line"))
    #expect(kept == [])
  }
}
