/// The written reference of the journal: `redress help journal`.
let journalHelp = #"""
  THE JOURNAL
  One directory is one landlord's record. Everything in it can be read without this program.

    FORMAT                      {"journal":ID,"major":1,"compat":[],"incompat":[],"mode":…,"practice":…}
    journal/00000000000000000001.jsonl   a segment, named by its first line's number; the highest is written to
    lock                        held while a line is added: login and process of the last holder; behind that,
                                how many places were given out and syncs begun where many write at once
    POISON                      there after a failed sync: nobody adds a line until redress recover
    cache/                      made anew when it is gone; never the truth
    quarantine/                 bytes cut off a line that a crash left unfinished; never confirmed to anybody
    attachments/                files named by their SHA-256
    exports/ drafts/ settings/  by login

  A program that does not know a word of "incompat" must leave the journal alone; of "compat" it need not.

  A LINE
  One command is one line of JSON in UTF-8, at most 1 MiB, ended by a newline. This release writes the members
  in this order and without blanks; any order and any legal JSON is read, as long as "crc" is last.

    {"v":1                      version of this envelope
    ,"seq":4711                 dense from 1, across segments: the order of the record, whatever the times say
    ,"ts":"2026-11-22T09:31:07.123456Z"   recorded at; later than the line before, always
    ,"wc":"2026-11-22T09:30:59.000000Z"   only where the clock was set back: its true reading, by which
                                --as-at and lateness go
    ,"by":"asmith"              who recorded it
    ,"k":"note.added@1"         kind and its version; a kind that is not known is kept and shown as newer
    ,"case":"C26-000042"        left out where it is about the landlord
    ,"on":"2026-11-21"          when it happened: a date or an instant; left out where that is "ts"
    ,"d":{"text":"…","salt":"…"}   what happened; empty members are left out; where anybody's words are in it
                                a random salt, so that an erased line cannot be guessed from its hash
    ,"prev":"64 hex digits"     SHA-256 of the line before without its newline; zeros on the first
    ,"crc":"8 hex digits"}      CRC-32C of every byte of this line before ,"crc"

  A command of several effects has "k":"batch@1" and "d":{"events":[{"k","case","on","d"},…]}. A control
  character, DEL, C1, U+2028 and U+2029 are written as \u00XX; NUL becomes U+FFFD.

  LINES THE JOURNAL WRITES OF ITSELF
    segment.opened     first in its file: the journal's id, the name of the segment before
    state.asserted     before a seal: a digest of what the lines so far fold to; verify folds them again and
                       compares, where it is of the same release
    segment.sealed     last in its file: its number of lines; no line follows, and only erasure rewrites it
    journal.repaired   an unfinished line was cut off: from where, how many bytes, their file in quarantine/
    journal.recovered  the way back after a failed sync was taken
    record.disclosed   rows, a pack or what is held on a person were given out, or a case with parts for
                       named roles was read: "way", and "sheet" or "subject"; redress disclosures lists them
    journal.restored   this is a copy of a backup: the line and hash it continues from
    redaction          texts are to be erased: the cases, the ground, and for each line its number, its hash
                       before and after
    redaction.finished they are gone from every file

  TO CHECK IT BY HAND
    jq -c 'select(.case=="C26-000042")' DATA/journal/*.jsonl
    sed -n 41p FILE | tr -d '\n' | sha256sum          is "prev" of line 42
    cat DATA/journal/*.jsonl | jq -r .seq | awk 'NR!=$1{print "gap before " $1; exit 1}'

  WHAT IS REFUSED AND WHAT IS REPAIRED
  An unfinished line at the end of the last segment is cut off by the next writer and kept in quarantine/;
  nobody was told that it was saved. Anything wrong before the end is damage: named by segment, line and byte,
  nothing is changed, the record is shown up to it and takes no line. A journal written by other means is
  accepted when its lines are as above, and else refused with the line.
  An erased line keeps its events, dates and length; its texts are [erased] or dashes, blanks fill "pad". Its
  successor's "prev" is the hash before; verify accepts that only where a redaction names both hashes and the
  line is what the same erasure would make of it.

  WHAT IT PROVES
  Every line holds the hash of the one before it, so verify shows accident and, against a head noted elsewhere
  (redress verify prints it, every backup holds it), any edit. It cannot prove who wrote a line.
  In accounts mode every person has their own system account and the program trusts every member of the group
  that owns the directory: roles guard against mistakes, not malice.

  BACKUP AND RESTORE
  redress backup FILE writes a tar file any tar reads, its last file a MANIFEST of sizes, hashes and the head.
  redress restore FILE --data DIR makes a journal of it; its first new line says that it is a copy.
  A disk that fails, a read-only file system, a full one: nothing is said to be saved that is not.
  Network file systems lose lines and are refused.
  """#
