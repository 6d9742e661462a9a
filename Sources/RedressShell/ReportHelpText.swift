/// What `help report` prints: every kind, the days it counts, and by which definitions.
let reportHelp = #"""
  today            what is late, due, about to be late, and who heard nothing longest
  dashboard        the figures of all open work, each with the words that list its cases
  workload         who has how much, how long answers take, and the backlog week by week; not for scrutiny
  quarterly        the pack of a quarter: volume, stages, outcomes, refusals, letters in time by our policy and
                   by the Code, extensions, escalation, remedies, money, promises, learning, the Ombudsman,
                   compliments, satisfaction by upheld or not, month by month
  annual           the same of a reporting year, 1 April to 31 March
  measures         CH01 and CH02 by stage and tenure group; the stock comes from redress homes YEAR, the year
                   in which the reporting year ends
  sample           cases for scrutiny at stages 1 and 2, without what tells who complained
  self-assessment  each provision of the Code with live counts, what falls short and the cases behind

  --from D --to D  the days counted, both among them; without them the quarter today lies in, or the year.
                   today and dashboard are of one moment and take none; --as-at gives another
  --as-at TIME     the record as it was known then
  --format F       text, markdown, html (a page of its own), csv (a share in three columns), json
  --limit N        cases of a sample (5 of each stage), cases listed in a row (20), silent cases of today (10)
  --seed S         draws that sample again; without it the journal and the days make the seed, so nobody picks.
                   The report prints it. Scores go back with act CASE score …
  --definition D   of CH02: made (the share of what was made in the year) or answered (of what was answered)
  --beside FILE    other landlords' figures, the regulator's table as CSV: each is reckoned again from its
                   numerator and denominator, markers [U] [X] [E] are skipped by name, quartiles stand beside ours

  Every report says at its end how it was counted. today names who complained, as the queue does, and is for
  those who work on the cases; no resident is named in any other. Each number comes out of the rows of redress
  export again.
  """#
