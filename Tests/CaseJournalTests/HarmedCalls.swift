import Glibc

@testable import CaseJournal

/// What happens to one system call of a script.
enum Harm: Hashable, CaseIterable {
  case failsWithEIO
  case failsWithNoSpace
  case tooManyFiles
  /// Half of the bytes are read or written; a call that moves none fails.
  case isShort
  /// The process is gone before the call had any effect.
  case killedBefore
  /// The process is gone right after it.
  case killedAfter
  /// The machine is gone right after it: what was not synced may be lost.
  case powerCut

  /// Whether nothing that comes after has any effect.
  var isTheEnd: Bool { self == .killedBefore || self == .killedAfter || self == .powerCut }

  var code: Int32 {
    switch self {
    case .failsWithNoSpace: ENOSPC
    case .tooManyFiles: EMFILE
    case .failsWithEIO, .isShort, .killedBefore, .killedAfter, .powerCut: EIO
    }
  }
}

/// The system's calls with one of them harmed, counted over everything a script does.
final class HarmedCalls {
  /// Calls made so far, harmed or not.
  private(set) var made = 0
  /// Names of them, for the message of a test that fails.
  private(set) var names: [String] = []
  var harm: Harm?
  /// The number of the call that is harmed.
  var target = -1
  /// Whether the process or the machine is gone.
  private(set) var isDead = false
  /// Counts nothing and harms nothing while off.
  var isOn = false
  let disk: DurableDisk?

  init(disk: DurableDisk? = nil) { self.disk = disk }

  private enum Turn { case goOn, instead(Int), half, last }

  private func turn(_ name: String) -> Turn {
    guard isOn else { return .goOn }
    if isDead { return .instead(-Int(EIO)) }
    defer { made += 1 }
    names.append(name)
    guard made == target, let harm else { return .goOn }
    switch harm {
    case .failsWithEIO, .failsWithNoSpace, .tooManyFiles: return .instead(-Int(harm.code))
    case .isShort: return .half
    case .killedBefore:
      isDead = true
      return .instead(-Int(EIO))
    case .killedAfter, .powerCut: return .last
    }
  }

  private func run(_ name: String, _ call: () -> Int) -> Int {
    switch turn(name) {
    case .goOn: return call()
    case .instead(let code): return code
    case .half: return -Int(EIO)
    case .last:
      let value = call()
      isDead = true
      return value
    }
  }

  /// A call that moves so many bytes, given how many to move.
  private func move(_ name: String, _ count: Int, _ call: (Int) -> Int) -> Int {
    switch turn(name) {
    case .goOn: return call(count)
    case .instead(let code): return code
    case .half: return call(count / 2)
    case .last:
      let value = call(count)
      isDead = true
      return value
    }
  }

  func calls() -> SystemCalls {
    let real = disk?.calls() ?? JournalScenario().calls
    var calls = real
    calls.open = { directory, path, flags, mode in
      self.run("open " + path) { real.open(directory, path, flags, mode) }
    }
    calls.read = { descriptor, buffer, places, offset in
      var copy = buffer
      let value = self.move("read", places.count) {
        real.read(descriptor, &copy, places.lowerBound..<places.lowerBound + $0, offset)
      }
      buffer = copy
      return value
    }
    calls.write = { descriptor, bytes in
      self.move("write", bytes.count) { real.write(descriptor, bytes.extracting(0..<$0)) }
    }
    calls.overwrite = { descriptor, bytes, offset in
      self.move("overwrite", bytes.count) { real.overwrite(descriptor, bytes.extracting(0..<$0), offset) }
    }
    calls.truncate = { descriptor, size in self.run("truncate") { real.truncate(descriptor, size) } }
    calls.syncData = { descriptor in self.run("fdatasync") { real.syncData(descriptor) } }
    calls.sync = { descriptor in self.run("fsync") { real.sync(descriptor) } }
    calls.beginSync = { _ in nil }
    calls.lock = { descriptor, flags in
      // Whoever dies lets go of the lock, and so does the test's own process at the end.
      flags == LOCK_UN ? real.lock(descriptor, flags) : self.run("flock") { real.lock(descriptor, flags) }
    }
    calls.takePlace = { descriptor, place, patience in
      self.run("place") { real.takePlace(descriptor, place, patience) }
    }
    calls.awaitPlace = { descriptor, place, patience in
      self.run("await") { real.awaitPlace(descriptor, place, patience) }
    }
    calls.failedWrites = { descriptor in self.run("failed writes") { real.failedWrites(descriptor) } }
    calls.replace = { directory, from, to in
      self.run("replace " + to) { real.replace(directory, from, to) }
    }
    calls.rename = { directory, from, to in self.run("rename " + to) { real.rename(directory, from, to) } }
    calls.unlink = { directory, path in self.run("unlink " + path) { real.unlink(directory, path) } }
    calls.makeDirectory = { directory, path, mode in
      self.run("mkdir " + path) { real.makeDirectory(directory, path, mode) }
    }
    calls.changeMode = { descriptor, mode in self.run("fchmod") { real.changeMode(descriptor, mode) } }
    calls.exists = { directory, path in self.run("access " + path) { real.exists(directory, path) } }
    calls.status = { descriptor in
      var status: FileStatus?
      let code = self.run("fstat") {
        status = real.status(descriptor)
        return status == nil ? -Int(EIO) : 0
      }
      return code < 0 ? nil : status
    }
    calls.map = { descriptor, count, sums in
      var file: MappedFile?
      let code = self.run("mmap") {
        file = real.map(descriptor, count, sums)
        return file == nil ? -Int(ENOMEM) : 0
      }
      return code < 0 ? nil : file
    }
    calls.names = { directory in
      var names: [String] = []
      let code = self.run("readdir") {
        let found = real.names(directory)
        names = found.names
        return found.code
      }
      return (code < 0 ? [] : names, code)
    }
    calls.readDisk = { directory, path in
      var read = DiskRead()
      let code = self.run("read disk " + path) {
        read = real.readDisk(directory, path)
        return read.code
      }
      return code < 0 ? DiskRead(code: code) : read
    }
    return calls
  }
}
