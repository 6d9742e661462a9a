import CaseDocuments
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `profile list`, `show P`, `check FILE` and `adopt FILE`.
  func profile() throws(ShellFailure) {
    switch request.words[0] {
    case "list": try listProfiles()
    case "show":
      guard request.words.count == 2 else { throw .tooFewWords("profile") }
      try showProfile(request.words[1])
    case "check":
      guard request.words.count == 2 else { throw .tooFewWords("profile") }
      try checkProfileFile(request.words[1])
    case "adopt":
      guard request.words.count == 2 else { throw .tooFewWords("profile") }
      try adoptProfile(request.words[1])
    case let other: throw .badValue("profile", other, allowed: "list, show, check or adopt")
    }
  }

  private func listProfiles() throws(ShellFailure) {
    let rules = try knownRules()
    var rows: [[String]] = []
    for name in rules.names {
      let profile = try rules.profile(name)
      let adopted = rules.adoptions(of: name).last?.day(zone)
      if json {
        output.json(
          record([
            "profile": .string(profile.name), "title": .string(profile.title),
            "owner": .string(profile.owner),
            "published": .unlessEmpty(profile.published),
            "nextReview": profile.nextReview.map { .string($0.description) },
            "stages": .integer(profile.stages.count), "version": .string(profile.version),
            "adopted": adopted.map { .string($0.description) },
          ]))
      } else {
        rows.append([
          profile.name, String(profile.stages.count) + " stages", profile.published,
          adopted.map { "adopted " + DaysInWords.full($0) } ?? "shipped", visible(profile.title),
        ])
      }
    }
    table(rows)
  }

  private func showProfile(_ name: String) throws(ShellFailure) {
    let rules = try knownRules()
    let profile = try rules.profile(name)
    if json, let text = rules.text(name) {
      output.json(try jsonObject(Array(text.utf8)))
      return
    }
    output.line(visible(profile.name) + "  " + visible(profile.title))
    output.line(
      "owner " + visible(profile.owner) + ", published " + visible(profile.published) + ", version "
        + visible(profile.version))
    try tellAdoptions(rules.adoptions(of: name))
    for stage in profile.stages {
      output.line()
      output.line("stage " + String(stage.stage) + "  " + visible(stage.name))
      var rows: [[String]] = []
      func add(_ step: String, _ rule: ClockRule) {
        rows.append([
          "  " + step, String(rule.length) + " " + rule.unit.rawValue + " from " + rule.start.rawValue,
          rule.reading.word, visible(rule.clause.text) + (rule.readingReason == nil ? "" : " (reading)"),
        ])
      }
      for clock in stage.rules { add(clock.name == "window" ? "ask for it" : clock.name, clock.rule) }
      table(rows)
      output.line(
        "  decides: " + visible(stage.decider.post) + " (" + visible(stage.decider.clause.text) + ")")
    }
  }
  /// The editions the journal adopted, newest first; each binds the stages that begin under it.
  private func tellAdoptions(_ adoptions: [Adoption]) throws(ShellFailure) {
    guard let newest = adoptions.last else {
      return output.line("shipped with the program, not adopted here")
    }
    output.line("adopted " + DaysInWords.full(newest.day(zone)))
    for earlier in adoptions.dropLast().reversed() {
      do {
        let profile = try parseProfile(earlier.text.text, file: earlier.text.name)
        output.line(
          "before that " + visible(profile.version) + ", adopted " + DaysInWords.full(earlier.day(zone)))
      } catch {
        throw .badProfile(dataFileSentence(error))
      }
    }
  }
}
