import Complaints

extension CommandRun {
  /// Where the journal is: `--data`, `$REDRESS_DATA`, `$XDG_DATA_HOME/redress`, `~/.local/share/redress`.
  func dataDirectory() -> String {
    if let given = request.options["data"], !given.isEmpty { return given }
    let environment = surroundings.environment
    if let given = environment["REDRESS_DATA"], !given.isEmpty { return given }
    if let base = environment["XDG_DATA_HOME"], !base.isEmpty { return base + "/redress" }
    return surroundings.home + "/.local/share/redress"
  }

  /// Where this person's settings are: theme, keys, saved views.
  ///
  /// Under `--locked` everybody shares one account: each login has its own beside the journal.
  func settingsDirectory() -> String {
    if request.flags.contains("locked"), let login = request.options["as"].flatMap({ StaffLogin($0) }) {
      return dataDirectory() + "/settings/" + login.text
    }
    if let base = surroundings.environment["XDG_CONFIG_HOME"], !base.isEmpty { return base + "/redress" }
    return surroundings.home + "/.config/redress"
  }
}
