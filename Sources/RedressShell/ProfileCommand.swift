import CaseDocuments
import Clocks
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
    var rows: [[String]] = []
    for name in shippedProfileNames {
      let profile = try shippedProfile(name)
      if json {
        output.json(
          record([
            "profile": .string(profile.name), "title": .string(profile.title),
            "owner": .string(profile.owner),
            "published": .unlessEmpty(profile.published),
            "nextReview": profile.nextReview.map { .string($0.description) },
            "stages": .integer(profile.stages.count), "version": .string(profile.version),
          ]))
      } else {
        rows.append([
          profile.name, String(profile.stages.count) + " stages", profile.published, visible(profile.title),
        ])
      }
    }
    table(rows)
  }

  private func shippedProfile(_ name: String) throws(ShellFailure) -> LandlordProfile {
    let profile: LandlordProfile?
    do {
      profile = try embeddedProfile(name)
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
    guard let profile else { throw .unknownProfile(name, known: shippedProfileNames) }
    return profile
  }

  private func showProfile(_ name: String) throws(ShellFailure) {
    let profile = try shippedProfile(name)
    if json, let text = embeddedProfileText(name) {
      output.json(try jsonObject(Array(text.utf8)))
      return
    }
    output.line(visible(profile.name) + "  " + visible(profile.title))
    output.line(
      "owner " + visible(profile.owner) + ", published " + visible(profile.published) + ", version "
        + visible(profile.version))
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
}
