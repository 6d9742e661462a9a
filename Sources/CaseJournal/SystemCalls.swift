import CHashes
import Glibc

/// Every system call of the store, as closures: tests put a faulty twin in their place.
///
/// Each gives what the call gave, or the negated error number.
package struct SystemCalls {
  /// `openat` with `O_CLOEXEC | O_NOFOLLOW` added: directory, path, flags, mode.
  package var open: (Int32, String, Int32, UInt32) -> Int
  package var close: (Int32) -> Void
  /// Reads into those places of the buffer from that offset of the file.
  package var read: (Int32, inout [UInt8], Range<Int>, Int) -> Int
  /// One `write` of all those bytes.
  package var write: (Int32, Span<UInt8>) -> Int
  package var truncate: (Int32, Int) -> Int
  /// `fdatasync`.
  package var syncData: (Int32) -> Int
  /// 0 where the kernel has no failed write of that file left to tell this descriptor of.
  package var failedWrites: (Int32) -> Int
  /// Begins an `fdatasync` that goes on beside us; nil where the system cannot, or has no room for one more.
  package var beginSync: (Int32) -> SyncUnderWay?
  /// `fsync`, for directories and new files.
  package var sync: (Int32) -> Int
  /// `flock` with those flags.
  package var lock: (Int32, Int32) -> Int
  /// Waits in the kernel's queue for an exclusive lock, that many milliseconds at most: `-ETIMEDOUT` then.
  package var waitForLock: (Int32, Int) -> Int
  /// Takes one of the places of the lock file, by its number, waiting for it that many milliseconds at most.
  package var takePlace: (Int32, Int, Int) -> Int
  /// Waits until nobody has that place, that many milliseconds at most.
  package var awaitPlace: (Int32, Int, Int) -> Int
  /// Gives that place back; from whichever thread.
  package var leavePlace: @Sendable (Int32, Int) -> Void
  /// Writes those bytes at that offset of a file not opened for appending.
  package var overwrite: (Int32, Span<UInt8>, Int) -> Int
  /// Renames inside a directory, taking the place of what has the new name.
  package var replace: (Int32, String, String) -> Int
  /// Renames inside a directory: `-EEXIST` where the new name is taken.
  package var rename: (Int32, String, String) -> Int
  package var unlink: (Int32, String) -> Int
  /// Maps that many bytes of a file, checked as they are read where checksums are given.
  var map: (Int32, Int, BlockSums?) -> MappedFile?
  /// A file as the disk itself has it, past the page cache where the file system allows that.
  package var readDisk: (Int32, String) -> DiskRead
  package var makeDirectory: (Int32, String, UInt32) -> Int
  package var changeMode: (Int32, UInt32) -> Int
  package var status: (Int32) -> FileStatus?
  /// 0 where the path exists.
  package var exists: (Int32, String) -> Int
  /// The names in a directory, sorted; an error number, negated, where they cannot all be read.
  package var names: (Int32) -> (names: [String], code: Int)
  /// Sleeps that many microseconds.
  package var pause: (UInt32) -> Void
  package var random: () -> UInt64
  /// Leaves a word with the system's log, outside the journal's own directory.
  package var witness: (String) -> Void
}

/// What `fstat` says of an open file.
package struct FileStatus: Hashable, Sendable {
  package var size: Int
  package var inode: UInt64
  package var links: Int
  package var owner: UInt32
}

extension SystemCalls {
  /// The byte of the lock file that stands for the first place; far behind what is written there.
  private static let firstPlace = 4096

