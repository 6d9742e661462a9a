import Foundation

/// A story as a script of commands with the exact output of each.
///
/// `@ 2026-03-02T09:00:00Z` sets the clock, `$ hana: act 1 note text='…'` runs a command as somebody, `< {…}`
/// right under it is what it reads, and every other line up to the next command is what it must print;
/// `exit 1` last of all where it is refused. `#` begins a remark.
struct ScenarioScript {
  struct Command {
    var time: String
    var by: String
    var words: [String]
    var input = ""
    var printed: [String] = []
    /// The lines of the script up to and with the command, kept when outputs are written anew.
    var source: [String]
  }

  private(set) var commands: [Command] = []

  init(_ text: String) {
    var time = ""
    var waiting: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("@ ") {
        time = String(line.dropFirst(2))
        waiting.append(line)
      } else if line.hasPrefix("#") || line.isEmpty {
        waiting.append(line)
      } else if line.hasPrefix("$ ") {
        let (by, words) = ScenarioScript.read(String(line.dropFirst(2)))
        commands.append(Command(time: time, by: by, words: words, source: waiting + [line]))
        waiting = []
      } else if line.hasPrefix("< "), !commands.isEmpty {
        commands[commands.count - 1].input += line.dropFirst(2) + "\n"
        commands[commands.count - 1].source.append(line)
      } else if !commands.isEmpty {
        commands[commands.count - 1].printed.append(line)
      }
    }
  }

  /// Runs every command on a practice journal and gives the script with what was printed.
  func played() -> String {
    let shell = PracticeShell(founded: false)
    var lines: [String] = []
    for command in commands {
      shell.now = command.time
      var words = command.words
      if command.by != shell.account { words += ["--as", command.by] }
      let answer = shell.run(words, input: command.input)
      lines += command.source
      lines += ScenarioScript.lines(answer.out + answer.err).map { line in
        ScenarioScript.settled(line.replacingOccurrences(of: shell.data, with: "DATA"))
      }
      if answer.status != 0 { lines.append("exit \(answer.status)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line without what differs from run to run: the head of the chain and its length, which salts make.
  private static func settled(_ line: String) -> String {
    if line.hasPrefix("head ") { return "head …" }
    guard line.hasPrefix("good: "), let comma = line.firstIndex(of: ",") else { return line }
    return String(line[..<comma]) + ", …"
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// `hana: act 1 note text='two words'` as who and what.
  private static func read(_ line: String) -> (String, [String]) {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var began = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
        began = true
      } else if character == " ", !isQuoted {
        if began { words.append(word) }
        word = ""
        began = false
      } else {
        word.append(character)
        began = true
      }
    }
    if began { words.append(word) }
    guard let first = words.first, first.hasSuffix(":") else { return ("asmith", words) }
    return (String(first.dropLast()), Array(words.dropFirst()))
  }
}
