import Glibc
import PlainText

// How long a person waits for the first rows of a long queue, and what many of them cost together.
extension CommandRun {
  /// Rows that count as the first screen.
  private static let firstRows = 50
  /// Starts timed: with fewer, other work on the host moves the median from run to run.
  private static let starts = 101

  /// Starts `list` as others would, in turns with the `sqlite3` shell asked for the same rows by an index, and
  /// then fifty of it at once.
  func benchStart(at path: String, cases: Int) throws(ShellFailure) {
    // Whoever opens it first writes the snapshot the others map.
    _ = try openJournal(at: path, asAt: nil, now: surroundings.clock)
    let list = ["list", "--data", path]
    let query = "select * from queue order by due, ref limit \(CommandRun.firstRows)"
    var peer: [String]?
    let program = findProgram("sqlite3") ?? ""
    let table = path + "/queue.db"
    if !program.isEmpty, runToEnd(program, [table, CommandRun.queueTable(cases)]) { peer = [table, query] }
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<CommandRun.starts {
      if let time = timeToRows("/proc/self/exe", list) { ours.append(time) }
      if let peer, let time = timeToRows(program, peer) { theirs.append(time) }
    }
    ours.sort()
    theirs.sort()
    guard !ours.isEmpty else { return }
    var figures = [
      JSONMember("bench", .string("start")), JSONMember("cases", .integer(cases)),
      JSONMember("starts", .integer(ours.count)),
      JSONMember("milliseconds", .number(rounded(ours[ours.count / 2]))),
      JSONMember("fastest", .number(rounded(ours[0]))),
      JSONMember("slowest", .number(rounded(ours[ours.count - 1]))),
    ]
    if !theirs.isEmpty {
      figures.append(JSONMember("sqlite3Milliseconds", .number(rounded(theirs[theirs.count / 2]))))
      figures.append(JSONMember("ratio", .number(rounded(ours[ours.count / 2] / theirs[theirs.count / 2]))))
    }
    output.json(.object(figures))
    benchTogether(list)
    output.flush()
  }

  /// What fifty processes hold that each have printed their first rows.
  private func benchTogether(_ list: [String]) {
    var held: [(child: pid_t, reading: Int32)] = []
    for _ in 0..<50 {
      guard let started = start("/proc/self/exe", list) else { break }
      _ = readRows(started.reading)
      held.append(started)
    }
    var own: [Double] = []
    var shares = 0.0
    for (child, _) in held {
      let memory = memory(of: child)
      own.append(memory.own)
      shares += memory.share
    }
    for (child, reading) in held { end(child, reading) }
    own.sort()
    guard !own.isEmpty else { return }
    output.json(
      .object([
        JSONMember("bench", .string("together")), JSONMember("processes", .integer(own.count)),
        JSONMember("privateMebibytes", .number(rounded(own[own.count / 2] / 1024))),
        JSONMember("allMebibytes", .number(rounded(shares / 1024))),
      ]))
  }

  private func rounded(_ figure: Double) -> Double { (figure * 1000).rounded() / 1000 }

  /// A table of as many cases with the index a queue would have.
  private static func queueTable(_ cases: Int) -> String {
    """
    create table queue(ref text, stage text, kind text, due integer, who text, person text, subject text);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < \(cases)) \
    insert into queue select printf('C26-%06d', i), '1A', 'complaint', 20000 + (i * 7919) % 400, 'bench', \
    'Resident ' || i, 'the boiler leaks again and nobody came since August for the back bedroom ' || i from n;
    create index byDue on queue(due, ref);
    """
  }

  /// Milliseconds from starting a program to its fiftieth line.
  private func timeToRows(_ program: String, _ words: [String]) -> Double? {
    let watch = BenchWatch()
    guard let (child, reading) = start(program, words) else { return nil }
    let rows = readRows(reading)
    let seconds = watch.seconds
    end(child, reading)
    return rows ? seconds * 1000 : nil
  }

  private func runToEnd(_ program: String, _ words: [String]) -> Bool {
    guard let child = spawn(program, words, input: -1, output: -1) else { return false }
    var status: Int32 = 0
    // unsafe: waitpid fills the one status it is given.
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  /// Starts a program whose output we read.
  private func start(_ program: String, _ words: [String]) -> (child: pid_t, reading: Int32)? {
    var ends: [Int32] = [-1, -1]
    // unsafe: pipe fills the two descriptors it is given; none of ours stays open in a child.
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(program, words, input: -1, output: ends[1])
    _ = close(ends[1])
    guard let child else {
      _ = close(ends[0])
      return nil
    }
    return (child, ends[0])
  }

  /// Reads until fifty lines are there; false where there are fewer.
  private func readRows(_ descriptor: Int32) -> Bool {
    var lines = 0
    var buffer = [UInt8](repeating: 0, count: 4096)
    while lines < CommandRun.firstRows {
      // unsafe: the buffer lives for the call and its length is given.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      lines += buffer[..<count].count { $0 == 0x0A }
    }
    return true
  }

  /// Closes the pipe, as a reader that has seen enough does, and waits for the program's end.
  private func end(_ child: pid_t, _ reading: Int32) {
    _ = close(reading)
    var status: Int32 = 0
    // unsafe: waitpid fills the one status it is given.
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// Kibibytes that are a process's own, and its share of all it uses; nothing where the system does not tell.
  private func memory(of child: pid_t) -> (own: Double, share: Double) {
    var own = 0.0
    var share = 0.0
    do throws(ShellFailure) {
      let text = String(decoding: try readFile("/proc/" + String(child) + "/smaps_rollup"), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count > 1, let number = Double(words[1]) else { continue }
        if words[0] == "Private_Clean:" || words[0] == "Private_Dirty:" { own += number }
        if words[0] == "Pss:" { share = number }
      }
    } catch {
      // A system without /proc: the figures are left at nothing.
      return (0, 0)
    }
    return (own, share)
  }
}
