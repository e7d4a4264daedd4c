import Hooks
import Registries

extension HookTable {
  /// A comparison as the table that other programs get: the columns of its CSV, with their types and meanings.
  init(_ answer: ComparisonAnswer) {
    let columns = ComparisonAnswer.columns
    self.init(
      columns: columns.map { HookColumn($0.name, Self.type($0.kind), $0.meaning) },
      rows: answer.csvRows.dropFirst().map { row in zip(row, columns).map { Self.cell($0, $1.kind) } })
  }

  private static func type(_ kind: ComparisonColumn.Kind) -> HookColumn.Kind {
    switch kind {
    case .text: .text
    case .whole: .integer
    case .number: .number
    }
  }

  private static func cell(_ text: String, _ kind: ComparisonColumn.Kind) -> HookCell {
    if text.isEmpty { return .nothing }
    return switch kind {
    case .text: .text(text)
    case .whole: Int(text).map { .integer($0) } ?? .text(text)
    case .number: Double(text).map { .number($0) } ?? .text(text)
    }
  }
}
