import Documents

/// A crosswalk held against both of its frameworks, ready to be read in either direction.
public struct ResolvedCrosswalk: Sendable {
  /// The document as its author wrote it, whichever way it is read.
  public let crosswalk: Crosswalk
  /// The framework that it is read from: the document's `to` where ``isInverted``.
  public let from: ResolvedFramework
  public let to: ResolvedFramework
  public let isInverted: Bool
  /// In the author's order, `from` and `to` as it is read.
  public let links: [CrosswalkLink]
  public let unrelated: UnrelatedCriteria
  private let scaleMaps: [Descent.ScaleMap]

  /// - Parameter from: the framework of the document's `from`, whichever way it is read.
  init(_ crosswalk: Crosswalk, from: ResolvedFramework, to: ResolvedFramework, isInverted: Bool = false) {
    self.crosswalk = crosswalk
    self.isInverted = isInverted
    (self.from, self.to) = isInverted ? (to, from) : (from, to)
    links = isInverted ? crosswalk.links.map(\.inverted) : crosswalk.links
    var unrelated = crosswalk.unrelated
    if isInverted { swap(&unrelated.from, &unrelated.to) }
    self.unrelated = unrelated
    scaleMaps = crosswalk.scales.map { Descent.ScaleMap($0, isInverted: isInverted) }
  }

  /// The same crosswalk, read the other way.
  public var inverted: ResolvedCrosswalk {
    ResolvedCrosswalk(
      crosswalk, from: isInverted ? to : from, to: isInverted ? from : to, isInverted: !isInverted)
  }

  public func framework(_ side: CrosswalkSide) -> ResolvedFramework { side == .from ? from : to }

  /// The links that name a criterion of one side, `none` among them.
  public func links(of path: String, on side: CrosswalkSide) -> [CrosswalkLink] {
    links.filter { link in link.paths(side).contains { $0.value == path } }
  }

  /// How points of a scale of ``from`` are read on one of ``to``: as declared, else point by point where both scales
  /// have the same points. `nil` where nothing is said; without points where marks cannot be carried over.
  public func scaleMap(from: String, to: String) -> Descent.ScaleMap? {
    if let declared = scaleMaps.first(where: { $0.from == from && $0.to == to }) { return declared }
    guard let source = self.from.scaleIndex(from), let target = self.to.scaleIndex(to),
      self.from.scale(source).hasPoints(of: self.to.scale(target))
    else { return nil }
    let points = self.from.scale(source).points.map { ($0.id.value, $0.id.value) }
    return Descent.ScaleMap(
      from: from, to: to, points: Dictionary(points, uniquingKeysWith: { first, _ in first }), why: "")
  }

  /// How much of one side is accounted for.
  public func coverage(of side: CrosswalkSide) -> CrosswalkCoverage {
    CrosswalkCoverage(links, unrelated[side], side, of: framework(side))
  }
}
