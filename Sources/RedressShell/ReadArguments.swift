/// What the command line asked for, checked against the table of commands.
struct Request: Hashable, Sendable {
  /// Empty for the desk.
  var command = ""
  var words: [String] = []
  var options: [String: String] = [:]
  var flags: Set<String> = []

  var json: Bool { flags.contains("json") }
}

/// Reads the command line.
///
/// Options may stand anywhere and begin with two dashes (a word of a query may begin with one); `--` ends
/// them; `--name=value` and `--name value` are the same.
func readArguments(_ arguments: [String]) throws(ShellFailure) -> Request {
  var request = Request()
  var words: [String] = []
  var at = 0
  var optionsEnded = false
  while at < arguments.count {
    let argument = arguments[at]
    at += 1
    guard !optionsEnded, argument.hasPrefix("--") || (argument == "-h" && words.isEmpty) else {
      words.append(argument)
      continue
    }
    if argument == "--" {
      optionsEnded = true
      continue
    }
    let body = argument == "-h" ? "help" : String(argument.dropFirst(2))
    let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    if valueOptions.contains(name) {
      if parts.count > 1 {
        request.options[name] = parts[1]
      } else if at < arguments.count {
        request.options[name] = arguments[at]
        at += 1
      } else {
        throw .missingValue(option: name)
      }
    } else if flags.contains(name) {
      if parts.count > 1 { throw .valueNotTaken(option: name) }
      request.flags.insert(name)
    } else {
      throw .unknownOption(name, nearest: nearest(name, among: valueOptions + flags))
    }
  }
  return try checked(request, words)
}

private let valueOptions = CommandTable.commonOptions + CommandTable.all.flatMap(\.options)
private let flags = CommandTable.commonFlags + CommandTable.all.flatMap(\.flags) + ["version"]

/// The request with its command named and its options and words held against that command's entry.
private func checked(_ given: Request, _ words: [String]) throws(ShellFailure) -> Request {
  var request = given
  var words = words
  if request.flags.remove("version") != nil { words = ["version"] }
  if !words.isEmpty { request.command = words.removeFirst() }
  request.words = words
  if request.command.isEmpty, request.flags.contains("help") { request.command = "help" }
  guard !request.command.isEmpty else {
    try checkOptions(request, options: [], flags: [])
    return request
  }
  guard let spec = CommandTable.spec(request.command) else {
    throw .unknownCommand(
      request.command, nearest: nearest(request.command, among: CommandTable.all.map(\.name)))
  }
  try checkOptions(request, options: spec.options, flags: spec.flags)
  if request.flags.contains("help") { return request }
  if words.count < spec.words.lowerBound, request.flags.isDisjoint(with: ["list"]) {
    throw .tooFewWords(spec.name)
  }
  if words.count > spec.words.upperBound {
    throw .tooManyWords(spec.name, extra: words[spec.words.upperBound])
  }
  return request
}

private func checkOptions(_ request: Request, options: [String], flags: [String]) throws(ShellFailure) {
  let allowed = options + flags + CommandTable.commonOptions + CommandTable.commonFlags
  for name in (Array(request.options.keys) + request.flags).sorted() where !allowed.contains(name) {
    throw .optionOfAnother(name, command: request.command)
  }
}
