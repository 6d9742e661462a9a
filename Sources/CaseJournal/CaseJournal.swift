package import Clocks
package import Complaints
import Glibc

/// A journal, open: its folded state, and the only door through which lines are added.
///
/// Belongs to one thread. Read `register` through the journal and do not keep a copy of it across a
/// commit: a kept copy makes the next fold copy every row.
package final class CaseJournal {
  package let format: JournalFormat
  package let path: String
  /// Whether lines can be added, and if not why.
  package internal(set) var condition = JournalCondition.writable
  /// What opening read, for `bench` and the curious.
  package internal(set) var replayed = ReplayFigures()

  let folder: JournalFolder
  let calls: SystemCalls
  let now: () -> Moment
  let zone: ZoneTable
  let check: LineCheck
  /// Bytes at which a segment is sealed.
  let rotateAt: Int
  /// Milliseconds to wait for another writer.
  let patience: Int
  /// The record as known then; nil follows the present.
  let asAt: Moment?
  let snapshots: SnapshotUse
  /// The snapshot this was opened from.
  var snapshot: OpenedSnapshot?
  /// The newest snapshot there was, where it is damaged or another release's: one of ours takes its place.
  var unusableSnapshot = ""
  var folded: FoldedJournal
  var segments: [SegmentFile] = []
  var head = SHA256Digest.zero
  /// Bytes behind the last line that are no line; under the lease they are cut off, else left alone.
  var unfinished: UnfinishedTail?
  /// Lines folded and not yet written.
  var writer: LineWriter
  /// What lines are read through; made when the first is read.
  var buffer: [UInt8] = []
  var window = ReadWindow()
  var lockFile: Int32 = -1
  /// What is noted in the lock file while we hold the lease, and for whom.
  var leaseNote: (login: StaffLogin?, line: [UInt8]) = (nil, [])
  /// Our place among those who queue for the lease, once there was a queue.
  var turn: AppendTurn?
  /// What we share of others' syncs, once there were others.
  var sharing: SharedSync?
  /// Lines of others between two of ours from which on syncs are shared; tests share sooner.
  var crowd = SharedSync.crowd
  /// The newest line of ours.
  var ownSeq: UInt64?
  /// The state was given up: everything must be read anew before it is used.
  var mustReplay = false
  /// The young segment whose directory entry is known to be durable.
  var youngSynced = ""
  /// A segment was sealed here, and no snapshot taken since.
  var sealedOne = false
  /// The sync of the lines written last, where it goes on beside us.
  var syncUnderWay: SyncUnderWay?

  init(_ folder: JournalFolder, _ options: JournalOptions) {
    self.folder = folder
    path = folder.path
    format = folder.format
    calls = folder.calls
    now = options.now
    zone = options.zone
    rotateAt = options.rotateAt
    patience = options.patience
    asAt = options.asAt
    snapshots = options.snapshots
    let crc = CRC32C()
    let sha = SHA256()
    check = LineCheck(crc: crc, sha: sha)
    folded = FoldedJournal(zone: options.zone)
    writer = LineWriter(
      salts: options.salts ?? SaltSource(seed: calls.random(), stream: calls.random()), crc: crc, sha: sha)
  }

  deinit {
    _ = syncUnderWay?.finish()
    for segment in segments { calls.close(segment.descriptor) }
    turn = nil
    if lockFile >= 0 { calls.close(lockFile) }
    folder.close()
  }

  /// Every case, person and member of staff as the newest line leaves them.
  package var register: CaseRegister { folded.register }
  /// Sequence number of the newest line.
  package var lastSeq: UInt64 { folded.lastSeq }
  /// SHA-256 of the newest line: what is shown and noted outside.
  package var headHash: String { head.hex }
  /// Names of the files of lines, oldest first.
  package var segmentNames: [String] { segments.map(\.name) }
  /// Bytes of all lines.
  package var byteCount: Int { segments.last.map { Int($0.start) + $0.size } ?? 0 }
}

/// What opening a journal needs from outside.
package struct JournalOptions {
  package var calls = SystemCalls.real()
  package var zone: ZoneTable
  package var now: () -> Moment
  /// The record as it was known then, read-only.
  package var asAt: Moment?
  /// Told while opening takes long: bytes read, and of how many.
  package var progress: (Int, Int) -> Void = { _, _ in }
  /// Given in tests so that bytes repeat; else seeded by the system.
  package var salts: SaltSource?
  package var rotateAt = 64 << 20
  /// Milliseconds to wait for another writer.
  package var patience = 10_000
  package var snapshots = SnapshotUse()
  /// Accept a network file system: its owner answers for its locks.
  package var trustFileSystem = false
  /// Whether `verify` may fold on a thread of its own: not where the system calls are a twin that counts them.
  package var provesBeside = false

  package init(zone: ZoneTable, now: @escaping () -> Moment) {
    self.zone = zone
    self.now = now
  }
}

/// Whether a journal takes lines, and if not why.
package enum JournalCondition: Hashable, Sendable {
  case writable
  /// Read-only up to the damage.
  case damaged(Damage)
  /// A sync failed: what the `POISON` file says.
  case poisoned(String)
  /// Needs what this release does not know; shown as far as it can be read.
  case newerFormat(major: Int, incompatible: [String])
  case asAt(Moment)

  /// The failure a writer meets, nil where it may write.
  package var refusal: JournalFailure? {
    switch self {
    case .writable: nil
    case .damaged(let damage): .damaged(damage)
    case .poisoned(let why): .poisoned(why)
    case .newerFormat(let major, let features): .newerFormat(major: major, incompatible: features)
    case .asAt(let moment): .readOnlyAsAt(moment)
    }
  }
}

/// Bytes at the end of the active segment that make no line.
struct UnfinishedTail: Hashable {
  var offset: Int
  var bytes: Int
  var fault: LineFault
}

/// How much was replayed when the journal was opened.
package struct ReplayFigures: Hashable, Sendable {
  package var lines = 0
  package var bytes = 0
  /// Lines in another form than this release writes.
  package var slowLines = 0
}
