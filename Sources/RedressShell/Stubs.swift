extension CommandRun {
  func bench() throws(ShellFailure) {}
  func desk() throws(ShellFailure) {}
  func demo() throws(ShellFailure) {}
}
