import Documents

/// A crosswalk for people, as text: what corresponds, what does not, what becomes of marks, how much is covered.
public struct CrosswalkText {
  private let crosswalk: ResolvedCrosswalk
  private var lines: [String] = []

  public static func text(_ crosswalk: ResolvedCrosswalk) -> String {
    var page = CrosswalkText(crosswalk: crosswalk)
    page.writeHead()
    page.writeLinks()
    page.writeUnrelated()
    page.writeScales()
    page.lines += ["", "How much is accounted for", ""] + CoverageText.lines(crosswalk)
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(crosswalk: ResolvedCrosswalk) { self.crosswalk = crosswalk }

  private mutating func add(_ text: String, _ indent: Int) {
    lines += CrosswalkWords.wrapped(text, indent: indent)
  }

  private mutating func writeHead() {
    let document = crosswalk.crosswalk
    add(document.title, 0)
    for (word, side) in [("from", CrosswalkSide.from), ("to  ", .to)] {
      let framework = crosswalk.framework(side).framework
      add("\(word)  \(framework.title) (\(framework.id.value)@\(framework.version.value))", 0)
    }
    let stated = crosswalk.links.count { $0.basis.value == .stated }
    let count = crosswalk.links.count
    let basis =
      stated == 0
      ? "None is stated anywhere: its author worked them out from the texts."
      : "\(stated) \(stated == 1 ? "is" : "are") stated by a source."
    add(
      "\(document.status == .draft ? "Draft, version" : "Version") \(document.version.value). "
        + "\(count) \(count == 1 ? "link" : "links"). \(basis)", 0)
    if let summary = document.summary {
      lines.append("")
      add(summary, 0)
    }
  }

  /// Under the criteria at the top of the framework that it is read from, in that framework's order.
  private mutating func writeLinks() {
    for top in crosswalk.from.children(of: nil) {
      let links = crosswalk.links.filter { link in
        link.from.first.map { $0.value == top.path || $0.value.hasPrefix(top.path + "/") } ?? false
      }
      guard !links.isEmpty else { continue }
      lines += ["", top.name]
      for link in links { write(link) }
    }
  }

  private mutating func write(_ link: CrosswalkLink) {
    lines.append("")
    for path in link.from { add(name(path.value, .from), 2) }
    add((link.from.count > 1 ? "together: " : "") + CrosswalkWords.sentence(link.relation.value), 4)
    for path in link.to { add(name(path.value, .to), 6) }
    add(
      "\(CrosswalkWords.sentence(link.confidence.value)); \(CrosswalkWords.sentence(link.basis.value)). \(link.rationale)",
      4)
    if let source = link.source {
      let title = crosswalk.crosswalk.sources.first { $0.id == source.ref }?.title ?? source.ref.value
      add("Source: \(title)\(source.at.map { ", \($0.value)" } ?? "").", 4)
    }
    if let combine = link.combine?.value {
      add(CrosswalkWords.sentence(combine) + (link.assumed.map { " Assumed: \($0)" } ?? ""), 4)
    }
  }

  /// The criterion's name, after that of the one above it where it stands deeper than the second level.
  private func name(_ path: String, _ side: CrosswalkSide) -> String {
    let framework = crosswalk.framework(side)
    guard let criterion = framework.criterion(path) else { return path }
    guard criterion.level > 1, let parent = criterion.parent else { return criterion.name }
    return "\(framework.criteria[parent].name): \(criterion.name)"
  }

  private mutating func writeUnrelated() {
    let sides = CrosswalkSide.allCases.filter { !crosswalk.unrelated[$0].isEmpty }
    guard !sides.isEmpty else { return }
    lines += ["", "Without a counterpart"]
    for side in sides {
      for criterion in crosswalk.unrelated[side] {
        lines.append("")
        let framework = crosswalk.framework(side).framework
        add("\(name(criterion.path.value, side)) (\(framework.id.value))", 2)
        add(criterion.why, 4)
      }
    }
  }

  private mutating func writeScales() {
    guard !crosswalk.crosswalk.scales.isEmpty else { return }
    lines += ["", "What becomes of marks"]
    for scale in crosswalk.crosswalk.scales {
      let ids = crosswalk.isInverted ? (scale.to.value, scale.from.value) : (scale.from.value, scale.to.value)
      let (from, to) = (self.scale(ids.0, .from), self.scale(ids.1, .to))
      lines.append("")
      add("\(from.title ?? ids.0) and \(to.title ?? ids.1)", 2)
      if let points = crosswalk.scaleMap(from: ids.0, to: ids.1)?.points {
        for point in from.points {
          let target = points[point.id.value].flatMap { id in to.points.first { $0.id.value == id } }
          add("\(point.name) -> \(target?.name ?? "no counterpart")", 4)
        }
      } else {
        add("No mark can be carried over.", 4)
      }
      add(scale.why, 4)
    }
  }

  private func scale(_ id: String, _ side: CrosswalkSide) -> Scale {
    let framework = crosswalk.framework(side)
    return framework.scaleIndex(id).map { framework.scale($0) } ?? Scale()
  }
}
