import CNcurses
import CTerminalRescue
import Glibc
package import TextCanvas

/// The terminal while the desk is on it: cells out through ncurses, raw bytes in, and given back on every way out.
///
/// One at a time. What the terminal needs to be left as it was lives in `CTerminalRescue`, where signal handlers
/// and `exit` find it; dropping the session, or `restore()`, does the same in good order.
package struct TerminalSession: ~Copyable {
  private var options: TerminalOptions
  private var frame: FrameWriter
  /// The input end was closed: reported with the next signals.
  private var inputEnded = false
  /// The size in cells.
  package private(set) var size: Size
  /// How many colours are used.
  package let depth: ColourDepth
  /// The name ncurses knows the terminal by; another than `TERM` when that was not known.
  package let terminalName: String
  /// Whether characters beyond ASCII can be drawn.
  package let speaksUnicode: Bool

  /// Takes the terminal over.
  ///
  /// - Parameter options: how it is to be used.
  /// - Throws: when there is no terminal, or none that can place its cursor.
  package init(_ options: TerminalOptions) throws(TerminalFailure) {
    let opened = try openTerminal(options)
    self.options = options
    terminalName = opened.name
    speaksUnicode = opened.speaksUnicode
    depth = colourDepth(noColour: options.noColour)
    frame = FrameWriter(depth: depth)
    size = Size(columns: Int(cnc_columns()), rows: Int(cnc_rows()))
    takeOver()
    fitToTerminal()
  }

  deinit { giveBack() }

  /// Gives the terminal back as it was found; nothing can be shown after that.
  package mutating func restore() {
    giveBack()
  }

  /// Readable when keys have arrived.
  package var inputDescriptor: Int32 { options.input }

  /// Readable when a signal has arrived.
  package var signalDescriptor: Int32 { rescue_descriptor() }

  /// The bytes waiting, all of them, so that a held key costs one frame; empty when there are none.
  package mutating func read() -> [UInt8] {
    let limit = 256 * 1024
    var bytes: [UInt8] = []
    while bytes.count < limit, !inputEnded, isReadable(options.input) {
      switch readPart(options.input) {
      case .bytes(let part): bytes += part
      case .interrupted: continue
      case .ended: inputEnded = true
      }
    }
    return bytes
  }

  /// The signals that have arrived since the last call; a changed size is already taken up.
  package mutating func takeSignals() -> Set<TerminalSignal> {
    let bits = rescue_take_signals()
    var signals: Set<TerminalSignal> = []
    if bits & UInt32(RESCUE_RESIZED) != 0 {
      signals.insert(.resized)
      fitToTerminal()
    }
    if bits & UInt32(RESCUE_TERMINATE) != 0 { signals.insert(.terminate) }
    if bits & UInt32(RESCUE_HANG_UP) != 0 || inputEnded { signals.insert(.hangUp) }
    if bits & UInt32(RESCUE_SUSPEND) != 0 { signals.insert(.suspend) }
    if bits & UInt32(RESCUE_CONTINUED) != 0 {
      signals.insert(.continued)
      // Stopped from outside, perhaps with a shell on the same terminal in between.
      takeOver()
      fitToTerminal()
      redrawFromNothing()
    }
    return signals
  }

  /// Puts the grid on the screen; only rows that changed since the last one go out.
  package mutating func show(_ grid: TextGrid, theme: Theme) {
    frame.show(grid, theme: theme, on: size)
  }

  /// The next frame is sent whole, whatever the terminal shows now: Ctrl-L.
  package mutating func redrawFromNothing() {
    cnc_forget_screen()
    frame.forget()
  }

  /// Sends a sequence of our own, such as OSC 52 or the title, between frames.
  ///
  /// - Parameter bytes: must not move the cursor or write text; outside text may not be part of it unencoded.
  package func sendSequence(_ bytes: [UInt8]) {
    writeAll(bytes, to: options.output)
  }

  /// Takes clicks and the wheel from now on, or leaves them to the terminal.
  package mutating func use(mouse: Bool) {
    options.mouse = mouse
    writeAll(mouse ? switchesOn(mouse: true) : mouseOff, to: options.output)
  }

  /// Gives the terminal to another program, an editor; `resume()` takes it again.
  package mutating func suspend() {
    leave()
    rescue_pause_errors()
  }

  /// Takes the terminal again after `suspend()`; the next frame is sent whole.
  package mutating func resume() {
    rescue_resume_errors()
    takeOver()
    fitToTerminal()
    redrawFromNothing()
  }

  /// Stops the program as Ctrl-Z does in a shell, and returns when it is continued.
  package mutating func stopUntilContinued() {
    suspend()
    rescue_stop_group()
    resume()
  }

  /// Stops with a child that was stopped while it has the terminal, and returns when both are continued.
  package func stopWithChild() { rescue_stop_group() }

  private func takeOver() {
    // After endwin, the next doupdate puts raw mode and the screen back.
    reset_prog_mode()
    cnc_forget_screen()
    cnc_send(-1, 0)
    writeAll(switchesOn(mouse: options.mouse), to: options.output)
  }

  private func leave() {
    writeAll(switchesOff, to: options.output)
    endwin()
  }

  private func giveBack() {
    guard rescue_is_armed() else { return }
    leave()
    rescue_restore_terminal()
    rescue_disarm()
    rescue_release_errors()
  }

  private mutating func fitToTerminal() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    // unsafe: the two numbers are written during the call.
    guard unsafe rescue_size(options.output, &rows, &columns) else { return }
    let now = Size(columns: Int(columns), rows: Int(rows))
    guard now != size || cnc_columns() != columns || cnc_rows() != rows else { return }
    resize_term(rows, columns)
    size = now
    redrawFromNothing()
  }
}
