extension ProfileReader {
  mutating func stage(_ number: Int, _ field: DataField) -> StageRule {
    let allowed = [
      "name", "preAcknowledge", "acknowledge", "respond", "extension", "window", "draftFindings",
      "escalatesOnSilence", "closesAfterSilence", "directEntry", "decider",
    ]
    _ = fields.object(field, allowed: allowed)
    let name = fields.words(field, "name")
    let preAcknowledge = clock(field, "preAcknowledge", stage: number)
    let acknowledge = clock(field, "acknowledge", stage: number)
    let respond = clock(field, "respond", stage: number)
    let respondExtension = self.extension(field, respond: respond)
    return StageRule(
      stage: number, name: name, preAcknowledge: preAcknowledge, acknowledge: acknowledge, respond: respond,
      respondExtension: respondExtension, window: window(field, stage: number),
      draftFindings: draftFindings(field, stage: number),
      escalatesOnSilence: escalatesOnSilence(field, stage: number),
      closesAfterSilence: clock(field, "closesAfterSilence", stage: number),
      directEntry: directEntry(field, stage: number), decider: decider(field))
  }

  /// A clock of a stage; it may not wait for what comes after it.
  private mutating func clock(_ object: DataField, _ name: String, stage: Int) -> ClockRule? {
    guard let field = object.optional(name), let rule = clock(field, allowed: Self.clockMembers) else {
      return nil
    }
    guard let place = rule.start.stageStep, let from = field.optional("from") else { return rule }
    let answersItself = name == "respond" && place.step == .responded && place.stage == stage
    let acknowledgesItself = name == "acknowledge" && place.step == .acknowledged && place.stage == stage
    if place.stage > stage || answersItself || acknowledgesItself {
      fields.note(
        from, "\"\(rule.start.rawValue)\" comes after stage \(stage)'s \(name) and cannot start it")
    }
    return rule
  }

  private mutating func window(_ object: DataField, stage: Int) -> ClockRule? {
    guard let field = object.optional("window") else { return nil }
    if stage == 1 {
      fields.note(field, "stage 1 has no window: it opens with the complaint; an age limit is an exclusion")
    }
    return clock(object, "window", stage: stage)
  }

  private mutating func escalatesOnSilence(_ object: DataField, stage: Int) -> ClockRule? {
    guard let field = object.optional("escalatesOnSilence") else { return nil }
    if stage == stageCount {
      fields.note(field, "stage \(stage) is the last; there is no stage to escalate to")
    }
    return clock(object, "escalatesOnSilence", stage: stage)
  }

  private mutating func draftFindings(_ object: DataField, stage: Int) -> DraftFindings? {
    guard let field = object.optional("draftFindings"), fields.object(field, allowed: ["send", "comments"])
    else { return nil }
    for name in ["send", "comments"] where field.optional(name) == nil {
      fields.note(field, "\"\(name)\" is missing here")
    }
    guard let send = clock(field, "send", stage: stage), let comments = clock(field, "comments", stage: stage)
    else { return nil }
    return DraftFindings(send: send, comments: comments)
  }

  private mutating func directEntry(_ object: DataField, stage: Int) -> [DirectEntry] {
    if stage == 1, let field = object.optional("directEntry") {
      fields.note(field, "every complaint enters stage 1; only a later stage can be entered directly")
    }
    var ways: [DirectEntry] = []
    for field in fields.items(object, "directEntry") where fields.object(field, allowed: ["by", "clause"]) {
      ways.append(
        DirectEntry(
          ground: fields.word(field, "by", or: DirectEntry.Ground.agreement), clause: clause(field)))
    }
    return ways
  }

  private mutating func `extension`(_ object: DataField, respond: ClockRule?) -> ExtensionRule? {
    guard let field = object.optional("extension"),
      fields.object(
        field,
        allowed: [
          "cap", "within", "unit", "from", "total", "notice", "silent", "clause", "reading",
        ])
    else { return nil }
    if respond == nil, object.optional("respond") == nil {
      fields.note(field, "there is no \"respond\" limit to extend")
    }
    return ExtensionRule(
      cap: extensionCap(field, respond: respond), total: totalCap(field),
      notice: fields.wordList(field, "notice", ExtensionNotice.self), silent: silent(field),
      clause: clause(field), readingReason: reading(field))
  }

