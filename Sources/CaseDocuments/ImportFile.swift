package import Clocks
import PlainText

/// A CSV file being imported: encoding, header and map settled, then row after row.
///
///     var file = try ImportFile(bytes: bytes, map: map, nation: nation, zone: zone, now: now)
///     var batch: [ImportedContact] = []
///     while true { switch file.next(onto: &batch) { … } }
package struct ImportFile: Sendable {
  /// The encoding it was read in, as people call it.
  package let encoding: String
  /// The map bound to this file's header.
  package let plan: ImportPlan
  private var reader: CSVReader
  private var record = CSVRecord()

  /// Settles a file before its first row.
  ///
  /// - Throws: why no row of it can be read.
  package init(bytes: [UInt8], map: ImportMap?, nation: Nation, zone: ZoneTable, now: Moment)
    throws(ImportMapError)
  {
    let decoded: (utf8: [UInt8], name: String)
    do throws(EncodingRefusal) {
      decoded = try decodeToUTF8(bytes)
    } catch {
      throw .encoding(error)
    }
    encoding = decoded.name
    reader = CSVReader(decoded.utf8)
    let hasHeader: Bool
    do throws(CSVError) {
      hasHeader = try reader.next(into: &record)
    } catch {
      throw .header(error)
    }
    guard hasHeader else { throw .emptyFile }
    var header: [String] = []
    for field in record.fields {
      header.append(ImportCells.trimmed(reader.text(of: field)))
    }
    plan = try ImportPlan(header: header, map: map, nation: nation, zone: zone, now: now)
  }

  /// Bytes of text read so far, for progress.
  package var offset: Int { reader.offset }

  /// Bytes of text in all.
  package var count: Int { reader.bytes.count }

  /// Reads the next row onto the end of a batch, where it need not be copied; empty lines are not rows.
  package mutating func next(onto batch: inout [ImportedContact]) -> ImportStep {
    do throws(CSVError) {
      guard try reader.next(into: &record) else { return .end }
    } catch {
      return .refused(ImportRefusal(line: error.line, reason: .csv(error)))
    }
    do throws(ImportRefusal) {
      batch.append(try plan.contact(record, reader.bytes))
      return .contact
    } catch {
      return .refused(error)
    }
  }
}

/// What reading one more row came to.
package enum ImportStep: Sendable {
  /// A contact was added to the batch.
  case contact
  case refused(ImportRefusal)
  case end
}
