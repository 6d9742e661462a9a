import Foundation
import Glibc

@testable import CaseJournal

/// A lock file by itself, opened anew each time as every process does.
final class LockFile {
  let path: String
  private var opened: [Int32] = []

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/lock-" + UUID().uuidString
    try Data(count: 48).write(to: URL(fileURLWithPath: path))
  }

  deinit {
    for file in opened { close(file) }
    try? FileManager.default.removeItem(atPath: path)
  }

  func open() -> Int32 {
    let file = unsafe Glibc.open(path, O_RDWR)
    opened.append(file)
    return file
  }

  /// How many places before the lease nobody has.
  func free() -> Int {
    let file = open()
    let calls = SystemCalls.real()
    let free = (0..<AppendTurn.places).filter { calls.takePlace(file, $0, 0) >= 0 }
    for place in free { calls.leavePlace(file, place) }
    return free.count
  }

  /// Waits until that many places are free; false where they never are.
  func becomesFree(_ count: Int) -> Bool {
    for _ in 0..<5000 {
      if free() == count { return true }
      usleep(1000)
    }
    return false
  }
}
