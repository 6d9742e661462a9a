import Complaints

extension CommandRun {
  /// `man`: the manual page in roff, from the table of commands, the catalogue of actions and the help pages.
  func manual() { output.line(ManualPage.text) }
}

/// The manual page `redress(1)`; `redress man | man -l -` shows it.
enum ManualPage {
  static var text: String {
    var page = [
      ".TH REDRESS 1 \"\" \"redress " + version + "\" \"User Commands\"",
      ".SH NAME",
      "redress \\- complaints of a social landlord, from first contact to last promise",
      ".SH SYNOPSIS",
      ".B redress",
      "[\\-\\-data DIR] [\\-\\-theme NAME]",
      ".br",
      ".B redress",
      "COMMAND [ARGUMENTS] [\\-\\-data DIR] [\\-\\-json]",
      ".SH DESCRIPTION",
      "Without a command the desk opens: queue, case and timeline on one screen, ? for its keys.",
      "Every command does what the desk does, by the same rules and with the same refusals.",
      ".SH COMMANDS",
    ]
    for spec in CommandTable.all where spec.casual {
      page += [
        ".TP", "\\fB" + roff(spec.name) + "\\fR" + (spec.synopsis.isEmpty ? "" : " " + roff(spec.synopsis)),
        roff(spec.summary.prefix(1).uppercased() + spec.summary.dropFirst() + "."),
      ]
    }
    page += [".SH ACTIONS", "What " + "\\fBact\\fR" + " can do to a case; fields with ? may be left out."]
    for action in ActionCatalogue.all {
      let fields = action.fields.map { $0.name + ($0.required ? "" : "?") }.joined(separator: " ")
      page += [
        ".TP", "\\fB" + roff(action.name.rawValue) + "\\fR" + (fields.isEmpty ? "" : " " + roff(fields)),
        roff(action.title.prefix(1).uppercased() + action.title.dropFirst() + "."),
      ]
    }
    for topic in HelpPages.topics {
      guard let text = HelpPages.page(topic), topic != "import-map" else { continue }
      page += [".SH " + topic.uppercased(), ".nf"]
      page += text.split(separator: "\n", omittingEmptySubsequences: false).map { roff(String($0)) }
      page.append(".fi")
    }
    page += [
      ".SH EXIT STATUS", "0 done, 1 refused by a rule or nothing found, 2 usage, 3 the journal is damaged,",
      "4 busy or storage failed.",
      ".SH FILES",
      roff("Data: --data, else $REDRESS_DATA, else $XDG_DATA_HOME/redress, else ~/.local/share/redress."),
      roff("Settings of a person: $XDG_CONFIG_HOME/redress, else ~/.config/redress."),
    ]
    return page.joined(separator: "\n")
  }

  /// Text that roff takes for itself: no line is a request, and every sign is the sign.
  private static func roff(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": safe += "\\e"
      case "-": safe += "\\-"
      case _ where scalar.isASCII: safe.unicodeScalars.append(scalar)
      default:
        // By its number: a roff that does not read UTF-8 shows it all the same.
        let digits = String(scalar.value, radix: 16, uppercase: true)
        safe += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
      }
    }
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
