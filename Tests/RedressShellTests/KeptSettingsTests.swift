import DeskViewModels
import Foundation
import TextCanvas
import Testing

@testable import RedressShell

/// A settings directory of a test's own.
private final class SettingsFolder {
  let path = FileManager.default.temporaryDirectory.path + "/redress-settings-" + UUID().uuidString
  var kept: KeptSettings { KeptSettings(directory: path + "/redress") }

  func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/redress", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/redress/" + name))
  }

  deinit { do { try FileManager.default.removeItem(atPath: path) } catch { return } }
}

@Suite struct `What a person chose for their desk` {
  @Test func `is there again at the next sitting, in files a person can read`() throws {
    let folder = SettingsFolder()
    var settings = folder.kept.desk
    #expect(settings == DeskSettings())
    settings.views = [SavedView(name: "leaks", query: "who:me \"water through\" -state:closed")]
    settings.sort = QueueSort(.person, isDescending: true)
    settings.mouse = true
    settings.lines = .ascii
    #expect(folder.kept.keep(settings) == nil)
    #expect(folder.kept.desk == settings)
    let text = try String(contentsOfFile: folder.path + "/redress/desk.conf", encoding: .utf8)
    #expect(text == "sort = person descending\nmouse = on\nlines = ascii\n")
  }

  @Test func `lines that cannot be read are told with their file and number, and the rest holds`() throws {
    let folder = SettingsFolder()
    try folder.write("keys.conf", "# mine\nfly = E\nextend = E\n")
    try folder.write("views.conf", "leaks = kitchen\na/b = damp\n")
    try folder.write("desk.conf", "\nmood = calm\nmouse = on\n")
    let settings = folder.kept.desk
    #expect(
      settings.problems == [
        "keys.conf line 2: there is no command \"fly\" there; ? lists the commands",
        "views.conf line 2: expected NAME = QUERY",
        "desk.conf line 2: there is no setting \"mood\"; there are sort, mouse, lines, title, bell, across and down",
      ])
    #expect(settings.mouse && settings.views.count == 1)
    #expect(settings.keymap.command(.character("E"), in: .desk) == .extend)
    let answer = PracticeShell().run("doctor", environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(answer.status == 1)
    #expect(answer.out.contains("see   settings: keys.conf line 2: there is no command \"fly\""))
  }

  @Test func `a directory that cannot be written is named, and nothing is lost meanwhile`() throws {
    let folder = SettingsFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: folder.path + "/redress"))
    var settings = DeskSettings()
    settings.mouse = true
    #expect(folder.kept.keep(settings)?.contains("cannot be written") == true)
  }

  @Test func `help keys tells the files and their lines`() {
    let answer = PracticeShell(founded: false).run("help", "keys")
    #expect(answer.status == 0)
    #expect(answer.out.contains("keys.conf") && answer.out.contains("sheet.confirm = ctrl-s f4"))
  }
}
