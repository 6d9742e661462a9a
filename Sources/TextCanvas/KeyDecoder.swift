/// Turns the bytes a terminal sends into key events, however they are cut up on the way.
///
/// A character or an escape sequence that arrives in pieces waits for the rest and never turns into a command
/// letter. The decoder has no clock: while `isPending`, the caller waits 50 ms (150 ms over SSH) for more bytes
/// and, when none come, calls `flushPending()`.
///
/// Limits: Esc alone cannot be told from the start of a sequence, so it is given out by the first flush; the
/// tail of a cursor key that comes later still is recognised for ten more flushes. Alt with a letter whose two
/// bytes are further apart than one flush reads as Esc and the letter.
package struct KeyDecoder {
  /// Quiet flushes after which an unfinished sequence is given up.
  private static let patience = 10
  /// A paste is kept up to this many bytes; the rest is dropped, as no field takes more.
  private static let pasteLimit = 1 << 20

  /// Bytes not understood yet.
  private var buffer: [UInt8] = []
  private var paste: [UInt8]?
  private var quietFlushes = 0
  /// Esc was given out by a flush and its tail may still come.
  private var escapeGivenOut = false
  /// The Esc that starts `buffer` was already given out.
  private var isLate = false

  package init() {}

  /// Whether the caller should come back with `flushPending()` when nothing more arrives.
  package var isPending: Bool { paste == nil && (!buffer.isEmpty || escapeGivenOut) }

  /// Whether a paste has begun and not ended.
  package var isPasting: Bool { paste != nil }

  /// Takes what one read gave and returns the events that are complete.
  package mutating func feed(_ bytes: [UInt8]) -> [KeyEvent] {
    guard let first = bytes.first else { return [] }
    quietFlushes = 0
    if escapeGivenOut, buffer.isEmpty, paste == nil, first == 0x5B || first == 0x4F {
      buffer.append(0x1B)
      isLate = true
    }
    escapeGivenOut = false
    buffer += bytes
    return drain()
  }

  /// Called after a quiet time: gives out a lone Esc, and gives up on what will not be finished.
  package mutating func flushPending() -> [KeyEvent] {
    guard paste == nil else { return [] }
    quietFlushes += 1
    if buffer == [0x1B] {
      buffer = []
      escapeGivenOut = true
      quietFlushes = 0
      return [.escape]
    }
    if buffer.count == 2, buffer[0] == 0x1B, startsString(buffer[1]) {
      let letter = Character(Unicode.Scalar(buffer[1]))
      buffer = []
      return [.alt(letter)]
    }
    guard quietFlushes >= Self.patience else { return [] }
    let unfinished = buffer
    let wasLate = isLate
    buffer = []
    isLate = false
    escapeGivenOut = false
    quietFlushes = 0
    if unfinished.first != 0x1B { return unfinished.isEmpty ? [] : [.character("\u{FFFD}")] }
    guard unfinished.count == 2 else { return [] }
    let letter = Character(Unicode.Scalar(unfinished[1]))
    return [wasLate ? .character(letter) : .alt(letter)]
  }

  /// Ends a paste whose end never came, for a caller that has waited long enough.
  package mutating func abandonPaste() -> [KeyEvent] {
    guard let text = paste else { return [] }
    paste = nil
    let rest = buffer
    buffer = []
    return [.paste(pastedText(text + rest))]
  }

  private mutating func drain() -> [KeyEvent] {
    var events: [KeyEvent] = []
    var index = 0
    scan: while index < buffer.count {
      if paste != nil {
        guard continuePaste(&index, &events) else { break scan }
        continue
      }
      switch keyAt(index, in: buffer, late: isLate) {
      case .key(let event, let length):
        events.append(event)
        index += length
      case .nothing(let length):
        index += length
      case .pasteStart(let length):
        paste = []
        index += length
      case .unfinished:
        break scan
      }
      isLate = false
    }
    buffer.removeFirst(index)
    if buffer.isEmpty { isLate = false }
    if paste == nil, buffer.count > 4096 { buffer.removeLast(buffer.count - 2) }
    return events
  }

  /// Moves pasted bytes over; false when the end mark has not come yet.
  private mutating func continuePaste(_ index: inout Int, _ events: inout [KeyEvent]) -> Bool {
    let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var place = index
    var matched = 0
    while place < buffer.count {
      if buffer[place] == mark[matched] {
        matched += 1
        place += 1
        if matched == mark.count { break }
      } else if matched > 0 {
        place -= matched - 1
        matched = 0
      } else {
        place += 1
      }
    }
    let end = place - matched
    if var text = paste {
      let room = Self.pasteLimit - text.count
      text += buffer[index..<min(end, index + max(0, room))]
      paste = text
    }
    guard matched == mark.count else {
      index = end
      return false
    }
    index = place
    events.append(.paste(pastedText(paste ?? [])))
    paste = nil
    return true
  }
}
