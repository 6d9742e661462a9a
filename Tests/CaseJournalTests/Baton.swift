import Foundation
import Glibc

@testable import CaseJournal

/// Runs several writers one system call at a time, in an order told by a seed: the same seed, the same order.
///
/// Each writer is a thread; only the one that holds the baton runs, and passes it on before each of its calls.
/// A writer that waits for the lease tries again at its next turn.
final class Baton: @unchecked Sendable {
  private let changed = NSCondition()
  private var chance: SplitMix
  private var running: Set<Int> = []
  private var holder = -1
  /// Turns given, so that a schedule can be told from another.
  private(set) var turns: [Int] = []

  init(seed: UInt64) { chance = SplitMix(seed: seed) }

  /// Runs all of those to their ends.
  func run(_ bodies: [@Sendable (SystemCalls) -> Void], _ real: @escaping @Sendable () -> SystemCalls) {
    running = Set(bodies.indices)
    holder = chance.below(bodies.count)
    for (index, body) in bodies.enumerated() {
      let thread = Thread {
        self.wait(index)
        body(self.calls(for: index, real()))
        self.end(index)
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    changed.lock()
    while !running.isEmpty { changed.wait() }
    changed.unlock()
  }

  private func wait(_ index: Int) {
    changed.lock()
    while holder != index { changed.wait() }
    turns.append(index)
    changed.unlock()
  }

  private func end(_ index: Int) {
    changed.lock()
    running.remove(index)
    pick()
    changed.broadcast()
    changed.unlock()
  }

  private func pick() {
    let left = running.sorted()
    holder = left.isEmpty ? -1 : left[chance.below(left.count)]
  }

  /// Gives the baton to whoever is next, perhaps the same, and waits for it.
  private func pass(_ index: Int) {
    changed.lock()
    pick()
    changed.broadcast()
    while holder != index { changed.wait() }
    turns.append(index)
    changed.unlock()
  }

  private func calls(for index: Int, _ real: SystemCalls) -> SystemCalls {
    var calls = real
    calls.open = { directory, path, flags, mode in
      self.pass(index)
      return real.open(directory, path, flags, mode)
    }
    calls.read = { descriptor, buffer, places, offset in
      self.pass(index)
      return real.read(descriptor, &buffer, places, offset)
    }
    calls.write = { descriptor, bytes in
      self.pass(index)
      return real.write(descriptor, bytes)
    }
    calls.truncate = { descriptor, size in
      self.pass(index)
      return real.truncate(descriptor, size)
    }
    calls.syncData = { descriptor in
      self.pass(index)
      return real.syncData(descriptor)
    }
    calls.sync = { descriptor in
      self.pass(index)
      return real.sync(descriptor)
    }
    calls.rename = { directory, from, to in
      self.pass(index)
      return real.rename(directory, from, to)
    }
    calls.replace = { directory, from, to in
      self.pass(index)
      return real.replace(directory, from, to)
    }
    calls.exists = { directory, path in
      self.pass(index)
      return real.exists(directory, path)
    }
    calls.lock = { descriptor, flags in
      self.pass(index)
      return real.lock(descriptor, flags)
    }
    calls.waitForLock = { descriptor, _ in
      while true {
        self.pass(index)
        let locked = real.lock(descriptor, LOCK_EX | LOCK_NB)
        if locked != -Int(EWOULDBLOCK) { return locked }
      }
    }
    calls.overwrite = { descriptor, bytes, offset in
      self.pass(index)
      return real.overwrite(descriptor, bytes, offset)
    }
    calls.takePlace = { descriptor, place, patience in
      while true {
        self.pass(index)
        let taken = real.takePlace(descriptor, place, 0)
        if taken >= 0 || patience == 0 { return taken }
      }
    }
    calls.awaitPlace = { descriptor, place, _ in
      while true {
        self.pass(index)
        guard real.takePlace(descriptor, place, 0) >= 0 else { continue }
        real.leavePlace(descriptor, place)
        return 0
      }
    }
    return calls
  }
}
