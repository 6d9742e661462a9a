import Glibc
import PlainText

/// The folder letters are handed to, held by one `take` at a time.
final class OutboxFolder {
  private let descriptor: Int32
  private let path: String

  /// Opens that folder and holds it; it has to be there unless it may be made.
  init(_ path: String, mayMake: Bool) throws(ShellFailure) {
    self.path = path
    // unsafe: the path is a C string for the call only.
    if mayMake, unsafe mkdir(path, 0o770) != 0, errno != EEXIST {
      throw .storage(visible(path) + " cannot be made: " + errorWords(errno))
    }
    // unsafe: the path is a C string for the call only.
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .badInput(visible(path) + " is no folder letters can be put in; make it first")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .storage(visible(path) + " is in use by another outbox take; wait until it has ended")
    }
  }

  deinit { close(descriptor) }

  /// Writes a letter under a hidden name.
  func put(_ bytes: [UInt8], as name: String) throws(ShellFailure) {
    // unsafe: the path is a C string for the call only.
    guard unsafe access(path + "/" + name, F_OK) != 0 else {
      throw .badInput(visible(path + "/" + name) + " is there already; take the letters to an empty folder")
    }
    try writeNew(bytes, to: hidden(name))
    guard fsync(descriptor) == 0 else {
      throw .storage(visible(path) + " cannot be made safe on the disk: " + errorWords(errno))
    }
  }

  /// Gives a letter its own name, never over a file that is there.
  func release(_ name: String) throws(ShellFailure) {
    let from = hidden(name)
    let to = path + "/" + name
    // unsafe: both paths are C strings for the call only.
    guard unsafe link(from, to) == 0 || errno == EEXIST else {
      throw .storage(visible(to) + " cannot be written: " + errorWords(errno))
    }
    // unsafe: the path is a C string for the call only.
    _ = unsafe unlink(from)
    _ = fsync(descriptor)
  }

  /// Forgets a letter that was not handed over after all.
  func drop(_ name: String) {
    // unsafe: the path is a C string for the call only.
    _ = unsafe unlink(hidden(name))
  }

  /// Names of letters written but not released, as an interrupted `take` leaves them.
  func unfinished() throws(ShellFailure) -> [String] {
    // unsafe: the path is a C string for the call only.
    guard let folder = unsafe opendir(path) else {
      throw .storage(visible(path) + " cannot be read: " + errorWords(errno))
    }
    // unsafe: the stream was opened above and is closed once.
    defer { unsafe closedir(folder) }
    var names: [String] = []
    // unsafe: each entry is read before the next is asked for.
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name.hasPrefix(".C"), name.hasSuffix(OutboxFolder.ending) else { continue }
      names.append(String(name.dropFirst().dropLast(OutboxFolder.ending.count)))
    }
    return names.sorted()
  }

  private static let ending = ".part"

  private func hidden(_ name: String) -> String { path + "/." + name + OutboxFolder.ending }
}
