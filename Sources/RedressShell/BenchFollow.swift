import CaseJournal
import Clocks
import Complaints
import Glibc

/// What one follower of the bench saw.
private struct FollowerSight {
  /// When each line was folded, in microseconds, by its number.
  var folded: [UInt64: Int64] = [:]
  /// Microseconds of processor time, bytes written and wakings while nothing was appended.
  var idle: [Int] = []
}

// How soon what one person records is in everybody else's view, and what waiting for it costs.
extension CommandRun {
  /// Seconds for which nothing is appended, at the end.
  private static let idleSeconds = 5

  /// Measures how soon N processes that follow as the desk does have folded what another one appends.
  ///
  /// Fifty lines a second, `--events` of them; a line's time runs from before its author asked for the lease.
  /// Then nothing is appended for a while, and what that costs a follower is measured.
  func benchFollow(_ followers: Int) throws(ShellFailure) {
    let events = try number("events", default: 150, in: 1...10_000)
    let path = try privateDirectory("redress-bench-")
    defer { removeDirectory(path) }
    guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
    let founding = Founding(
      landlord: "Bench", nation: .englandAndWales, profile: "manchester-2022", practice: true, service: false)
    let journal = try createJournal(
      at: path + "/journal", founding, staff: [founding.administrator(me)], by: me, now: surroundings.clock)
    var writer = JournalWriter(journal: journal, me: me, zone: zone)
    try writer.openCases()
    let last = journal.lastSeq + UInt64(events)
    var children: [pid_t] = []
    for index in 0..<followers {
      let words = [
        "bench", "--worker", "follow", "--data", path, "--start", "0", "--events", String(last),
        "--out", path + "/seen" + String(index),
      ]
      guard let child = spawn("/proc/self/exe", words, input: -1, output: -1) else {
        throw .storage("bench: a process could not be started")
      }
      children.append(child)
    }
    for index in 0..<followers { waitForFile(path + "/seen" + String(index) + ".ready") }
    var begun: [UInt64: Int64] = [:]
    let start = systemMoment().microseconds
    for turn in 0..<events {
      waitUntil(start + Int64(turn) * 20_000)
      let before = systemMoment().microseconds
      begun[try writer.append()] = before
    }
    for child in children { waitFor(child) }
    var sights: [FollowerSight] = []
    for index in 0..<followers { sights.append(try sight(path + "/seen" + String(index))) }
    say(sights, begun)
  }

  private func say(_ sights: [FollowerSight], _ begun: [UInt64: Int64]) {
    var all: [Double] = []
    var latest: [Double] = []
    var missed = 0
    for (seq, before) in begun {
      let times = sights.compactMap { $0.folded[seq] }.map { Double($0 - before) / 1000 }
      missed += sights.count - times.count
      all += times
      if let last = times.max() { latest.append(last) }
    }
    let each = WriterFigures(times: all)
    let idle = { (place: Int) in
      Double(sights.map { $0.idle.count > place ? $0.idle[place] : 0 }.max() ?? 0)
    }
    say(
      "follow",
      [
        ("followers", Double(sights.count)), ("events", Double(begun.count)), ("missed", Double(missed)),
        ("p50Milliseconds", each.quantile(0.5)), ("p99Milliseconds", each.quantile(0.99)),
        ("longestMilliseconds", all.max() ?? 0),
        ("lastFollowerP50Milliseconds", WriterFigures(times: latest).quantile(0.5)),
        ("idleSeconds", Double(CommandRun.idleSeconds)), ("idleProcessorMilliseconds", idle(0) / 1000),
        ("idleBytesWritten", idle(1)), ("idleWakings", idle(2)),
      ])
  }

  /// One of the followers: opens, waits, drains and catches up as the desk does.
  func benchFollower(_ path: String, _ out: String) throws(ShellFailure) {
    let last = UInt64(try number("events", default: 1, in: 1...1_000_000))
    let record = try openRecord(.reading, at: path + "/journal")
    let follower = record.journal.follow()
    var text = ""
    try writeFile(out + ".ready", "")
    var known = record.journal.lastSeq
    let giveUp = systemMoment().microseconds + 120 * 1_000_000
    while known < last, systemMoment().microseconds < giveUp {
      _ = waitForLines(follower, milliseconds: 1000)
      try record.catchUp()
      let now = systemMoment().microseconds
      while known < record.journal.lastSeq {
        known += 1
        text += String(known) + " " + String(now) + "\n"
      }
    }
    // What the last append left to be done is no idling.
    _ = waitForLines(follower, milliseconds: 500)
    try record.catchUp()
    let written = bytesWritten()
    let began = processorTime()
    let until = systemMoment().microseconds + Int64(CommandRun.idleSeconds) * 1_000_000
    var wakings = 0
    while true {
      let left = until - systemMoment().microseconds
      if left <= 0 { break }
      if waitForLines(follower, milliseconds: Int32(left / 1000) + 1) { wakings += 1 }
    }
    let spent = processorTime() - began
    text += "idle \(spent) \(bytesWritten() - written) \(wakings)\n"
    try writeFile(out, text)
  }

  /// Waits as the desk does; false when only the time was up.
  private func waitForLines(_ follower: JournalFollower?, milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: follower?.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
    // unsafe: poll reads and fills the one structure it is given.
    let count = unsafe poll(&waiting, follower == nil ? 0 : 1, follower == nil ? 250 : milliseconds)
    follower?.drain()
    return count != 0 || follower == nil
  }

  private func sight(_ file: String) throws(ShellFailure) -> FollowerSight {
    var sight = FollowerSight()
    for line in String(decoding: try readFile(file), as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "idle" {
        sight.idle = words.dropFirst().compactMap { Int($0) }
      } else if words.count == 2, let seq = UInt64(words[0]), let time = Int64(words[1]) {
        sight.folded[seq] = time
      }
    }
    return sight
  }

  /// Waits until somebody has made that file, half a minute at most.
  private func waitForFile(_ path: String) {
    // unsafe: the path is a C string for the call only.
    for _ in 0..<3000 where unsafe access(path, F_OK) != 0 { usleep(10_000) }
  }

  /// Writes a file of figures whole.
  func writeFile(_ path: String, _ text: String) throws(ShellFailure) {
    // unsafe: the path is a C string for the call only.
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(file: path, why: errorWords(errno)) }
    writeAll(Array(text.utf8), to: file)
    close(file)
  }
}

/// Microseconds of processor time this process has used.
private func processorTime() -> Int {
  var time = timespec()
  // unsafe: clock_gettime fills the structure it is given.
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
}

/// Bytes this process has handed to any `write`; 0 on a system that does not say.
private func bytesWritten() -> Int {
  do throws(ShellFailure) {
    for line in String(decoding: try readFile("/proc/self/io"), as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("wchar: ") {
      return Int(line.dropFirst(7)) ?? 0
    }
  } catch {
    return 0
  }
  return 0
}
