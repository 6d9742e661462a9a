/// The eight bytes from that place, the first in the lowest bits; traps outside the span.
@inline(__always)
func wordAt(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
  // SAFETY: the load is bounds-checked and any bit pattern is a valid UInt64.
  unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
}

/// A lower-case hex digit for 0…15.
@inline(__always)
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }
