/// What `help import` prints: how to write a map, with a worked example.
package let importGuide = #"""
  Takes contacts from any CSV: comma between fields, quotes doubled inside quotes, lines ending in LF, CRLF or
  CR, in UTF-8, UTF-16 or Windows-1252. Without a map the header must use our names: received, channel and
  narrative at least. Every row becomes a case, is already present, or is refused with line, column and reason.
  Running the same file twice adds nothing the second time.

  A map is a JSON object of three parts.

  columns   our field: where it comes from
              "category": "complaint_type"               one column of theirs
              "narrative": "{complaint_type}: {detail}"  several; text between stands where both are there
              "channel": {"constant": "member"}          the same for every row
              "narrative": ["detail", "summary"]         the first that is not blank
  dates     the shapes accepted for received and closed; any other is refused, and so is a date that two
            shapes read differently
              "received": ["dd/MM/yyyy HH:mm", "dd-MMM-yy", "yyyy-MM-dd'T'HH:mm:ss'Z'", "excel"]
            letters: yyyy yy, M MM MMM MMMM, d dd, H HH, h hh with a (AM, PM), mm, ss, SSS, XXX (+01:00);
            excel is a spreadsheet's day number. Without Z or XXX a time is London's.
  words     for channel, kind, stage, tenure, nation and category: their word to ours; case does not matter.
            A word not in the list is refused. null says that a word means nothing to us.
              "channel": {"web form": "web", "councillor": "member"}
              "stage": {"Stage 2": 2, "Informal": null}

  Fields: received closed channel kind stage tenure nation narrative category outcomeSought caller
  representative area ward source sourceRef points affected person.name person.phone person.email
  person.preferred person.language person.needs property.address property.postcode property.uprn property.block

  stage opens the case there, received being when that stage was asked for. source and sourceRef together are
  the old reference by which a second run knows a row; without sourceRef the row itself serves. The same
  reference with a different row is refused. A row of another nation than the journal's is refused.

  redress help import-map prints a map of many date shapes and words, to start one's own from. A small one, for
  a councillors' casework register, whole:

  """# + ImportExamples.casework + "\n"
