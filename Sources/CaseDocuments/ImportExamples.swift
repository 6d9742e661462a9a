/// Two worked maps, for help and as a start for one's own.
package enum ImportExamples {
  /// A councillors' casework register: one kind of row, ISO dates, blanks in every column.
  package static let casework = #"""
    {
      "columns": {
        "received": "opendate",
        "closed": "closedate",
        "channel": {"constant": "member"},
        "kind": {"constant": "complaint"},
        "category": "complaint_type",
        "narrative": ["{complaint_type}: {descriptor}", {"constant": "No type or detail was recorded."}],
        "property.address": "{city}, {borough}",
        "property.postcode": "zip",
        "ward": "council_dist",
        "area": "community_board",
        "source": {"constant": "NYC Council"},
        "sourceRef": "unique_key"
      },
      "dates": {
        "received": ["yyyy-MM-dd"],
        "closed": ["yyyy-MM-dd"]
      }
    }
    """#

  /// Several housing systems exported into one sheet: ten ways to write a date, words of many offices.
  package static let housing = #"""
    {
      "columns": {
        "received": "received",
        "channel": "channel",
        "kind": "stage",
        "stage": "stage",
        "tenure": "tenure",
        "nation": "nation",
        "category": "category",
        "narrative": ["description", "summary"],
        "outcomeSought": "remedy_sought",
        "representative": "representative",
        "ward": "ward",
        "person.name": "resident_name",
        "person.email": "resident_email",
        "person.phone": "resident_phone",
        "person.language": "language",
        "person.needs": "reasonable_adjustments",
        "property.address": "address",
        "property.postcode": "postcode",
        "property.uprn": "uprn",
        "source": "source_system",
        "sourceRef": "source_ref"
      },
      "dates": {
        "received": [
          "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "MM/dd/yyyy hh:mm:ss a", "dd.MM.yyyy HH:mm", "dd-MMM-yy",
          "d MMMM yyyy", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss.SSS", "excel"
        ]
      },
      "words": {
        "channel": {
          "phone": "phone", "email": "email", "letter": "letter", "in person": "in-person", "web form": "web",
          "social media": "social", "SMS": "sms", "councillor": "member", "MP": "member",
          "contractor": "third-party"
        },
        "kind": {
          "Stage 1": "complaint", "1": "complaint", "S1": "complaint", "stage one": "complaint",
          "Formal": "complaint", "Stage 2": "complaint", "2": "complaint", "S2": "complaint",
          "Stage two / review": "complaint", "Service request": "service-request", "0": "service-request",
          "Informal": "service-request", "Pre-stage": "service-request"
        },
        "stage": {
          "Stage 1": 1, "1": 1, "S1": 1, "stage one": 1, "Formal": 1, "Stage 2": 2, "2": 2, "S2": 2,
          "Stage two / review": 2, "Service request": null, "0": null, "Informal": null, "Pre-stage": null
        },
        "tenure": {
          "Assured": "lcra", "Secure": "lcra", "Introductory": "lcra", "Starter": "lcra",
          "Occupation contract (secure)": "lcra", "Temporary accommodation": "other",
          "Shared ownership": "lcho", "Leasehold": "leasehold"
        },
        "nation": {
          "England": "england-and-wales", "Wales": "england-and-wales", "Scotland": "scotland",
          "Northern Ireland": "northern-ireland"
        }
      }
    }
    """#
}
