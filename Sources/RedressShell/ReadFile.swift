import Glibc

/// The whole of a file, or why not.
func readFile(_ path: String) throws(ShellFailure) -> [UInt8] {
  // unsafe: the path is a C string for the call only.
  let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  if folder >= 0 {
    close(folder)
    throw .unreadable(file: path, why: "it is a directory")
  }
  // unsafe: the path is a C string for the call only.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unreadable(file: path, why: errorWords(errno)) }
  defer { close(descriptor) }
  var all: [UInt8] = []
  // A pipe has no end to seek.
  let expected = max(0, lseek(descriptor, 0, SEEK_END))
  _ = lseek(descriptor, 0, SEEK_SET)
  if expected > 0 {
    // unsafe: read(2) fills at most the capacity it is told.
    all = unsafe [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      while count < expected, let base = buffer.baseAddress {
        let got = unsafe read(descriptor, base + count, expected - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
  }
  // A pipe has no size, and a file may have grown.
  while true {
    let more = readSome(descriptor)
    if more.isEmpty { return all }
    all += more
  }
}

/// Up to 64 KiB of what waits on a descriptor; empty at its end.
func readSome(_ descriptor: Int32) -> [UInt8] {
  let limit = 1 << 16
  // unsafe: read(2) fills at most the capacity it is told.
  return unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    while true {
      let got = unsafe read(descriptor, buffer.baseAddress, limit)
      if got < 0, errno == EINTR { continue }
      count = max(0, got)
      return
    }
  }
}

/// Writes all bytes; a closed pipe ends quietly, as for any filter.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var sent = 0
  while sent < bytes.count {
    // unsafe: the buffer lives for the call and its length is given.
    let went = unsafe bytes[sent...].withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress, buffer.count)
    }
    if went < 0, errno == EINTR { continue }
    guard went > 0 else { return }
    sent += went
  }
}

/// What the system says of an error number.
func errorWords(_ code: Int32) -> String {
  switch code {
  case ENOENT: "there is no such file"
  case EACCES, EPERM: "permission denied"
  case EISDIR: "it is a directory"
  case ENOSPC: "the disk is full"
  default: "error " + String(code)
  }
}

extension CommandRun {
  /// A file named on the command line, as a stream.
  func fileReader(_ name: String) throws(ShellFailure) -> () -> [UInt8] {
    if request.flags.contains("locked") { throw .pathWhileLocked(name) }
    var bytes = try readFile(name)
    return {
      defer { bytes = [] }
      return bytes
    }
  }
}
