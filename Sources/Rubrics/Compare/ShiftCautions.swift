import Frameworks

extension Shift {
  /// The judgements that cannot be compared.
  public var broken: [Entry] {
    entries.filter { if case .notComparable = $0.movement { true } else { false } }
  }

  /// Those of the earlier review alone: of criteria that are gone, or are no longer marked.
  public var gone: [Entry] { entries.filter { $0.later == nil && $0.earlier != nil } }

  /// Whether not one judgement can be compared, so that the two reviews are not one line.
  public var isBroken: Bool { !entries.isEmpty && broken.count == entries.count }

  /// What a reader must know before trusting any of it.
  public var cautions: [String] {
    var cautions: [String] = []
    if let standing {
      cautions.append(standing)
      cautions += comparability.route.filter { $0.kind == .unsaid }.map(\.words)
    }
    let compared = entries.filter { if case .notComparable = $0.movement { false } else { true } }
    for caution in Comparability.Caution.allCases where caution != .moving {
      let these = compared.filter { $0.cautions.contains(caution) }
      if these.isEmpty { continue }
      let names = these.count == compared.count ? "All" : Self.names(these.map(\.name))
      cautions.append("\(names): \(Self.inSentence(caution.meaning))")
    }
    let used = Set(later.rubric.columns(later.kind).scales).sorted()
    for scale in used where later.rubric.scales[scale].scale.stability == .moving {
      cautions.append(Explanation.moving(later.rubric.scales[scale]))
    }
    return cautions
  }

  /// "The earlier review is held against spp@1.0.0, this one against spp@2.0.0. No judgement can be compared: …"
  /// `nil` where both are held against one content.
  public var standing: String? {
    guard !comparability.route.isEmpty else { return nil }
    let names = (earlier.rubric.reference, later.rubric.reference)
    let references =
      names.0 == names.1
      ? "The two reviews are held against different contents of \(names.0)."
      : "The earlier review is held against \(names.0), this one against \(names.1)."
    let comparable = entries.count - broken.count
    if comparable == entries.count { return references + " All judgements can be compared." }
    let counts = Comparability.Obstacle.allCases.compactMap { obstacle -> String? in
      let count = broken.count { $0.movement == .notComparable(obstacle) }
      return count == 0 ? nil : "\(count) \(obstacle.label)"
    }
    let how =
      comparable == 0
      ? "No judgement can be compared, so the trend breaks here"
      : "\(comparable) of \(entries.count) judgements can be compared"
    return "\(references) \(how) (\(counts.joined(separator: ", ")))."
  }

  private static func names(_ names: [String]) -> String {
    names.count > 3
      ? "\(names.prefix(2).joined(separator: ", ")) and \(names.count - 2) more"
      : names.joined(separator: ", ")
  }

  private static func inSentence(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
