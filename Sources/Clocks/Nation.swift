/// The nations whose bank holidays differ; a landlord belongs to one.
package enum Nation: String, CaseIterable, Hashable, Sendable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"
}
