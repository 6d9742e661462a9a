package import Clocks
import Foundation

/// Why the landlord's clock changes could not be read; without them no day may be told.
package enum ZoneFailure: Error, Hashable, Sendable {
  /// The system has no such time zone.
  case zoneMissing(String)
  /// The zone is there but does not change its clocks as London does.
  case zoneWrong(String, offsetOnFirstOfJuly: Int)
}

/// London's clock changes 1996–2037, read once from the system.
///
/// - Throws: when the zone is missing or has no summer time, as has happened with a statically linked library:
///   every day told after that would be wrong in summer.
package func londonZoneTable() throws(ZoneFailure) -> ZoneTable {
  try zoneTable(of: "Europe/London")
}

/// The clock changes of that zone; it must be one hour ahead of UTC on 1 July.
func zoneTable(of name: String) throws(ZoneFailure) -> ZoneTable {
  // Naming the data's version binds the part of Foundation that knows zones: without a mention of it a statically
  // linked program leaves that part out, and every zone but UTC is nil.
  guard !TimeZone.timeZoneDataVersion.isEmpty, let zone = TimeZone(identifier: name) else {
    throw .zoneMissing(name)
  }
  // 1 July 2026, noon UTC.
  let july = zone.secondsFromGMT(for: Date(timeIntervalSince1970: 1_782_907_200))
  guard july == 3600 else { throw .zoneWrong(name, offsetOnFirstOfJuly: july) }
  let start = Date(timeIntervalSince1970: 820_454_400)  // 1996-01-01T00:00:00Z
  let end = Date(timeIntervalSince1970: 2_145_916_800)  // 2038-01-01T00:00:00Z
  var transitions: [(atSeconds: Int64, offsetSeconds: Int32)] = []
  var date = start
  while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
    transitions.append(
      (Int64(next.timeIntervalSince1970.rounded()), Int32(zone.secondsFromGMT(for: next))))
    date = next
  }
  guard transitions.count == 84 else { throw .zoneWrong(name, offsetOnFirstOfJuly: july) }
  return ZoneTable(transitions: transitions, initialOffset: Int32(zone.secondsFromGMT(for: start)))
}
