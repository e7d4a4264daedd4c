/// Whether a table says the same as the design study's.
public struct Verdict: Sendable {
  /// Cells that both have.
  public private(set) var compared = 0
  /// Cells that differ by more than a fifth and by more than the margin of their kind.
  public private(set) var different: [Difference] = []
  /// Pairs of rows that the design study clearly puts one way round, and ours clearly the other.
  public private(set) var turned: [String] = []

  public struct Difference: Sendable, Equatable {
    public let row: String
    public let column: String
    public let found: Double
    public let design: Double
  }

  public var agrees: Bool { different.isEmpty && turned.isEmpty }

  public init(_ table: StudyTable, _ design: DesignStudy) {
    for column in table.columns {
      var known: [(row: String, found: Double, design: DesignStudy.Figure)] = []
      for row in table.rows {
        guard let found = table[row, column.name], let figure = design.figure(table, row, column) else {
          continue
        }
        compared += 1
        known.append((row, found, figure))
        if !Self.isNear(found, figure, column.kind) {
          different.append(Difference(row: row, column: column.name, found: found, design: figure.value))
        }
      }
      for (index, one) in known.enumerated() {
        for other in known[..<index] where !one.design.isBound && !other.design.isBound {
          let (designed, found) = (one.design.value - other.design.value, one.found - other.found)
          let isClear =
            !Self.isNear(one.design.value, other.design, column.kind)
            && !Self.isNear(one.found, .init(value: other.found, isBound: false, text: ""), column.kind)
          if isClear, designed * found < 0 { turned.append("\(column.name): \(other.row) / \(one.row)") }
        }
      }
    }
  }

  /// Within a fifth, or within the margin: 3 points of a percentage, 0.03 of an error or a share.
  static func isNear(_ found: Double, _ design: DesignStudy.Figure, _ kind: StudyTable.Kind) -> Bool {
    if design.isBound { return found <= design.value + margin(kind) }
    let away = abs(found - design.value)
    // What was printed is rounded.
    return away <= max(0.2 * abs(design.value), margin(kind)) + 1e-9
  }

  static func margin(_ kind: StudyTable.Kind) -> Double {
    switch kind {
    case .percent: 3
    case .error, .share: 0.03
    }
  }
}
