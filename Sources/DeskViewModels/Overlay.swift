import Complaints
import TextCanvas

/// What an overlay asks of the desk when a key has been pressed in it.
indirect enum OverlayWish: Hashable, Sendable {
  case close
  case effect(DeskEffect)
  /// Run a command of the desk.
  case run(DeskCommand)
  /// Go to that case.
  case open(CaseNumber)
  case push(Overlay)
  /// Record these steps; the overlay stays until the answer is there.
  case submit(Submission)
  case say(Notice)
}

/// What lies over the panes; the last of the desk's stack has the keys.
enum Overlay: Hashable, Sendable {
  case reading(ReadingScreen)
  case question(Question)

  /// Where keys are looked up while this has them.
  var context: KeyContext {
    switch self {
    case .reading, .question: .reading
    }
  }

  /// Whether letters typed here are text: then no burst is guarded against.
  var takesText: Bool {
    switch self {
    case .reading, .question: false
    }
  }
}

extension Overlay {
  /// Whether nothing of the panes can be seen behind it.
  var coversBody: Bool {
    switch self {
    case .reading: true
    case .question: false
    }
  }

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    switch self {
    case .reading(var screen):
      let wishes = screen.press(command)
      self = .reading(screen)
      return wishes
    case .question(let question): return question.press(key)
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    switch self {
    case .reading(let screen): screen.draw(on: &grid, in: body)
    case .question(let question): question.draw(on: &grid, in: body)
    }
  }

  /// Tells the overlay how much room it has.
  mutating func fit(_ size: Size) {
    switch self {
    case .reading(var screen):
      screen.size = size
      self = .reading(screen)
    case .question: break
    }
  }

  /// The journal has grown: what stands here may be read anew; what was typed stays.
  mutating func refresh(_ reader: RecordReader) {
    switch self {
    case .reading, .question: break
    }
  }

  /// The steps asked for were not all recorded.
  mutating func refused(_ why: String) {
    switch self {
    case .reading, .question: break
    }
  }

  func footer(_ keymap: Keymap) -> [FooterKey] {
    switch self {
    case .reading: keymap.footer(.reading)
    case .question(let question): [FooterKey(key: String(question.yesKey), label: question.yesLabel)]
    }
  }
}

extension Overlay {
  mutating func scroll(by step: Int) {
    switch self {
    case .reading(var screen):
      for _ in 0..<abs(step) { screen.scroll(step) }
      self = .reading(screen)
    case .question: break
    }
  }
}
