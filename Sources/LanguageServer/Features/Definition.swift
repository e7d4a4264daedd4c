import Diagnostics
import Sealing

/// `textDocument/definition`: where the id under the cursor is declared, in this file or in one that it is inherited
/// from; for the name of a framework, its file.
struct Definition {
  private let place: TextPlace

  init(_ place: TextPlace) { self.place = place }

  var json: JSONValue {
    let reading = place.reading
    if let found = reading.name(at: place.offset) {
      return place.location(found.declaration.place, in: found.table.sources) ?? .null
    }
    for reference in reading.own.references where reference.place.holds(place.offset) {
      if case .framework(let name) = reference.target,
        let source = place.frameworks.find(name.id, name.version)
      {
        var sources = SourceMap()
        let file = sources.add(source)
        let id = Array("id:".utf8)
        let start = source.lineStarts().first { source.bytes[$0...].starts(with: id) } ?? 0
        return place.location(
          SourceRange(file: file, start: UInt32(start), end: UInt32(start)), in: sources) ?? .null
      }
    }
    return .null
  }
}
