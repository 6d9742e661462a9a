extension CommandRun {
  func bench() throws(ShellFailure) {}
}
