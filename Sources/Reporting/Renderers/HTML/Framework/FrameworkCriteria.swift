import Frameworks

/// Lays a framework's criteria out for its page.
struct FrameworkCriteria {
  private let framework: ResolvedFramework
  private let boxes: FrameworkForms
  private let remarks: FrameworkRemarks?

  init(_ framework: ResolvedFramework, remarks: FrameworkRemarks? = nil) {
    self.framework = framework
    self.remarks = remarks
    boxes = FrameworkForms(framework)
  }

  /// The id of a criterion's place on a page. Slugs have no double hyphens, so no two are alike.
  static func anchor(_ criterion: ResolvedCriterion) -> String {
    "c-" + criterion.path.split(separator: "/").joined(separator: "--")
  }

  static func points(of scale: Scale) -> [FrameworkPage.PointBlock] {
    let highest = max(scale.points.count, 1)
    return scale.points.enumerated().map { index, point in
      .init(
        value: point.value.map { PageText("\($0)") },
        label: (point.label ?? (point.value == nil ? point.id.value : nil)).map { PageText($0) },
        text: point.text.map { PageText($0) },
        share: scale.kind == .nominal ? 50 : 100 * (index + 1) / highest)
    }
  }

  func block(_ resolved: ResolvedCriterion) -> FrameworkPage.CriterionBlock {
    let criterion = resolved.criterion
    let heading = min(resolved.level + 2, 5)
    let scale = scale(of: resolved)
    let hasStrands = criterion.statements.contains { $0.strand != nil }
    let children = framework.children(of: resolved)
    let nested = children.filter { !isAsk($0) }
    return FrameworkPage.CriterionBlock(
      anchor: PageText(Self.anchor(resolved)), heading: heading, partHeading: heading + 1,
      isTop: resolved.level == 0, level: levelName(resolved), code: criterion.code.map { PageText($0) },
      title: PageText(resolved.name), remarks: remarks?.byPath[resolved.path] ?? [],
      text: criterion.title == nil ? nil : criterion.text.map { PageText($0) },
      source: source(criterion.source), lineage: lineage(resolved),
      when: criterion.when.map { PageText($0.value) },
      grid: scale.flatMap { hasStrands ? grid(resolved, $0) : nil },
      ladder: scale.flatMap {
        hasStrands || criterion.statements.isEmpty ? nil : ladder(resolved, $0, heading)
      },
      asks: asks(children),
      marks: criterion.statements.isEmpty ? scale.map(Self.marks) : nil,
      questions: prompts("Questions to talk through", criterion.questions, stem: resolved.stem),
      evidence: prompts("Where evidence may be found", criterion.evidence, stem: nil),
      forms: boxes.forms(for: resolved).map { boxes.block($0, for: resolved, scale, heading: heading + 1) },
      children: nested.map(block))
  }

  private func lineage(_ resolved: ResolvedCriterion) -> PageText? {
    Inheritance(framework)?.sentence(of: resolved).map { PageText($0) }
  }

  // MARK: - Statements

  private func grid(_ resolved: ResolvedCriterion, _ scale: Scale) -> FrameworkPage.StatementGrid {
    let strands = strands(of: resolved.criterion, scale)
    let points = Self.points(of: scale)
    let rows = strands.map { strand in
      FrameworkPage.StatementGrid.Row(
        strand: PageText(strand.map(English.heading(slug:)) ?? "Also"),
        cells: zip(scale.points, points).map { point, block in
          let here = resolved.criterion.statements.filter {
            $0.strand?.value == strand && $0.at.value == point.id.value
          }
          return .init(
            point: PageText(FrameworkWords.point(point)), share: block.share,
            texts: here.map { PageText($0.text) })
        })
    }
    return .init(
      caption: PageText("\(resolved.name): what each point looks like, strand by strand"),
      anchor: PageText(Self.anchor(resolved)), points: points, rows: rows)
  }

