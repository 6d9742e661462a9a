import Complaints

// Damp, mould, leaks and heating: invented people at invented addresses.
extension DemoStory {
  static let dampAndLeaks: [DemoStory] = [
    DemoStory(
      "Siân Prydderch", .phone, phone: "07700 900101", email: "sian.prydderch@example.org",
      language: "Welsh", needs: ["letters in Welsh", "child with asthma in the home"],
      home: "Flat 3, Weaver House, Loom Street", "AK1 2LW", block: "Weaver House", ward: "Millgate",
      about: "Damp and mould",
      says: """
        Black mould across the back bedroom wall since October. Her son Gethin, 6, has asthma and was at \
        hospital twice this month. Two surveyors came and neither sent a report. "Dw i wedi dweud hyn dair \
        gwaith yn barod." She wants somebody to say when it will be treated.
        """,
      wants: "Treatment with a date, and the survey reports.", received: 10, .acknowledged(3, decided: 1),
      with: .you, because: .reportedBefore,
      points: [
        DemoPoint(
          "mould in the back bedroom reported three times since October and not treated", .upheld,
          "Reports of 4, 11 and 20 October were closed as advice given; the wall was never opened.",
          basis: "Damp and Mould Policy 4.2",
          remedy: "Mould wash this week, insulation of the cold wall to follow."),
        DemoPoint(
          "two surveys were made and the reports not shared", .upheld,
          "Both reports were on file and nobody sent them.", basis: "Damp and Mould Policy 6.1",
          remedy: "Both reports enclosed."),
      ],
      contacts: [
        DemoContact(1, .noAnswer("No answer, no voicemail left as asked.")),
        DemoContact(5, .rang("Told her the mould team can come on two mornings; she chose the first.")),
      ]),
    DemoStory(
      "Rukhsana Hussain", .web, phone: "0161 496 0121", email: "r.hussain@example.org", language: "Urdu",
      needs: ["Urdu interpreter"], home: "14 Lamp Street", "AK4 2LD", ward: "Copperfield",
      about: "Damp and mould",
      says: """
        The wall behind the children's bed is wet every morning. The man said open the window. \
        دیوار ہر روز گیلی رہتی ہے۔ I have opened the window since last year and it is still wet.
        """,
      wants: "Find out where the water comes from.", received: 7, .acknowledged(3), with: .you,
      because: .reportedBefore,
      points: [
        DemoPoint(
          "the damp was put down to how the family lives without being looked into", .upheld,
          "No moisture reading was taken at either visit.", basis: "Damp and Mould Policy 3.1",
          remedy: "A full survey with readings."),
        DemoPoint(
          "no interpreter was offered at either visit", .upheld,
          "The need is on her record and the visits were booked without one.", basis: "Equality Act 2010",
          remedy: "An interpreter at every visit from now."),
      ],
      contacts: [
        DemoContact(4, .rang("With an interpreter on the line: agreed a survey for Tuesday morning."))
      ]),
    DemoStory(
      "Terence Ogden", .phone, phone: "0161 496 0122",
      needs: ["hard of hearing: speak slowly, text after a call"],
      home: "8 Canal Row", "AK2 7QN", ward: "Harbour", about: "Leak",
      says: """
        Third leak through the bathroom ceiling from number 10 above. The plasterboard came down on Sunday. \
        Each time someone looks, says it is the neighbour's washing machine, and leaves.
        """,
      wants: "The pipe found and the ceiling put back.", received: 11, .acknowledged(2, decided: 1),
      with: .you,
      because: .reportedBefore,
      points: [
        DemoPoint(
          "three leaks in five months from the flat above, with no lasting repair", .upheld,
          "Each visit made safe and closed the job; the soil pipe joint was found only last week.",
          basis: "Repairs Policy 5.3", remedy: "Joint renewed, ceiling reboarded and painted."),
        DemoPoint(
          "the ceiling fell on Sunday and no one came until Tuesday", .partlyUpheld,
          "It was logged as routine though the ceiling was down; the out-of-hours contractor did ring.",
          basis: "Repairs Policy 2.4, emergencies"),
      ],
      contacts: [
        DemoContact(4, .noAnswer("No answer. Text sent, as he prefers.")),
        DemoContact(6, .called("He asked when the plasterer comes. Told him Thursday.")),
      ]),
    DemoStory(
      "Wioletta Kowalczyk", .email, phone: "07700 900123", email: "w.kowalczyk@example.org",
      language: "Polish",
      home: "Flat 11, Bobbin Court", "AK1 5TR", block: "Bobbin Court", ward: "Millgate",
      about: "Heating and hot water",
      says: """
        Bojler nie działa od dziewięciu dni. We have had no hot water for nine days. My mother is 81 and \
        lives with us. Four appointments, two nobody came, one had no part, one the wrong part.
        """,
      wants: "Hot water today and money for the electric we used.", received: 5, .triaged, with: .you,
      because: .missed,
      points: [
        DemoPoint(
          "no hot water for nine days with a person of 81 in the home", .upheld,
          "The part was ordered on day six.", basis: "Repairs Policy 2.4", remedy: "£8 a day from day two.")
      ],
      contacts: [DemoContact(1, .rang("Temporary heaters and a water heater go out this afternoon."))]),
    DemoStory(
      "Gladys Entwistle", .letter, preferred: "letter",
      needs: ["large print (18 point)", "more time to answer"],
      home: "2 Almoner's Cottages", "AK6 1AA", ward: "St Anne's", about: "Windows and draughts",
      says: """
        I write concerning the sash in my front room, which has not closed since the contractor painted it \
        in September. I am 88 years of age and have taped newspaper over the gap.
        """,
      wants: "The window made to shut.", received: 16, .responded(acknowledged: 4, responded: 10),
      with: .meera,
      because: .missed,
      points: [
        DemoPoint(
          "the front window was painted open in September and not put right", .upheld,
          "The painter's sheet says 'sash stuck, refer'; it was never referred.", basis: "Repairs Policy 5.3",
          remedy: "Joiner booked; a carbon monoxide and draught check at the same visit.")
      ],
      contacts: [DemoContact(2, .noted("Large print set on her record; every letter goes out at 18 point."))]),
    DemoStory(
      "Babajide Adeyemi", .portal, phone: "07700 900124", email: "b.adeyemi@example.org",
      home: "31 Ropewalk", "AK2 3HG", ward: "Harbour", about: "Heating and hot water",
      says: """
        Boiler replaced in August, has lost pressure every week since. Engineer tops it up and closes the \
        job. That is eleven visits. I have taken six half days off work.
        """,
      wants: "One visit that mends it.", received: 14, .extended(acknowledged: 3, asked: 9, to: 0),
      with: .you,
      because: .reportedBefore,
      points: [
        DemoPoint(
          "eleven visits to a new boiler without finding the fault", .upheld,
          "Every visit was treated as new; nobody read the ones before.", basis: "Repairs Policy 5.5",
          remedy: "Leak trace by the maker's engineer."),
        DemoPoint(
          "six half days of lost pay", .partlyUpheld, "Two visits were outside the slot given.",
          basis: "Compensation Policy 3", remedy: "£30 for the two missed slots."),
      ]),
    DemoStory(
      "Bronwen Llywelyn", .phone, phone: "029 2018 0125", email: "bronwen.ll@example.org", language: "Welsh",
      needs: ["asthma"], home: "5 Tenterfield", "AK3 8ED", ward: "Ridgeway", about: "Damp and mould",
      says: """
        Mould in the airing cupboard and on the ceiling of the landing. Reported in spring, washed down in \
        June, back by August. Dŵr yn rhedeg i lawr y wal pan mae'n bwrw.
        """,
      wants: "The gutter looked at, not another wash.", received: 45,
      .stageTwo(
        acknowledged: 3, responded: 10, escalated: 18, acknowledgedAgain: 21, reviewed: 28, closed: 40
      ).then(.ordered(after: 48, dueIn: 9)),
      with: .meera, because: .reportedBefore,
      points: [
        DemoPoint(
          "the mould came back because its cause was not looked for", .partlyUpheld,
          "The wash was right as a first step; a second visit was due and missed.",
          basis: "Damp and Mould Policy 4.4", remedy: "Second wash.",
          review: (
            .upheld, "The gutter was seen to be split in June and no job was raised. That is the cause.",
            "Gutter renewed on the whole rear face; £350 for five months of damp."
          ))
      ],
      contacts: [
        DemoContact(34, .rang("Gutter done, wall drying, meter reading 14 per cent. She is content."))
      ],
      again: "The gutter is the problem and the answer does not mention it.",
      ended: "Remedy carried out and checked on a wet day; paid."),
    DemoStory(
      "Li Xiuying", .inPerson, phone: "07700 900126", language: "Chinese", needs: ["Mandarin interpreter"],
      caller: "Li Jun (son)", home: "Flat 22, Shuttle Tower", "AK1 9PP", block: "Shuttle Tower",
      ward: "Millgate",
      about: "Leak",
      says: """
        Water comes down the kitchen wall when upstairs showers. 厨房的墙一直在漏水。 Her son translated at \
        the counter. The electric socket by the cooker is wet. She has switched it off at the board.
        """,
      wants: "Socket safe today, leak found.", received: 1, .untriaged, with: .nobody,
      contacts: []),
    DemoStory(
      "Morag Sutherland", .email, email: "morag.s@example.org", home: "17 Beacon Rise", "AK3 1BR",
      ward: "Ridgeway", tenure: .lcho, about: "Roof",
      says: """
        Slates off since the storm, bucket in the loft, and I am told as a shared owner it is mine to mend \
        while my lease says the roof is yours.
        """,
      wants: "Roof mended and the lease read properly.", received: 13,
      .extended(acknowledged: 2, asked: 9, to: 4), with: .declan, because: .policyFailure,
      points: [
        DemoPoint(
          "she was told the roof is hers to repair, against the lease", .upheld,
          "Clause 5(2) keeps the roof with the landlord.", basis: "lease, clause 5(2)",
          remedy: "Roofer booked; advice to the contact centre on shared ownership.")
      ]),
    DemoStory(
      "Kwame Boateng", .phone, phone: "07700 900127", home: "Flat 6, Weaver House, Loom Street", "AK1 2LW",
      block: "Weaver House", ward: "Millgate", about: "Damp and mould",
      says: """
        Same mould as the lady at number 3, different bedroom. He heard she got somebody out. He reported it \
        in the same week and has had nothing but a reference number.
        """,
      wants: "To be treated like number 3.", received: 3, .triaged.then(.sentUp(after: 1)), with: .declan,
      because: .reportedBefore,
      points: []),
  ]
}
