import CaseDocuments
import Complaints
import SettingsFiles

/// A shell whose completion can be printed.
enum CompletionShell: String, CaseIterable {
  case bash, zsh, fish
}

extension CommandRun {
  /// `completions bash|zsh|fish`: a script made from the table of commands and the catalogue of actions.
  func completions() throws(ShellFailure) {
    let name = request.words.first ?? ""
    guard let shell = CompletionShell(rawValue: name) else {
      throw .badValue("the shell", name, allowed: orList(CompletionShell.allCases.map(\.rawValue)))
    }
    switch shell {
    case .bash: output.line(CompletionScripts.bash)
    case .zsh: output.line(CompletionScripts.zsh)
    case .fish: output.line(CompletionScripts.fish)
    }
  }
}

/// What each shell wants to be told, from one table.
enum CompletionScripts {
  private static let commands = CommandTable.all.filter(\.casual)
  private static let actions = ActionCatalogue.all.map(\.name.rawValue)

  /// Options of a command with their dashes, the common ones last.
  private static func options(_ spec: CommandSpec) -> [String] {
    (spec.options + spec.flags + CommandTable.commonOptions + CommandTable.commonFlags).map { "--" + $0 }
  }

  /// Words that may stand behind a command, where they are few and known.
  private static func words(_ spec: CommandSpec) -> [String] {
    switch spec.name {
    case "help": commands.map(\.name) + HelpPages.topics
    case "completions": CompletionShell.allCases.map(\.rawValue)
    case "report": CommandRun.reportKinds
    case "export": ExportSheet.allCases.map(\.rawValue) + ["person"]
    case "profile": ["list", "show", "check", "adopt"]
    case "calendar": ["list", "add", "remove", "adopt"]
    default: []
    }
  }

  static var bash: String {
    var lines = [
      "# redress: completion for bash; source it, or put it where bash-completion looks",
      "_redress() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
      "  local command=${COMP_WORDS[1]} offered=",
      "  case $before in",
      "    --profile) offered='" + shippedProfileNames.joined(separator: " ") + "' ;;",
      "    --nation) offered='england-and-wales scotland northern-ireland' ;;",
      "    --format) offered='text markdown html csv json eml' ;;",
      "    --data|--map|--out|--to) COMPREPLY=($(compgen -f -- \"$word\")); return ;;",
      "  esac",
      "  if [[ -z $offered && $COMP_CWORD -eq 1 ]]; then",
      "    offered='" + commands.map(\.name).joined(separator: " ") + "'",
      "  elif [[ -z $offered && $command == act && $COMP_CWORD -eq 3 ]]; then",
      "    offered='" + actions.joined(separator: " ") + "'",
      "  elif [[ -z $offered ]]; then",
      "    case $command in",
    ]
    for spec in commands {
      lines.append(
        "      " + spec.name + ") offered='" + (words(spec) + options(spec)).joined(separator: " ") + "' ;;")
    }
    lines += [
      "    esac",
      "  fi",
      "  COMPREPLY=($(compgen -W \"$offered\" -- \"$word\"))",
      "  [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- \"$word\"))",
      "}",
      "complete -F _redress redress",
    ]
    return lines.joined(separator: "\n")
  }

  static var zsh: String {
    var lines = [
      "#compdef redress",
      "# redress: completion for zsh; put it as _redress in a directory of $fpath",
      "_redress() {",
      "  local -a commands actions",
      "  commands=(",
    ]
    for spec in commands { lines.append("    " + quoted(spec.name + ":" + spec.summary)) }
    lines += ["  )", "  actions=("]
    for action in ActionCatalogue.all {
      lines.append("    " + quoted(action.name.rawValue + ":" + action.title))
    }
    lines += [
      "  )",
      "  if (( CURRENT == 2 )); then _describe command commands; return; fi",
      "  if [[ $words[2] == act && $CURRENT -eq 4 ]]; then _describe action actions; return; fi",
      "  case $words[2] in",
    ]
    for spec in commands {
      let offered = (words(spec) + options(spec)).map(quoted).joined(separator: " ")
      lines.append("    " + spec.name + ") compadd -- " + offered + " ;;")
    }
    lines += ["  esac", "  _files", "}", "_redress \"$@\""]
    return lines.joined(separator: "\n")
  }

  static var fish: String {
    var lines = [
      "# redress: completion for fish; put it as redress.fish in the completions directory",
      "complete -c redress -f -n __fish_use_subcommand",
    ]
    for spec in commands {
      lines.append(
        "complete -c redress -n __fish_use_subcommand -a " + quoted(spec.name) + " -d " + quoted(spec.summary)
      )
      let seen = "-n " + quoted("__fish_seen_subcommand_from " + spec.name)
      for option in spec.options { lines.append("complete -c redress " + seen + " -l " + option + " -r") }
      for flag in spec.flags { lines.append("complete -c redress " + seen + " -l " + flag) }
      for word in words(spec) { lines.append("complete -c redress " + seen + " -a " + quoted(word)) }
    }
    for option in CommandTable.commonOptions { lines.append("complete -c redress -l " + option + " -r") }
    for flag in CommandTable.commonFlags { lines.append("complete -c redress -l " + flag) }
    for action in ActionCatalogue.all {
      lines.append(
        "complete -c redress -n '__fish_seen_subcommand_from act' -a " + quoted(action.name.rawValue) + " -d "
          + quoted(action.title))
    }
    return lines.joined(separator: "\n")
  }

  /// In single quotes as every one of the shells takes them.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "’") + "'"
  }
}
