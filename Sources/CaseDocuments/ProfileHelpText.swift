/// The written reference of the profile format, by example: `redress help profile`.
package let profileHelp = #"""
  PROFILES
  A profile is one landlord's complaints policy as a JSON file: stages, limits, how each is counted, who
  decides, and the clause behind each number. Everything below is optional unless marked (needed).

    redress profile list | show P          the shipped ones; show every-shape uses all there is
    redress profile show P --json > F      start from the nearest policy and change it
    redress profile check F                every mistake with line and column; then where the policy is
                                           looser than the Code, silent, stricter or out of date
    redress profile adopt F --dry-run      the open dates that would move; without --dry-run adopts it

  HALF AN HOUR, IN THIS ORDER
   1. Name, owner, dates.   2. One stage for each the policy has: limits, window, who decides.
   3. Where the policy is silent write what you read into it ("silent", "reading").
   4. Letters, exclusions, Ombudsmen.   5. profile check, mend, profile check.   6. adopt --dry-run, adopt.

  THE HEAD
    {
      "profile": "acme-2026",            (needed) small letters, digits, hyphens; stands in every clause
      "title": "Complaints policy",      (needed)
      "owner": "Head of Customer Care", "published": "2026-01", "nextReview": "2028-01",
      "inForce": "2026-02-01",           first day it binds; else the day it is adopted. A stage keeps the
                                         edition in force when it began.
      "severities": ["usual", "serious"],           words for limits that depend on how grave it is
      "deemedDelivery": {"within": 2, "unit": "working-days", "clause": "1.4"},
                                         when a letter counts as received where nobody recorded it
      "stages": [ … ],                   (needed) one to four
      "escalationReason": "3.11",        (needed) where it says that no reason is needed for the next stage;
                                         "@code-2024 6.12" where your policy does not
      …
    }
  A clause is the place in your policy ("5.6.3", "Stage 2, paragraph 1"); "@code-2024 6.13" is a place in
  another document. Write what a number means in words of your own, never the policy's sentence.

  A LIMIT
    "respond": {"within": 10, "unit": "working-days", "from": "received", "clause": "5.6.3",
      "silent": ["start"], "reading": "The policy does not say from when; counted from receipt."}
    within   (needed) a number                     unit  (needed) working-days calendar-days weeks months hours
    from     (needed) contact received logged allocated acknowledged responded response-received
             stageN-requested stageN-acknowledged stageN-responded draft-sent aware investigated
             evidence-requested access-requested ordered closed restricted
    count    following (default): the days after the start, whatever day that was
             deferred: a start on a day nobody works counts as made on the next working day;
                       "cutOffHour": 16 does the same for what comes at four o'clock or later
             inclusive: the start day, or the next working day, is day 1
    silent   what the policy leaves open: start, unit, length; then "reading" says why you read it so
    orLater  {"within": 10, "unit": "working-days", "from": "acknowledged"}: the later of the two holds
    bar      {"within": 6, "unit": "months", "clause": "3.5"}: past it no discretion is left
    bySeverity  [{"severity": "serious", "within": 48, "unit": "hours"}]
    meetings    ["2026-12-15", "2027-03-16"]: ends at the first meeting on or after the counted day
    endsOnWorkingDay  true: ends on the next working day where the counted day is none
    Hours run by the clock, nights and weekends included, and take none of count, orLater, meetings.

  A STAGE
    {
      "name": "Investigation",                                   (needed)
      "preAcknowledge": limit, "acknowledge": limit, "respond": limit,
      "window": limit                    until when this stage may be asked for; never at stage 1
      "extension": {"cap": "more", "within": 10, "unit": "working-days", "clause": "5.6.3",
        "notice": ["reason", "date", "ombudsman", "updates"],
        "total": {"within": 30, "unit": "calendar-days", "from": "received"}},
             cap  none: no cap      more: so much more than the first date
                  in-all: so much in all, "from" an event      agreement: as far as the resident agrees
             total  may not be passed however the extensions add up
      "draftFindings": {"send": limit, "comments": limit from draft-sent},
      "escalatesOnSilence": limit        our silence moves the case to the next stage
      "closesAfterSilence": limit        the resident's silence closes it
      "directEntry": [{"by": "choice", "clause": "4.4"}],        or agreement, serious
      "decider": {                                               (needed)
        "roles": ["reviewer"],           (needed) handler investigator reviewer director supervisor …
        "post": "senior manager",        (needed) as the policy calls it
        "clause": "3.10",                (needed)
        "notEarlierDecider": true, "notEarlierClause": "@code-2024 6.13",
        "bar": "any-involvement",        or complained-about, same-area-if-bias, significant-involvement
        "panel": {"ifResidentWishes": true, "clause": "4.5",
          "withheld": {"details": ["name"], "clause": "4.6"},    name contact address needs others
          "seats": [
          {"post": "independent manager", "roles": ["reviewer"]},
          {"post": "independent resident", "roles": ["resident-reviewer"]}]},
        "chain": [{"subject": "about-the-handler", "post": "line manager", "roles": ["supervisor"],
          "clause": "2.8"}]
      }
    }

  LETTERS
    "acknowledgement": [{"item": "handler", "stages": [1], "clause": "2.2"}],      stages: all where left out
    "response": [{"item": "decision", "clause": "6.1"}],
    "extensionOmbudsman": "2.4",         where it says that an extension names the Ombudsman
    "letters": [{"letter": "extension", "items": ["reason", "due"], "clause": "2.3"}],   any other letter
    items: reference stage definition outcome not-ours process due extensions adjustments advocacy handler
           handler-contact ombudsman decision reasons basis remedy outstanding learning next-step next-contact
           reason final legal-contact consequences measures duration review appeal who-answers passed-to
           how-to-complain thanks; a letter without one is held until it is there, or sent with a reason
    "triage": [{"key": "first-report", "says": "a first report is a service request", "clause": "1.2"}]
           keys: the triage answers (redress act --list, triage) and the kinds

  THE NEXT STAGE
    "escalation": {"reason": "asked", "reasonClause": "3.11",      not-needed asked demanded silent
      "refusal": "valid-reason", "refusalClause": "3.12",          valid-reason discretion never silent
      "requestTo": "responder"}                                    responder, or the post it goes to
    "refusalToEscalate": {"says": "…", "clause": "3.13"}           what the letter says then
    "directToOmbudsman": {"afterStage": 1, "authorisedBy": "reviewer", "clause": "9.4"}
    "extraSteps": [{"place": "before", "says": "an informal talk", "required": true, "clause": "12.1"}]
      place: before outside; required: nobody gets further without it
    "tracks": [{"subjects": ["planning"], "profile": "corporate-2026", "clause": "13.1"}]
    "ombudsmen": [{"name": "Housing Ombudsman Service", "subject": "housing", "subjects": ["housing"],
      "address": "…", "phone": "…", "web": "…", "asOf": "2026-01-13", "clause": "6.3",
      "printed": {"address": "…"}}]      what your policy prints, so that the check can say it is stale

  WHAT IS DECLINED, WHO MAY COMPLAIN
    "exclusions": [
      {"reason": "too-old", "says": "…", "test": "age", "within": 12, "unit": "months", "from": "aware",
        "bar": {"within": 36, "unit": "months", "clause": "8.2"}, "clause": "8.1"},
      {"reason": "same-issue", "says": "…", "test": "same-issue", "within": 6, "unit": "months",
        "from": "closed", "unless": ["safeguarding", "health-and-safety"], "clause": "8.3"},
      {"reason": "court-claim", "says": "…", "test": "legal", "legal": "filed", "clause": "8.4"}]
    tests: age same-issue legal withdrawn not-eligible appeal-right internal-review insurance-claim
           disrepair-claim information service-request other-procedure already-decided
    legal: filed started subject-to is-or-has-been with-representatives
    "silent" and "reading" say what the policy leaves open, as with a limit
    "anonymous": {"accepted": true, "says": "…", "keep": true, "match": true, "clause": "8.6"},
      keep: complaint and response are kept; match: a later complaint of the same place is proposed
    "complainants": {"who": [{"says": "…", "permission": true, "clause": "1.3"}], "authority": "written",
      "holds": "disclosure", "clause": "1.3"}      permission: of who holds the home, in writing
                                         authority: written verified interests none
                                         holds: correspondence disclosure nothing

  OTHER CLOCKS
    "clocks": [{"clock": "evidence", "within": 15, "unit": "working-days", "from": "evidence-requested",
      "clause": "7.1"}]
    clocks: evidence update order promise restriction.review hazard.makesafe hazard.investigate
            hazard.summary hazard.safety hazard.preventative hazard.backstop subject-access write-up
            enquiry member-enquiry data-protection callback need.review follow-up reply

  WHILE A COMPLAINT IS WORKED            each with "clause", and "reading" where you had to read it
    "personalContact": {"before": "acknowledgement", "by": ["phone"], "exceptions": ["safety"], "clause": "…"},
      a talk owed before that letter; before: acknowledgement response     by: phone in-person
      exceptions: safety legal operational
    "learning": {"owed": "upheld", "informalToo": true, "prompts": ["What lay underneath?"],
      "followedBy": "Customer team", "communicationFirst": true, "clause": "…"},
      owed: upheld every every-response not-stated
    "compensation": {"heads": ["statutory"], "limits": [{"role": "reviewer", "pence": 50000}], "clause": "…"},
      heads: statutory actual-loss time-trouble distress-inconvenience other-detriment; limits rise
    "draftApproval": {"role": "supervisor", "clause": "…"},              before a response goes
    "signOff": {"role": "director", "clause": "…"},                      of responses to the Ombudsman
    "advocacy": {"services": [{"subjects": ["money"], "name": "…", "clause": "…"}], "clause": "…"},
    with a clause alone: "liveIssueCheck", "handlerChangeNotice", "separateHandlingNotice",
      "oralConfirmation", "translation", "formByPost", "remedyAgreement", "contractorAgreement"
    "conduct": {"says": "…", "clause": "…"},                             what may be told of discipline
    "liability": {"says": "…", "legalAdvice": true, "clause": "…"},      an offer without admission
    "retention": {"years": 7, "clause": "…"},    texts are kept so long after the last thing owed; else 6 years
    "oversight": {"team": "…", "clause": "…"}                            who watches over all of it
    "memberReading": {"training": true, "confidentiality": true, "clause": "…"},
                                       what members of panels and boards do before they read
    "hazardScope": {"phases": [{"from": "2025-10-27", "kinds": ["damp-mould"], "emergencies": true,
      "clause": "…"}, {"expected": "2027", "kinds": ["other"], "clause": "…"}],
      "excludedTenures": ["lcho"], "clause": "…"}                        what the hazard clocks cover

  BESIDE COMPLAINTS
    "procedures": [{"kind": "asb", "subjects": ["noise"], "to": "…", "tell": ["…"], "reply": true,
      "learning": true, "followUpVulnerable": true, "clause": "…"}],     no subjects: for every subject
      kind: service-request complaint compliment comment enquiry asb accident survey claim
            data-protection other-body
    "referrals": [{"matter": "safeguarding", "to": "…", "clause": "…"}],               or crime
    "compliments": {"thank": true, "shareWith": ["staff"], "publish": "with-consent", "managerNotes": true,
      "clause": "…"}      shareWith: staff contractors
                          publish: with-consent where-appropriate counted not-stated

  THE REST
    "managementEscalation": {"criteria": [{"key": "vulnerable", "says": "…"}], "threshold": 1,
      "to": "director", "clause": "9.1"},
    "restrictions": {"grounds": ["…"], "measures": ["…"], "warningFirst": true, "imposedBy": "reviewer",
      "appealTo": "director", "appealSameImposer": "another director", "staffTold": true,
      "length": {"within": 6, "unit": "months", "clause": "9.3"}, "atEnd": "lapses", "clause": "9.2"},
      atEnd: lapses stays, while the review is owed; a length agrees with the clock restriction.review
    "reporting": [{"body": "Board", "rhythm": "quarterly", "what": "…", "clause": "10.1"}],
      rhythm: ongoing six-weekly monthly quarterly half-yearly yearly
    "closing": [{"needs": "learning-recorded", "cases": "upheld", "clause": "11.2"}]
      needs: outcome-recorded learning-recorded promises-kept written-confirmation
      cases: every upheld oral
  """#
