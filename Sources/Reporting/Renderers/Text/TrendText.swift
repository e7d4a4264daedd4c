import Foundation
import Hooks
import Reviews
import Sealing

/// What an analysis found, for the screen or for another program.
public enum TrendText {
  public static func text(_ answer: TrendAnswer, through: PluginStamp?) -> String {
    var parts = [answer.title]
    if !answer.notes.isEmpty { parts.append(answer.notes.joined(separator: "\n")) }
    for table in answer.tables {
      let columns = table.columns.map { TextTable.Column($0.name, isNumeric: $0.type != .text) }
      let lines = TextTable(columns, rows: table.rows.map { $0.map(cell) }).lines()
      parts.append(([table.title, ""] + lines).joined(separator: "\n"))
    }
    parts.append("Exact figures of this partnership: not for publication.")
    if let through { parts.append("Worked out by \(through.words).") }
    return parts.joined(separator: "\n\n") + "\n"
  }

  public static func json(_ answer: TrendAnswer, through: PluginStamp?) -> JSONValue {
    .members([
      ("title", .string(answer.title)), ("notForPublication", true),
      ("notes", .array(answer.notes.map { .string($0) })),
      (
        "tables",
        .array(
          answer.tables.map { table in
            .members([
              ("title", .string(table.title)),
              ("columns", .array(table.columns.map { HookColumn.json($0) })),
              ("rows", .array(table.rows.map { .array($0.map(\.json)) })),
            ])
          })
      ), ("through", through?.json),
    ])
  }

  private static func cell(_ cell: HookCell) -> String {
    switch cell {
    case .nothing: "–"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(format: "%.2f", number)
    case .boolean(let value): value ? "yes" : "no"
    }
  }
}

extension HookColumn {
  fileprivate static func json(_ column: HookColumn) -> JSONValue {
    .members([
      ("name", .string(column.name)), ("type", .string(column.type.rawValue)),
      ("meaning", column.meaning.map { .string($0) }),
    ])
  }
}
