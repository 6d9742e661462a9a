import Clocks
import Complaints
import Glibc
import PlainText

/// What one writer of the bench measured.
struct WriterFigures {
  /// Seconds each append took, sync included.
  var times: [Double]

  func quantile(_ share: Double) -> Double {
    guard !times.isEmpty else { return 0 }
    let sorted = times.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

/// What all writers of a round measured together.
struct WriterSummary {
  let perSecond: Double
  /// Of the process in the middle: half of its appends, and all but a hundredth, took no longer.
  let middle: Double
  let tail: Double
  let longest: Double
  /// Jain's index: 1 where everybody got as much.
  let fairness: Double

  init(_ figures: [WriterFigures], _ seconds: Int) {
    let counts = figures.map { Double($0.times.count) }
    let sum = counts.reduce(0, +)
    let squares = counts.reduce(0) { $0 + $1 * $1 }
    perSecond = sum / Double(seconds)
    middle = figures.map { $0.quantile(0.5) }.sorted()[figures.count / 2]
    tail = figures.map { $0.quantile(0.99) }.sorted()[figures.count / 2]
    longest = figures.flatMap(\.times).max() ?? 0
    fairness = squares > 0 ? sum * sum / (Double(figures.count) * squares) : 0
  }
}

/// Our figures over the peer's, round by round.
private struct WriterRatios {
  private var perSecond = BenchSpread()
  private var tail = BenchSpread()
  private var fairness = BenchSpread()

  mutating func take(_ ours: WriterSummary, _ theirs: WriterSummary) {
    perSecond.take(ours.perSecond / theirs.perSecond)
    tail.take(ours.tail / theirs.tail)
    fairness.take(ours.fairness)
  }

  func figures(_ writers: Int) -> [(String, Double)] {
    [
      ("writers", Double(writers)), ("timesAppendsPerSecond", perSecond.median),
      ("timesAppendsLeast", perSecond.least), ("timesAppendsMost", perSecond.most),
      ("timesP99", tail.median), ("fairness", fairness.median),
    ]
  }
}

extension CommandRun {
  /// `bench --writers N`: that many processes append to one journal for some seconds, each line synced; then
  /// the same through SQLite (WAL, synchronous=FULL) on the same disk: by the program `--peer` names, else by
  /// `sqlite3` where it is installed.
  func benchWriters(_ writers: Int) throws(ShellFailure) {
    let seconds = try number("seconds", default: 3, in: 1...600)
    let rounds = try number("rounds", default: 1, in: 1...99)
    let path = try privateDirectory("redress-bench-")
    defer { removeDirectory(path) }
    guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
    let founding = Founding(
      landlord: "Bench", nation: .englandAndWales, profile: "manchester-2022", practice: true, service: false)
    let journal = path + "/journal"
    let begun = try createJournal(
      at: journal, founding, staff: [founding.administrator(me)], by: me, now: surroundings.clock)
    try JournalWriter(journal: begun, me: me, zone: zone).openCases()
    let shell = findProgram("sqlite3")
    let library = request.options["peer"]
    var ratios = WriterRatios()
    // In turns, so that a noisy machine is noisy for both.
    for round in 0..<rounds {
      let ours = try run("journal", writers, seconds, in: path, "")
      say("journal", writers, seconds, ours)
      if let library {
        let theirs = try libraryWriters(library, writers, seconds, path + "/peer" + String(round) + ".db")
        say("sqlite", writers, seconds, theirs)
        ratios.take(WriterSummary(ours, seconds), WriterSummary(theirs, seconds))
      } else if let shell {
        say("sqlite3", writers, seconds, try run("sqlite", writers, seconds, in: path, shell))
      }
    }
    if library != nil { say("writersCompared", ratios.figures(writers)) }
  }

  /// The same by a program that appends through SQLite's library: it is told the database, its number, when to
  /// begin and for how long, and a file for its times.
  private func libraryWriters(
    _ program: String, _ writers: Int, _ seconds: Int, _ database: String
  ) throws(ShellFailure) -> [WriterFigures] {
    guard runPeer(program, [database, "init"]) != nil else { throw .storage("bench: no peer") }
    let start = BenchWatch.now() + 0.3 + Double(writers) * 0.04
    var children: [pid_t] = []
    for index in 0..<writers {
      let words = [
        database, String(index), String(Int(start * 1e9)), String(seconds * 1_000_000_000), "0",
        database + ".times" + String(index), "FULL",
      ]
      guard let child = spawn(program, words, input: -1, output: -1) else {
        throw .storage("bench: the peer could not be started")
      }
      children.append(child)
    }
    for child in children { waitFor(child) }
    var figures: [WriterFigures] = []
    for index in 0..<writers {
      let bytes = try readFile(database + ".times" + String(index))
      var times: [Double] = []
      // Tenths of microseconds as words of four bytes, the last of them nothing.
      for at in stride(from: 0, to: bytes.count - 7, by: 4) {
        var tenths = 0
        for byte in 0..<4 { tenths |= Int(bytes[at + byte]) << (8 * byte) }
        times.append(Double(tenths) / 1e7)
      }
      figures.append(WriterFigures(times: times))
    }
    return figures
  }

  /// Starts the writers, waits for them and reads what they measured.
  private func run(
    _ kind: String, _ writers: Int, _ seconds: Int, in path: String, _ peer: String
  ) throws(ShellFailure) -> [WriterFigures] {
    // Begun together, once all of them are up.
    let start = systemMoment().adding(microseconds: Int64(300_000 + writers * 40_000))
    var children: [pid_t] = []
    for index in 0..<writers {
      let words = [
        "bench", "--worker", kind, "--data", path, "--start", String(start.microseconds), "--seconds",
        String(seconds), "--out", path + "/figures" + String(index), "--peer", peer,
      ]
      guard let child = spawn("/proc/self/exe", words, input: -1, output: -1) else {
        throw .storage("bench: a process could not be started")
      }
      children.append(child)
    }
    for child in children { waitFor(child) }
    var figures: [WriterFigures] = []
    for index in 0..<writers {
      let text = String(decoding: try readFile(path + "/figures" + String(index)), as: UTF8.self)
      figures.append(
        WriterFigures(times: text.split(separator: "\n").compactMap { Int($0) }.map { Double($0) / 1e6 }))
    }
    return figures
  }

  private func say(_ kind: String, _ writers: Int, _ seconds: Int, _ figures: [WriterFigures]) {
    let summary = WriterSummary(figures, seconds)
    var members = [JSONMember("bench", .string("writers")), JSONMember("store", .string(kind))]
    for (name, figure) in [
      ("writers", Double(writers)), ("appendsPerSecond", summary.perSecond),
      ("p50Milliseconds", summary.middle * 1000),
      ("p99MillisecondsOfTheMedianProcess", summary.tail * 1000),
      ("longestMilliseconds", summary.longest * 1000), ("fairness", summary.fairness),
    ] {
      members.append(JSONMember(name, .number((figure * 1000).rounded() / 1000)))
    }
    output.json(.object(members))
    output.flush()
  }
}
