import Complaints

// Service charges, rents, allocations and staff: invented people at invented addresses.
extension DemoStory {
  static let chargesAndConduct: [DemoStory] = [
    DemoStory(
      "Rosalind Achebe", .email, phone: "07700 900151", email: "r.achebe@example.org",
      home: "Flat 4, Tanner's Yard",
      "AK2 8FD", ward: "Harbour", tenure: .leasehold, about: "Service charge",
      says: """
        £1,140 for cleaning a stair nobody has cleaned since Easter, and £212 for a lift. There is no lift \
        in Tanner's Yard.
        """,
      wants: "The bill put right for all of us.", received: 38,
      .stageTwo(acknowledged: 4, responded: 10, escalated: 20, acknowledgedAgain: 23), with: .adaeze,
      because: .asksComplaint,
      points: [
        DemoPoint(
          "charged for stair cleaning that was not done", .partlyUpheld,
          "The cleaner's sheets show 14 of 36 weeks.", basis: "lease, schedule 2", remedy: "£690 credited."),
        DemoPoint(
          "charged for a lift the block does not have", .notUpheld,
          "The line covers the door entry plant; it is badly named.", basis: "lease, schedule 2"),
      ],
      contacts: [
        DemoContact(30, .called("She asked why the answer is late; told her the accounts are awaited."))
      ],
      again: "Door entry is on another line of the same bill. You charged it twice."),
    DemoStory(
      "Marek Zając", .phone, phone: "07700 900152", language: "Polish", home: "Flat 17, Bobbin Court",
      "AK1 5TR",
      block: "Bobbin Court", ward: "Millgate", about: "Rent account",
      says: """
        Letter says he owes £860. He has paid by standing order since he moved in and has the bank pages. \
        Proszę tylko sprawdzić konto. Now a court warning.
        """,
      wants: "The account checked and the warning stopped.", received: 17,
      .extended(acknowledged: 4, asked: 10, to: -2), with: .meera, because: .policyFailure,
      points: [
        DemoPoint(
          "payments were put to the wrong account", .upheld,
          "One digit of the reference differs since April.",
          basis: "Income Procedure 4", remedy: "Moved across; balance nil."),
        DemoPoint(
          "a court warning was sent without a call", .upheld, "The procedure asks for two calls first.",
          basis: "Income Procedure 7"),
      ]),
    DemoStory(
      "Evangeline Baptiste", .web, phone: "07700 900153", email: "e.baptiste@example.org",
      needs: ["dyslexia: plain language, coloured paper"], home: "19 Lamp Street", "AK4 2LD",
      ward: "Copperfield",
      about: "Service charge",
      says: """
        I asked what "sundry estate apportionment" is. The answer was four pages and the words were in it \
        eleven times.
        """,
      wants: "One sentence.", received: 60, .responded(acknowledged: 3, responded: 7, closed: 14),
      with: .adaeze,
      because: .handling,
      points: [
        DemoPoint(
          "a question about a charge was not answered in plain words", .upheld,
          "It is the grass and the street lamps, shared by 40 homes: £3.20 a month.",
          basis: "Plain Language Standard", remedy: "The bill says so from April; letter on yellow paper.")
      ], ended: "She has her sentence."),
    DemoStory(
      "Abdullahi Warsame", .phone, phone: "07700 900154", needs: ["overcrowded, seven in two bedrooms"],
      representative: "Councillor H. Lomax", home: "Flat 12, Bobbin Court", "AK1 5TR", block: "Bobbin Court",
      ward: "Millgate", about: "Allocation",
      says: """
        Band A since February. A three-bedroom house on Beacon Rise went to a household registered in May. \
        He wants to know how.
        """,
      wants: "An honest answer about the list.", received: 20, .responded(acknowledged: 3, responded: 10),
      with: .adaeze, because: .moreEnquiries,
      points: [
        DemoPoint(
          "a later household was housed first", .notUpheld,
          "The house has a level-access shower and went to a wheelchair user.",
          basis: "Allocations Scheme 6.3"),
        DemoPoint(
          "nobody told him how the list works", .upheld, "The band letter says nothing of adapted homes.",
          basis: "Allocations Scheme 2", remedy: "A meeting with the housing options officer."),
      ],
      contacts: [DemoContact(5, .wrote("Councillor's authority seen and noted; both are written to."))]),
    DemoStory(
      "Jacqueline Ormerod", .member, phone: "0161 496 0155", email: "j.ormerod@example.org",
      representative: "Councillor H. Lomax", home: "6 Beacon Rise", "AK3 1BR", ward: "Ridgeway",
      about: "Staff conduct",
      says: """
        The councillor writes for Mrs Ormerod: a housing officer discussed her rent in front of neighbours \
        on the landing and told her she was "one of those".
        """,
      wants: "An apology and a different officer.", received: 25,
      .stageTwo(acknowledged: 4, responded: 10, escalated: 17), with: .declan, because: .conduct,
      points: [
        DemoPoint(
          "her rent was discussed in front of neighbours", .upheld, "The officer accepts it.",
          basis: "Code of Conduct 4; data protection", remedy: "Apology; another officer named."),
        DemoPoint(
          "disrespectful words", .partlyUpheld, "Not what was meant, but what was heard.",
          basis: "Code of Conduct 2", remedy: "Apology."),
      ],
      contacts: [DemoContact(7, .noAnswer("No answer; the councillor's office will pass on a message."))]),
    DemoStory(
      "Emrys Bevan", .phone, phone: "029 2018 0156", language: "Welsh", home: "11 Tenterfield", "AK3 8ED",
      ward: "Ridgeway", about: "Complaint handling",
      says: """
        Complained in August about the fence. Acknowledged, then nothing: no answer, no extension, no name. \
        Mae'r ffens yn dal i lawr.
        """,
      wants: "The answer he was promised, and why it never came.", received: 55,
      .stageTwo(
        acknowledged: 3, responded: 12, escalated: 20, acknowledgedAgain: 24, reviewed: 34, closed: 46),
      with: .you, because: .asksComplaint,
      points: [
        DemoPoint(
          "a complaint of August was never answered", .upheld, "Its handler left and nobody took it over.",
          basis: "Complaints Policy 4", remedy: "£100.",
          review: (
            .upheld, "The handover list of that month missed four cases, this among them.",
            "£150 in all; the other three residents written to."
          )),
        DemoPoint(
          "the fence is still down", .upheld, "No job was raised.", basis: "Repairs Policy 5.1",
          remedy: "Fence up within ten days."),
      ], again: "Pedwar mis. A hundred pounds is not an answer to four months.",
      ended: "Fence up, paid, other three cases found and opened."),
    DemoStory(
      "Nadia Haddad", .email, phone: "07700 900157", email: "n.haddad@example.org",
      home: "Flat 5, Tanner's Yard",
      "AK2 8FD", ward: "Harbour", tenure: .lcho, about: "Sale and staircasing",
      says: """
        Waiting fourteen weeks for a memorandum so that she can sell. The buyer has given her until the end \
        of the month. Each e-mail is answered by a different name.
        """,
      wants: "The memorandum this week.", received: 3, .triaged, with: .you, because: .missed, points: []),
    DemoStory(
      "Roy Critchley", .phone, phone: "0161 496 0158", needs: ["hearing loop at meetings"],
      home: "22 Canal Row",
      "AK2 7QN", ward: "Harbour", about: "Garages",
      says: """
        Garage roof asbestos, told to keep out in June, still paying £14 a week for it.
        """,
      wants: "The rent back.", received: 5, .triaged.then(.formAsked(after: 1)), with: .nobody,
      because: .handling, points: []),
    DemoStory(
      "Kirsty McAllister", .phone, phone: "07700 900159", home: "Flat 40, Shuttle Tower", "AK1 9PP",
      block: "Shuttle Tower", ward: "Millgate", about: "Staff conduct",
      says: """
        Says the man at the desk told her to "learn to read a meter" in front of her children. Wants to \
        speak to a manager, not a form.
        """,
      received: 5, .untriaged, with: .nobody,
      contacts: [DemoContact(2, .noAnswer("Rang to ask what she would like to happen; no answer."))]),
    DemoStory(
      "Ewa Kamińska", .email, phone: "07700 900160", email: "e.kaminska@example.org", language: "Polish",
      home: "Flat 18, Bobbin Court", "AK1 5TR", block: "Bobbin Court", ward: "Millgate",
      about: "Mutual exchange",
      says: """
        Exchange refused on the last day allowed with no reason. Nie rozumiem dlaczego. The other family \
        has already given notice at their school.
        """,
      wants: "The reason, and the refusal looked at again.", received: 7, .untriaged, with: .nobody),
    DemoStory(
      "Thomas Blackshaw", .phone, phone: "0161 496 0161", needs: ["support worker: Jo at Brightwell"],
      representative: "Jo Lindley (support worker)", home: "7 Canal Row", "AK2 7QN", ward: "Harbour",
      about: "Tenancy support",
      says: """
        Moved in without a cooker point, slept two weeks without heating because the meter was in the last \
        tenant's name. His support worker rang nine times and was passed round.
        """,
      wants: "That it does not happen to the next lad.", received: 49,
      .stageTwo(acknowledged: 3, responded: 10, escalated: 18, acknowledgedAgain: 21, reviewed: 30)
        .then(.evidenceAsked(after: 44, dueIn: 5)).then(.held(after: 44)),
      with: .meera,
      because: .missed,
      points: [
        DemoPoint(
          "let without a cooker point or working meter", .upheld, "The void sheet was signed unread.",
          basis: "Lettable Standard 2 and 5", remedy: "£200."),
        DemoPoint(
          "nine calls passed between three teams", .upheld, "No one owned the move.", basis: "none",
          remedy: "One person rings every new tenant in week one."),
      ], again: "He was told the new rule starts next year. The next lad moves in on Friday."),
    DemoStory(
      "Sushila Bhandari", .letter, phone: "0161 496 0162", language: "Nepali",
      needs: ["Nepali interpreter", "large print"],
      home: "25 Lamp Street", "AK4 2LD", ward: "Copperfield", about: "Complaint handling",
      says: """
        Her grandson writes for her: the answer to the last letter was about another Mrs Bhandari and \
        another house, with that lady's bank details in it.
        """,
      wants: "Her own answer, and the other lady told.", received: 30,
      .stageTwo(acknowledged: 3, responded: 10, escalated: 22), with: .meera, because: .policyFailure,
      points: [
        DemoPoint(
          "another resident's letter and bank details were sent to her", .upheld,
          "Two cases were open in one window. The data protection officer was told the same day.",
          basis: "data protection law; Records Procedure 2", remedy: "Letter collected; both ladies told.")
      ]),
    DemoStory(
      "Callum Reid", .sms, phone: "07700 900163", home: "Flat 55, Shuttle Tower", "AK1 9PP",
      block: "Shuttle Tower",
      ward: "Millgate", about: "Door entry",
      says: "fob dead AGAIN 3rd one, sleeping at my mums, no1 answers ur out of hrs line",
      received: 1, .untriaged, with: .nobody),
    DemoStory(
      "Olwen Maddocks", .phone, phone: "029 2018 0164", language: "Welsh",
      needs: ["letters in Welsh", "BSL interpreter"],
      home: "15 Tenterfield", "AK3 8ED", ward: "Ridgeway", about: "Adjustments",
      says: """
        Rang through a relay: deaf, signs, asked three times for an interpreter at the tenancy review. They \
        came without one and wrote notes on the back of an envelope.
        """,
      wants: "The review done again, properly.", received: 30,
      .stageTwo(acknowledged: 3, responded: 10, escalated: 21, acknowledgedAgain: 24), with: .adaeze,
      because: .policyFailure,
      points: [
        DemoPoint(
          "no BSL interpreter at her tenancy review, though asked for three times", .upheld,
          "The need is on her record since 2019.", basis: "Equality Act 2010, s.20",
          remedy: "Review repeated with an interpreter; £150.")
      ],
      contacts: [DemoContact(26, .wrote("Video message in BSL sent with the dates for the new review."))],
      again: "Gofynnais dair gwaith. The answer says sorry and does not say what will change."),
    DemoStory(
      "Beatrice Fonseca", .phone, phone: "07700 900165", home: "2 Lamp Street", "AK4 2LD",
      ward: "Copperfield",
      about: "Decoration",
      says: """
        Voucher for paint promised at sign-up, twelve weeks ago. Not rude, she says, just tired of asking.
        """,
      wants: "The voucher.", received: 28, .responded(acknowledged: 4, responded: 12, closed: 18), with: .you,
      because: .missed,
      points: [
        DemoPoint(
          "a decoration voucher promised at sign-up never came", .upheld, "It was printed and filed.",
          basis: "Lettable Standard 9", remedy: "Voucher by hand, raised by £20.")
      ],
      contacts: [DemoContact(6, .called("She asked for news."), happened: 5)], ended: "Voucher in hand."),
    DemoStory(
      "Peter Okonjo", .email, email: "p.okonjo@example.org", home: "Flat 1, Weaver House", "AK1 2LW",
      block: "Weaver House", ward: "Millgate", about: "Estate and cleaning",
      says: """
        The bins are collected at five in the morning under my window. I have written before and was told \
        it is the council. It is your contractor: I have a photograph of the lorry.
        """,
      received: 3, .untriaged, with: .nobody),
  ]
}
