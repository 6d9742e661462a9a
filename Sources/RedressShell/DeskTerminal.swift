import NcursesTerminal
import SettingsFiles
import TextCanvas

/// The terminal the desk is on, with the theme it is drawn in.
final class DeskTerminal {
  var session: TerminalSession
  private(set) var theme: Theme
  private(set) var themeName: String
  private let settings: String

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
    return loaded.problem
  }

  var themes: [String] { themeNames(settings: settings) }

  func show(_ grid: TextGrid) { session.show(grid, theme: theme) }

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
