/// An HTML table that a screen reader can walk: a caption, and headers that say what they head.
public struct AccessibleTable: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    public var title: String
    /// Numbers are set flush right, so that digits stand under digits.
    public var isNumeric: Bool

    public init(_ title: String, isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  public enum Cell: Sendable, Hashable {
    case text(String)
    /// A short figure that stays on one line: "3 Secure".
    case figure(String)
    /// No figure, and why, in words: "not reviewed".
    case missing(String)
  }

  public struct Row: Sendable, Hashable {
    public var header: String
    public var cells: [Cell]

    public init(_ header: String, _ cells: [Cell]) {
      self.header = header
      self.cells = cells
    }
  }

  public var id: String
  public var caption: String
  /// The heading of the first column, which holds the row headers.
  public var rowTitle: String
  public var columns: [Column]
  public var rows: [Row]

  public init(id: String, caption: String, rowTitle: String, columns: [Column], rows: [Row]) {
    self.id = id
    self.caption = caption
    self.rowTitle = rowTitle
    self.columns = columns
    self.rows = rows
  }

  /// The table inside a region that scrolls sideways and can be reached with the keyboard.
  public var html: String {
    let head = Markup.element(
      "tr", [],
      [.element("th", [("scope", "col")], [.text(rowTitle)])]
        + columns.map { column in
          .element("th", [("scope", "col")] + Self.alignment(column), Self.heading(column.title))
        })
    let body = rows.map { row in
      Markup.element(
        "tr", [], [.element("th", [("scope", "row")], [.text(row.header)])] + cells(of: row))
    }
    return Markup.element(
      "div",
      [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id + "-caption")],
      [
        .element(
          "table", [("id", id)],
          [
            .element("caption", [("id", id + "-caption")], [.element("span", [], [.text(caption)])]),
            .element("thead", [], [head]),
            .element("tbody", [], body),
          ])
      ]
    ).rendered
  }

  /// One cell a column: what a row lacks stays empty, what it has too much is left out.
  private func cells(of row: Row) -> [Markup] {
    columns.indices.map { index in
      guard row.cells.indices.contains(index) else { return .element("td", [], []) }
      switch row.cells[index] {
      case .text(let text):
        return .element("td", Self.alignment(columns[index]), [.text(text)])
      case .figure(let text):
        return .element("td", [("class", columns[index].isNumeric ? "num" : "figure")], [.text(text)])
      case .missing(let reason):
        return .element(
          "td", [("class", columns[index].isNumeric ? "missing num" : "missing")], [.text(reason)])
      }
    }
  }

  /// A heading in which a year such as 2025-26 does not break at its hyphen.
  private static func heading(_ title: String) -> [Markup] {
    let words = title.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().flatMap { index, word -> [Markup] in
      let space: [Markup] = index == 0 ? [] : [.text(" ")]
      let isYear = word.contains("-") && word.contains(where: \.isNumber)
      return space + [
        isYear ? .element("span", [("class", "unbroken")], [.text(String(word))]) : .text(String(word))
      ]
    }
  }

  private static func alignment(_ column: Column) -> [(name: String, value: String)] {
    column.isNumeric ? [("class", "num")] : []
  }
}
