import Testing

@Suite struct `A journal people reach through forced commands` {
  let none = ["REDRESS_NOW": ""]

  private func service() -> PracticeShell {
    let shell = PracticeShell(founded: false)
    shell.run(
      "init", "--landlord", "N", "--nation", "scotland", "--profile", "code-2024", "--service",
      environment: none)
    return shell
  }

  @Test func `it is entered only as the forced command says`() {
    let shell = service()
    #expect(
      shell.run("list", environment: none).err
        == "redress: this journal belongs to a service account; come in through the forced command\n")
    #expect(
      shell.run("list", "--locked", environment: none).err
        == "redress: --locked needs --as NAME; the forced command gives both\n")
    #expect(shell.run("staff", "--locked", "--as", "asmith", environment: none).status == 0)
    #expect(shell.run("staff", "--locked", "--as", "other", environment: none).status == 1)
  }

  @Test func `what the person asks for runs under the same name, and cannot change it`() {
    let shell = service()
    let asked = shell.run(
      "--locked", "--as", "asmith",
      environment: ["REDRESS_NOW": "", "SSH_ORIGINAL_COMMAND": "redress staff --json"])
    #expect(asked.out.hasPrefix(#"{"login":"asmith""#))
    let other = shell.run(
      "--locked", "--as", "asmith",
      environment: ["REDRESS_NOW": "", "SSH_ORIGINAL_COMMAND": "staff --as root"])
    #expect(other.err == "redress: --as is fixed by the forced command; leave it out\n")
    #expect(other.status == 2)
  }

  @Test func `no path is taken from the other end`() {
    let shell = service()
    let answer = shell.run(
      "--locked", "--as", "asmith",
      environment: ["REDRESS_NOW": "", "SSH_ORIGINAL_COMMAND": "import /etc/passwd"])
    #expect(answer.err == "redress: /etc/passwd is a path and --locked allows none; use standard input: -\n")
  }

  @Test func `a journal of accounts takes no name from a lock`() {
    let shell = PracticeShell(founded: false)
    shell.run("init", "--landlord", "N", "--nation", "scotland", "--profile", "code-2024", environment: none)
    #expect(
      shell.run("list", "--locked", "--as", "amira", environment: none).err
        == "redress: --as is for practice journals: this one is real; run it from your own account\n")
  }
}
