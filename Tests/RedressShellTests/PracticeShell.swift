import Clocks
import Foundation
@testable import RedressShell

/// The program run in-process on a real journal in a temporary folder, at a time of the test's choosing.
final class PracticeShell {
  struct Answer: Equatable {
    var status: Int32
    var out: String
    var err: String
    var lines: [String] {
      out.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  let data: String
  var now = "2026-11-20T09:00:00Z"
  var account = "asmith"
  /// Whether it runs on a terminal, where the input is what a person types.
  var onTerminal = false
  /// What happens elsewhere while a person reads a question.
  var meanwhile: (() -> Void)?

  /// A folder for a journal, and unless told otherwise a practice journal in it.
  init(founded: Bool = true) {
    data = FileManager.default.temporaryDirectory.path + "/redress-test-" + UUID().uuidString
    if founded {
      _ = run(
        "init", "--landlord", "Northern Homes", "--nation", "england-and-wales", "--profile",
        "manchester-2022", "--practice")
      _ = run(
        "staff", "amira", "name=Amira Hussain", "roles=investigator,reviewer", "team=North",
        "phone=0161 496 0101", "email=amira@example.org")
      _ = run(
        "staff", "okafor", "name=Chidi Okafor", "roles=reviewer", "phone=0161 496 0102",
        "email=okafor@example.org")
      _ = run("staff", "patel", "name=Meera Patel", "roles=handler")
    }
  }

  deinit {
    let files = FileManager.default
    if let kept = ProcessInfo.processInfo.environment["REDRESS_KEEP_JOURNALS"] {
      // For the verifier that shares no code with the program; a test without a journal has none to move.
      do { try files.moveItem(atPath: data, toPath: kept + "/shell-" + UUID().uuidString) } catch { return }
      return
    }
    do { try files.removeItem(atPath: data) } catch { return }
  }

  @discardableResult
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) -> Answer {
    run(arguments, input: input, environment: environment)
  }

  /// One contact of a damp bedroom, as a triaged complaint: C26-000001.
  func openComplaint() {
    _ = run("intake", input: PracticeShell.damp + "\n")
  }

  static let damp = """
    {"channel":"phone","received":"2026-11-16","narrative":"Damp in the back bedroom, reported twice.",\
    "person":{"name":"Siân Hussain","phone":"0161 555 0101"},\
    "property":{"address":"14 Rochdale Rd","postcode":"M9 1AA"},"answers":{"reported-before":true}}
    """
}

extension PracticeShell {
  /// The same with the words in a list.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) -> Answer {
    run(arguments, input: input, environment: environment) { _ in }
  }

  /// What `follow` tells somebody of what happens once they follow.
  func follow(as name: String, _ happens: @escaping () -> Void) -> Answer {
    run(["follow", "--as", name], input: "", environment: [:]) { surroundings in
      var rounds = 0
      surroundings.keepsFollowing = {
        rounds += 1
        if rounds == 1 { happens() }
        return rounds == 1
      }
    }
  }

  private func run(
    _ arguments: [String], input: String, environment: [String: String],
    _ set: (inout Surroundings) -> Void
  ) -> Answer {
    var given = ["REDRESS_DATA": data, "REDRESS_NOW": now]
    given.merge(environment) { $1 }
    let out = Captured()
    var left = Array(input.utf8)
    var surroundings = Surroundings(
      arguments: arguments, environment: given, account: account,
      home: data + "/home", clock: { Moment(seconds: 1_795_000_000) },
      read: {
        self.meanwhile?()
        defer { left = [] }
        return left
      }, write: { out.out += $0 }, writeError: { out.err += $0 })
    surroundings.inputIsTerminal = onTerminal
    surroundings.outputIsTerminal = onTerminal
    set(&surroundings)
    let status = RedressShell.run(surroundings)
    return Answer(
      status: status, out: String(decoding: out.out, as: UTF8.self),
      err: String(decoding: out.err, as: UTF8.self))
  }

  private final class Captured {
    var out: [UInt8] = []
    var err: [UInt8] = []
  }
}
