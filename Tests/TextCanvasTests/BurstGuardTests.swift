import Testing

import TextCanvas

private func rule(_ text: String) -> BurstRuling {
  ruleOnBurst(
    text.map { $0 == "\n" ? .enter : .character($0) },
    isMovement: { $0 == .character("j") || $0 == .character("k") || $0 == .character("g") },
    opensSheet: { $0 == .character("n") || $0 == .character("x") || $0 == .character("a") })
}

@Suite struct `Text meant for another window` {
  @Test func `is swallowed whole, its Enter too`() {
    #expect(rule("where is my rent\n") == BurstRuling(kept: [], swallowed: 17))
  }

  @Test func `held movement keys are obeyed however many arrive at once`() {
    #expect(rule(String(repeating: "j", count: 300)).swallowed == 0)
    #expect(rule("jjjjkkkkggggjjjj").swallowed == 0)
  }

  @Test func `seven keys pass, and so does a form opened first and then filled`() {
    #expect(rule("where is").swallowed == 8)
    #expect(rule("where i").swallowed == 0)
    #expect(rule("nMrs Hussain").swallowed == 0)
    #expect(rule("wwwwwwwwwwww").swallowed == 0)
  }

  @Test func `a resize in the same read is kept`() {
    let batch: [KeyEvent] = [.resized] + "where is it".map { .character($0) }
    let ruling = ruleOnBurst(batch, isMovement: { _ in false }, opensSheet: { _ in false })
    #expect(ruling == BurstRuling(kept: [.resized], swallowed: 11))
  }
}

@Suite struct `Names of keys` {
  @Test(arguments: [
    "j", "G", "space", "ctrl-d", "ctrl-space", "alt-x", "f5", "f12", "pgup", "esc", "shift-tab", "ctrl-left",
    "ctrl-shift-right", "ctrl-_", "-", "ŵ",
  ]) func `read and write back`(_ name: String) {
    #expect(KeyEvent(named: name)?.name == name)
  }

  @Test(arguments: ["", "ctrl-", "f0", "f99", "hyper-x", "ctrl-pgsideways", "nonsense"])
  func `that mean nothing are not keys`(_ name: String) {
    #expect(KeyEvent(named: name) == nil)
  }
}
