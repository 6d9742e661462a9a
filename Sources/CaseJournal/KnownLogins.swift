import Complaints

/// Logins read from bytes, each made once: a journal names the same few over and over.
struct KnownLogins {
  private struct Slot {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length = 0
    var login: StaffLogin?
  }

  private var slots = [Slot](repeating: Slot(), count: 256)

  /// The login that stands there; nil where it is none.
  mutating func login(_ bytes: Span<UInt8>, _ slice: TextSlice) -> StaffLogin? {
    guard slice.length > 0, slice.length <= 16 else { return KnownLogins.made(bytes, slice) }
    // Up to sixteen bytes as two words, which overlap or have zeros above.
    var first = wordAt(bytes, slice.start)
    var last: UInt64 = 0
    if slice.length < 8 {
      first &= 1 << UInt64(slice.length * 8) - 1
    } else {
      last = wordAt(bytes, slice.end - 8)
    }
    let mixed = (first ^ last &* 31) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(mixed >> 56)
    if slots[place].first == first, slots[place].last == last, slots[place].length == slice.length {
      return slots[place].login
    }
    let login = KnownLogins.made(bytes, slice)
    slots[place] = Slot(first: first, last: last, length: slice.length, login: login)
    return login
  }

  private static func made(_ bytes: Span<UInt8>, _ slice: TextSlice) -> StaffLogin? {
    var text: [UInt8] = []
    for at in slice.start..<slice.end { text.append(bytes[at]) }
    return StaffLogin(String(decoding: text, as: UTF8.self))
  }
}
