import Complaints

extension CommandRun {
  /// `help`, and `help TOPIC`.
  func help(_ topic: String) throws(ShellFailure) {
    if topic.isEmpty { return overview() }
    if let page = HelpPages.page(topic), CommandTable.spec(topic) == nil { return output.line(page) }
    guard let spec = CommandTable.spec(topic) else {
      throw .noTopic(topic, nearest: nearest(topic, among: CommandTable.all.map(\.name) + HelpPages.topics))
    }
    output.line("redress " + spec.name + (spec.synopsis.isEmpty ? "" : " " + spec.synopsis))
    output.line("  " + spec.summary)
    if let page = HelpPages.page(topic) {
      output.line()
      output.line(page)
    }
  }

  private func overview() {
    output.line("redress: complaints of a social landlord, from first contact to last promise")
    output.line()
    output.line("redress [--data DIR] [--theme NAME] [--plain]   open the desk, or its dialogue of lines")
    output.line("redress COMMAND [ARGUMENTS] [--data DIR] [--json]")
    output.line()
    table(CommandTable.all.filter(\.casual).map { ["  " + $0.name, $0.summary] })
    output.line()
    output.line(
      "redress help COMMAND explains one; help profile, help journal, query and keys explain those.")
    output.line("Data: --data, else $REDRESS_DATA, else $XDG_DATA_HOME/redress, else ~/.local/share/redress.")
    output.line(
      "Exit status: 0 done, 1 refused or nothing found, 2 usage, 3 journal damaged, 4 busy or storage.")
  }

  /// `act --list`: every action, its fields and who may.
  func listActions() {
    for action in ActionCatalogue.all {
      let roles = action.roles.map(\.rawValue).joined(separator: ", ")
      if json {
        output.json(actionRecord(action))
      } else {
        output.line(action.name.rawValue + "  " + action.title + " (" + roles + ")")
        table(action.fields.map { ["    " + $0.name + ($0.required ? "" : "?"), fieldWords($0)] })
      }
    }
    if !json {
      output.line("occurred?  every action takes it: when it happened, a date or an instant; default now")
    }
  }
}
