/// One table as found. Cells are named by row and column, as the design study's figures are.
public struct StudyTable: Sendable {
  public let id: String
  public let title: String
  public let about: String
  public let columns: [Column]
  public private(set) var rows: [String] = []
  /// How long it took, in seconds.
  public var seconds = 0.0
  private var cells: [String: [String: Double]] = [:]

  public struct Column: Sendable, Hashable {
    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }
  }

  /// What a figure is, which says how far off it may be.
  public enum Kind: Sendable {
    /// Per cent.
    case percent
    /// Points of the scale.
    case error
    /// From 0 to 1.
    case share
  }

  public init(_ id: String, _ title: String, about: String, columns: [Column]) {
    (self.id, self.title, self.about, self.columns) = (id, title, about, columns)
  }

  public subscript(row: String, column: String) -> Double? { cells[row]?[column] }

  /// Sets cells of a row, which is added where it is new.
  public mutating func set(_ row: String, _ figures: [String: Double]) {
    if cells[row] == nil { rows.append(row) }
    cells[row, default: [:]].merge(figures) { $1 }
  }
}
