import Glibc
import PlainText

/// Writes a new file, whole and on the disk, with a mode colleagues can read; never over one that is there.
func writeNew(_ bytes: [UInt8], to path: String) throws(ShellFailure) {
  // unsafe: the path is a C string for the call only.
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660)
  guard file >= 0 else {
    let code = errno
    if code == EEXIST || code == ELOOP {
      throw .badInput(visible(path) + " is there already, and nothing was written; name another")
    }
    throw .storage(visible(path) + " cannot be written: " + errorWords(code))
  }
  defer { close(file) }
  // A umask must not lock colleagues out.
  _ = fchmod(file, 0o660)
  var sent = 0
  while sent < bytes.count {
    // unsafe: the buffer lives for the call and its length is given.
    let went = unsafe bytes[sent...].withUnsafeBytes { buffer in
      unsafe write(file, buffer.baseAddress, buffer.count)
    }
    if went < 0, errno == EINTR { continue }
    guard went > 0 else {
      let code = went < 0 ? errno : ENOSPC
      // unsafe: the path is a C string for the call only.
      _ = unsafe unlink(path)
      throw .storage(visible(path) + " cannot be written: " + errorWords(code))
    }
    sent += went
  }
  guard fsync(file) == 0 else {
    throw .storage(visible(path) + " cannot be made safe on the disk: " + errorWords(errno))
  }
}
