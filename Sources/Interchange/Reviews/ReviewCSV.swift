import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// Reviews as tables for spreadsheets; the layout is described in `docs/reference/review-csv.md`.
public enum ReviewCSV {
  /// Reads a review. `nil` where there is an error; `bag` holds all of them, each at its cell.
  public static func read(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Review? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    let review = parse(source, file, into: &own)
    return own.hasErrors ? nil : review
  }

  /// What of a review could be read, as ``ReviewReader/parse(_:_:limits:into:)`` does.
  public static func parse(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Review? {
    guard let table = CSVReader.read(source, file, into: &bag) else { return nil }
    let header = table.rows.firstIndex(where: ReviewCSVRows.isHeader)
    var head = ReviewCSVHead()
    defer { bag.append(head.values.bag) }
    guard head.read(table.rows[..<(header ?? table.rows.endIndex)], of: file) else { return nil }
    guard let header else {
      head.values.bag.report(
        CSVCodes.noTable, "No row below names the columns.", at: table.rows.last?.cells.last?.range)
      return head.review
    }
    var rows = ReviewCSVRows()
    rows.read(header: table.rows[header], rows: table.rows[(header + 1)...])
    head.review.judgements = rows.judgements
    head.values.bag.append(rows.values.bag)
    return head.review
  }

  /// Writes a whole review: a row for every criterion that its kind judges, and for every other that it speaks of.
  ///
  /// Reading it gives the review again, in the framework's order; a line break inside an action becomes a space.
  /// - Parameter digest: of the framework's content, where the review names none.
  public static func write(_ review: Review, framework: ResolvedFramework, digest: Digest) -> String {
    var writer = ReviewCSVWriter(framework, kind: review.kind.value)
    writer.writeHead(of: review, digest: digest)
    writer.writeTable(review.judgements)
    return writer.text
  }

  /// A blank review with every criterion in it.
  public static func template(_ framework: ResolvedFramework, digest: Digest, kind: ReviewKind) -> String {
    var review = Review()
    review.framework.id = framework.framework.id
    review.framework.version = framework.framework.version
    review.kind = Located(kind)
    return write(review, framework: framework, digest: digest)
  }
}
