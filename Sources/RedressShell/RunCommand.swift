import Clocks
import Glibc
import PlainText
import SettingsFiles

/// The release this program is.
package let version = "0.1.0"

/// Runs the program as this process, and ends it.
package func runProgram() -> Never {
  if CommandLine.arguments.contains("--locked") { clearEnvironment() }
  exit(run(.system()))
}

/// Runs the program once in those surroundings and returns its exit status.
package func run(_ surroundings: Surroundings) -> Int32 {
  let output = Output(write: surroundings.write, writeError: surroundings.writeError)
  defer { output.flush() }
  do throws(ShellFailure) {
    let request = try forced(try readArguments(surroundings.arguments), surroundings.environment)
    let zone: ZoneTable
    do {
      zone = try londonZoneTable()
    } catch {
      throw .storage(zoneSentence(error))
    }
    try CommandRun(surroundings: surroundings, request: request, output: output, zone: zone).perform()
    return ExitStatus.done.rawValue
  } catch {
    if let sentence = error.sentence { output.error(sentence) }
    return error.status.rawValue
  }
}

/// Without London's clock changes no day may be told.
private func zoneSentence(_ failure: ZoneFailure) -> String {
  switch failure {
  case .zoneMissing(let name): "the system has no time zone " + name + ": no day can be told; install tzdata"
  case .zoneWrong(let name, _):
    "the system's time zone " + name + " has no summer time: no day can be told; repair tzdata"
  }
}

extension CommandRun {
  /// Does what was asked.
  func perform() throws(ShellFailure) {
    if request.flags.contains("help"), request.command != "help" { return try help(request.command) }
    switch request.command {
    case "": try desk()
    case "demo": try demo()
    case "init": try initialise()
    case "staff": try staff()
    case "homes": try homes()
    case "intake": try intake()
    case "import": try importCSV()
    case "act": try act()
    case "hand-over": try handOver()
    case "list": try list()
    case "find": try find()
    case "show": try show()
    case "timeline": try timeline()
    case "history": try history()
    case "why": try why()
    case "clocks": try clocks()
    case "workdays": try workdays()
    case "profile": try profile()
    case "calendar": try calendar()
    case "report": try report()
    case "export": try export()
    case "disclosures": try disclosures()
    case "letter": try letter()
    case "pack": try pack()
    case "outbox": try outbox()
    case "template": try template()
    case "verify": try verify()
    case "recover": try recover()
    case "backup": try backUp()
    case "restore": try restore()
    case "redact": try redact()
    case "dispose": try dispose()
    case "follow": try follow()
    case "doctor": try doctor()
    case "help": try help(request.words.first ?? "")
    case "completions": try completions()
    case "man": manual()
    case "version": output.line("redress " + version)
    case "bench": try bench()
    case let other: throw .unknownCommand(other, nearest: nil)
    }
  }
}
