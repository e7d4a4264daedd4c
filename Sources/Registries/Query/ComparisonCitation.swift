import Sealing

extension ComparisonAnswer {
  /// One line to cite the answer by: framework and content, period, kind, registry, its log's size and
  /// root, policy.
  public var citation: String {
    let versions = framework.versions.map { "\(framework.id)@\($0.version) (\($0.digest.short))" }
    let years =
      periods.count > 1
      ? "\(periods.first?.description ?? "") to \(periods.last?.description ?? "")"
      : periods.first?.description ?? ""
    let policies = policies.map { "\($0.id) (\($0.digest.short))" }
    return [
      versions.joined(separator: " and "), years, "\(kind.rawValue) judgements by \(by.rawValue)",
      "registry \(log.origin), size \(log.size), root \(log.root.short)",
      "policy \(policies.joined(separator: " and "))",
    ].joined(separator: "; ")
  }

  /// What every reader has to be told, one short sentence each (DISCLOSURE section 5 (iv)).
  public var notes: [String] {
    var notes = [
      "Every figure carries random noise, added on purpose so that nobody can be sure of one school's "
        + "judgement.",
      "Intervals cover 95 in 100 cases of that noise. They say nothing on which schools took part.",
      "A difference whose interval holds 0 is no clear difference. Where nothing differs at all, the noise "
        + "still makes about one comparison in 20 look clear.",
    ]
    if figures.contains(where: \.isMoving), periods.count > 1 {
      notes.append("The scale moves: what each point asks for grows over the years.")
    }
    notes += breaks.map(\.words)
    if leftOut > 0 {
      let (sheets, hold) = leftOut == 1 ? ("One sheet", "holds") : ("\(leftOut) sheets", "hold")
      notes.append(
        "\(sheets) of these years \(hold) rounded figures instead of noise of a known size. How far off those are nobody can "
          + "say, so they are left out.")
    }
    if by == .region {
      if sheets > 0 {
        notes.append("A region's figure sums up the partnerships that published, weighted by their schools.")
      }
      if pools > 0 {
        notes.append(
          "A pool adds up all partnerships that contributed, also those too small to publish. Their schools may stand in sheets "
            + "too: a region's two figures are never added up.")
      }
    }
    return notes
  }
}

extension Digest {
  /// Enough digits to recognise it by.
  var short: String { "sha256:" + hex.prefix(12) }
}