  /// The strands in the author's order. One that begins further up the scale stands after the one that it
  /// follows there, and statements of no strand stand last.
  private func strands(of criterion: Criterion, _ scale: Scale) -> [String?] {
    var strands: [String?] = []
    for point in scale.points {
      var place = 0
      for statement in criterion.statements where statement.at.value == point.id.value {
        guard let strand = statement.strand?.value else { continue }
        if let known = strands.firstIndex(of: strand) {
          place = known + 1
        } else {
          strands.insert(strand, at: place)
          place += 1
        }
      }
    }
    return strands + (criterion.statements.contains { $0.strand == nil } ? [nil] : [])
  }

  private func ladder(
    _ resolved: ResolvedCriterion, _ scale: Scale, _ heading: Int
  ) -> FrameworkPage.StatementLadder {
    .init(
      title: "What each point looks like", heading: heading + 1,
      rungs: zip(scale.points, Self.points(of: scale)).map { point, block in
        .init(
          point: block,
          texts: resolved.criterion.statements.filter { $0.at.value == point.id.value }.map {
            PageText($0.text)
          })
      })
  }

  // MARK: - Questions that are judged

  /// A criterion that is one line of a list: a leaf with nothing of its own but its text.
  private func isAsk(_ resolved: ResolvedCriterion) -> Bool {
    let criterion = resolved.criterion
    let isBare = criterion.statements.isEmpty && criterion.questions.isEmpty && criterion.evidence.isEmpty
    return resolved.parent != nil && isBare && framework.children(of: resolved).isEmpty
      && boxes.forms(for: resolved).isEmpty
  }

  private func asks(_ children: [ResolvedCriterion]) -> [FrameworkPage.AskGroup] {
    var groups: [FrameworkPage.AskGroup] = []
    var last: (stem: String?, scale: Int?)?
    var number = 0
    for child in children where isAsk(child) {
      number += 1
      let criterion = child.criterion
      let key = (stem: criterion.title == nil ? child.stem : nil, scale: child.ownScale ?? child.peerScale)
      if last.map({ $0 == key }) != true {
        let stem = key.stem.flatMap(framework.stem)?.text
        groups.append(
          .init(
            stem: stem.map { PageText($0 + " …") }, start: number,
            marks: key.scale.map { Self.marks(framework.scale($0)) }, asks: []))
        last = key
      }
      groups[groups.count - 1].asks.append(
        .init(
          anchor: PageText(Self.anchor(child)), title: criterion.title.map { PageText($0) },
          text: criterion.text.map { PageText($0) }, when: criterion.when.map { PageText($0.value) }))
    }
    return groups
  }

  static func marks(_ scale: Scale) -> FrameworkPage.MarkRow {
    let points = points(of: scale)
    // Numbers stand in rings where only the ends have names; else every name is written out.
    let middle = scale.points.dropFirst().dropLast()
    let isNumbered = scale.points.allSatisfy { $0.value != nil } && middle.allSatisfy { $0.label == nil }
    return .init(
      points: points, isNumbered: isNumbered,
      low: isNumbered ? points.first?.label : nil, high: isNumbered ? points.last?.label : nil)
  }

  // MARK: - Prompts

  private func prompts(_ title: String, _ prompts: [Prompt], stem: String?) -> FrameworkPage.PromptBlock? {
    guard !prompts.isEmpty else { return nil }
    var groups: [FrameworkPage.PromptBlock.Group] = []
    var last: String??
    for prompt in prompts {
      let key = prompt.stem?.value ?? stem
      if last != .some(key) {
        let text = key.flatMap(framework.stem)?.text
        groups.append(.init(stem: text.map { PageText($0 + " …") }, items: []))
        last = .some(key)
      }
      groups[groups.count - 1].items.append(PageText(prompt.text))
    }
    return .init(title: PageText(title), groups: groups)
  }

  // MARK: - Names

  private func scale(of resolved: ResolvedCriterion) -> Scale? {
    (resolved.ownScale ?? resolved.peerScale).map(framework.scale)
  }

  private func levelName(_ resolved: ResolvedCriterion) -> PageText? {
    let levels = framework.framework.levels
    return levels.indices.contains(resolved.level) ? PageText(levels[resolved.level].title) : nil
  }

  private func source(_ reference: SourceReference?) -> PageText? {
    FrameworkWords.source(reference, framework.framework).map { PageText($0) }
  }
}
