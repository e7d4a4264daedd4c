/// What one series says about one criterion.
public enum ChartReading: Sendable, Hashable {
  /// A judgement or a figure made of several, in the scale's units.
  case value(Double)
  /// Nobody judged it: drawn as a gap, never as zero.
  case notReviewed
  /// It does not apply to this subject: a gap too, with its own words.
  case notApplicable
  /// There is a judgement, and it cannot be compared with the others: a gap that says why, in a few words.
  case broken(String)

  /// The value, where there is one that can be drawn.
  var number: Double? {
    if case .value(let value) = self, value.isFinite { return value }
    return nil
  }

  var isBroken: Bool { if case .broken = self { true } else { false } }

  /// Why there is no value, in words.
  var gap: String? {
    switch self {
    case .value(let value): value.isFinite ? nil : ChartWords.notReviewed
    case .notReviewed: ChartWords.notReviewed
    case .notApplicable: ChartWords.notApplicable
    case .broken(let why): "\(ChartWords.broken) (\(why))"
    }
  }
}

/// A line or a set of bars: who judged, and what they said of each criterion.
public struct ChartSeries: Sendable, Hashable {
  /// How a series is drawn, so that it can be told apart without colour.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Solid line, filled circles, plain bars.
    case selfReview
    /// Dash-dotted line, filled diamonds, hatched bars.
    case peerReview
    /// Dashed line, hollow circles, hollow bars.
    case earlier
  }

  public var name: String
  public var style: Style
  public var readings: [ChartReading]

  public init(name: String, style: Style, readings: [ChartReading]) {
    self.name = name
    self.style = style
    self.readings = readings
  }

  /// A series of values in which nil means "not reviewed".
  public init(name: String, style: Style, values: [Double?]) {
    self.init(
      name: name, style: style, readings: values.map { value in value.map { .value($0) } ?? .notReviewed })
  }
}

/// The figures behind a radar chart, a bar chart and their table: criteria, a scale and one to three series.
public struct ChartFigures: Sendable, Hashable {
  /// A criterion as a chart names it.
  public struct Criterion: Sendable, Hashable {
    public var label: String
    /// A shorter name, used where the label has no room.
    public var shortLabel: String?

    public init(_ label: String, short shortLabel: String? = nil) {
      self.label = label
      self.shortLabel = shortLabel
    }
  }

  public let criteria: [Criterion]
  public let scale: ChartScale
  /// The series, each with as many readings as there are criteria: what is lacking reads "not reviewed".
  public let series: [ChartSeries]

  public init(criteria: [Criterion], scale: ChartScale, series: [ChartSeries]) {
    self.criteria = criteria
    self.scale = scale
    self.series = series.map { series in
      var series = series
      let lacking = max(criteria.count - series.readings.count, 0)
      series.readings =
        Array(series.readings.prefix(criteria.count)) + Array(repeating: .notReviewed, count: lacking)
      return series
    }
  }

  /// True where a radar chart is the better picture: from 3 to 16 criteria. Otherwise use bars.
  public var suitsRadar: Bool { (3...16).contains(criteria.count) }

  /// The gaps at one criterion, in words: "not reviewed", or "Peers: not reviewed" where only some are missing.
  func gaps(at index: Int) -> [String] {
    let gaps = series.map { $0.readings[index].gap }
    if let first = gaps.first, let shared = first, gaps.allSatisfy({ $0 == shared }) { return [shared] }
    return zip(series, gaps).compactMap { series, gap in gap.map { series.name + ": " + $0 } }
  }

  /// Without series of which not one reading can be compared.
  var withoutBrokenSeries: ChartFigures {
    ChartFigures(
      criteria: criteria, scale: scale,
      series: series.filter { series in
        series.readings.contains { $0.number != nil } || !series.readings.contains(where: \.isBroken)
      })
  }

  /// The figures of some of the criteria.
  func slice(_ range: Range<Int>) -> ChartFigures {
    ChartFigures(
      criteria: Array(criteria[range]), scale: scale,
      series: series.map { series in
        ChartSeries(name: series.name, style: series.style, readings: Array(series.readings[range]))
      })
  }

  /// What the figures say, for someone who cannot see the picture.
  var summary: String {
    var sentences = [
      "\(criteria.count) criteria, on a scale from \(scale.text(for: scale.lowest)) to "
        + "\(scale.text(for: scale.highest))."
    ]
    for series in series {
      let parts = zip(criteria, series.readings).map { criterion, reading in
        criterion.label + " " + (reading.number.map(scale.text(for:)) ?? reading.gap ?? "")
      }
      sentences.append(series.name + ": " + parts.joined(separator: "; ") + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// The same figures as a table: a row a criterion, a column a series.
  func table(id: String, caption: String) -> AccessibleTable {
    AccessibleTable(
      id: id, caption: caption, rowTitle: ChartWords.criterion,
      columns: series.map { AccessibleTable.Column($0.name) },
      rows: criteria.indices.map { index in
        AccessibleTable.Row(
          criteria[index].label,
          series.map { series in
            let reading = series.readings[index]
            return reading.number.map { .figure(scale.text(for: $0)) } ?? .missing(reading.gap ?? "")
          })
      })
  }
}
