import SettingsFiles
import Testing

@Suite struct `The program carries its data files` {
  @Test func `each file is embedded exactly`() throws {
    let text = try #require(SettingsFilesTexts.text("BankHolidays/scotland.json"))
    #expect(text.contains("{\"date\": \"2012-01-02\", \"title\": \"2nd January\"}"))
    #expect(text.hasSuffix("}\n"))
    #expect(SettingsFilesTexts.text("BankHolidays/atlantis.json") == nil)
  }
}
