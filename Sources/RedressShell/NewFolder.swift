import CaseDocuments
import Glibc
import PlainText

/// Writes files into a new folder that appears whole or not at all.
///
/// They go to a private folder beside it first, are made safe on the disk, and then the folder gets its name;
/// whatever goes wrong before that leaves nothing. `naming` is called when only the name is left to be given.
func writeNewFolder(
  _ files: [PackedFile], to path: String, naming: () throws(ShellFailure) -> Void
) throws(ShellFailure) {
  var target = path
  while target.count > 1, target.hasSuffix("/") { target.removeLast() }
  guard !isThere(target) else { throw folderThere(target) }
  let slash = target.lastIndex(of: "/")
  let parent = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
  let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
  guard !name.isEmpty, name != ".", name != ".." else {
    throw .badInput("\"" + visible(path) + "\" is no name for a new folder; name one that is not there yet")
  }
  guard isThere(parent) else {
    throw .storage(
      visible(target) + " cannot be made, since there is no folder " + visible(parent)
        + "; make that first, or name another place")
  }
  let draft = parent + "/." + name.prefix(40) + "-" + String(UInt64.random(in: .min ... .max), radix: 16)
  try makeFolder(draft)
  do throws(ShellFailure) {
    var folders: Set<String> = []
    for file in files {
      let parts = file.path.split(separator: "/")
      if parts.count > 1, folders.insert(String(parts[0])).inserted { try makeFolder(draft + "/" + parts[0]) }
      try writeNew(file.bytes, to: draft + "/" + file.path)
    }
    for folder in folders { try syncFolder(draft + "/" + folder) }
    try syncFolder(draft)
    try naming()
    // Whatever somebody made there meanwhile stays: only an empty folder gives way to a rename.
    // unsafe: both paths are C strings for the call only.
    guard unsafe rename(draft, target) == 0 else {
      let code = errno
      if code == EEXIST || code == ENOTEMPTY || code == ENOTDIR { throw folderThere(target) }
      throw .storage(visible(target) + " cannot be written: " + errorWords(code))
    }
  } catch {
    discard(files, in: draft)
    throw error
  }
  try syncFolder(parent)
}

private func folderThere(_ path: String) -> ShellFailure {
  .badInput(visible(path) + " is there already, and nothing was written; name a folder that is not there")
}

private func isThere(_ path: String) -> Bool {
  // unsafe: the path is a C string for the call only.
  unsafe faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0
}

/// Makes a folder for whoever runs this alone: what goes in names a resident.
private func makeFolder(_ path: String) throws(ShellFailure) {
  // unsafe: the path is a C string for the call only.
  guard unsafe mkdir(path, 0o700) == 0 else {
    throw .storage(visible(path) + " cannot be made: " + errorWords(errno))
  }
}

private func syncFolder(_ path: String) throws(ShellFailure) {
  // unsafe: the path is a C string for the call only.
  let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else { throw .storage(visible(path) + " cannot be read: " + errorWords(errno)) }
  defer { close(folder) }
  guard fsync(folder) == 0 else {
    throw .storage(visible(path) + " cannot be made safe on the disk: " + errorWords(errno))
  }
}

/// Takes away what was written of a folder that did not come to be.
private func discard(_ files: [PackedFile], in draft: String) {
  var folders: Set<String> = []
  for file in files {
    if let slash = file.path.firstIndex(of: "/") { folders.insert(draft + "/" + file.path[..<slash]) }
    // unsafe: the path is a C string for the call only.
    _ = unsafe unlink(draft + "/" + file.path)
  }
  // unsafe: each path is a C string for the call only.
  for folder in folders { _ = unsafe rmdir(folder) }
  // unsafe: the path is a C string for the call only.
  _ = unsafe rmdir(draft)
}
