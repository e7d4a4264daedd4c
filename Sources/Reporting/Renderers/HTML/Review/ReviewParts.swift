import Frameworks
import Reviews
import Rubrics

/// Lays out the criteria of a review for its page.
struct ReviewParts {
  private let words: ReviewWords
  private let score: ScoredReview
  /// The charts' scale.
  private let scale: CompiledScale?

  init(_ words: ReviewWords, scale: CompiledScale?) {
    self.words = words
    self.scale = scale
    score = words.report.main
  }

  func part(_ criterion: ScoredCriterion, heading: Int) -> ReviewPage.Part {
    let children = score.rubric.framework.children(of: criterion.criterion).map { score.criteria[$0.index] }
    let isTouched = words.isTouched(criterion)
    // Where a chart shows the marks, only those with more to say stand below it.
    let charted =
      isTouched
      ? scale.map { scale in children.filter { $0.role == .judged && ReviewAxes.isOn(scale, $0) } } ?? [] : []
    let shown = children.filter { child in
      isTouched && (!charted.contains { $0.path == child.path } || hasMore(child))
    }
    let source = criterion.criterion.criterion
    return .init(
      anchor: PageText(FrameworkCriteria.anchor(criterion.criterion)), heading: min(heading, 6),
      isTop: criterion.depth == 0, code: source.code.map { PageText($0) },
      title: PageText(source.title ?? score.rubric.framework.sentence(criterion.criterion)),
      badges: badges(criterion), figure: figure(criterion, isTouched: isTouched),
      charts: charts(criterion, charted),
      writings: sides(criterion, writings), marked: sides(criterion, marked),
      explanation: explanation(criterion).map { PageText($0) },
      children: shown.map { part($0, heading: heading + 1) })
  }

  private func charts(_ criterion: ScoredCriterion, _ judged: [ScoredCriterion]) -> [PageMarkup] {
    guard let scale else { return [] }
    let runs = words.runs(of: judged)
    return runs.enumerated().map { number, run in
      let noun = FrameworkWords.level(run.first?.depth ?? 0, of: score.rubric.framework.framework)
      let opening = words.stem(of: run).flatMap(words.opening)
      let title =
        opening.map { "\(criterion.name): \(English.inSentence($0))" }
        ?? "\(criterion.name), \(noun) by \(noun)"
      let id = FrameworkCriteria.anchor(criterion.criterion) + "-bars-\(number + 1)"
      let figures = ReviewAxes(run, scale: scale).figures(words)
      return PageMarkup(BarChart(caption: .init(id: id, title: title), figures: figures), table: .folded)
    }
  }

  /// That the judgement is what it is stands in its badge.
  private func explanation(_ criterion: ScoredCriterion) -> [String] {
    guard criterion.role == .judged else { return [] }
    return Array(criterion.explanation.dropFirst(criterion.point == nil ? 0 : 1))
  }

  private func hasMore(_ criterion: ScoredCriterion) -> Bool {
    let peer = words.report.peer(of: criterion)
    return criterion.role != .judged || criterion.suggestion != nil || ReviewWords.hasWriting(criterion)
      || peer.map(ReviewWords.hasWriting) == true
  }

  // MARK: - Judgements

  private func badges(_ criterion: ScoredCriterion) -> [ReviewPage.Badge] {
    guard let mark = criterion.mark else { return [] }
    let judgement = ReviewWords.judgement(criterion)
    var badges: [ReviewPage.Badge]
    switch mark {
    case .point: badges = [.init(kind: "badge-judgement", text: PageText(judgement))]
    case .notApplicable, .hidden: badges = [.init(kind: "badge-not-applicable", text: PageText(judgement))]
    case .notReviewed, .missing: badges = [.init(kind: "badge-not-reviewed", text: PageText(judgement))]
    }
    if let suggestion = ReviewWords.suggestion(criterion) {
      badges.append(
        .init(
          kind: criterion.agrees == true ? "badge-agrees" : "badge-differs",
          text: "marked statements suggest \(suggestion)"))
    }
    if let peers = words.peers(criterion) {
      badges.append(.init(kind: "badge-peers", text: "peers: \(peers)"))
    }
    if let text = words.shiftText(criterion) {
      let isUp = if case .up? = words.shift(criterion)?.movement { true } else { false }
      badges.append(.init(kind: isUp ? "badge-up" : "badge-shift", text: PageText(text)))
    }
    return badges
  }

