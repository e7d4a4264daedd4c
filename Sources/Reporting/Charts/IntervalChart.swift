/// Dots with whiskers: published figures with their intervals, one row each, against a reference line.
public struct IntervalChart: Chart, Hashable {
  /// One published figure, or none and why.
  public struct Row: Sendable, Hashable {
    public var label: String
    /// In the scale's units; nil where nothing was published.
    public var value: Double?
    public var low: Double?
    public var high: Double?
    /// A few words under the label: how many stand behind the figure, or why there is none.
    public var note: String?
    /// The reader's own row: a diamond and bold letters.
    public var isHighlighted: Bool

    public init(
      _ label: String, value: Double?, low: Double? = nil, high: Double? = nil, note: String? = nil,
      isHighlighted: Bool = false
    ) {
      self.label = label
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.low = low.flatMap { $0.isNaN ? nil : $0 }
      self.high = high.flatMap { $0.isNaN ? nil : $0 }
      self.note = note
      self.isHighlighted = isHighlighted
    }
  }

  /// A line to compare with, such as the mean of all regions.
  public struct Reference: Sendable, Hashable {
    public var value: Double
    public var label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  public var caption: ChartCaption
  public var scale: ChartScale
  public var rows: [Row]
  public var reference: Reference?
  /// The part of the scale to show; nil shows all of it. What lies outside is marked with an arrow.
  public var shown: ClosedRange<Double>?
  /// Decimals of the figures in text.
  public var decimals: Int
  /// What the rows are, as the table's first heading: "Region".
  public var rowTitle: String
  /// The width of the drawing in its own units; text is 16 units.
  public var width: Double

  public init(
    caption: ChartCaption, scale: ChartScale, rows: [Row], reference: Reference? = nil,
    shown: ClosedRange<Double>? = nil, decimals: Int = 2, rowTitle: String = "Name", width: Double = 440
  ) {
    self.caption = caption
    self.scale = scale
    self.rows = rows
    self.reference = reference.flatMap { $0.value.isFinite ? $0 : nil }
    self.shown = shown
    self.decimals = decimals
    self.rowTitle = rowTitle
    self.width = max(width, 320)
  }

  public var parts: [IntervalChart] {
    let ranges = ChartPages.ranges(heights: rows.map { IntervalRows(self).height(of: $0) })
    guard ranges.count > 1 else { return [self] }
    return ranges.enumerated().map { index, range in
      var part = self
      part.caption = caption.part(index + 1, of: ranges.count)
      part.rows = Array(rows[range])
      return part
    }
  }

  public var table: AccessibleTable {
    func cell(_ value: Double?) -> AccessibleTable.Cell {
      value.map { .figure(text($0)) } ?? .figure("–")
    }
    let columns = [ChartWords.figure, ChartWords.low, ChartWords.high]
    var lines = rows.map { row in
      AccessibleTable.Row(
        row.label,
        [
          row.value.map { .figure(text($0)) } ?? .missing(ChartWords.notPublished),
          cell(row.value == nil ? nil : row.low), cell(row.value == nil ? nil : row.high),
          .text(row.note ?? ""),
        ])
    }
    if let reference {
      lines.append(
        .init(reference.label, [.figure(text(reference.value)), .figure("–"), .figure("–"), .text("")]))
    }
    return AccessibleTable(
      id: caption.id + "-table", caption: caption.title + ": the figures", rowTitle: rowTitle,
      columns: columns.map { .init($0, isNumeric: true) } + [.init(ChartWords.note)], rows: lines)
  }

  public var svg: String {
    let drawing = IntervalRows(self).drawn()
    return ChartDrawing.document(
      caption, description: caption.description ?? summary, width: width, height: drawing.height,
      drawing.markup)
  }

  func text(_ value: Double) -> String { ChartNumber.fixed(value, decimals: decimals) }

  private var summary: String {
    var sentences = rows.map { row -> String in
      guard let value = row.value else {
        return "\(row.label): \(ChartWords.notPublished)\(row.note.map { ", " + $0 } ?? "")."
      }
      var sentence = "\(row.label): \(text(value))"
      if let low = row.low, let high = row.high { sentence += ", between \(text(low)) and \(text(high))" }
      return sentence + (row.note.map { " (\($0))." } ?? ".")
    }
    if let reference { sentences.append("\(reference.label): \(text(reference.value)).") }
    return "Figures with their intervals. " + sentences.joined(separator: " ")
  }
}
