import Diagnostics
import Documents

/// Each entry under `scales` names a scale of either framework, once, and one that some link brings together.
enum CrossedScales: CrosswalkCheck {
  static let codes = [unknownScale, repeated, unused]

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    var seen: Set<Pair> = []
    var needed: Set<Pair>?
    var fromNames = KnownScales(.from, context), toNames = KnownScales(.to, context)
    for scale in crosswalk.scales {
      let from = fromNames.index(of: scale.from, into: &bag), to = toNames.index(of: scale.to, into: &bag)
      guard let from, let to else { continue }
      let pair = Pair(from: from, to: to)
      guard seen.insert(pair).inserted else {
        bag.report(
          repeated, "“\(scale.from.value)” and “\(scale.to.value)” are crossed already.", at: scale.from.range
        )
        continue
      }
      let used = needed ?? pairs(of: crosswalk, context)
      needed = used
      if !used.contains(pair) {
        bag.report(
          unused, "No link brings marks on “\(scale.from.value)” and on “\(scale.to.value)” together.",
          at: scale.from.range)
      }
    }
  }

  /// The scales of one side, and what is said of one that is not among them.
  private struct KnownScales {
    let framework: ResolvedFramework
    let reference: String
    var suggester: NameSuggester

    init(_ side: CrosswalkSide, _ context: CrosswalkContext) {
      framework = context.framework(side)
      reference = context.reference(side)
      suggester = NameSuggester(framework.framework.scales.map(\.key.value))
    }

    mutating func index(of id: Located<String>, into bag: inout DiagnosticBag) -> Int? {
      guard !id.value.isEmpty else { return nil }
      if let index = framework.scaleIndex(id.value) { return index }
      bag.report(
        unknownScale, "\(reference) has no scale “\(id.value)”.", help: suggester.help(for: id.value),
        at: id.range)
      return nil
    }
  }

  private static func pairs(of crosswalk: Crosswalk, _ context: CrosswalkContext) -> Set<Pair> {
    var pairs: Set<Pair> = []
    var froms = NearScales(framework: context.from), tos = NearScales(framework: context.to)
    for link in crosswalk.links where link.relates {
      let near = (froms.scales(around: link.from), tos.scales(around: link.to))
      for from in near.0 { for to in near.1 { pairs.insert(Pair(from: from, to: to)) } }
    }
    return pairs
  }

  /// The scales of criteria, of what stands below them and of what stands above them.
  private struct NearScales {
    let framework: ResolvedFramework
    private var known: [Int: Set<Int>] = [:]

    init(framework: ResolvedFramework) { self.framework = framework }

    mutating func scales(around paths: [Located<String>]) -> Set<Int> {
      var scales: Set<Int> = []
      for index in Set(paths.compactMap { framework.criterion($0.value)?.index }) {
        let near = known[index] ?? nearScales(index)
        known[index] = near
        scales.formUnion(near)
      }
      return scales
    }

    private func nearScales(_ index: Int) -> Set<Int> {
      var scales: Set<Int> = []
      for other in framework.criteria[index..<framework.criteria[index].end] {
        scales.formUnion([other.ownScale, other.peerScale].compactMap(\.self))
      }
      var above = framework.criteria[index].parent
      while let index = above {
        let other = framework.criteria[index]
        scales.formUnion([other.ownScale, other.peerScale].compactMap(\.self))
        above = other.parent
      }
      return scales
    }
  }

  static let unknownScale = DiagnosticCode(
    "crosswalk-unknown-scale", "A crosswalk names a scale that the framework does not have.",
    advice: "Use the id under which the framework's `scales` has it.")
  static let repeated = DiagnosticCode(
    "crosswalk-scale-repeated", "Two entries under `scales` cross the same two scales.",
    advice: "Keep one of them.")
  static let unused = DiagnosticCode(
    "crosswalk-scale-unused", "Two scales are crossed, and no link needs it.", severity: .warning,
    advice: "Remove the entry, or add the link that it was made for.")
}
