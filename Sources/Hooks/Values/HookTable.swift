import Documents
import Sealing

/// A table that an analysis found, or that an answer is exported as.
public struct HookTable: Sendable, Equatable {
  public var title = ""
  public var columns: [HookColumn] = []
  public var rows: [[HookCell]] = []

  public init() {}

  public init(title: String = "", columns: [HookColumn], rows: [[HookCell]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  static let shape = Shape<HookTable>.record(
    "table", "A table for a person to read.", blank: HookTable(),
    fields: [
      .required("title", \.title, .verbatim, "What it shows."),
      .list("columns", \.columns, HookColumn.shape, minimum: 1, "Its columns."),
      .list("rows", \.rows, .list(of: HookCell.shape), "One cell a column in each."),
    ])

  static let message = Message<HookTable>(
    "table sent", "The answer as one table.",
    fields: [
      .always("columns", .many(HookColumn.shape.spec), "Its columns.") {
        .array($0.columns.map { HookColumn.shape.write($0) })
      },
      .always("rows", .many(.many(HookCell.shape.spec)), "One cell a column in each.") {
        .array($0.rows.map { .array($0.map(\.json)) })
      },
    ])
}

/// A column: what stands in it and what that means.
public struct HookColumn: Sendable, Equatable {
  public var name = ""
  public var type = Kind.text
  public var meaning: String?

  public init() {}

  public init(_ name: String, _ type: Kind, _ meaning: String? = nil) {
    self.name = name
    self.type = type
    self.meaning = meaning
  }

  public enum Kind: String, Choice {
    case text, integer, number, boolean

    public var meaning: String { "" }
  }

  static let shape = Shape<HookColumn>.record(
    "column", "A column of a table.", blank: HookColumn(),
    fields: [
      .required("name", \.name, .verbatim, "Its heading."),
      .defaulted("type", \.type, .choice, default: .text, "What its cells hold."),
      .optional("meaning", \.meaning, .verbatim, "What it means, with its unit."),
    ])
}

/// A cell; nothing where there is none.
public enum HookCell: Sendable, Equatable {
  case nothing
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)

  public var json: JSONValue {
    switch self {
    case .nothing: .null
    case .text(let text): .string(text)
    case .integer(let number): .int(Int64(number))
    case .number(let number): number.isFinite ? .double(number) : .null
    case .boolean(let value): .bool(value)
    }
  }

  /// As an analysis wrote it: what looks like a number is one.
  static let shape = Shape<HookCell>(
    .scalar(
      ScalarSpec(
        "cell", "text, a number, true, false or null",
        schema: [("type", ["string", "number", "boolean", "null"])])),
    read: { node, reader in
      guard reader.tree.kind(node) == .scalar else {
        reader.wrongType(wanted: "text, a number, true, false or null", at: node)
        return nil
      }
      if reader.tree.isNull(node) { return .nothing }
      let text = reader.tree.string(node)
      if let whole = Int(text) { return .integer(whole) }
      if let number = Double(text), number.isFinite { return .number(number) }
      return .text(text)
    },
    write: { $0.json })
}
