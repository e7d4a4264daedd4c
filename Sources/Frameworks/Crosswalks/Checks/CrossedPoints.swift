import Diagnostics
import Documents

/// Each point of a crossed scale is carried over to a point that exists, or said to have no counterpart; and where
/// both scales are ordered, a higher mark does not become a lower one.
enum CrossedPoints: CrosswalkCheck {
  static let codes = [unknownPoint, leftOut, falls]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    for crossed in crosswalk.scales where !bag.isFull {
      guard let points = crossed.points, let from = context.from.scaleIndex(crossed.from.value),
        let to = context.to.scaleIndex(crossed.to.value)
      else { continue }
      check(crossed, points, context.from.scale(from), context.to.scale(to), into: &bag)
    }
  }

  private static func check(
    _ crossed: CrosswalkScale, _ points: [Keyed<Located<String>?>], _ from: Scale, _ to: Scale,
    into bag: inout DiagnosticBag
  ) {
    let own = from.points.map(\.id.value), ownPoints = Set(own)
    let others = to.points.map(\.id.value)
    let places = Dictionary(zip(others, others.indices), uniquingKeysWith: { first, _ in first })
    var ownNames = NameSuggester(own), otherNames = NameSuggester(others)
    for point in points where !ownPoints.contains(point.key.value) {
      bag.report(
        unknownPoint, message(crossed.from.value, point.key.value),
        help: ownNames.help(for: point.key.value), at: point.key.range)
    }
    for target in points.compactMap(\.value) where places[target.value] == nil {
      bag.report(
        unknownPoint, message(crossed.to.value, target.value), help: otherNames.help(for: target.value),
        at: target.range)
    }
    let targets = Dictionary(points.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    let missing = own.filter { targets[$0] == nil }
    if !missing.isEmpty {
      let names =
        missing.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
        + (missing.count > 5 ? " and \(missing.count - 5) more points" : "")
      bag.report(
        leftOut, "Nothing is said of \(names) of the scale “\(crossed.from.value)”.", at: crossed.from.range)
    }
    if from.kind != .nominal, to.kind != .nominal { checkOrder(own, targets, places, into: &bag) }
  }

  private static func checkOrder(
    _ own: [String], _ targets: [String: Located<String>?], _ places: [String: Int],
    into bag: inout DiagnosticBag
  ) {
    var highest: (point: String, target: String, place: Int)?
    for id in own {
      guard let target = targets[id] ?? nil, let place = places[target.value] else { continue }
      if let highest, place < highest.place {
        bag.report(
          falls,
          "“\(id)” is higher than “\(highest.point)”, but “\(target.value)” is lower than “\(highest.target)”.",
          at: target.range)
        return
      }
      highest = (id, target.value, place)
    }
  }

  private static func message(_ scale: String, _ point: String) -> String {
    "The scale “\(scale)” has no point “\(point)”."
  }

  static let unknownPoint = DiagnosticCode(
    "crosswalk-unknown-point", "A crossed scale names a point that the scale does not have.",
    advice: "Use a point's id; a point without a counterpart is carried over to `none`.")
  static let leftOut = DiagnosticCode(
    "crosswalk-point-left-out", "A point of a crossed scale is not mentioned.", severity: .warning,
    advice: "Carry it over to a point of the other scale, or to `none`.")
  static let falls = DiagnosticCode(
    "crosswalk-points-fall", "A higher point of one scale becomes a lower point of the other.",
    severity: .warning,
    advice: "Check the two points; where the scales really run in opposite ways, say so in `why`.")
}
