import Glibc
import PlainText

/// Seconds since it was made, by the clock that is never set.
struct BenchWatch {
  private let began = BenchWatch.now()
  var seconds: Double { BenchWatch.now() - began }

  /// The reading itself, in seconds.
  static func now() -> Double {
    var time = timespec()
    // unsafe: clock_gettime fills the structure it is given.
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}

/// One thing measured several times: on a noisy machine only the middle and the least say much.
struct BenchSpread {
  private(set) var times: [Double] = []

  mutating func take(_ seconds: Double) { times.append(seconds) }

  private var sorted: [Double] { times.sorted() }
  var median: Double { times.isEmpty ? 0 : sorted[times.count / 2] }
  var least: Double { sorted.first ?? 0 }
  var most: Double { sorted.last ?? 0 }

  func figures(_ name: String) -> [(String, Double)] {
    [(name + "Seconds", median), (name + "Least", least), (name + "Most", most)]
  }
}

extension CommandRun {
  /// One line of figures.
  func say(_ name: String, query: String? = nil, _ figures: [(String, Double)]) {
    var members = [JSONMember("bench", .string(name))]
    if let query { members.append(JSONMember("query", .string(query))) }
    for (name, figure) in figures {
      let whole = figure.rounded() == figure || figure >= 1000
      members.append(
        JSONMember(name, whole ? .integer(Int(figure)) : .number((figure * 1000).rounded() / 1000)))
    }
    output.json(.object(members))
    output.flush()
  }
}

/// Bytes of memory this process holds.
func residentBytes() -> Int {
  do throws(ShellFailure) {
    let fields = String(decoding: try readFile("/proc/self/statm"), as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  } catch {
    // A system without /proc: the figure is left at nothing.
    return 0
  }
}
