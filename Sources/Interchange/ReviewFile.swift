import Diagnostics
import Reviews

/// A review from a file in either form, YAML or CSV.
public enum ReviewFile {
  /// Reads a review. `nil` where there is an error; `bag` holds all of them.
  public static func read(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Review? {
    isTable(source) ? ReviewCSV.read(source, file, into: &bag) : ReviewReader.read(source, file, into: &bag)
  }

  /// What of a review could be read, as ``ReviewReader/parse(_:_:limits:into:)`` does.
  public static func parse(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Review? {
    isTable(source) ? ReviewCSV.parse(source, file, into: &bag) : ReviewReader.parse(source, file, into: &bag)
  }

  /// By the name's ending; where that says nothing, by whether the first word is followed by a separator or a colon.
  static func isTable(_ source: SourceFile) -> Bool {
    let name = source.path.lowercased()
    if [".csv", ".tsv"].contains(where: name.hasSuffix) { return true }
    if [".yaml", ".yml"].contains(where: name.hasSuffix) { return false }
    let first = source.bytes.prefix(200).first { ",;\t:\n\r".utf8.contains($0) }
    return first.map { CSVSeparator.candidates.contains($0) } ?? false
  }
}
