import Clocks
import SettingsFiles
import Testing

@Suite struct `The rules the program ships` {
  @Test(arguments: shippedProfileNames + ["every-shape"])
  func `each profile reads, and each number in it has its clause`(_ name: String) throws {
    let reading = readProfile(try #require(embeddedProfileText(name)), file: name)
    #expect(reading.mistakes == [])
    let profile = try #require(reading.profile)
    #expect(profile.name == name)
    for stage in profile.stages {
      #expect(stage.respond != nil)
      #expect(!stage.decider.roles.isEmpty)
      for rule in [stage.acknowledge, stage.respond, stage.window].compactMap(\.self) {
        #expect(!rule.clause.place.isEmpty)
      }
    }
  }

  @Test func `the Code and five landlords are shipped`() {
    #expect(
      shippedProfileNames == [
        "code-2024", "manchester-2022", "council-feedback", "north-warwickshire-2024", "association-ho-pmo",
        "medway-2022",
      ])
  }

  @Test func `the Code answers every triage question, so that no proposal is without a clause`() throws {
    let code = try #require(try embeddedProfile("code-2024"))
    let keys = [
      "first-report", "follow-up", "reported-before", "missed", "handling", "asks-complaint", "conduct",
      "policy-failure", "information", "survey", "court-claim", "appeal-right", "other-body", "nuisance",
      "nuisance-handling", "accident", "accident-handling", "more-enquiries", "explained", "satisfied",
      "there-and-then", "in-doubt",
    ]
    #expect(keys.filter { code.triageClause($0) == nil } == [])
  }

  @Test(arguments: Nation.allCases)
  func `bank holidays reach from 2012 through 2028`(_ nation: Nation) throws {
    let holidays = try embeddedHolidays(nation)
    #expect(holidays.coveredYears == 2012...2028)
    for year in 2012...2028 {
      #expect(holidays.holidays.contains { $0.day.year == year && $0.name == "Good Friday" })
    }
  }

  @Test func `the nations differ where they differ`() throws {
    func names(_ nation: Nation) throws -> Set<String> {
      Set(try embeddedHolidays(nation).holidays.map(\.name))
    }
    #expect(try names(.scotland).contains("St Andrew’s Day"))
    #expect(try !names(.scotland).contains("Easter Monday"))
    #expect(try names(.northernIreland).contains("Battle of the Boyne (Orangemen’s Day)"))
    #expect(try names(.englandAndWales).contains("Bank holiday for the coronation of King Charles III"))
  }
}
