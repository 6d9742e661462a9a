import Clocks
import Complaints
import PlainText

/// Writes whole journal lines, one command each, into one buffer.
///
/// Key order `v seq ts wc? by k case? on? d prev crc`, no spaces. A command of several events is a
/// `batch@1`, its events inside `d`.
struct LineWriter {
  /// Lines written and not yet taken away.
  var bytes: [UInt8] { writer.bytes }
  var count: Int { writer.bytes.count }
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

  /// Forgets the lines and keeps the room.
  mutating func clear() { writer.bytes.removeAll(keepingCapacity: true) }

  /// Forgets everything behind that many bytes.
  mutating func cut(to count: Int) { writer.bytes.removeSubrange(count...) }

  /// Reads the buffer in place.
  borrowing func withBytes<Result>(_ read: (Span<UInt8>) -> Result) -> Result { read(writer.bytes.span) }

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
    writer.literal("{\"v\":1,\"seq\":")
    appendDecimal(Int(envelope.seq), to: &writer.bytes)
    writer.literal(",\"ts\":\"")
    appendMoment(envelope.recordedAt, to: &writer.bytes)
    if let wallClock = envelope.wallClock {
      writer.literal("\",\"wc\":\"")
      appendMoment(wallClock, to: &writer.bytes)
    }
    writer.literal("\",\"by\":\"")
    writer.bytes.append(contentsOf: envelope.by.text.utf8)
    if events.count == 1, let event = events.first {
      writer.literal("\",")
      append(event)
    } else {
      writer.literal("\",\"k\":\"batch@1\",\"d\":{\"events\":[")
      for (index, event) in events.enumerated() {
        writer.literal(index == 0 ? "{" : ",{")
        append(event)
        writer.literal("}")
      }
      writer.literal("]}")
    }
    writer.literal(",\"prev\":\"")
    envelope.previous.appendHex(to: &writer.bytes)
    writer.bytes.append(0x22)
    let sum = crc.of(writer.bytes.span, from: start, to: writer.bytes.count)
    writer.literal(",\"crc\":\"")
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      writer.bytes.append(hexDigit(UInt8(truncatingIfNeeded: sum >> shift & 0xF)))
    }
    writer.literal("\"}\n")
    let length = writer.bytes.count - start
    if let (field, bytes) = writer.tooLong {
      cut(to: start)
      throw .fieldTooLong(field: field, bytes: bytes, limit: PayloadWriter.longestText)
    }
    guard length <= LineWriter.longestLine else {
      cut(to: start)
      throw .lineTooLong(bytes: length, limit: LineWriter.longestLine)
    }
    return sha.of(writer.bytes.span, from: start, to: writer.bytes.count - 1)
  }

  /// Kind, case, day and payload of one event.
  private mutating func append(_ event: NewEvent) {
    writer.literal("\"k\":\"")
    writer.bytes.append(contentsOf: (event.event.kind?.rawValue ?? "").utf8)
    writer.literal("@1\"")
    if let reference = event.caseReference {
      writer.literal(",\"case\":\"")
      appendReference(reference, to: &writer.bytes)
      writer.bytes.append(0x22)
    }
    if let occurred = event.occurred {
      writer.literal(",\"on\":\"")
      if let moment = occurred.moment {
        appendMoment(moment, to: &writer.bytes)
      } else {
        appendDay(occurred.day, to: &writer.bytes)
      }
      writer.bytes.append(0x22)
    }
    writer.literal(",\"d\":")
    writer.payload(event.event)
  }
}
