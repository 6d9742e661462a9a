import Complaints
import Foundation
import Testing

@testable import RedressShell

/// Completion scripts and the manual page come from the tables the program itself runs by.
@Suite struct CompletionTests {
  private func said(_ words: String...) -> String { PracticeShell(founded: false).run(words).out }

  @Test(arguments: CompletionShell.allCases)
  func `every command, option and action is offered`(_ shell: CompletionShell) {
    let script = said("completions", shell.rawValue)
    for spec in CommandTable.all where spec.casual {
      #expect(script.contains(spec.name))
      for option in spec.options + spec.flags {
        #expect(script.contains(shell == .fish ? " -l " + option : "--" + option), "\(spec.name) \(option)")
      }
    }
    for action in ActionCatalogue.all { #expect(script.contains(action.name.rawValue)) }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func `in bash a command, an action and a profile complete as typed`() throws {
    func offered(_ words: [String]) throws -> [String] {
      let script =
        said("completions", "bash") + """

          COMP_WORDS=(\(words.map { "'" + $0 + "'" }.joined(separator: " ")))
          COMP_CWORD=\(words.count - 1)
          _redress
          printf '%s\\n' "${COMPREPLY[@]}"
          """
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", script]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let out = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: out, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    #expect(try offered(["redress", "time"]) == ["timeline"])
    #expect(try offered(["redress", "act", "42", "ackn"]) == ["acknowledge"])
    #expect(try offered(["redress", "clocks", "--profile", "medw"]) == ["medway-2022"])
    #expect(try offered(["redress", "verify", "--s"]) == ["--since"])
  }

  @Test func `the manual page has every command and action, and no line roff would take for a request`() {
    let page = said("man")
    for spec in CommandTable.all where spec.casual {
      #expect(page.contains("\\fB" + spec.name.replacing("-", with: "\\-") + "\\fR"))
    }
    for action in ActionCatalogue.all {
      #expect(page.contains("\\fB" + action.name.rawValue.replacing("-", with: "\\-") + "\\fR"))
    }
    let requests: Set<Substring> = [".TH", ".SH", ".B", ".br", ".TP", ".nf", ".fi"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }
}