  /// The calls of this machine.
  package static func real() -> SystemCalls {
    // SAFETY throughout: C strings and buffers live for the call; results are checked by whoever asked.
    SystemCalls(
      open: { directory, path, flags, mode in
        result(unsafe Int(openat(directory, path, flags | O_CLOEXEC | O_NOFOLLOW, mode)))
      },
      close: { _ = Glibc.close($0) },
      read: { descriptor, buffer, places, offset in
        again {
          unsafe buffer.withUnsafeMutableBytes { bytes in
            let part = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[places])
            return unsafe pread(descriptor, part.baseAddress, part.count, offset)
          }
        }
      },
      write: { descriptor, bytes in
        again {
          unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        }
      },
      truncate: { descriptor, size in again { Int(ftruncate(descriptor, size)) } },
      syncData: { result(Int(fdatasync($0))) },
      failedWrites: { Int(filesystem_failed_writes($0)) },
      beginSync: { SyncUnderWay($0) },
      sync: { result(Int(fsync($0))) },
      lock: { descriptor, flags in again { Int(flock(descriptor, flags)) } },
      waitForLock: { descriptor, patience in
        Int(lockwait_exclusive(descriptor, -1, Int32(clamping: patience)))
      },
      takePlace: { descriptor, place, patience in
        let at = Int32(clamping: SystemCalls.firstPlace + place)
        guard patience > 0 else { return Int(lockwait_take_place(descriptor, at)) }
        return Int(lockwait_exclusive(descriptor, at, Int32(clamping: patience)))
      },
      awaitPlace: { descriptor, place, patience in
        let at = Int32(clamping: SystemCalls.firstPlace + place)
        return Int(lockwait_until_free(descriptor, at, Int32(clamping: patience)))
      },
      leavePlace: { descriptor, place in
        _ = lockwait_leave_place(descriptor, Int32(clamping: SystemCalls.firstPlace + place))
      },
      overwrite: { descriptor, bytes, offset in
        again {
          unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset) }
        }
      },
      replace: { directory, from, to in result(unsafe Int(renameat(directory, from, directory, to))) },
      rename: { directory, from, to in
        result(unsafe Int(filesystem_rename_new(directory, from, to)))
      },
      unlink: { directory, path in result(unsafe Int(unlinkat(directory, path, 0))) },
      map: { MappedFile($0, count: $1, sums: $2) },
      readDisk: { directory, path in diskBytes(directory, path) },
      makeDirectory: { directory, path, mode in result(unsafe Int(mkdirat(directory, path, mode))) },
      changeMode: { descriptor, mode in result(Int(fchmod(descriptor, mode))) },
      status: { descriptor in
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        return FileStatus(
          size: status.st_size, inode: UInt64(status.st_ino), links: Int(status.st_nlink),
          owner: status.st_uid)
      },
      exists: { directory, path in
        result(unsafe Int(faccessat(directory, path, F_OK, AT_SYMLINK_NOFOLLOW)))
      },
      names: { fileNames(in: $0) },
      pause: { _ = usleep($0) },
      random: {
        var system = SystemRandomNumberGenerator()
        return system.next()
      },
      witness: { unsafe filesystem_witness($0) })
  }
}

/// The call's value, or the negated error number.
func result(_ value: Int) -> Int { value < 0 ? -Int(errno) : value }

/// The same, repeated while a signal interrupts it.
private func again(_ call: () -> Int) -> Int {
  while true {
    let value = call()
    if value >= 0 || errno != EINTR { return result(value) }
  }
}

private func fileNames(in directory: Int32) -> (names: [String], code: Int) {
  // A descriptor of its own: `closedir` closes what it was given, and the read position starts anew.
  let own = unsafe openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard own >= 0 else { return ([], -Int(errno)) }
  guard let stream = unsafe fdopendir(own) else {
    let code = -Int(errno)
    _ = close(own)
    return ([], code)
  }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = unsafe readdir(stream) else { break }
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      // SAFETY: `readdir` ends the name with a NUL inside the array.
      unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return errno == 0 ? (names.sorted(), 0) : ([], -Int(errno))
}

/// The name of a file system on which locks or appends are known to be lost; nil for a local one.
///
/// On a replicated network file system with two mounts, appends under every kind of lock went missing.
package func networkFileSystem(at path: String) -> String? {
  switch unsafe filesystem_magic(path) {
  case 0x6969: "NFS"
  case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
  case 0x00C3_6400: "CephFS"
  case 0x0102_1997: "9p"
  case 0x6573_5546: "FUSE"
  case 0x5346_414F, 0x6B41_4653: "AFS"
  case 0x7375_7245: "Coda"
  case 0x0BD0_0BD0: "Lustre"
  case 0x4750_4653: "GPFS"
  default: nil
  }
}
