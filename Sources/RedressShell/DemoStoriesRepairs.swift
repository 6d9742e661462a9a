import Complaints

// Lifts, missed appointments, contractors and works: invented people at invented addresses.
extension DemoStory {
  static let liftsAndRepairs: [DemoStory] = [
    DemoStory(
      "Derek Mountford", .phone, phone: "0161 496 0131", preferred: "phone, after ten",
      needs: ["wheelchair user", "sixth floor"], home: "Flat 61, Shuttle Tower", "AK1 9PP",
      block: "Shuttle Tower",
      ward: "Millgate", about: "Lift",
      says: """
        Lift out for the ninth time this year. He uses a wheelchair and has been in the flat for four days. \
        His daughter carries the shopping up six floors. He missed a hospital appointment on Monday.
        """,
      wants: "A lift that works and a plan for when it does not.", received: 8, .acknowledged(2, decided: 1),
      with: .you, because: .reportedBefore,
      points: [
        DemoPoint(
          "the lift has failed nine times this year", .upheld,
          "The door gear was due for renewal in March and put back to save money.",
          basis: "Lift maintenance plan",
          remedy: "Renewal brought forward to next month."),
        DemoPoint(
          "nobody asked how he would manage while it was out", .upheld,
          "His needs are on record; the outage notice went to every flat alike.",
          basis: "Reasonable Adjustments Policy 2", remedy: "A named officer rings him at every outage."),
      ],
      contacts: [
        DemoContact(
          1, .rang("Shopping and prescriptions brought up today; stair climber offered for Thursday.")),
        DemoContact(4, .rang("Lift back since noon. He wants the plan in writing.")),
      ]),
    DemoStory(
      "Patience Mwangi", .web, phone: "07700 900132", email: "p.mwangi@example.org", home: "44 Mercer's Lane",
      "AK5 4JT", ward: "Copperfield", about: "Missed appointment",
      says: """
        Fourth day off work for a kitchen tap. Nobody came, nobody rang, and the text said "completed".
        """,
      wants: "The tap, and to know who marked it completed.", received: 9, .acknowledged(3), with: .adaeze,
      because: .missed,
      points: [
        DemoPoint(
          "four appointments for one tap, three of them missed", .upheld,
          "The contractor's log shows no visit on two days.", basis: "Repairs Policy 3.2",
          remedy: "£15 for each missed appointment."),
        DemoPoint(
          "the job was marked completed without a visit", .upheld,
          "It was closed from the depot.", basis: "Contract, schedule 4",
          remedy: "Raised with the contractor."),
      ]),
    DemoStory(
      "Gareth Pugh", .phone, phone: "029 2018 0133", email: "gareth.pugh@example.org",
      home: "9 Tenterfield", "AK3 8ED", ward: "Ridgeway", about: "Contractor",
      says: """
        The plasterers left rubble in the garden, broke a pane in the greenhouse and laughed when he said so.
        """,
      wants: "Garden cleared and the glass replaced.", received: 22,
      .responded(acknowledged: 2, responded: 9, closed: 17), with: .you, because: .conduct,
      points: [
        DemoPoint(
          "rubble left in the garden", .upheld, "Photographs agree.", basis: "Contractor code of conduct 7",
          remedy: "Cleared the next day."),
        DemoPoint(
          "a greenhouse pane broken", .upheld, "The contractor accepts it.", basis: "Contract, clause 12",
          remedy: "Pane replaced, £40 for plants lost."),
        DemoPoint(
          "rudeness of two operatives", .partlyUpheld, "Accounts differ; both were spoken to.",
          basis: "Contractor code of conduct 2", remedy: "An apology in person."),
      ],
      contacts: [DemoContact(15, .called("Rang to say the glass is in and the lads did say sorry."))],
      ended: "All three remedies done; he is content."),
    DemoStory(
      "Shabnam Qureshi", .email, phone: "07700 900134", email: "shabnam.q@example.org", language: "Urdu",
      home: "Flat 2, Tanner's Yard", "AK2 8FD", ward: "Harbour", about: "Kitchen replacement",
      says: """
        Kitchen taken out on 3 November, new one "in two days". It is three weeks. Cooking for five on a \
        camping stove. میں بہت پریشان ہوں۔
        """,
      wants: "A finished kitchen and something for the takeaways.", received: 12,
      .acknowledged(3, decided: 1),
      with: .meera, because: .handling,
      points: [
        DemoPoint(
          "a family of five without a kitchen for three weeks", .upheld,
          "The units were ordered in the wrong width.", basis: "Planned Works Standard 3",
          remedy: "£15 a day from day three."),
        DemoPoint(
          "no working cooker was lent meanwhile", .upheld, "The standard promises one after two days.",
          basis: "Planned Works Standard 5"),
      ],
      contacts: [DemoContact(7, .called("She asked for news; told her the units arrive Friday."))]),
    DemoStory(
      "Norman Fairclough", .letter, preferred: "letter", home: "1 Almoner's Cottages", "AK6 1AA",
      ward: "St Anne's", about: "Missed appointment",
      says: """
        Your joiner was to attend between eight and noon on the 4th, again on the 11th and again on the \
        18th. I have now waited in for three mornings, at my age, for a gate latch.
        """,
      wants: "A gate latch.", received: 40, .responded(acknowledged: 4, responded: 9, closed: 20),
      with: .adaeze,
      because: .missed,
      points: [
        DemoPoint(
          "three missed appointments for a gate latch", .upheld,
          "The job was in a queue for a depot that closed in summer.", basis: "Repairs Policy 3.2",
          remedy: "Latch fitted, £45, and the dead queue emptied: 31 other jobs were found in it.")
      ], ended: "Latch fitted; the 31 other jobs are booked."),
    DemoStory(
      "Oksana Petrenko", .phone, phone: "07700 900135", language: "Ukrainian",
      needs: ["Ukrainian interpreter"],
      home: "Flat 9, Bobbin Court", "AK1 5TR", block: "Bobbin Court", ward: "Millgate", about: "Electrical",
      says: """
        Lights in the hall go off when the oven is on. She smelled burning last night. An electrician came \
        in summer and said it needed a new board; nothing since.
        """,
      wants: "To know it is safe to sleep there.", received: 2, .triaged.then(.hazard(after: 0)),
      with: .nobody,
      because: .reportedBefore,
      points: [],
      contacts: [
        DemoContact(0, .noted("Sent to the emergency electrician at once; made safe the same evening."))
      ]),
    DemoStory(
      "Winston Grant", .phone, phone: "0161 496 0136", needs: ["sight loss: audio or phone, no letters"],
      home: "12 Ropewalk", "AK2 3HG", ward: "Harbour", about: "Stairs and lighting",
      says: """
        The light on the back stair has been out since the clocks changed. He is losing his sight and fell \
        on the turn last week. He was told it is on a schedule.
        """,
      wants: "A light, and a rail.", received: 30,
      .stageTwo(acknowledged: 3, responded: 10, escalated: 20, acknowledgedAgain: 23), with: .declan,
      because: .accidentHandling,
      points: [
        DemoPoint(
          "stair light out for five weeks", .upheld, "The schedule is quarterly; a report should jump it.",
          basis: "Estate Services Standard 2", remedy: "Lamp replaced the same day."),
        DemoPoint(
          "a fall was reported and not looked into", .notUpheld,
          "No report of a fall was found on our side.", basis: "Accident procedure 1"),
      ],
      contacts: [DemoContact(24, .rang("Played him the summary over the phone, as he cannot read letters."))],
      again: "I told the man on the phone that I fell. He must have written it down."),
    DemoStory(
      "Agnieszka Wójcik", .portal, phone: "07700 900137", email: "a.wojcik@example.org", language: "Polish",
      home: "27 Mercer's Lane", "AK5 4JT", ward: "Copperfield", about: "Bathroom adaptation",
      says: """
        Wet room for my husband was approved in May. Builder came in July to measure. Nic się nie dzieje. \
        He washes at the kitchen sink.
        """,
      wants: "A start date.", received: 15, .acknowledged(8), with: .adaeze, because: .missed,
      points: [
        DemoPoint(
          "an approved adaptation has not begun after six months", .upheld,
          "The order expired and was not renewed.", basis: "Adaptations Policy 4", remedy: "Start date fixed."
        )
      ]),
    DemoStory(
      "Ffion Haf Jenkins", .social, phone: "07700 900138", language: "Welsh", home: "Flat 14, Shuttle Tower",
      "AK1 9PP",
      block: "Shuttle Tower", ward: "Millgate", about: "Lift",
      says: """
        Public post: "Lift eto wedi torri yn Shuttle Tower, pram a siopa i fyny pedwar llawr. Ninth time. \
        @AlderbrookHomes do you even read these?" Asked by message for a number; she gave it.
        """,
      wants: "To be told when it is out.", received: 6, .triaged.then(.callBack(after: 2, dueIn: 1)),
      with: .adaeze, because: .reportedBefore,
      points: [],
      contacts: [DemoContact(2, .noAnswer("Rang the number she gave; no answer."))]),
    DemoStory(
      "Hassan Farah", .phone, phone: "07700 900139", email: "h.farah@example.org", home: "38 Ropewalk",
      "AK2 3HG",
      ward: "Harbour", about: "Contractor",
      says: """
        Gas safety check booked for between eight and six. They came at half past seven in the evening, \
        said nobody answered, and now there is a letter about going to court for access.
        """,
      wants: "The letter withdrawn.", received: 4, .acknowledged(1), with: .you, because: .policyFailure,
      points: [
        DemoPoint(
          "an access warning was sent after a visit outside the slot", .upheld,
          "The tracker shows the van at 19:31.", basis: "Gas Access Procedure 3",
          remedy: "Warning withdrawn in writing.")
      ]),
  ]
}
