import Clocks
import Foundation
import SettingsFiles
import Testing

@Suite struct `Rule files given by name` {
  func file(_ bytes: Data) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "mine.json")
    try bytes.write(to: path)
    return path.path
  }

  @Test func `a profile and a calendar file are read with their text`() throws {
    let text = try #require(embeddedProfileText("manchester-2022"))
    let read = try readProfile(at: file(Data(text.utf8)))
    #expect(read.text == text)
    #expect(read.profile == (try embeddedProfile("manchester-2022")))
    let holidays = embeddedHolidaysText(.scotland)
    #expect(
      try readHolidays(at: file(Data(holidays.utf8)), nation: .scotland).holidays
        == embeddedHolidays(.scotland))
  }

  @Test func `a missing file, a file that is no text and a wrong file are told apart`() throws {
    let missing = try #require(throws: RuleFileError.self) { try readProfile(at: "/nowhere/mine.json") }
    guard case .unreadable(file: "/nowhere/mine.json", _) = missing else {
      Issue.record("\(missing)")
      return
    }
    let binary = try file(Data([0xFF, 0xFE, 0x00]))
    #expect(throws: RuleFileError.notText(file: binary)) { try readProfile(at: binary) }
    let wrong = try file(Data("{}".utf8))
    let error = try #require(throws: RuleFileError.self) { try readProfile(at: wrong) }
    #expect(
      error == .wrong(DataFileError(file: wrong, line: 1, column: 1, what: "\"profile\" is missing here")))
  }
}
