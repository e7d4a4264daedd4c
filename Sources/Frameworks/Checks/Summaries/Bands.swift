import Diagnostics
import Documents

/// Bands name stretches of an aggregate's figure, from the lowest up. There must be a figure, and some figure
/// must fall into each band.
enum Bands: FrameworkCheck {
  static let withoutFigure = DiagnosticCode(
    "bands-without-figure", "Bands are given to an aggregation that makes no figure.",
    advice: "Sum up with `median`, for example, or remove `bands`.")
  static let outOfOrder = DiagnosticCode(
    "bands-out-of-order", "The bands of an aggregation do not rise.",
    advice: "List them from the lowest up, each `from` above the one before.")
  static let unreachable = DiagnosticCode(
    "band-unreachable", "No figure can ever fall into a band.",
    advice: "Compare `from` with the values of the scale; a proportion lies between 0 and 1.")
  static let codes = [withoutFigure, outOfOrder, unreachable]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for use in resolved.aggregateUses where !use.aggregate.bands.isEmpty {
      let name = use.aggregate.name.value
      if name == "none" || name == "distribution" {
        bag.report(withoutFigure, message(name), at: use.aggregate.name.range)
        continue
      }
      guard UnknownAggregations.names.contains(name) else { continue }
      var last: Double?
      var isRising = true
      for band in use.aggregate.bands {
        if let last, band.from <= last {
          bag.report(outOfOrder, message(order: band.id.value), at: band.id.range)
          isRising = false
        }
        last = max(band.from, last ?? band.from)
      }
      if isRising, let figures = name == "proportion" ? 0...1 : values(use, resolved) {
        checkReach(use.aggregate.bands, figures, into: &bag)
      }
    }
  }

  private static func checkReach(
    _ bands: [Band], _ figures: ClosedRange<Double>, into bag: inout DiagnosticBag
  ) {
    for (index, band) in bands.enumerated() {
      if band.from > figures.upperBound {
        bag.report(unreachable, message(band, above: figures.upperBound), at: band.id.range)
      } else if index + 1 < bands.count, bands[index + 1].from <= figures.lowerBound {
        bag.report(unreachable, message(band, below: figures.lowerBound), at: band.id.range)
      }
    }
  }

  /// The lowest and the highest value of the scales that are summed up; `nil` where there are none.
  private static func values(_ use: AggregateUse, _ resolved: ResolvedFramework) -> ClosedRange<Double>? {
    var scales: Set<Int> = []
    for span in use.spans {
      for index in span {
        for kind in ReviewKind.allCases {
          if let scale = resolved.judgedScale(index, by: kind) { scales.insert(scale) }
        }
      }
    }
    let values = scales.flatMap { resolved.framework.scales[$0].value.points.compactMap(\.value) }
    guard let least = values.min(), let most = values.max() else { return nil }
    return Double(least)...Double(most)
  }

  private static func message(_ name: String) -> String {
    "“\(name)” makes no figure that could fall into a band."
  }
  private static func message(order band: String) -> String {
    "The band “\(band)” does not begin above the one before it."
  }
  private static func message(_ band: Band, above most: Double) -> String {
    "“\(band.id.value)” begins above \(number(most)), the highest figure."
  }
  private static func message(_ band: Band, below least: Double) -> String {
    "“\(band.id.value)” ends before \(number(least)), the lowest figure, is reached."
  }
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }
}
