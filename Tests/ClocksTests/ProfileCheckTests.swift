import Clocks
import SettingsFiles
import Testing

@Suite struct `How a policy stands to the Code` {
  func findings(_ name: String) throws -> [String] {
    let code = try #require(try embeddedProfile("code-2024"))
    let profile = try #require(try embeddedProfile(name))
    return checkProfile(profile, against: code, on: try day("2026-11-22")).map { finding in
      "\(finding.kind.rawValue): \(finding.what) [\(finding.clause?.place ?? "-") / \(finding.provision.place)]"
    }
  }

  @Test func `the Code has nothing to find against itself`() throws {
    #expect(try findings("code-2024").filter { !$0.hasPrefix("silent: the policy does not say") } == [])
  }

  /// Policy, and findings it must give.
  @Test(arguments: [
    (
      "manchester-2022",
      [
        "looser: an extension at stage 1 is without a cap; the Code's is 10 working days without good reason [Stage 1 – Investigation, item 3 / 6.4]",
        "silent: stage2.window: \"days\" without saying working or calendar days [Stage 2 – Review, paragraph 1 / 6.10]",
        "silent: stage1.acknowledge: the policy does not say from when it counts [Stage 1 – Investigation, item 1 / 6.2]",
        "looser: a step before stage 1 (an informal attempt before the complaint is logged) is an extra stage under another name [Complaints Procedure and Guidance, Stage 1 / 5.2]",
        "outdated: as the policy prints it, the address of Housing Ombudsman Service is PO Box 152, Liverpool, L33 7WQ; since 2026-01-13 it is PO Box 1484, Unit D, Preston PR2 0ET [Independent Review – Housing Ombudsman / 3.7]",
        "outdated: as the policy prints it, Housing Ombudsman Service is given an e-mail address; since 2026-01-13 it takes no new cases by e-mail [Independent Review – Housing Ombudsman / 3.7]",
        "looser: a matter is declined when it is or was subject to legal proceedings; the Code waits for a claim that is filed [Exclusions, item 1 / 2.2]",
        "silent: no look-back is named; the Code's is twelve months at least [- / 2.3]",
        "stricter: the response at stage 2 takes 10 working days; the Code allows 20 working days [Stage 2 – Review, item 2 / 6.14]",
        "stricter: the response at stage 1 counts from the request itself; the Code's 10 working days count from the acknowledgement [Stage 1 – Investigation, item 2 / 6.3]",
        "silent: the notice of an extension at stage 1 does not owe the Ombudsman's details [Stage 1 – Investigation, item 3 / 6.5]",
      ]
    ),
    (
      "north-warwickshire-2024",
      [
        "silent: no limit for the acknowledgement at stage 2; the Code's is 5 working days [- / 6.11]",
        "outdated: as the policy prints it, the postcode L33 7W of Housing Ombudsman Service is malformed [Housing Ombudsman / 3.7]",
        "stricter: an extension at stage 2 is at most 10 working days; the Code allows 20 working days [Stage 2 Review of Decision, paragraph 2 / 6.15]",
      ]
    ),
    (
      "association-ho-pmo",
      [
        "looser: a reason is demanded of whoever asks for the next stage [Stage two / 6.12]",
        "outdated: as the policy prints it, Housing Ombudsman Service is given 2 postcodes: L33 7WQ, E14 9GE [Going to the Housing Ombudsman / 3.7]",
        "stricter: the acknowledgement at stage 1 takes 2 working days; the Code allows 5 working days [Stage one / 6.2]",
        "silent: no limit for the acknowledgement at stage 2; the Code's is 5 working days [- / 6.11]",
        "stricter: the policy knows no extension at stage 1; the Code allows 10 working days [- / 6.4]",
      ]
    ),
    (
      "medway-2022",
      [
        "outdated: the policy was to be reviewed by 2024-09-30 [next review / 8.3]",
        "looser: the landlord may decide not to escalate; the Code wants a valid reason of its exclusions [5.10.2 / 5.11]",
        "silent: stage1.respond.extended: \"days\" without saying working or calendar days [5.6.3 / 6.4]",
        "silent: the policy does not say that stage 2 is decided by somebody else [- / 6.13]",
        "silent: the policy does not say who may not decide stage 1 because of a conflict of interest [- / 5.8]",
        "silent: a restriction has no day by which it is reviewed [5.10.4 to 5.10.6 / 5.14]",
        "outdated: as the policy prints it, the address of Financial Ombudsman Service is Exchange Tower, Harbour Exchange Square, London E14 9GE; as of 2024-11-20 it is Exchange Tower, Harbour Exchange Square, London E14 9SR [5.1.6.5.2 and 5.1.6.5.3 / 3.7]",
      ]
    ),
    (
      "council-feedback",
      [
        "looser: an extension at stage 2 is without a cap; the Code's is 20 working days without good reason [Questions and answers, stage 2 response / 6.15]",
        "silent: the notice of an extension at stage 1 does not owe the reason [Questions and answers, stage 1 response / 6.4]",
        "silent: the policy does not say that no reason is needed for the next stage [- / 6.12]",
        "silent: the look-back: the policy does not say how long [Questions and answers, what cannot be considered, item 1 / 2.3]",
        "silent: nothing is said of unacceptable behaviour and how contact is restricted [- / 5.14]",
      ]
    ),
  ])
  func `the findings of each policy`(_ name: String, _ expected: [String]) throws {
    let found = try findings(name)
    for line in expected { #expect(found.contains(line), "\(found.joined(separator: "\n"))") }
  }

  /// A change to the every-shape profile and what the check must then say.
  @Test(arguments: [
    ("\"accepted\": true", "\"accepted\": false", "looser: complaints without a name are refused as such"),
    (
      "\"test\": \"age\", \"within\": 12", "\"test\": \"age\", \"within\": 6",
      "looser: complaints older than 6 months are declined; the Code's look-back is twelve months"
    ),
    ("\"profile\"", "\"profile\"", "looser: the policy has 4 stages; the Code has two and never more"),
    (
      "\"profile\"", "\"profile\"",
      "looser: the acknowledgement at stage 1 counts from logged, the Code's from receipt"
    ),
    (
      "\"profile\"", "\"profile\"",
      "looser: past 36 months no discretion is left; the Code has it considered each time"
    ),
  ])
  func `what makes a profile looser is found`(_ right: String, _ wrong: String, _ says: String) throws {
    let text = try #require(embeddedProfileText("every-shape")).replacing(
      right, with: wrong, maxReplacements: 1)
    let code = try #require(try embeddedProfile("code-2024"))
    let profile = try parseProfile(text, file: "mine.json")
    let found = checkProfile(profile, against: code, on: try day("2026-11-22"))
    #expect(found.contains { "\($0.kind.rawValue): \($0.what)" == says })
  }
}
