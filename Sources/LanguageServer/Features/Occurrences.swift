import Diagnostics

/// Every place, in every text that is open or lies in the open folders, where one declaration is named.
struct Occurrences {
  struct Place: Hashable {
    let path: String
    let range: SourceRange
    let isUnderscored: Bool
  }

  /// By file, in the order of the text; the declaration itself among them.
  private(set) var places: [Place] = []

  /// - Parameter table: where the declaration stands.
  init(of declaration: Declaration, in table: NameTable, _ documents: inout OpenDocuments) {
    guard let home = Self.identity(declaration, table) else { return }
    var found: Set<Place> = []
    for reading in documents.all(near: home.path.parentFolder) {
      let path = reading.lines.source.path
      if path == home.path {
        found.insert(Place(path: path, range: Self.here(declaration.place), isUnderscored: false))
      }
      for reference in reading.own.references {
        guard let (table, other) = reading.resolve(reference), Self.identity(other, table) == home else {
          continue
        }
        found.insert(
          Place(path: path, range: Self.here(reference.place), isUnderscored: reference.isUnderscored))
      }
    }
    places = found.sorted { ($0.path, $0.range.start) < ($1.path, $1.range.start) }
  }

  /// A range of a file that is read alone.
  private static func here(_ range: SourceRange) -> SourceRange {
    SourceRange(file: FileID(index: 0), start: range.start, end: range.end)
  }

  /// A declaration is known by the place of its id.
  struct Identity: Hashable {
    let path: String
    let start: UInt32
  }

  static func identity(_ declaration: Declaration, _ table: NameTable) -> Identity? {
    table.sources[declaration.place.file].map { Identity(path: $0.path, start: declaration.place.start) }
  }
}
