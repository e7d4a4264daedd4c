/// The figures of the design study, on which the shipped policy rests; ours are held against them.
public struct DesignStudy: Sendable {
  private var figures: [String: Figure] = [:]

  /// One figure, or the most that it can be.
  public struct Figure: Sendable, Equatable {
    public let value: Double
    public let isBound: Bool
    /// As it was printed.
    public let text: String
  }

  /// From lines of table, row, column and figure, with semicolons between them.
  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4 else { continue }
      let isBound = parts[3].hasPrefix("<=")
      guard let value = Double(isBound ? String(parts[3].dropFirst(2)) : parts[3]) else { continue }
      figures[parts[0...2].joined(separator: ";")] = Figure(value: value, isBound: isBound, text: parts[3])
    }
  }

  /// The one that comes with Waymark.
  public static let shipped = DesignStudy(String(decoding: PackageResources.figures_csv, as: UTF8.self))

  public var count: Int { figures.count }

  public func figure(_ table: StudyTable, _ row: String, _ column: StudyTable.Column) -> Figure? {
    figures["\(table.id);\(row);\(column.name)"]
  }
}
