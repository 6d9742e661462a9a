import Complaints

// Nuisance and how it was handled, estates, anonymous and group contacts: all invented.
extension DemoStory {
  static let neighboursAndEstates: [DemoStory] = [
    DemoStory(
      "Carol Tattersall", .phone, phone: "0161 496 0141", preferred: "text first",
      home: "Flat 8, Weaver House",
      "AK1 2LW", block: "Weaver House", ward: "Millgate", about: "ASB handling",
      says: """
        Eleven diary sheets sent in about the music from number 9 and not one reply. She is told to fill in \
        another. She works nights and has not slept through a day since September.
        """,
      wants: "Someone to read the diaries.", received: 10, .acknowledged(5, decided: 1), with: .meera,
      because: .nuisanceHandling,
      points: [
        DemoPoint(
          "eleven diary sheets unanswered", .upheld, "They went to a mailbox nobody owned.",
          basis: "ASB Procedure 3.1", remedy: "A named officer and a weekly call."),
        DemoPoint(
          "no risk assessment was made", .upheld, "None is on file.", basis: "ASB Procedure 2.2",
          remedy: "Done by phone the same day."),
      ],
      contacts: [DemoContact(3, .noAnswer("Texted first; she was asleep after a night shift."))]),
    DemoStory(
      "", .web, home: "bin store, Bobbin Court", "AK1 5TR", block: "Bobbin Court", ward: "Millgate",
      about: "Estate and cleaning",
      says: """
        I am not giving my name because of who it is. Men are selling from the bin store every night after \
        nine and the door you fixed has been kicked in again. Kids walk past it.
        """,
      received: 2, .untriaged, with: .nobody),
    DemoStory(
      "", .letter, home: "Tanner's Yard", "AK2 8FD", ward: "Harbour", about: "Staff conduct",
      says: """
        Unsigned letter: the caretaker at Tanner's Yard takes money from older residents for carrying \
        parcels up. "I will not sign this, I have to live here."
        """,
      wants: "That it stops.", received: 24, .responded(acknowledged: 4, responded: 10), with: .declan,
      because: .conduct,
      points: [
        DemoPoint(
          "a caretaker takes money for carrying parcels", .outside,
          "Looked into as far as an unsigned letter allows; residents were asked without names.",
          basis: "Code of Conduct 6", remedy: "Notice in the hall: help is free.")
      ]),
    DemoStory(
      "Pauline Hargreaves", .email, phone: "07700 900143", email: "p.hargreaves@example.org",
      affected: ["Idris Rahman", "Dorothy Peel", "Aleksander Nowak", "Mei Chen"],
      home: "Ropewalk, numbers 30 to 44",
      "AK2 3HG", ward: "Harbour", about: "Estate and cleaning",
      says: """
        Eight households on Ropewalk write together. The alley gate has been off its hinges since August, \
        there have been three burglaries, and every one of us has reported it separately.
        """,
      wants: "The gate back on, and one person to talk to.", received: 18,
      .responded(acknowledged: 3, responded: 10), with: .you, because: .reportedBefore,
      points: [
        DemoPoint(
          "the alley gate has been off since August", .upheld,
          "Nineteen reports were each closed as a duplicate of the one before.", basis: "Repairs Policy 2.4",
          remedy: "New gate and lock, keys to every household."),
        DemoPoint(
          "nobody answered the group as a group", .upheld, "No case was opened for them together.",
          basis: "Complaints Policy, group complaints", remedy: "One officer, a letter to each household."),
      ],
      contacts: [
        DemoContact(14, .called("New gate is up; two households say their key sticks. Locksmith told."))
      ]),
    DemoStory(
      "Mei Chen 陈美", .portal, phone: "07700 900144", email: "mei.chen@example.org", language: "Chinese",
      home: "36 Ropewalk", "AK2 3HG", ward: "Harbour", about: "ASB handling",
      says: """
        I reported racist words painted on my door. 两个星期了，没有人来。 The man on the phone said it is a \
        police matter and put the phone down. It is still on the door.
        """,
      wants: "The door cleaned today.", received: 25,
      .stageTwo(acknowledged: 4, responded: 10, escalated: 20), with: .you, because: .nuisanceHandling,
      points: [
        DemoPoint(
          "offensive paint left on the door for two weeks", .upheld, "Removal is due within 24 hours.",
          basis: "Hate Incident Procedure 4", remedy: "Removed; £100."),
        DemoPoint(
          "the call was ended abruptly", .partlyUpheld, "The recording breaks off; cause unclear.",
          basis: "Contact Centre Standard 1", remedy: "An apology."),
      ],
      contacts: [DemoContact(6, .rang("Door cleaned this morning; camera offered for the landing."))],
      again: "The apology was one line. Nobody asked what it was like for my children."),
    DemoStory(
      "Idris Rahman", .phone, phone: "07700 900145", home: "40 Ropewalk", "AK2 3HG", ward: "Harbour",
      about: "Neighbour nuisance",
      says: """
        First time ringing. Next door's dog barks from seven till they come home at six. He has not spoken \
        to them and would rather not.
        """,
      received: 4, .other(.asb), with: .declan, because: .nuisance,
      contacts: [
        DemoContact(1, .rang("Explained the steps: diary for two weeks, then a visit to both sides."))
      ]),
    DemoStory(
      "Dorothy Peel", .phone, phone: "0161 496 0146", needs: ["lives alone", "walks with a frame"],
      home: "42 Ropewalk", "AK2 3HG", ward: "Harbour", about: "Neighbour nuisance",
      says: """
        Boys on motorbikes across the grass at school time. She is frightened to go for her pension.
        """,
      received: 33, .other(.asb, closed: 12), with: .declan, because: .nuisance,
      contacts: [
        DemoContact(1, .rang("Safer neighbourhood team told; an escort to the post office offered.")),
        DemoContact(8, .called("Two quiet weeks. The barrier helps.")),
      ], ended: "Barrier fitted with the council; quiet since."),
    DemoStory(
      "Stephen Mellor", .email, phone: "07700 900147", email: "s.mellor@example.org", home: "3 Beacon Rise",
      "AK3 1BR", ward: "Ridgeway", about: "Grounds maintenance",
      says: """
        The hedge by the bus stop has not been cut this year and drivers cannot see the crossing. I have \
        asked twice; the second time I was told it is the council's, and the council says it is yours.
        """,
      wants: "One of you to cut it.", received: 13, .acknowledged(4, decided: 1), with: .declan,
      because: .reportedBefore,
      points: [
        DemoPoint(
          "passed back and forth about whose hedge it is", .upheld, "It is ours: plan of 1994, edged red.",
          basis: "land register", remedy: "Cut within the week."),
        DemoPoint("the hedge hides the crossing", .upheld, "Seen on site.", basis: "none"),
      ]),
    DemoStory(
      "Aleksander Nowak", .phone, phone: "07700 900148", language: "Polish", needs: ["Polish interpreter"],
      home: "34 Ropewalk", "AK2 3HG", ward: "Harbour", about: "Parking",
      says: """
        Somebody's van is in his disabled bay every evening. Dzwonił trzy razy. He was told the bay is \
        "advisory" though he was given it with the flat.
        """,
      wants: "His bay.", received: 50,
      .responded(acknowledged: 3, responded: 8, closed: 15).then(.restricted(after: 18, endsIn: 4)),
      with: .declan,
      because: .handling,
      points: [
        DemoPoint(
          "three calls about the blocked bay brought nothing", .upheld,
          "The bay was never entered in the estate plan.", basis: "Parking Policy 2",
          remedy: "Bay marked and signed.")
      ], ended: "Bay marked; van moved on."),
    DemoStory(
      "Yusuf Demir", .advisoryBoard, phone: "07700 900149", email: "y.demir@example.org",
      caller: "Residents' board",
      home: "Flat 30, Shuttle Tower", "AK1 9PP", block: "Shuttle Tower", ward: "Millgate",
      about: "Fire safety",
      says: """
        Raised at the residents' board: the fire door on floor three does not latch, was reported in the \
        spring walkabout and again in the summer one, and is on both action lists unticked.
        """,
      wants: "The door, and why a list is not a plan.", received: 29,
      .stageTwo(acknowledged: 2, responded: 10, escalated: 22, acknowledgedAgain: 24), with: .meera,
      because: .reportedBefore,
      points: [
        DemoPoint(
          "a fire door reported twice has not been mended", .upheld, "Mended on the day of this letter.",
          basis: "Fire Safety (England) Regulations 2022",
          remedy: "Door renewed, all doors in the tower checked."),
        DemoPoint(
          "walkabout lists are not followed up", .partlyUpheld, "Some are; nobody owns the rest.",
          basis: "none",
          remedy: "An owner and date for every line."),
      ],
      again: "The other doors have still not been checked."),
  ]
}
