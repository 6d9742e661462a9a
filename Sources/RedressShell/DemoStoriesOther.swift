import Complaints

// Everything a landlord hears that is not a complaint: invented people at invented addresses.
extension DemoStory {
  static let otherThanComplaints: [DemoStory] = [
    DemoStory(
      "Huw Parry", .phone, phone: "029 2018 0171", language: "Welsh", home: "21 Tenterfield", "AK3 8ED",
      ward: "Ridgeway", about: "Repair",
      says: """
        Kitchen tap drips. First time ringing about it. Dim brys, meddai.
        """,
      received: 2, .other(.serviceRequest), with: .meera, because: .firstReport,
      contacts: [DemoContact(1, .rang("Plumber on Thursday morning."))]),
    DemoStory(
      "Samina Begum", .web, phone: "07700 900172", email: "samina.b@example.org", language: "Urdu",
      home: "16 Lamp Street", "AK4 2LD", ward: "Copperfield", about: "Repair",
      says: """
        Smoke alarm chirps every minute. باورچی خانے میں۔ Not reported before.
        """,
      received: 1, .other(.serviceRequest), with: .nobody, because: .firstReport),
    DemoStory(
      "Janusz Lis", .phone, phone: "07700 900173", language: "Polish", home: "Flat 20, Bobbin Court",
      "AK1 5TR",
      block: "Bobbin Court", ward: "Millgate", about: "Repair",
      says: """
        Asked when the window man comes. It was explained on the phone and he is happy with Friday.
        """,
      received: 27, .other(.serviceRequest, closed: 4), with: .you, because: .followUp,
      ended: "Window done on the Friday."),
    DemoStory(
      "Margaret Duxbury", .phone, phone: "0161 496 0174", needs: ["forgetful: repeat dates in writing"],
      home: "4 Almoner's Cottages", "AK6 1AA", ward: "St Anne's", about: "Repair",
      says: """
        Wheelie bin lost its lid. First report.
        """,
      received: 36, .other(.serviceRequest, closed: 3), with: .nobody, because: .firstReport,
      ended: "New bin delivered."),
    DemoStory(
      "Joan Ashworth", .letter, home: "3 Almoner's Cottages", "AK6 1AA", ward: "St Anne's",
      about: "Compliment",
      says: """
        To whom it may concern: the young woman who came about my radiator took her boots off without being \
        asked, mended it in ten minutes and stayed to change a bulb I cannot reach.
        """,
      received: 21, .other(.compliment, closed: 3), with: .nobody, reason: "Praise for a gas engineer.",
      ended: "Thanked by letter; shared with the engineer and her manager."),
    DemoStory(
      "Tariq Mahmood", .phone, phone: "07700 900175", home: "28 Lamp Street", "AK4 2LD", ward: "Copperfield",
      about: "Compliment",
      says: """
        Rang only to say that Nasreen in the contact centre rang back when she said she would. "You don't \
        know how rare that is."
        """,
      received: 4, .other(.compliment).then(.published(after: 2)), with: .you,
      reason: "Praise for a call handler."),
    DemoStory(
      "Lowri Bowen", .email, email: "lowri.bowen@example.org", home: "18 Tenterfield", "AK3 8ED",
      ward: "Ridgeway",
      about: "Tenancy question",
      says: """
        May I keep two hens? Oes angen caniatâd?
        """,
      received: 2, .other(.enquiry), with: .adaeze, because: .information),
    DemoStory(
      "Grace Nkemelu", .phone, phone: "07700 900176", home: "Flat 3, Tanner's Yard", "AK2 8FD",
      ward: "Harbour",
      about: "Rent question",
      says: """
        When does the rent go up and by how much?
        """,
      received: 19, .other(.enquiry, closed: 1), with: .nobody, because: .information,
      ended: "Told the date and the sum; letter to follow in February."),
    DemoStory(
      "Liam Hesketh", .phone, phone: "07700 900177", home: "Flat 27, Shuttle Tower", "AK1 9PP",
      block: "Shuttle Tower", ward: "Millgate", about: "Accident",
      says: """
        His little girl caught her hand in the entry door; it closes too hard. Seen at the walk-in centre, \
        bruised, nothing broken.
        """,
      received: 3, .other(.accident), with: .meera, because: .accident,
      contacts: [DemoContact(0, .noted("Door closer eased within two hours; accident form opened."))]),
    DemoStory(
      "Zofia Mazur", .survey, email: "z.mazur@example.org", language: "Polish", home: "Flat 21, Bobbin Court",
      "AK1 5TR", block: "Bobbin Court", ward: "Millgate", about: "Survey comment",
      says: """
        Survey, question 9: "Sprzątanie 4/10, ludzie mili 10/10." Cleaning four out of ten, people ten.
        """,
      received: 15, .other(.survey, closed: 5), with: .nobody, because: .survey,
      ended: "Told how to complain if she wishes; passed to estate services."),
    DemoStory(
      "Alistair Crome", .email, email: "a.crome@example.org", home: "10 Beacon Rise", "AK3 1BR",
      ward: "Ridgeway",
      tenure: .leasehold, about: "Data protection",
      says: """
        A letter meant for my late mother, with her arrears on it, was sent to my sister. I want to know who \
        has her file.
        """,
      received: 9, .other(.dataProtection), with: .adaeze,
      reason: "About personal data: goes to the data protection officer.",
      contacts: [DemoContact(1, .wrote("Told who deals with it and by when; condolences."))]),
    DemoStory(
      "Duncan Frith", .letter, representative: "Holt & Vane Solicitors", home: "Flat 7, Weaver House",
      "AK1 2LW",
      block: "Weaver House", ward: "Millgate", about: "Disrepair claim",
      says: """
        Solicitors for Mr Frith serve claim form and particulars, filed at the county court, for disrepair \
        to the windows.
        """,
      received: 26, .other(.claim), with: .you, because: .courtClaim,
      contacts: [DemoContact(1, .noted("To the legal team. Repairs carry on meanwhile."))]),
    DemoStory(
      "Wei Zhang 张伟", .phone, phone: "07700 900178", language: "Chinese", home: "Flat 24, Shuttle Tower",
      "AK1 9PP",
      block: "Shuttle Tower", ward: "Millgate", about: "Housing benefit",
      says: """
        Benefit stopped and the council's line is engaged. 房租补贴停了。 He thought we decide it.
        """,
      received: 6, .other(.otherBody, closed: 1), with: .nobody, because: .otherBody,
      ended: "Council's benefit team and its review route given, in Chinese, by text."),
    DemoStory(
      "Sandra Kettle", .web, email: "s.kettle@example.org", home: "30 Canal Row", "AK2 7QN", ward: "Harbour",
      about: "Comment",
      says: """
        The new website is fine but the phone number is at the bottom of the last page.
        """,
      received: 11, .other(.comment, closed: 2), with: .nobody,
      reason: "A suggestion; no service is complained of.",
      ended: "Number moved to the top of every page."),
  ]
}
