/// Under `--locked`, what the person at the other end of the line asked for, as the same person in the same place.
///
/// `SSH_ORIGINAL_COMMAND` is split on spaces without a shell; what the forced command fixed cannot be changed.
func forced(_ fixed: Request, _ environment: [String: String]) throws(ShellFailure) -> Request {
  guard fixed.flags.contains("locked") else { return fixed }
  guard fixed.options["as"] != nil else { throw .lockedWithoutName }
  guard let line = environment["SSH_ORIGINAL_COMMAND"], !line.isEmpty, fixed.command.isEmpty else {
    return fixed
  }
  var words = line.split(separator: " ").map(String.init)
  if words.first == "redress" { words.removeFirst() }
  var asked = try readArguments(words)
  for name in ["data", "as"] where asked.options[name] != nil { throw .fixedByForcedCommand(name) }
  asked.options.merge(fixed.options) { $1 }
  asked.flags.formUnion(fixed.flags)
  return asked
}
