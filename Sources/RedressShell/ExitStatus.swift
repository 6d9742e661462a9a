/// How a run ended, as other programs read it.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Refused by a rule, or nothing found.
  case refused = 1
  case usage = 2
  case damaged = 3
  /// Busy, or storage failed.
  case storage = 4
}
