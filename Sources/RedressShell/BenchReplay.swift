import CaseJournal
import Clocks
import Complaints
import Glibc

// Reading a whole journal, in turns with what others need for the same bytes: a JSON parser (`--parser`, a
// program that prints `med_s=` for a file and a number of turns) and `openssl dgst -sha256`.
extension CommandRun {
  /// Opens the journal and verifies it some times over, and gives it as it was opened last.
  func benchReading(_ path: String, rounds: Int) throws(ShellFailure) -> CaseJournal {
    var replay = BenchSpread()
    var parser = BenchSpread()
    var verify = BenchSpread()
    var digest = BenchSpread()
    let peer = request.options["parser"]
    let openssl = findProgram("openssl")
    let whole = path + "/whole"
    var journal: CaseJournal? = try openJournal(
      at: path, asAt: nil, now: surroundings.clock, usesSnapshots: false)
    if peer != nil || openssl != nil { try joinSegments(path, journal?.segmentNames ?? [], into: whole) }
    // As a morning finds it: read back from the disk once, not as it lies in the cache line by line as written.
    for name in journal?.segmentNames ?? [] { readBack(path + "/journal/" + name) }
    readBack(whole)
    for _ in 0..<rounds {
      journal = nil
      let opening = BenchWatch()
      journal = try openJournal(at: path, asAt: nil, now: surroundings.clock, usesSnapshots: false)
      replay.take(opening.seconds)
      if let peer, let seconds = runPeer(peer, [whole, "1"]).flatMap({ medianSaid($0.said) }) {
        parser.take(seconds)
      }
      let proving = BenchWatch()
      do {
        var options = JournalOptions(zone: zone, now: surroundings.clock)
        options.provesBeside = true
        let report = try CaseJournal.verify(at: path, options)
        guard report.isGood else { throw ShellFailure.storage("bench: its own journal does not verify") }
      } catch let failure as JournalFailure {
        throw ShellFailure(failure)
      } catch let failure as ShellFailure {
        throw failure
      } catch {
        throw ShellFailure.storage("bench: \(error)")
      }
      verify.take(proving.seconds)
      if let openssl, let run = runPeer(openssl, ["dgst", "-sha256", whole]) { digest.take(run.seconds) }
    }
    guard let journal else { throw ShellFailure.storage("bench: no rounds") }
    let lines = Double(journal.replayed.lines)
    var figures = [
      ("lines", lines), ("slowLines", Double(journal.replayed.slowLines)), ("rounds", Double(rounds)),
      ("eventsPerSecond", lines / replay.median),
      ("megabytesPerSecond", Double(journal.replayed.bytes) / 1_000_000 / replay.median),
    ]
    figures += replay.figures("replay")
    if !parser.times.isEmpty {
      figures += parser.figures("parser") + [("timesTheParser", replay.median / parser.median)]
    }
    say("replay", figures)
    figures = verify.figures("verify")
    if !digest.times.isEmpty {
      figures += digest.figures("openssl") + [("timesOpenssl", verify.median / digest.median)]
    }
    say("verify", figures)
    return journal
  }

  /// Has the system forget a file's bytes and read them again.
  private func readBack(_ path: String) {
    // unsafe: the path is a C string for the call only.
    let file = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    fsync(file)
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    var room = [UInt8](repeating: 0, count: 1 << 20)
    // unsafe: the call fills no more than the array holds.
    while unsafe read(file, &room, room.count) > 0 {}
  }

  /// The figure behind `med_s=`.
  private func medianSaid(_ text: String) -> Double? {
    for word in text.split(whereSeparator: \.isWhitespace) where word.hasPrefix("med_s=") {
      return Double(word.dropFirst(6))
    }
    return nil
  }

  /// Writes all segments, one behind the other, into one file for a peer.
  private func joinSegments(
    _ path: String, _ names: [String], into whole: String
  ) throws(ShellFailure) {
    // unsafe: the path is a C string for the call only.
    let file = unsafe open(whole, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(file: whole, why: errorWords(errno)) }
    defer { close(file) }
    for name in names {
      writeAll(try readFile(path + "/journal/" + name), to: file)
    }
  }
}
