import Diagnostics
import Frameworks
import Sealing

/// Every field of a resolved framework, and where each stands.
public enum ProvenanceText {
  /// A line a field: its address, its value, and with places the file and line that it came from.
  public static func text(
    _ framework: ResolvedFramework, _ provenance: Provenance, in sources: SourceMap, withPlaces: Bool
  ) -> String {
    let places = PlaceFinder(sources)
    let width = min(46, provenance.fields.map(\.address.count).max() ?? 0)
    var lines = [heading(framework, provenance, sources, places), ""]
    for field in provenance.fields {
      let value = shortened(field.value, to: withPlaces ? 48 : 90)
      let address = padded(field.address, to: width)
      lines.append(
        withPlaces
          ? "\(address)  \(padded(value, to: 48))  \(places.place(field.range))" : "\(address)  \(value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Returns: a list of `address`, `value`, `file`, `line`, `column`; `inherited` where another file than the
  ///   framework's own wrote it.
  public static func json(_ provenance: Provenance, in sources: SourceMap, own: FileID) -> JSONValue {
    let places = PlaceFinder(sources)
    return .array(
      provenance.fields.map { field in
        let position = places.position(field.range)
        return .members([
          ("address", .string(field.address)), ("value", .string(field.value)),
          ("file", .string(sources[field.range.file]?.path ?? "")),
          ("line", position.map { .int(Int64($0.line)) }),
          ("column", position.map { .int(Int64($0.column)) }),
          ("inherited", .bool(field.range.file != own)),
        ])
      })
  }

  private static func heading(
    _ framework: ResolvedFramework, _ provenance: Provenance, _ sources: SourceMap, _ places: PlaceFinder
  ) -> String {
    let name =
      "\(framework.framework.title) (\(framework.framework.id.value)@\(framework.framework.version.value))"
    let counts = provenance.counts().map { count in
      "\(count.fields) from \(sources[count.file]?.path ?? "elsewhere")"
    }
    return "\(name): \(provenance.fields.count) fields, \(counts.joined(separator: ", "))."
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > length ? line.prefix(length - 1) + "…" : line
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// Lines and columns of many places.
private struct PlaceFinder {
  private let sources: SourceMap
  private let starts: [[Int]]

  init(_ sources: SourceMap) {
    self.sources = sources
    starts = sources.files.map { $0.lineStarts() }
  }

  func position(_ range: SourceRange) -> SourcePosition? {
    sources[range.file].map {
      $0.position(of: Int(range.start), lineStarts: starts[Int(range.file.index)])
    }
  }

  func place(_ range: SourceRange) -> String {
    guard let source = sources[range.file], let position = position(range) else { return "" }
    return "\(source.path):\(position.line)"
  }
}
