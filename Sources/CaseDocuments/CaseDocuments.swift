// CaseDocuments
