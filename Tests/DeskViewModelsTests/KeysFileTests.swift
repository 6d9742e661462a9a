import DeskViewModels
import TextCanvas
import Testing

@Suite struct `Keys of one's own` {
  @Test func `a command moves to the keys named, and footer, help and command line show them`() {
    var practice = PracticeDesk.sample()
    practice.settings.keymap = KeysFile("new = N f2\nhelp = ctrl-g f1\n").keymap
    practice.press("2")
    #expect(practice.row(23).contains("N new"))
    #expect(!practice.row(23).contains(" n new"))
    practice.press("n")
    #expect(!practice.screen().contains("New contact"))
    practice.press("N")
    #expect(practice.screen().contains("New contact"))
    practice.press("<esc><ctrl-g>new contact")
    #expect(practice.screen().contains("N F2"))
    practice.press("<esc>:new")
    #expect(practice.screen().contains("new                N "))
  }

  @Test func `a notice names the key as it is bound`() {
    var practice = PracticeDesk.sample()
    practice.settings.keymap = KeysFile("freeze = F").keymap
    practice.press("F")
    #expect(practice.row(23).contains("frozen until F."))
  }

  @Test func `a key of another command that has more is taken from it`() {
    let file = KeysFile("sort = l")
    #expect(file.problems.isEmpty)
    #expect(file.keymap.command(.character("l"), in: .desk) == .sort)
    #expect(file.keymap.command(.enter, in: .desk) == .open)
    #expect(file.keymap.clashes.isEmpty)
  }

  @Test func `two commands may change places`() {
    let file = KeysFile("extend = r\nrespond = x")
    #expect(file.problems.isEmpty)
    #expect(file.keymap.command(.character("r"), in: .desk) == .extend)
    #expect(file.keymap.command(.character("x"), in: .desk) == .respond)
  }

  @Test(arguments: [
    ("# mine\nextend = r", 2, "r is the only key of respond; give that another key first"),
    ("extend = E\nrespond = E", 2, "E is extend already, in line 1"),
    ("extend = E\n\nextend = F", 3, "extend has its keys in line 1 already"),
    ("extend E", 1, "expected COMMAND = KEY; no = is there"),
    ("fly = E", 1, "there is no command \"fly\" there; ? lists the commands"),
    (
      "kitchen.extend = E", 1,
      "\"kitchen\" is no place for keys; there are desk, sheet, picker, choice, reading"
    ),
    ("extend = hyper-e", 1, "\"hyper-e\" is no key; write x, X, ctrl-x, alt-x, f5, space, enter, pgup …"),
    ("extend = ctrl-i", 1, "a terminal sends ctrl-i as tab; choose another key"),
    ("sheet.confirm = y", 1, "\"y\" is text in a sheet; choose a ctrl-, alt- or function key"),
    ("sheet.cancel =", 1, "cancel must keep a key: there would be no way on without it"),
  ]) func `a line that cannot be taken is named, and the keys stay as they were`(
    _ text: String, _ line: Int, _ why: String
  ) {
    let file = KeysFile(text)
    #expect(file.problems.map(\.sentence) == ["keys.conf line \(line): \(why)"])
    #expect(file.keymap.clashes.isEmpty)
    #expect(file.keymap.command(.escape, in: .sheet) == .cancel)
  }

  @Test func `the good lines hold beside the bad`() {
    let file = KeysFile("fly = E\nextend = E\n")
    #expect(file.problems.count == 1)
    #expect(file.keymap.command(.character("E"), in: .desk) == .extend)
  }

  @Test func `what was not taken is listed under help`() {
    var practice = PracticeDesk.sample()
    practice.settings.problems = KeysFile("fly = E").problems.map(\.sentence)
    practice.press("?")
    #expect(practice.screen().contains("keys.conf line 1: there is no command"))
  }

  @Test func `no command of the desk has two keys that clash, and none has two rows`() {
    #expect(Keymap.standard.clashes.isEmpty)
    for context in KeyContext.allCases {
      let commands = Keymap.standard.bindings.filter { $0.context == context }.map(\.command)
      #expect(Set(commands).count == commands.count, "\(context)")
    }
  }
}
