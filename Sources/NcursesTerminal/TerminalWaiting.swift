import Glibc

/// What a wait ended with; nothing true means the time was up or a signal came.
package struct Ready: Hashable, Sendable {
  /// Keys can be read.
  package var input = false
  /// `takeSignals()` has something.
  package var signals = false
  /// Those of the caller's descriptors that can be read.
  package var others: [Int32] = []

  /// Nothing is ready.
  package init() {}

  /// Whether the time was up, or a signal cut the wait short, with nothing to read.
  package var isNothing: Bool { self == Ready() }
}

extension TerminalSession {
  /// Waits for keys, signals or the caller's descriptors.
  ///
  /// - Parameters:
  ///   - milliseconds: nil waits for ever.
  ///   - descriptors: further descriptors to watch, such as inotify's.
  /// - Returns: what can be read.
  package func wait(milliseconds: Int?, also descriptors: [Int32] = []) -> Ready {
    let watched = [inputDescriptor, signalDescriptor] + descriptors
    var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    // unsafe: poll(2) writes only into the entries it is given.
    let count = unsafe poll(&polled, nfds_t(polled.count), timeout)
    guard count > 0 else { return Ready() }
    var ready = Ready()
    // A closed terminal is readable: read() then finds the end and reports it as a hang-up.
    ready.input = polled[0].revents != 0
    ready.signals = polled[1].revents != 0
    for (entry, descriptor) in zip(polled.dropFirst(2), descriptors) where entry.revents != 0 {
      ready.others.append(descriptor)
    }
    return ready
  }
}

/// Whether a read from the terminal would not block.
func isReadable(_ descriptor: Int32) -> Bool {
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  // unsafe: one entry, written during the call.
  return unsafe poll(&polled, 1, 0) > 0
}

/// What one read(2) gave.
enum ReadPart {
  case bytes([UInt8])
  case interrupted
  /// The terminal is gone.
  case ended
}

/// Reads up to 4 KiB from a descriptor that is readable.
func readPart(_ descriptor: Int32) -> ReadPart {
  var code: Int32 = 0
  // unsafe: read(2) fills at most the capacity it is told.
  let part = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
    let got = unsafe read(descriptor, buffer.baseAddress, 4096)
    code = got < 0 ? errno : 0
    count = max(0, got)
  }
  if code == EINTR || code == EAGAIN { return .interrupted }
  return part.isEmpty ? .ended : .bytes(part)
}