  private func figure(_ criterion: ScoredCriterion, isTouched: Bool) -> PageText? {
    guard let result = ReviewWords.figure(criterion) else { return nil }
    guard isTouched else {
      let text = ReviewWords.untouched(criterion)
      return PageText("\(text.prefix(1).uppercased())\(text.dropFirst()).")
    }
    let text = ReviewWords.figureText(result)
    let spread = spread(criterion)
    return PageText(
      ["\(text.prefix(1).uppercased())\(text.dropFirst())", criterion.counts.text, spread].compactMap(\.self)
        .map(English.sentence).joined(separator: " "))
  }

  /// How often each point was chosen: a median alone hides it.
  private func spread(_ criterion: ScoredCriterion) -> String? {
    guard let aggregate = criterion.aggregate, let scale = aggregate.scale, aggregate.tally.answered > 1
    else { return nil }
    let parts = aggregate.tally.points.enumerated().filter { $0.element > 0 }.map { code, count in
      "\(scale.point(UInt8(clamping: code)).map(FrameworkWords.point) ?? "\(code)") (\(count))"
    }
    return "How often each point was chosen: \(parts.joined(separator: ", "))"
  }

  // MARK: - What was written

  /// What the main review holds, then what the peers' does.
  private func sides(
    _ criterion: ScoredCriterion, _ make: (Judgement, String, ScoredCriterion) -> [ReviewPage.Writing]
  ) -> [ReviewPage.Writing] {
    let peer = words.report.peer(of: criterion)
    let own = criterion.judgement.map { make($0, score.kind == .own ? "" : "The peers' ", criterion) } ?? []
    return own + (peer.flatMap { peer in peer.judgement.map { make($0, "The peers' ", peer) } } ?? [])
  }

  private func writings(
    _ judgement: Judgement, of whose: String, _ criterion: ScoredCriterion
  ) -> [ReviewPage.Writing] {
    var writings: [ReviewPage.Writing] = []
    if let evidence = judgement.evidence, !evidence.isEmpty {
      writings.append(.init(title: title("evidence", whose), text: PageText(evidence)))
    }
    if !judgement.actions.isEmpty {
      writings.append(
        .init(title: title("next actions", whose), items: judgement.actions.map { PageText($0) }))
    }
    if let challenge = judgement.challenge, !challenge.isEmpty {
      let own = whose.isEmpty ? "What the peers said" : title("challenge", whose)
      writings.append(.init(title: own, text: PageText(challenge)))
    }
    return writings
  }

  private func marked(
    _ judgement: Judgement, of whose: String, _ criterion: ScoredCriterion
  ) -> [ReviewPage.Writing] {
    let ids = Set(judgement.statements.map(\.value))
    let marked = criterion.criterion.criterion.statements.filter { ids.contains($0.id.value) }
    if marked.isEmpty { return [] }
    let count = English.count(marked.count, "marked statement")
    return [.init(title: title(count, whose), items: marked.map { PageText(label($0, criterion)) })]
  }

  private func title(_ words: String, _ whose: String) -> PageText {
    PageText(whose.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : whose + words)
  }

  private func label(_ statement: Statement, _ criterion: ScoredCriterion) -> String {
    let point = criterion.scale?.scale.points.first { $0.id.value == statement.at.value }
    return [point.map(FrameworkWords.point), statement.text].compactMap(\.self).joined(separator: ": ")
  }
}
