import Clocks
import Foundation
import Glibc

/// Asks `aspell` or `hunspell`, where one is installed, which words of a text it does not know; silent without.
///
/// Both speak ispell's protocol. Words that begin with a capital are names more often than mistakes and are left out.
struct SpellCheck {
  private let words: [String]

  /// Nil where neither is installed.
  init?() {
    if let aspell = programOnPath("aspell") {
      words = [aspell, "-a", "--lang=en_GB", "--encoding=utf-8"]
    } else if let hunspell = programOnPath("hunspell") {
      words = [hunspell, "-a", "-i", "utf-8", "-d", "en_GB"]
    } else {
      return nil
    }
  }

  /// The unknown words in their order, at most eight; none where the program says nothing within a second.
  func unknown(in text: String) -> [String] {
    // A pipe takes this much without waiting for its reader.
    let lines = text.split(whereSeparator: \.isNewline).map { "^" + $0 + "\n" }.joined()
    let bytes = Array(lines.utf8.prefix(48 * 1024))
    guard !bytes.isEmpty, let input = Pipe.make(), let output = Pipe.make() else { return [] }
    writeAll(bytes, to: input.writing)
    // unsafe: the path is a C string for the call only.
    let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    let child = ChildProcess(words, files: [(0, input.reading), (1, output.writing), (2, nowhere)])
    for end in [input.reading, input.writing, output.writing, nowhere] { close(end) }
    defer { close(output.reading) }
    guard let child else { return [] }
    let said = read(output.reading)
    if child.state() == .running {
      kill(child.id, SIGKILL)
      _ = waitpid(child.id, nil, 0)
    }
    return SpellCheck.unknown(said: said)
  }

  /// The words ispell's answer calls unknown: lines `& word …` and `# word …`.
  static func unknown(said: String) -> [String] {
    var found: [String] = []
    for line in said.split(whereSeparator: \.isNewline) where line.hasPrefix("& ") || line.hasPrefix("# ") {
      let word = String(line.dropFirst(2).prefix { $0 != " " })
      // Dictionaries of English lack café and the words of other tongues; a slip has plain letters.
      guard word.first?.isLowercase ?? false, word.utf8.allSatisfy({ $0 < 0x80 }), !found.contains(word)
      else {
        continue
      }
      found.append(word)
    }
    return Array(found.prefix(8))
  }

  private func read(_ end: Int32) -> String {
    var said: [UInt8] = []
    let began = systemMoment().microseconds
    while said.count < 1 << 20 {
      let left = 1_000 - Int32(clamping: (systemMoment().microseconds - began) / 1_000)
      var polled = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      // unsafe: one entry, written during the call.
      guard left > 0, unsafe poll(&polled, 1, left) > 0 else { break }
      let part = readSome(end)
      if part.isEmpty { break }
      said += part
    }
    return String(decoding: said, as: UTF8.self)
  }
}

/// The two ends of a pipe, closed in any program started from here.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  static func make() -> Pipe? {
    var ends: [Int32] = [-1, -1]
    // unsafe: pipe fills the two numbers.
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(reading: ends[0], writing: ends[1])
  }
}
