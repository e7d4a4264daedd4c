import Diagnostics
import Sealing

/// `textDocument/references`: where the id under the cursor is named.
struct References {
  let json: JSONValue

  init(_ place: TextPlace, _ documents: inout OpenDocuments, includesDeclaration: Bool) {
    guard let found = place.reading.name(at: place.offset) else {
      json = .null
      return
    }
    let home = Occurrences.identity(found.declaration, found.table)
    let occurrences = Occurrences(of: found.declaration, in: found.table, &documents)
    var lines: [String: TextLines] = [:]
    json = .array(
      occurrences.places.compactMap { occurrence -> JSONValue? in
        let isDeclaration = home == .init(path: occurrence.path, start: occurrence.range.start)
        if isDeclaration, !includesDeclaration { return nil }
        guard
          let table = lines[occurrence.path]
            ?? documents.reader.frameworks.source(at: occurrence.path).map({ TextLines($0) })
        else { return nil }
        lines[occurrence.path] = table
        return [
          "uri": .string(documents.uri(of: occurrence.path)),
          "range": table.span(of: occurrence.range, place.encoding).json,
        ]
      })
  }
}
