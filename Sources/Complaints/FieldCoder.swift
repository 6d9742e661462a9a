package import Clocks

/// Takes the fields of a value one after another, to write them down or to read them back.
///
/// One list of fields (`RowCoding`, `RegisterCoding`) does both, so that neither way can forget one. What is
/// read was written by anybody: every value is checked before it becomes one of ours.
package protocol FieldCoder {
  /// Whether fields are set from bytes; else bytes are made from fields.
  static var reads: Bool { get }
  /// A number of that many bytes, 1, 2, 4 or 8: the one given, or the one read.
  mutating func number(_ value: UInt64, bytes: Int) -> UInt64
  mutating func text(_ value: String) -> String
  mutating func login(_ value: StaffLogin?) -> StaffLogin?
  /// Notes that what was read cannot be.
  mutating func fail()
  /// Whether nothing that was read failed.
  var isSound: Bool { get }
}

extension FieldCoder {
  @inline(__always)
  package mutating func code<Number: FixedWidthInteger>(_ value: inout Number) {
    let read = number(UInt64(truncatingIfNeeded: value), bytes: Number.bitWidth / 8)
    if Self.reads { value = Number(truncatingIfNeeded: read) }
  }

  /// A number that may not be more than `most`.
  package mutating func code<Number: FixedWidthInteger>(_ value: inout Number, most: Number) {
    code(&value)
    if Self.reads, value > most { fail() }
  }

  package mutating func code(_ value: inout Bool) {
    var bit: UInt8 = value ? 1 : 0
    code(&bit, most: 1)
    if Self.reads { value = bit == 1 }
  }

  /// One of a few words, by its place among them.
  @inline(__always)
  package mutating func code<Word: Equatable>(_ value: inout Word, among words: [Word]) {
    var place: UInt8 = 0
    if !Self.reads { place = UInt8(words.firstIndex(of: value) ?? 255) }
    code(&place)
    guard Self.reads else { return }
    if Int(place) < words.count { value = words[Int(place)] } else { fail() }
  }

  @inline(__always)
  package mutating func code<Word: Equatable>(_ value: inout Word?, among words: [Word]) {
    var place: UInt8 = 0
    if !Self.reads, let value { place = UInt8(words.firstIndex(of: value) ?? 254) + 1 }
    code(&place)
    guard Self.reads else { return }
    if Int(place) > words.count { fail() }
    value = place > 0 && Int(place) <= words.count ? words[Int(place) - 1] : nil
  }

  package mutating func code(_ value: inout CalendarDay) {
    var day = value.number
    code(&day)
    guard Self.reads else { return }
    value = CalendarDay(number: day)
    // Days far out would overflow where days are added: only years 1 to 9999, and "long before any case".
    if !(-720_000...2_932_896).contains(day) { fail() }
  }

  package mutating func code(_ value: inout CalendarDay?) {
    var day = value?.number ?? .min
    code(&day)
    guard Self.reads else { return }
    value = day == .min ? nil : CalendarDay(number: day)
    if day != .min, !(-720_000...2_932_896).contains(day) { fail() }
  }

  package mutating func code(_ value: inout SecondOfDay) {
    var seconds = value.raw
    code(&seconds)
    if Self.reads { value = SecondOfDay(raw: seconds) }
  }

  package mutating func code(_ value: inout Moment) {
    var time = value.microseconds
    code(&time)
    guard Self.reads else { return }
    value = Moment(microseconds: time)
    if time.magnitude > 400_000_000_000_000_000 { fail() }
  }

  package mutating func code(_ value: inout Moment?) {
    var known = value != nil
    code(&known)
    var moment = value ?? Moment(microseconds: 0)
    code(&moment)
    if Self.reads { value = known ? moment : nil }
  }

  package mutating func code(_ value: inout Stage?) {
    var number = UInt8(value?.number ?? 0)
    code(&number, most: 4)
    if Self.reads { value = Stage(Int(number)) }
  }

  package mutating func code(_ value: inout PersonNumber?) {
    var number = value?.value ?? 0
    code(&number, most: .max - 1)
    if Self.reads { value = number == 0 ? nil : PersonNumber(value: number) }
  }

  package mutating func code(_ value: inout TextPlace) {
    var packed = value.packed
    code(&packed)
    if Self.reads { value = TextPlace(packed: packed) }
  }

  package mutating func code(_ value: inout String) {
    let read = text(value)
    if Self.reads { value = read }
  }

  package mutating func code(_ value: inout StaffLogin?) {
    let read = login(value)
    if Self.reads { value = read }
  }

  /// As many values as were given, or as many as were written; `blank` is what each is read into.
  package mutating func code<Value>(
    _ list: inout [Value], blank: Value, _ each: (inout Value, inout Self) -> Void
  ) {
    var count = UInt32(clamping: list.count)
    // Nothing that is listed comes by the million: a count that says so was never written by us.
    code(&count, most: 1 << 20)
    guard Self.reads else {
      for var value in list { each(&value, &self) }
      return
    }
    list = []
    for _ in 0..<count {
      var value = blank
      each(&value, &self)
      guard isSound else { return }
      list.append(value)
    }
  }
}
