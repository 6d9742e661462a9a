package import Clocks

/// Why the journal could not be opened, read or written.
///
/// Cases carry what the sentence needs.
package enum JournalFailure: Error, Hashable, Sendable {
  /// Nothing there, or not a journal.
  case noJournal(path: String)
  case alreadyExists(path: String)
  /// FORMAT is unreadable: what stood there.
  case badFormat(path: String, why: String)
  /// Written by a newer release: its major version, or the features this release does not know.
  case newerFormat(major: Int, incompatible: [String])
  /// A service journal belongs to one account.
  case notTheServiceAccount(owner: UInt32)
  /// The directory lies on a file system where locks or appends are lost.
  case networkFileSystem(path: String, name: String)
  /// A file is no backup, or not a whole one: nothing was restored.
  case badBackup(String, why: String)
  /// An attachment is not what its name, a SHA-256, says.
  case badAttachment(String)
  /// Damage before the end: nothing was changed.
  case damaged(Damage)
  /// A sync failed earlier; nobody appends until it is looked into.
  case poisoned(String)
  /// The record as it was known then: nothing can be added to it.
  case readOnlyAsAt(Moment)
  /// Another process holds the lease: what it says of itself, and how long we waited.
  case busy(holder: LeaseHolder, waitedMilliseconds: Int)
  case diskFull(path: String)
  /// The write or sync of a line failed: nothing may be taken as saved.
  case storage(call: String, path: String, code: Int32)
  case fieldTooLong(field: String, bytes: Int, limit: Int)
  case lineTooLong(bytes: Int, limit: Int)
  /// A new event cannot be written as given: a case number that is not the next one, or a kind not ours.
  case unwritable(String)
}

/// Where a journal stops being trustworthy, and why.
package struct Damage: Hashable, Sendable {
  /// Segment file, without its folder.
  package var segment: String
  /// Line in that file, 1 first.
  package var line: Int
  /// Byte in that file where the line begins.
  package var offset: Int
  /// Sequence number of the last line that can be trusted, 0 when none can.
  package var lastGood: UInt64
  package var fault: LineFault
}

/// What is wrong with one line.
package enum LineFault: Error, Hashable, Sendable {
  /// No `,"crc":"xxxxxxxx"}` at its end.
  case noChecksum
  case wrongChecksum
  /// Not the next sequence number.
  case sequence(expected: UInt64, found: UInt64)
  /// `prev` is not the hash of the line before.
  case brokenChain
  /// Recorded before the line before it.
  case timeRunsBackwards
  /// Not JSON, or an envelope without what every line has.
  case unreadable(String)
  /// The envelope is of a newer version.
  case newerEnvelope(Int)
  /// Opens a case whose number is not the next one.
  case caseNumber(expected: UInt32, found: UInt32)
  /// The file ends inside a line.
  case tornTail(bytes: Int)
  /// Named as erased, and not what an erasure leaves.
  case falseTombstone
  /// Its erasure is said to be finished, and its texts are there.
  case notErased
  /// What it says of the state before it is not what the lines fold to.
  case wrongState
  /// Lines follow where a segment was sealed, or a segment is missing or misnamed.
  case segmentOrder
}
