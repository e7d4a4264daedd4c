import Diagnostics
import Documents

/// Two criteria are related once: two links that name both of them could contradict one another. And what is the
/// same as one thing has nothing left for another link to say.
enum RepeatedPairs: CrosswalkCheck {
  static let codes = [repeated, sameAndMore]

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  /// More pairs than any crosswalk has a use for: past them, no repetition is looked for.
  private static let mostPairs = 1_000_000

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    checkPairs(crosswalk.links, context, into: &bag)
    for side in CrosswalkSide.allCases { checkSame(crosswalk.links, side, into: &bag) }
  }

  private static func checkPairs(
    _ links: [CrosswalkLink], _ context: CrosswalkContext, into bag: inout DiagnosticBag
  ) {
    var owners: [Pair: Int] = [:]
    var left = mostPairs
    for (position, link) in links.enumerated() {
      let froms = Dictionary(
        link.from.compactMap { path in context.from.criterion(path.value).map { ($0.index, path) } },
        uniquingKeysWith: { first, _ in first })
      let tos = Set(link.to.compactMap { context.to.criterion($0.value)?.index })
      left -= froms.count * tos.count
      guard left >= 0 else { return }
      var first: (pair: Pair, place: Located<String>, owner: Int)?
      for (from, path) in froms {
        for to in tos {
          let pair = Pair(from: from, to: to)
          guard let owner = owners[pair] else {
            owners[pair] = position
            continue
          }
          if first.map({ (from, to) < ($0.pair.from, $0.pair.to) }) ?? true { first = (pair, path, owner) }
        }
      }
      guard let first else { continue }
      bag.report(
        repeated,
        "“\(first.place.value)” and “\(context.to.criteria[first.pair.to].path)” are related by the link “\(links[first.owner].id.value)” already.",
        at: first.place.range)
    }
  }

  private static func checkSame(
    _ links: [CrosswalkLink], _ side: CrosswalkSide, into bag: inout DiagnosticBag
  ) {
    // The first two links that name a path are enough to find another than the one at hand.
    var naming: [String: [Int]] = [:]
    for (position, link) in links.enumerated() where link.relates {
      for path in Set(link.paths(side).map(\.value)) where naming[path, default: []].count < 2 {
        naming[path, default: []].append(position)
      }
    }
    for (position, link) in links.enumerated() where link.relation.value == .same {
      for path in link.paths(side) where !path.value.isEmpty {
        guard let other = naming[path.value]?.first(where: { $0 != position }) else { continue }
        bag.report(
          sameAndMore,
          "“\(path.value)” is said to be the same as its counterpart, and the link “\(links[other].id.value)” gives it another.",
          at: path.range)
      }
    }
  }

  static let repeated = DiagnosticCode(
    "crosswalk-pair-repeated", "Two links relate the same two criteria.",
    advice: "Make one link of them, with the relation that holds for the whole.")
  static let sameAndMore = DiagnosticCode(
    "crosswalk-same-and-more", "A criterion is the same as one, and linked with another as well.",
    severity: .warning, advice: "Choose `reworded` or `broader`, or drop the other link.")
}
