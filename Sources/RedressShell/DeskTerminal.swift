import NcursesTerminal
import SettingsFiles
import TextCanvas

/// The terminal the desk is on, with the theme it is drawn in.
final class DeskTerminal {
  var session: TerminalSession
  private(set) var theme: Theme
  private(set) var themeName: String
  private let settings: String
  /// When the theme's own file was last written, as far as it was looked at.
  private var stamp: String?

  init(_ options: TerminalOptions, theme name: String, settings: String) throws(TerminalFailure) {
    self.settings = settings
    theme = .plain
    themeName = name
    session = try TerminalSession(options)
  }

  /// Draws in that theme from now on; what was wrong with it, where another stands in.
  func use(theme name: String) -> String? {
    let loaded = loadTheme(named: name, settings: settings)
    theme = loaded.theme
    themeName = loaded.theme.name
    stamp = themeStamp(named: themeName, settings: settings)
    return loaded.problem
  }

  var themes: [String] { themeNames(settings: settings) }

  /// Frames and signs of ASCII only.
  var isAscii = false

  func show(_ grid: TextGrid) {
    session.show(isAscii || !session.speaksUnicode ? grid.withAsciiSigns : grid, theme: theme)
  }

  /// Draws in the theme as its file is now, where it was written since; what is wrong with it, empty for nothing.
  ///
  /// A file that cannot be read while it is being changed leaves the colours as they are.
  func lookAgain() -> String? {
    let now = themeStamp(named: themeName, settings: settings)
    guard now != stamp else { return nil }
    stamp = now
    let loaded = loadTheme(named: themeName, settings: settings)
    if let problem = loaded.problem { return problem }
    theme = loaded.theme
    return ""
  }

  /// One line in the middle of an empty screen, while the journal is read.
  func showReading(_ part: Int, of whole: Int) {
    var grid = TextGrid(size: session.size)
    let percent = whole > 0 ? min(100, part * 100 / whole) : 0
    let text = "reading the journal … " + String(percent) + " %"
    let column = max(0, (session.size.columns - displayWidth(text)) / 2)
    _ = grid.put(text, at: Point(column: column, row: session.size.rows / 2))
    show(grid)
  }
}
