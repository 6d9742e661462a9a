import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import NcursesTerminal
import SettingsFiles
import TextCanvas

extension CommandRun {
  /// Asks what a journal is to be founded on and founds it; false where the person leaves without.
  func setUp(_ terminal: DeskTerminal, at path: String, _ keymap: Keymap) throws(ShellFailure) -> Bool {
    let me = try founder(practice: request.options["as"] != nil)
    var screen = SetUpScreen(at: path, by: me.text, policies: try policies())
    var decoder = KeyDecoder()
    while true {
      terminal.show(screen.screen(terminal.session.size, keymap))
      let ready = terminal.session.wait(milliseconds: decoder.isPending ? 50 : nil)
      if ready.signals {
        let signals = terminal.session.takeSignals()
        if !signals.isDisjoint(with: [.terminate, .hangUp]) { return false }
        if signals.contains(.suspend) { terminal.session.stopUntilContinued() }
      }
      let keys = ready.input ? decoder.feed(terminal.session.read()) : decoder.flushPending()
      if keys.contains(.control("z")) { terminal.session.stopUntilContinued() }
      switch screen.press(keys, keymap) {
      case .stay: continue
      case .redraw: terminal.session.redrawFromNothing()
      case .leave: return false
      case .found(let answers):
        do throws(ShellFailure) {
          try found(answers, at: path, by: me)
          return true
        } catch {
          screen.refuse(error.sentence ?? "the journal cannot be founded")
        }
      }
    }
  }

  /// The policies the program carries, the Code last: a landlord's own is looked for first.
  func policies() throws(ShellFailure) -> [SetUpScreen.Policy] {
    do {
      let all = try embeddedProfiles().map { SetUpScreen.Policy(name: $0.name, title: $0.title) }
      return all.filter { $0.name != "code-2024" } + all.filter { $0.name == "code-2024" }
    } catch {
      throw .badProfile("a shipped profile cannot be read; install the program anew")
    }
  }

  /// Founds the journal and states its homes, where they were said.
  func found(_ answers: SetUpAnswers, at path: String, by me: StaffLogin) throws(ShellFailure) {
    let founding = Founding(
      landlord: answers.landlord, nation: answers.nation, profile: answers.profile,
      practice: answers.isPractice, service: false)
    if request.options["as"] != nil, !answers.isPractice { throw .asInRealJournal }
    let given = try givenNow()
    if given != nil, !answers.isPractice { throw .nowInRealJournal }
    let clock = surroundings.clock
    let now: () -> Moment = { given ?? clock() }
    try createJournal(at: path, founding, staff: [founding.administrator(me)], by: me, now: now)
    guard answers.rented != nil || answers.shared != nil else { return }
    let record = try openRecord(.acting, at: path)
    let homes = Homes(
      year: record.today.year, lcra: answers.rented ?? 0, lcho: answers.shared ?? 0)
    do throws(RecordFailure) {
      try record.administer([.homesStated(homes)], action: "homes", seen: nil)
    } catch {
      throw record.shellFailure(error, "state the homes")
    }
  }
}
