import Complaints

/// As many stories as asked for: the stock first, then the same matters under other names and roofs.
func demoStories(_ count: Int, _ chance: inout DemoChance) -> [DemoStory] {
  let stock = DemoStory.stock
  if count <= stock.count { return Array(stock.prefix(max(count, 0))) }
  var stories = stock
  stories.reserveCapacity(count)
  let ended = stock.filter { story in
    story.course.closed != nil && story.course.extended == nil && story.course.afterwards.isEmpty
  }
  while stories.count < count {
    let isOld = stories.count >= DemoSpan.atOnce
    guard var story = chance.pick(isOld ? ended : stock)?.varied(&chance) else { break }
    if isOld {
      story.isLongAgo = true
      story.received += 15 + chance.below(DemoSpan.workingDays(count))
    }
    stories.append(story)
  }
  return stories
}

/// How far back a demo goes.
///
/// No landlord has a hundred thousand cases under way: beyond those of one season come the ended ones of the years
/// before.
enum DemoSpan {
  /// Cases of the last season, most of them under way.
  static let atOnce = 2_000
  /// Working days of a year, and cases ended in it.
  private static let year = 250
  private static let endedInAYear = 40_000

  /// The working days before the last season over which the ended cases are spread.
  static func workingDays(_ cases: Int) -> Int {
    cases > atOnce ? 1 + (cases - atOnce) * year / endedInAYear : 0
  }

  /// Calendar days before today on which the record begins.
  static func calendarDays(_ cases: Int) -> Int { cases > atOnce ? 160 + workingDays(cases) * 8 / 5 : 130 }
}

extension DemoStory {
  /// The sixty stories, one of each theme in turn, so that a short demo has some of everything.
  static let stock: [DemoStory] = {
    let themes = [
      dampAndLeaks, chargesAndConduct, liftsAndRepairs, otherThanComplaints, neighboursAndEstates,
    ]
    var stories: [DemoStory] = []
    for round in 0..<(themes.map(\.count).max() ?? 0) {
      for theme in themes where theme.indices.contains(round) { stories.append(theme[round]) }
    }
    return stories
  }()

  /// The same matter, somebody else's: another name, door and number, and received a little earlier.
  fileprivate func varied(_ chance: inout DemoChance) -> DemoStory {
    var story = self
    let given = chance.pick(DemoNames.given) ?? "Robin"
    let family = chance.pick(DemoNames.family) ?? "Vale"
    if !contact.person.name.isEmpty { story.contact.person.name = given + " " + family }
    if !contact.person.phone.isEmpty {
      let digits = String(chance.below(1000))
      story.contact.person.phone = "07700 900" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
    if !contact.person.email.isEmpty {
      story.contact.person.email = "resident\(chance.below(900_000) + 100_000)@example.org"
    }
    if contact.property.block.isEmpty {
      story.contact.property.address =
        "\(chance.below(120) + 1) " + (chance.pick(DemoNames.streets) ?? "Lamp Street")
    } else {
      story.contact.property.address = "Flat \(chance.below(90) + 1), " + contact.property.block
    }
    // A date told from today does not move with the receipt, so such a story keeps its own.
    if course.extended == nil {
      let live = course.closed == nil && course.kind != nil && course.responded == nil
      story.received += chance.below(live ? 4 : 18)
    }
    if let hand = chance.pick([DemoHand.you, .meera, .declan, .adaeze, .meera, .declan]),
      story.hand != .nobody
    {
      story.hand = hand
    }
    return story
  }
}

/// Names for the cases beyond the stock; none of them anybody's.
private enum DemoNames {
  static let given = [
    "Aled", "Amina", "Beata", "Bilal", "Catrin", "Chinedu", "Danuta", "Derya", "Eirlys", "Fatima", "Gwilym",
    "Hana", "Ieuan", "Jasmin", "Kofi", "Lech", "Maeve", "Mei-Ling", "Nia", "Omar", "Piotr", "Rhodri", "Sadia",
    "Stanisław", "Tegwen", "Uzma", "Violet", "Wenjun", "Ysolde", "Zainab",
  ]
  static let family = [
    "Ackroyd", "Adeleke", "Ap Siôn", "Bairstow", "Chaudhry", "Dąbrowski", "Esposito", "Fenwick", "Górska",
    "Hamidi", "Iwu", "Jaffer", "Kershaw", "Liang", "Llŷr", "Mbeki", "Nuttall", "Oyelaran", "Pearce", "Qadir",
    "Rhydderch", "Stępień", "Tunde", "Usman", "Varley", "Wolański", "Xu", "Yorath", "Zhou", "Żurek",
  ]
  static let streets = [
    "Lamp Street", "Canal Row", "Ropewalk", "Mercer's Lane", "Tenterfield", "Beacon Rise",
    "Almoner's Cottages",
    "Copper Terrace", "Fuller's Fold", "Dyehouse Lane", "Spinning Gate", "Wharf Road",
  ]
}
