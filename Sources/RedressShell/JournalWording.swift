import CaseJournal
import Clocks
import Glibc
import PlainText

extension ShellFailure {
  /// A failure of the journal as a sentence with its exit status.
  init(_ failure: JournalFailure) {
    switch failure {
    case .noJournal(let path): self = .noJournal(path)
    case .alreadyExists(let path): self = .journalExists(path)
    case .badFormat(let path, let why):
      self = .damaged(visible(path) + "/FORMAT cannot be read: " + visible(why) + "; nothing was changed")
    case .newerFormat(let major, let features):
      let unknown = features.isEmpty ? "version " + String(major) : features.joined(separator: ", ")
      self = .storage(
        "the journal is from a newer release (" + visible(unknown)
          + "): nothing was changed; use that release")
    case .notTheServiceAccount: self = .notYourService
    case .networkFileSystem(let path, let name): self = .networkFileSystem(path, kind: name)
    case .badBackup(let path, let why):
      self = .damaged(visible(path) + " cannot be restored: " + visible(why) + "; nothing was restored")
    case .badAttachment(let name): self = .damaged(attachmentSentence(name))
    case .damaged(let damage): self = .damaged(damageSentence(damage))
    case .poisoned(let why):
      self = .storage(
        "nothing can be recorded: a sync failed earlier (" + visible(why)
          + "); see to the disk, then redress recover")
    case .readOnlyAsAt(let moment):
      self = .badInput("the record as at " + moment.description + " takes no entries; leave out --as-at")
    case .busy(let holder, let waited): self = .storage(busySentence(holder, waited))
    case .diskFull(let path):
      self = .storage("the disk of " + visible(path) + " is full: nothing was recorded; make room")
    case .storage(let call, let path, let code): self = .storage(storageSentence(call, path, code))
    case .fieldTooLong(let field, let bytes, let limit):
      self = .badInput(
        visible(field) + " is " + String(bytes) + " bytes, more than " + String(limit)
          + "; shorten it, or attach a file")
    case .lineTooLong(let bytes, let limit):
      self = .badInput("the entry is " + String(bytes) + " bytes, more than " + String(limit) + "; split it")
    case .unwritable(let why):
      self = .storage("the entry cannot be written: " + visible(why) + "; nothing was recorded")
    }
  }
}

/// Where the journal stops being trustworthy, and why: segment, line, byte.
func damageSentence(_ damage: Damage) -> String {
  "journal/" + visible(damage.segment) + " line " + String(damage.line) + " byte " + String(damage.offset)
    + ": "
    + faultWords(damage.fault) + "; nothing was changed; entries up to " + String(damage.lastGood)
    + " can be trusted"
}

/// An attachment that is not what its name says.
func attachmentSentence(_ name: String) -> String {
  "attachments/" + visible(name) + " is not what its name says; nothing was changed; take it from a backup"
}

private func faultWords(_ fault: LineFault) -> String {
  switch fault {
  case .noChecksum: "the line has no checksum"
  case .wrongChecksum: "the checksum does not match"
  case .sequence(let expected, let found):
    "entry " + String(found) + " where " + String(expected) + " was due"
  case .brokenChain: "it does not carry the hash of the line before"
  case .timeRunsBackwards: "it was recorded before the line before it"
  case .unreadable(let why): visible(why)
  case .newerEnvelope(let version): "envelope version " + String(version) + " is from a newer release"
  case .caseNumber(let expected, let found):
    "it opens case " + String(found) + " where " + String(expected) + " was due"
  case .tornTail(let bytes): "the file ends inside a line, after " + String(bytes) + " bytes of it"
  case .wrongState: "what it says of the state before it is not what the lines fold to"
  case .falseTombstone: "it is named as erased and is not what an erasure leaves"
  case .notErased: "its erasure is said to be finished, and its texts are there"
  case .segmentOrder: "a segment is missing or misnamed"
  }
}

/// Who keeps everybody waiting, and what to do about it.
private func busySentence(_ holder: LeaseHolder, _ waited: Int) -> String {
  let who =
    holder.login.isEmpty
    ? "another process" : visible(holder.login) + " (process " + String(holder.process) + ")"
  let seconds = String(waited / 1000) + "." + String(waited / 100 % 10)
  return "the journal is busy: " + who + (holder.stopped ? " is stopped and" : "") + " holds it, after "
    + seconds + " s of waiting; nothing was recorded; "
    + (holder.stopped ? "let it go on (fg, or kill -CONT " + String(holder.process) + ")" : "try again")
}

/// Why a system call failed and what can be done about that.
private func storageSentence(_ call: String, _ path: String, _ code: Int32) -> String {
  let what = call + " of " + visible(path) + " failed: "
  switch code {
  case EROFS:
    return what + "the file system is read-only; nothing was recorded; mount it for writing, then try again"
  case EMFILE, ENFILE:
    return what + "too many files are open; nothing was recorded; close programs or raise the limit"
  case EEXIST: return what + "there is one already, and nothing is written over; choose another name"
  case ENOENT: return what + "there is no such file or directory"
  case EACCES, EPERM:
    return what + "permission denied; nothing was recorded; redress doctor looks at permissions"
  default: return what + "error " + String(code) + "; nothing may be taken as saved; check the disk"
  }
}
