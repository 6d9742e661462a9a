extension RuleBook {
  /// When what a contact that is no complaint was owed falls due; nil where nobody sets those clocks a limit.
  package func urgent(_ clocks: [ClockWord], received: Occurrence, profile name: String) -> UrgentTarget? {
    var known = KnownDates()
    known.stages[0].requested = received
    known.others[.contact] = received
    let sitting = ClockSitting(
      book: self, known: known, ended: nil, untriaged: false, now: Moment(seconds: 0), explain: false)
    let own = profile(named: name, begun: received.day)
    let law = code(begun: received.day)
    let ours = clocks.compactMap { sitting.day(own?.clock($0)) }.min()
    let laws = own?.name == law.name ? nil : clocks.compactMap { sitting.day(law.clock($0)) }.min()
    return UrgentTarget.earlier(.respond, ours, laws, provisional: false)
  }
}
