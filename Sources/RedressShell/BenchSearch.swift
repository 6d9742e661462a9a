import CaseJournal
import Complaints
import Glibc
import PlainText

extension CommandRun {
  /// `bench --narratives N`: search through that many folded narratives, in turns with `rg` on the same text.
  func benchSearch(_ count: Int) throws(ShellFailure) {
    let rounds = try number("rounds", default: 5, in: 1...99)
    let path = try privateDirectory("redress-bench-")
    defer { removeDirectory(path) }
    let file = path + "/narratives"
    let arena = try narratives(count, into: file)
    let all = (0..<UInt32(count)).map { $0 }
    let rg = findProgram("rg")
    for needle in ["appointment", "Zwergspitz", "absent from all", "ea", "back bedroom", "josé"] {
      var ours = BenchSpread()
      var plain = BenchSpread()
      var folded = BenchSpread()
      var found = 0
      var foundThere = 0.0
      let wanted = fold(needle)
      for _ in 0..<rounds {
        let watch = BenchWatch()
        found = arena.filter(all, needles: [wanted]).count
        ours.take(watch.seconds)
        guard let rg else { continue }
        if let run = runPeer(rg, ["-c", "--no-config", "-F", needle, file]) { plain.take(run.seconds) }
        if let run = runPeer(rg, ["-c", "--no-config", "-i", "-F", needle, file]) {
          folded.take(run.seconds)
          foundThere = Double(run.said.split(whereSeparator: \.isWhitespace).first ?? "0") ?? 0
        }
      }
      var figures = [("found", Double(found))] + ours.figures("search")
      if rg != nil {
        figures += [("foundByRg", foundThere)] + plain.figures("rg") + folded.figures("rgIgnoringCase")
        figures += [
          ("timesRg", ours.median / plain.median), ("timesRgIgnoringCase", ours.median / folded.median),
        ]
      }
      say("search", query: needle, figures)
    }
  }

  /// Invents narratives, one line each, written to a file and folded for search.
  private func narratives(_ count: Int, into file: String) throws(ShellFailure) -> SearchArena {
    // unsafe: the path is a C string for the call only.
    let output = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .unreadable(file: file, why: errorWords(errno)) }
    defer { close(output) }
    var texts = BenchTexts(seed: 1)
    var arena = SearchArena()
    arena.finder = ByteSearch.finder
    arena.reserve(bytes: count * 210, cases: count)
    var lines: [UInt8] = []
    for index in 0..<count {
      var text = texts.line(20 + texts.chance.below(30))
      if index % 1000 == 500 { text += " Zwergspitz" }
      arena.begin(index)
      arena.add(.narrative, folded: fold(text))
      arena.end()
      lines += Array(text.utf8)
      lines.append(0x0A)
      if lines.count > 1 << 20 {
        writeAll(lines, to: output)
        lines.removeAll(keepingCapacity: true)
      }
    }
    writeAll(lines, to: output)
    return arena
  }
}
