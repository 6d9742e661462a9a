import Clocks
import SettingsFiles
import Testing

@Suite struct `Every shape a policy can have is reckoned` {
  /// Events, clock, due day or hour, clause: the fictional landlord's policy.
  @Test(arguments: [
    (["received=2026-11-20T09:00Z"], "stage1.preacknowledge", "2026-11-21T09:00:00.000000Z", "2.1"),
    // Logged on Friday after four: counts as logged on Monday.
    (["logged=2026-11-20T16:30Z"], "stage1.acknowledge", "2026-11-26", "2.2"),
    (["logged=2026-11-20T15:30Z"], "stage1.acknowledge", "2026-11-25", "2.2"),
    // Two weeks from allocation, or ten working days from the acknowledgement, whichever is later.
    (["allocated=2026-11-20"], "stage1.respond", "2026-12-04", "2.3"),
    (["allocated=2026-11-20", "acknowledged=2026-11-25"], "stage1.respond", "2026-12-09", "2.3"),
    (["allocated=2026-11-20", "acknowledged=2026-11-16"], "stage1.respond", "2026-12-04", "2.3"),
    (["received=2026-11-20"], "stage1.escalates", "2026-12-20", "2.6"),
    // Sent on the 20th, deemed to arrive two working days later.
    (["responded=2026-11-20"], "stage1.closes", "2026-12-24", "2.7"),
    (["responded=2026-11-20", "response-received=2026-11-21"], "stage1.closes", "2026-12-21", "2.7"),
    (["stage1-responded=2026-11-20"], "stage2.window", "2026-12-22", "3.4"),
    // The start day is day 1.
    (["stage2-requested=2026-11-23"], "stage2.acknowledge", "2026-11-24", "3.1"),
    (["stage2-acknowledged=2026-11-23"], "stage2.respond", "2026-12-21", "3.2"),
    (["stage2-acknowledged=2026-11-23"], "stage2.draft", "2026-12-14", "3.6"),
    (["draft-sent=2026-12-14"], "stage2.comments", "2026-12-21", "3.7"),
    (["stage3-requested=2026-11-23"], "stage3.acknowledge", "2026-11-30", "4.1"),
    // Ten days after the request, then the next meeting.
    (["stage3-requested=2026-12-04"], "stage3.respond", "2026-12-15", "4.2"),
    (["stage3-requested=2026-12-06"], "stage3.respond", "2027-03-16", "4.2"),
    (["stage2-responded=2027-01-31"], "stage3.window", "2027-02-28", "4.3"),
    // 20 February 2027 is a Saturday.
    (["stage4-requested=2026-12-20"], "stage4.respond", "2027-02-22", "5.1"),
    (["access-requested=2026-11-28"], "subject-access", "2026-12-29", "7.9"),
    (["contact=2026-11-20"], "update", "2026-12-04", "7.2"),
    (["restricted=2026-08-31"], "restriction.review", "2027-02-28", "7.5"),
    (["aware=2027-03-27T22:00Z"], "hazard.makesafe", "2027-03-28T10:00:00.000000Z", "7.6"),
  ])
  func `its date, with its clause`(_ events: [String], _ name: String, _ due: String, _ place: String) throws
  {
    let rules = try LandlordRules("every-shape")
    let clock = try rules.clock(name, .landlord, events)
    #expect(clock.dueAt?.description ?? clock.due?.description == due)
    #expect(clock.clause.text == "every-shape \(place)")
    if clock.dueAt == nil { #expect(clock.days.last?.day == clock.due) }
  }

  @Test func `the bar beside a window is told with it`() throws {
    let rules = try LandlordRules("every-shape")
    let window = try rules.clock("stage2.window", .landlord, ["stage1-responded=2026-11-20"])
    #expect(window.bar?.description == "2027-05-24")
    let sent = try rules.at("2026-11-20")
    let stage = StageFacts(stage: 1, started: try rules.at("2026-11-02"), responded: sent)
    let asked = try rules.book.window(after: CaseFacts(received: stage.started, stages: [stage]))
    #expect(asked?.bar == window.bar)
    #expect(asked?.barClause?.text == "every-shape 3.5")
    #expect(asked?.until == window.due)
  }

  @Test func `a grave complaint is answered in 48 hours, any other in twenty working days`() throws {
    let rules = try LandlordRules("every-shape")
    var stage = StageFacts(
      stage: 2, started: try rules.at("2026-11-20T09:00Z"), acknowledged: try rules.at("2026-11-20T10:00Z"))
    func respond() throws -> ClockReckoning {
      let facts = CaseFacts(received: stage.started, stages: [stage])
      let clocks = rules.book.clocks(of: facts, now: try rules.noon("2026-11-21"), explain: false)
      return try #require(clocks.first { $0.clock == "stage2.respond" && $0.target == .landlord })
    }
    #expect(try respond().due == day("2026-12-18"))
    stage.severity = "serious"
    #expect(try respond().dueAt == Moment("2026-11-22T10:00:00Z"))
    #expect(try respond().state == .running)
  }

  @Test func `a total caps an extension that would fit otherwise, and agreement takes the place of a cap`()
    throws
  {
    let rules = try LandlordRules("every-shape")
    func limit(_ stage: StageFacts) throws -> ExtensionLimit {
      try #require(
        rules.book.extensionLimits(of: stage, profile: "", received: stage.started)
          .first { $0.target == .landlord })
    }
    let started = try rules.at("2026-11-02")
    let fourth = StageFacts(stage: 4, started: started)
    #expect(try limit(fourth).latest == nil)
    #expect(try limit(fourth).byAgreement)
    let second = StageFacts(stage: 2, started: started, acknowledged: started)
    #expect(try limit(second).firstDue == day("2026-11-30"))
    #expect(try limit(second).latest == day("2026-12-14"))
    #expect(try !limit(second).byAgreement)
  }

  @Test func `when the list of meetings ends there is no date, and it says after which`() throws {
    let rules = try LandlordRules("every-shape")
    let clock = try rules.clock("stage3.respond", .landlord, ["stage3-requested=2027-06-10"])
    #expect(clock.due == nil)
    #expect(clock.gap?.lastMeeting == (try day("2027-06-15")))
  }

  @Test func `subjects choose the track, the Ombudsman and who decides`() throws {
    let profile = try #require(try embeddedProfile("every-shape"))
    #expect(profile.track(subject: "planning")?.profile == "council-feedback")
    #expect(profile.track(subject: "damp") == nil)
    #expect(
      profile.ombudsmen(subject: "homelessness").map(\.name) == ["Local Government and Social Care Ombudsman"]
    )
    #expect(profile.ombudsmen(subject: "damp").map(\.name) == ["Housing Ombudsman Service"])
    #expect(profile.stages[0].decider.chain.map(\.subject) == ["about-the-handler", "about-a-director"])
    #expect(profile.stages[2].decider.panel?.seats.count == 3)
    #expect(profile.stages[1].directEntry.map(\.ground) == [.serious, .agreement])
  }

  @Test func `explanations count exactly to the date, whatever the shape`() throws {
    let rules = try LandlordRules("every-shape")
    for offset in stride(from: 0, to: 200, by: 7) {
      let start = try day("2026-01-05").adding(days: offset).description
      let events = StartEvent.allCases.filter { $0 != .closed }.map { "\($0.rawValue)=\(start)" }
      for clock in try rules.clocks(events, now: start, explain: true)
      where clock.due != nil && clock.dueAt == nil {
        #expect(clock.days.last?.day == clock.due)
        let first = try #require(clock.days.first).day
        #expect(try #require(clock.due).days(since: first) == clock.days.count - 1)
      }
    }
  }
}
