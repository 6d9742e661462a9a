package import Clocks

/// The world around one run of the program: what it was told, who runs it, where its words go.
///
/// Tests give their own; `Surroundings.system()` is the real one.
package struct Surroundings {
  /// Without the program's own name.
  package var arguments: [String]
  package var environment: [String: String]
  /// The account that runs it (`getpwuid(getuid())`), never `$USER`.
  package var account: String
  package var home: String
  /// The clock of the machine.
  package var clock: () -> Moment
  /// More bytes of standard input; empty at its end.
  package var read: () -> [UInt8]
  package var write: ([UInt8]) -> Void
  package var writeError: ([UInt8]) -> Void
  /// Whether `follow` goes on; tests end it.
  package var keepsFollowing: () -> Bool = { true }
  package var inputIsTerminal = false
  package var outputIsTerminal = false
  package var errorIsTerminal = false

  package init(
    arguments: [String], environment: [String: String], account: String, home: String,
    clock: @escaping () -> Moment, read: @escaping () -> [UInt8], write: @escaping ([UInt8]) -> Void,
    writeError: @escaping ([UInt8]) -> Void
  ) {
    self.arguments = arguments
    self.environment = environment
    self.account = account
    self.home = home
    self.clock = clock
    self.read = read
    self.write = write
    self.writeError = writeError
  }
}
