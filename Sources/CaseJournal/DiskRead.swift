import CHashes
import Glibc

/// What reading a file past the page cache gave.
package struct DiskRead: Sendable {
  package var bytes: [UInt8] = []
  /// 0, or the negated error number of the call that failed; `bytes` holds what came before.
  package var code = 0
  /// Whether the file system let us read past its cache; else the cache was asked to forget first.
  package var direct = false

  package init(bytes: [UInt8] = [], code: Int = 0, direct: Bool = false) {
    self.bytes = bytes
    self.code = code
    self.direct = direct
  }
}

/// Reads a whole file from the disk itself.
///
/// After a failed write the page cache holds bytes the disk never got, and calls them clean: only a reading
/// past it tells what would be there after a power cut.
func diskBytes(_ directory: Int32, _ name: String) -> DiskRead {
  let block = 4096
  let chunk = 1 << 20
  var found = DiskRead()
  let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW
  var file = unsafe openat(directory, name, flags | filesystem_direct_flag())
  found.direct = file >= 0
  if file < 0 { file = unsafe openat(directory, name, flags) }
  guard file >= 0 else {
    found.code = -Int(errno)
    return found
  }
  defer { _ = close(file) }
  if !found.direct { posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) }
  let room = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: block)
  defer { unsafe room.deallocate() }
  var at = 0
  while true {
    let count = unsafe pread(file, room.baseAddress, chunk, at)
    if count < 0, errno == EINTR { continue }
    if count < 0 {
      // Some file systems take the flag and refuse the reading.
      if found.direct, errno == EINVAL, at == 0 {
        found.direct = false
        let plain = unsafe openat(directory, name, flags)
        guard plain >= 0 else { return DiskRead(code: -Int(errno)) }
        _ = close(file)
        file = plain
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        continue
      }
      found.code = -Int(errno)
      return found
    }
    // SAFETY: the call filled `count` bytes of the room.
    unsafe found.bytes.append(contentsOf: room[0..<count])
    at += count
    // A direct reading must go on at a multiple of the block; a short one is the end.
    if count == 0 || count % block != 0 { return found }
  }
}
