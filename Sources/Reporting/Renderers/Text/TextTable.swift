/// A table for the terminal: columns as narrow as their text, wide texts wrapped.
struct TextTable {
  struct Column {
    var title: String
    var isNumeric = false

    init(_ title: String, isNumeric: Bool = false) { (self.title, self.isNumeric) = (title, isNumeric) }
  }

  var columns: [Column]
  var rows: [[String]]
  /// Before every line.
  var indent = "  "

  private static let gap = "  "
  private static let narrowest = 10

  init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? TerminalText.clean(row[$0]) : "" }
    }
  }

  /// No line is longer than `width`, unless there are more columns than can stand beside each other.
  func lines(width: Int = TerminalText.width) -> [String] {
    let widths = widths(within: width)
    var lines = line(columns.map(\.title), widths)
    lines.append(indent + widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap))
    for row in rows { lines += line(row, widths) }
    return lines
  }

  private func widths(within width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      max(columns[column].title.count, rows.map { $0[column].count }.max() ?? 0)
    }
    var excess = indent.count + widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - width
    while excess > 0 {
      // The widest gives way, numbers last.
      let texts = columns.indices.filter { !columns[$0].isNumeric && widths[$0] > Self.narrowest }
      let candidates = texts.isEmpty ? columns.indices.filter { widths[$0] > Self.narrowest } : texts
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { TerminalText.wrap($0, width: $1) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
      let parts = columns.indices.map { column in
        let text = number < wrapped[column].count ? wrapped[column][number] : ""
        let space = String(repeating: " ", count: max(widths[column] - text.count, 0))
        return columns[column].isNumeric ? space + text : text + space
      }
      var line = indent + parts.joined(separator: Self.gap)
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