  private mutating func extensionCap(_ field: DataField, respond: ClockRule?) -> ExtensionCap {
    enum Word: String, CaseIterable { case none, more, inAll = "in-all", agreement }
    let word = fields.word(field, "cap", or: Word.none)
    switch word {
    case .none, .agreement:
      for name in ["within", "unit", "from"] {
        if let extra = field.optional(name) {
          fields.note(extra, "\"\(name)\" goes with the cap more or in-all, not with \(word.rawValue)")
        }
      }
      return word == .none ? .uncapped : .byAgreement
    case .more:
      if let extra = field.optional("from") {
        fields.note(
          extra, "with the cap more the count goes on from the first date; \"from\" goes with in-all")
      }
      return .additional(limit(field))
    case .inAll:
      let limit = limit(field)
      let start = fields.word(field, "from", or: StartEvent.received)
      if let respond, respond.start == start, respond.unit == limit.unit, limit.length < respond.length,
        let within = field.optional("within")
      {
        fields.note(
          within, "in all \(limit.words) is less than the \(respond.limit.words) the response has without it")
      }
      return .inAll(limit, from: start)
    }
  }

  private mutating func totalCap(_ object: DataField) -> TotalCap? {
    guard let field = object.optional("total"), fields.object(field, allowed: ["within", "unit", "from"])
    else {
      return nil
    }
    return TotalCap(limit: limit(field), start: fields.word(field, "from", or: StartEvent.received))
  }

  // MARK: - Who decides

  private mutating func decider(_ object: DataField) -> DeciderRule {
    let missing = Clause(source: source, place: "")
    guard let field = object.optional("decider") else {
      fields.note(object, "\"decider\" is missing here")
      return DeciderRule(
        roles: [], post: "", notEarlierDecider: false, notEarlierClause: missing, bar: nil, panel: nil,
        chain: [], clause: missing, readingReason: nil)
    }
    let allowed = [
      "roles", "post", "notEarlierDecider", "notEarlierClause", "bar", "panel", "chain", "clause", "reading",
    ]
    _ = fields.object(field, allowed: allowed)
    let place = clause(field)
    return DeciderRule(
      roles: roles(field), post: fields.words(field, "post"),
      notEarlierDecider: fields.flag(field, "notEarlierDecider"),
      notEarlierClause: field.optional("notEarlierClause") == nil ? place : clause(field, "notEarlierClause"),
      bar: fields.optionalWord(field, "bar", DeciderBar.self), panel: panel(field), chain: chain(field),
      clause: place, readingReason: reading(field))
  }

  private mutating func panel(_ object: DataField) -> DeciderPanel? {
    guard let field = object.optional("panel"),
      fields.object(field, allowed: ["seats", "ifResidentWishes", "withheld", "clause"])
    else { return nil }
    var seats: [PanelSeat] = []
    for seat in fields.itemsNeeded(field, "seats") where fields.object(seat, allowed: ["post", "roles"]) {
      seats.append(PanelSeat(post: fields.words(seat, "post"), roles: roles(seat)))
    }
    if seats.count == 1, let list = field.optional("seats") {
      fields.note(list, "a panel has two seats or more; one person is a \"post\"")
    }
    return DeciderPanel(
      seats: seats, ifResidentWishes: fields.flag(field, "ifResidentWishes"), withheld: withheld(field),
      clause: clause(field))
  }

  /// Without a word on it nothing that tells who complained is read.
  private mutating func withheld(_ object: DataField) -> WithheldRule {
    guard let field = object.optional("withheld"),
      fields.object(field, allowed: ["details", "clause", "reading"])
    else { return .everything }
    return WithheldRule(
      details: fields.wordList(field, "details", ResidentDetail.self), clause: clause(field),
      readingReason: reading(field))
  }

  private mutating func chain(_ object: DataField) -> [DeciderForSubject] {
    var chain: [DeciderForSubject] = []
    for field in fields.items(object, "chain")
    where fields.object(field, allowed: ["subject", "post", "roles", "clause"]) {
      chain.append(
        DeciderForSubject(
          subject: fields.words(field, "subject"), post: fields.words(field, "post"), roles: roles(field),
          clause: clause(field)))
    }
    return chain
  }
}
