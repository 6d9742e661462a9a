// CaseJournal
