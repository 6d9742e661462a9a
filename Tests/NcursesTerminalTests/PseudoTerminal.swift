import Glibc

/// A terminal of the test's own: the session gets one end, the test plays the person at the other.
final class PseudoTerminal {
  let person: Int32
  let program: Int32

  init(columns: UInt16, rows: UInt16) {
    // unsafe here: paths are C strings and numbers are written, all during the call. TIOCSPTLCK and TIOCGPTN by
    // number, as the macros and posix_openpt are hidden from Swift.
    person = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var locked: Int32 = 0
    _ = unsafe ioctl(person, 0x4004_5431, &locked)
    var number: Int32 = 0
    _ = unsafe ioctl(person, 0x8004_5430, &number)
    program = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(program)
    close(person)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    // unsafe: the size is read during the call.
    _ = unsafe ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  func type(_ bytes: [UInt8]) {
    // unsafe: write(2) reads the array's bytes.
    _ = unsafe write(person, bytes, bytes.count)
  }

  /// What the program has sent, and in how many writes at most.
  func received() -> String {
    var bytes: [UInt8] = []
    while true {
      var waiting = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      // unsafe: one entry, written during the call.
      guard unsafe poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 else { break }
      var part = [UInt8](repeating: 0, count: 65536)
      // unsafe: read(2) fills at most the array.
      let got = unsafe read(person, &part, part.count)
      guard got > 0 else { break }
      bytes += part[..<got]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether lines are edited and echoed, as a shell needs it.
  var isCooked: Bool {
    var settings = termios()
    // unsafe: the settings are written during the call.
    _ = unsafe tcgetattr(program, &settings)
    return settings.c_lflag & UInt32(ICANON) != 0 && settings.c_lflag & UInt32(ECHO) != 0
      && settings.c_lflag & UInt32(ISIG) != 0
  }
}
