/// Kind, case, day and payload of one event of every kind, in the order of `EveryKind`.
let frozenKinds: [String] = [
  #""k":"segment.opened@1","d":{"journal":"j","previous":"p"}"#,
  #""k":"segment.sealed@1","d":{"lines":9}"#,
  #""k":"journal.repaired@1","d":{"segment":"s","offset":10,"bytes":3,"file":"f"}"#,
  #""k":"journal.recovered@1","d":{"segment":"s","offset":10,"bytes":3,"file":"f""#
    + #","why":"fdatasync failed"}"#,
  #""k":"journal.restored@1","d":{"seq":12,"head":"ab","made":"2026-11-22T09:31:07Z"}"#,
  #""k":"redaction@1","d":{"subject":"C26-000001","ground":"erasure request 7""#
    + #","lines":[{"seq":4,"before":"ab","after":"cd"},{"seq":5,"before":"ef","after":"01"}]}"#,
  #""k":"redaction.finished@1","d":{"seq":13}"#,
  #""k":"state.asserted@1","d":{"fold":1,"cases":2,"digest":"ef"}"#,
  #""k":"record.disclosed@1","d":{"way":"export","sheet":"cases","subject":"P000001","needs":true}"#,
  #""k":"landlord.founded@1","d":{"landlord":"Irwell Homes","nation":"scotland""#
    + #","practice":false}"#,
  #""k":"profile.adopted@1","d":{"name":"manchester-2022","sha256":"ab""#
    + #","text":"{\"a\":1}\n"}"#,
  #""k":"calendar.adopted@1","d":{"name":"scotland","sha256":"cd","text":"{}"}"#,
  #""k":"staff.listed@1","d":{"login":"amira","name":"Amira Yılmaz","roles":["handler""#
    + #","reviewer"],"team":"North","manager":"boss","phone":"0161 496 0000""#
    + #","email":"amira@example.org","limit":50000,"from":"2026-01-05","until":"2027-01-05"}"#,
  #""k":"homes.stated@1","d":{"year":2026,"lcra":5210,"lcho":340}"#,
  #""k":"template.adopted@1","d":{"name":"warning","sha256":"ef""#
    + #","text":"subject: x\n\n{reason}\n"}"#,
  #""k":"contact.received@1","case":"C26-000001","on":"2026-11-21T14:05:00.000000Z""#
    + #","d":{"channel":"in-person","caller":"Cllr Begum","personNumber":"P000001""#
    + #","person":{"name":"Siân Hughes (daughter)","phone":"+44 161 496 0123""#
    + #","email":"Sian@Example.org","preferred":"text","language":"cy","needs":["large print""#
    + #","stairs"]},"representative":"Tŷ Advice""#
    + #","property":{"address":"Flat 2, 14 Rochdale Road","postcode":"M9 4AA","uprn":"10070""#
    + #","block":"Harpurhey House"},"tenure":"lcra","affected":["the family at 16"]"#
    + #","category":"damp","area":"North","ward":"Harpurhey","stage":2,"source":"CRM""#
    + #","sourceRef":"CRM-100021","row":"00ff00ff00ff00ff","outcomeSought":"a survey""#
    + #","narrative":"Damp \"again\"\nin the back bedroom\u0001""#
    + #","salt":"910a2dec89025cc1beeb8da1658eec67"}"#,
  #""k":"contact.triaged@1","case":"C26-000001","d":{"kind":"complaint""#
    + #","reason":"asks for a complaint","proposed":"service-request","clause":"code-2024 1.2""#
    + #","answers":{"first-report":false,"asks-complaint":true},"profile":"manchester-2022"}"#,
  #""k":"complaint.acknowledged@1","case":"C26-000001","on":"2026-11-20","d":{"stage":2"#
    + #","definition":"damp","outcome":"a survey","notOurs":"the weather","due":"2026-12-18""#
    + #","override":"no address","salt":"f893a2eefb32555e71c18690ee42c90b"}"#,
  #""k":"case.assigned@1","case":"C26-000001","d":{"to":"amira"}"#,
  #""k":"contact.logged@1","case":"C26-000001","d":{"direction":"out","channel":"sms""#
    + #","reached":true,"verified":"date of birth","text":"told""#
    + #","salt":"71bb54d8d101b5b9c34d0bff90150280"}"#,
  #""k":"point.added@1","case":"C26-000001","d":{"point":1,"text":"mould""#
    + #","category":"damp","salt":"e099ec6cd7363ca585e7bb0f12278575"}"#,
  #""k":"point.decided@1","case":"C26-000001","d":{"point":1,"stage":2"#
    + #","decision":"partly-upheld","reasons":"late","basis":"repairs policy","remedy":"works""#
    + #","salt":"491718de357e3da8cb435c8e74616796"}"#,
  #""k":"response.extended@1","case":"C26-000001","d":{"stage":2,"to":"2027-01-20""#
    + #","reason":"survey","told":"by letter","goodReason":"ladder""#
    + #","salt":"6775dc7701564f619afcd44d14cf8bfe"}"#,
  #""k":"complaint.responded@1","case":"C26-000001","d":{"stage":2,"channel":"letter""#
    + #","text":"Dear Ms Hughes","override":"x","salt":"7476cf8a4baa5dc087b341d690d7a28a"}"#,
  #""k":"complaint.escalated@1","case":"C26-000001","d":{"stage":3,"reason":"not done""#
    + #","late":"was in hospital","salt":"6f9b6dae6f4c57a82ac2ce17a5794a3b"}"#,
  #""k":"case.closed@1","case":"C26-000001","d":{"reason":"all done"}"#,
  #""k":"note.added@1","case":"C26-000001","d":{"text":"rang � twice 作""#
    + #","salt":"a534a6a6b7fd0b63d0bad0da572baaf1"}"#,
  #""k":"case.linked@1","case":"C26-000001","d":{"to":"C26-000001","relation":"duplicate"}"#,
  #""k":"entry.corrected@1","case":"C26-000001","d":{"seq":6,"field":"person.name""#
    + #","value":"Siân Hughs","salt":"ae84379630af89eee263183773ef6508"}"#,
  #""k":"step.undone@1","case":"C26-000001","d":{"seq":9}"#,
  #""k":"step.redone@1","case":"C26-000001","d":{"seq":9}"#,
]
