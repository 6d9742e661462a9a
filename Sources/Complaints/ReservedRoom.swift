extension Array {
  /// Makes room for that many elements and tells where it lies, for whoever knows what the system should make of it.
  ///
  /// `tell` gets the bytes the elements will take: nothing is there to be read yet.
  package mutating func reserveRoom(for count: Int, _ tell: (UnsafeRawBufferPointer) -> Void) {
    reserveCapacity(count)
    let bytes = capacity * MemoryLayout<Element>.stride
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      // SAFETY: an array's elements lie side by side from its base address, with room for as many as it has
      // capacity; the pointer does not outlive the call.
      unsafe tell(UnsafeRawBufferPointer(start: start, count: bytes))
    }
  }
}
