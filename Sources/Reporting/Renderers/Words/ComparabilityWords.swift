import Frameworks

/// What may be compared between two frameworks, in words, the same on the terminal and on a page.
struct ComparabilityWords {
  let found: Comparability

  init(_ found: Comparability) { self.found = found }

  var from: String { Self.reference(found.from) }
  var to: String { Self.reference(found.to) }

  var title: String { "What compares: \(from) and \(to)" }

  static func reference(_ framework: ResolvedFramework) -> String {
    "\(framework.framework.id.value)@\(framework.framework.version.value)"
  }

  /// How the two hang together, a sentence a step.
  var route: [String] {
    if !found.isRelated {
      return [
        "Nothing relates these two frameworks: neither came from the other, and no crosswalk was named."
      ]
    }
    return found.route.isEmpty ? ["They have one and the same content."] : found.route.map(\.words)
  }

  /// "12 same, 3 reworded, 1 split and 4 none (2 only in spp@1.0.0, 2 only in spp@2.0.0)"
  var counts: String {
    let alone = [
      (found.pairs.count { $0.to.isEmpty }, from), (found.pairs.count { $0.from.isEmpty }, to),
    ].filter { $0.0 > 0 }.map { "\($0.0) only in \($0.1)" }
    let counts = English.list(found.counts.map { "\($0.count) \($0.relation.rawValue)" })
    return alone.isEmpty ? counts : "\(counts) (\(alone.joined(separator: ", ")))"
  }

  /// How many judgements of each kind of review can be carried from the one to the other.
  var judged: [String] {
    ReviewKind.allCases.compactMap { kind in
      let (before, after) = (found.from.judged(by: kind), found.to.judged(by: kind))
      guard !before.isEmpty || !after.isEmpty else { return nil }
      let kept = after.filter { found.pair(to: $0.path)?.relation(for: kind).allowsFigures == true }.count
      let name = kind == .own ? "Self-review" : "Peer review"
      if before.isEmpty { return "\(name): \(from) judges nothing, \(to) \(after.count)." }
      if after.isEmpty { return "\(name): \(from) judges \(before.count), \(to) nothing." }
      return
        "\(name): \(kept) of the \(after.count) criteria that \(to) judges compare with one of the "
        + "\(before.count) of \(from)."
    }
  }

  /// What stands below a pair: why it does not compare, or with what caution; its map; its authors' reasons.
  func notes(_ pair: Comparability.Pair) -> [String] {
    var notes: [String] = []
    if let obstacle = pair.obstacle, !pair.from.isEmpty, !pair.to.isEmpty {
      switch pair.relation == .none ? pair.wording : .none {
      case .same: notes.append("It is kept, and its judgements cannot be compared.")
      case .reworded: notes.append("It is kept in other words, and its judgements cannot be compared.")
      default: break
      }
      let words = found.words(obstacle)
      notes.append(words.prefix(1).uppercased() + words.dropFirst() + ".")
    }
    notes += pair.cautions.map(\.meaning)
    notes += maps(pair)
    notes += pair.why.map { "Why: \($0)" }
    return notes
  }

  /// "Only in spp@2.0.0."
  func alone(_ pair: Comparability.Pair) -> String? {
    pair.from.isEmpty ? "Only in \(to)." : pair.to.isEmpty ? "Only in \(from)." : nil
  }

  /// "1 Emerging becomes Low; 2 Secure becomes High."
  private func maps(_ pair: Comparability.Pair) -> [String] {
    var texts: [String] = []
    for kind in ReviewKind.allCases {
      guard pair.relation(for: kind) == .rescaled,
        let scale = pair.from.first.flatMap(found.from.criterion)?.judgedScale(by: kind),
        let other = pair.to.first.flatMap(found.to.criterion)?.judgedScale(by: kind)
      else { continue }
      let points = found.from.scale(scale).points.map { point -> String in
        let name = FrameworkWords.point(point)
        guard let id = pair.converted(point.id.value, by: kind),
          let new = found.to.scale(other).points.first(where: { $0.id.value == id })
        else { return "\(name) has no counterpart" }
        return "\(name) becomes \(FrameworkWords.point(new))"
      }
      let text = points.joined(separator: "; ") + "."
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// "our-impact", or "our-impact → impact" where it has another path.
  func paths(_ pair: Comparability.Pair) -> String {
    if pair.from == pair.to { return pair.to.joined(separator: ", ") }
    if pair.from.isEmpty { return "\(pair.to.joined(separator: ", ")) (only in \(to))" }
    if pair.to.isEmpty { return "\(pair.from.joined(separator: ", ")) (only in \(from))" }
    return "\(pair.from.joined(separator: ", ")) → \(pair.to.joined(separator: ", "))"
  }
}
