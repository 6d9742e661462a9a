import Clocks
import Complaints
import PlainText

/// Writes whole journal lines, one command each, into one buffer.
///
/// Key order `v seq ts wc? by k case? on? d prev crc`, no spaces. A command of several events is a
/// `batch@1`, its events inside `d`.
struct LineWriter {
  private var writer: PayloadWriter
  private let crc: CRC32C
  private let sha: SHA256

  /// Bytes a whole line may have, newline included (`security.md`, Limits).
  static let longestLine = 1024 * 1024

  init(salts: SaltSource, crc: CRC32C, sha: SHA256) {
    writer = PayloadWriter(salts: salts)
    self.crc = crc
    self.sha = sha
  }

  /// Lines written and not yet taken away.
  var bytes: LineBuffer { writer.bytes }
  var count: Int { writer.bytes.count }

  /// Forgets the lines and keeps the room.
  func clear() { writer.bytes.cut(to: 0) }

  /// Forgets everything behind that many bytes.
  func cut(to count: Int) { writer.bytes.cut(to: count) }

  /// What stands in a line before its events.
  struct Envelope {
    var seq: UInt64
    var recordedAt: Moment
    /// The clock's true reading where it disagreed.
    var wallClock: Moment?
    var by: StaffLogin
    /// SHA-256 of the line before.
    var previous: SHA256Digest
  }

  /// Appends one line for those events and gives its SHA-256.
  ///
  /// - Throws: `.fieldTooLong`, `.lineTooLong`; the buffer is as it was before then.
  mutating func append(_ envelope: Envelope, _ events: [NewEvent]) throws(JournalFailure) -> SHA256Digest {
    let start = writer.bytes.count
    writer.forgetRefusal()
    writer.bytes.put("{\"v\":1,\"seq\":")
    writer.bytes.putNumber(Int(envelope.seq))
    writer.bytes.put(",\"ts\":\"")
    writer.bytes.put(envelope.recordedAt)
    if let wallClock = envelope.wallClock {
      writer.bytes.put("\",\"wc\":\"")
      writer.bytes.put(wallClock)
    }
    writer.bytes.put("\",\"by\":\"")
    writer.bytes.putWord(envelope.by.text)
    if events.count == 1, let event = events.first {
      writer.bytes.put("\",")
      append(event)
    } else {
      writer.bytes.put("\",\"k\":\"batch@1\",\"d\":{\"events\":[")
      for (index, event) in events.enumerated() {
        writer.bytes.put(index == 0 ? "{" : ",{")
        append(event)
        writer.bytes.put("}")
      }
      writer.bytes.put("]}")
    }
    writer.bytes.put(",\"prev\":\"")
    writer.bytes.put(envelope.previous)
    writer.bytes.put(0x22)
    let sum = writer.bytes.read { crc.of($0, from: start, to: $0.count) }
    writer.bytes.put(",\"crc\":\"")
    writer.bytes.putHex(sum)
    writer.bytes.put("\"}\n")
    let length = writer.bytes.count - start
    if let (field, bytes) = writer.tooLong {
      cut(to: start)
      throw .fieldTooLong(field: field, bytes: bytes, limit: PayloadWriter.longestText)
    }
    guard length <= LineWriter.longestLine else {
      cut(to: start)
      throw .lineTooLong(bytes: length, limit: LineWriter.longestLine)
    }
    return writer.bytes.read { sha.of($0, from: start, to: $0.count - 1) }
  }

  /// Kind, case, day and payload of one event.
  private mutating func append(_ event: NewEvent) {
    writer.bytes.put("\"k\":\"")
    writer.bytes.putWord(event.event.kindName)
    writer.bytes.put("@1\"")
    if let reference = event.caseReference {
      writer.bytes.put(",\"case\":\"")
      writer.bytes.put(reference)
      writer.bytes.put(0x22)
    }
    if let occurred = event.occurred {
      writer.bytes.put(",\"on\":\"")
      if let moment = occurred.moment {
        writer.bytes.put(moment)
      } else {
        writer.bytes.put(occurred.day)
      }
      writer.bytes.put(0x22)
    }
    writer.bytes.put(",\"d\":")
    writer.payload(event.event)
  }
}
