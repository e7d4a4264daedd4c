import Frameworks
import Rubrics

/// What a review's charts show: the criteria of one level, on the scale that most of them share.
struct ReviewAxes {
  let scale: CompiledScale
  /// Positions in the framework's criteria.
  let criteria: [Int]
  /// Whether each axis is a judgement itself; else it is the median of those below it.
  let isJudged: Bool
  /// Whether a radar chart shows them well.
  let isShape: Bool
  /// What the framework calls an axis: "area".
  let level: String

  /// The deepest level of which a radar chart can show all, or all that was answered (3 to 16). Where there is none,
  /// bars of the deepest level that is not too long.
  ///
  /// - Returns: `nil` where nothing is judged on an ordered scale.
  init?(_ words: ReviewWords) {
    let score = words.report.main
    let rubric = score.rubric
    let columns = rubric.columns(score.kind)
    guard
      let common = rubric.commonScale(
        of: columns.criteria.indices, kind: score.kind, where: { $0 != .nominal })
    else { return nil }
    let scale = rubric.scales[common]
    let levels = rubric.framework.framework.levels.indices.reversed().map { level in
      score.criteria.filter { $0.depth == level && Self.isOn(scale, $0) }
    }
    let shapes = levels.lazy.compactMap { all -> [ScoredCriterion]? in
      let answered = all.filter(words.hasAnswer)
      guard answered.count >= 3 else { return nil }
      return [all, answered].first { Self.radar.contains($0.count) }
    }
    guard
      let chosen = shapes.first ?? levels.first(where: { (1...Self.radar.upperBound).contains($0.count) })
        ?? levels.first(where: { !$0.isEmpty })
    else { return nil }
    self.scale = scale
    criteria = chosen.map(\.criterion.index)
    isJudged = chosen.allSatisfy { $0.role == .judged }
    isShape = Self.radar.contains(chosen.count) && chosen.filter(words.hasAnswer).count >= 3
    level = FrameworkWords.level(chosen.first?.depth ?? 0, of: rubric.framework.framework)
  }

  /// How many axes make a readable shape.
  private static let radar = 3...16

  /// Judged criteria, as bars.
  init(_ judged: [ScoredCriterion], scale: CompiledScale) {
    self.scale = scale
    criteria = judged.map(\.criterion.index)
    isJudged = true
    isShape = false
    level = ""
  }

  static func isOn(_ scale: CompiledScale, _ criterion: ScoredCriterion) -> Bool {
    criterion.role == .judged ? criterion.scale == scale : criterion.aggregate?.scale == scale
  }

  /// The figures of the charts: up to three series.
  func figures(_ words: ReviewWords) -> ChartFigures {
    let report = words.report
    let main = report.main
    let shown = criteria.map { main.criteria[$0] }
    let stem = words.stem(of: shown)
    // Codes count anew in every group: they tell axes apart only within one.
    let isOneGroup = Set(shown.map(\.criterion.parent)).count <= 1
    var series = [self.series(main, main.kind == .own ? .selfReview : .peerReview)]
    if let peer = report.beside?.peer, peer.criteria.contains(where: { $0.mark != nil }) {
      series.append(self.series(peer, .peerReview, like: main))
    }
    if let earlier = report.shift?.earlier { series.append(self.series(earlier, .earlier, like: main)) }
    return ChartFigures(
      criteria: shown.map { .init(isOneGroup ? words.name($0, after: stem) : Self.title($0, words)) },
      scale: Self.chartScale(scale), series: series)
  }

  private static func title(_ criterion: ScoredCriterion, _ words: ReviewWords) -> String {
    criterion.criterion.criterion.title ?? words.name(criterion)
  }

  static func chartScale(_ scale: CompiledScale) -> ChartScale {
    ChartScale(zip(scale.values, scale.scale.points).map { .init(Double($0), $1.label) })
  }

  private func series(_ score: ScoredReview, _ style: ChartSeries.Style, like main: ScoredReview? = nil)
    -> ChartSeries
  {
    // Marks of another major version say nothing here.
    let isComparable = main.map { $0.rubric.version.major == score.rubric.version.major } ?? true
    return ChartSeries(
      name: ReviewWords.series(score), style: style,
      readings: criteria.map { index in
        let path = (main ?? score).criteria[index].path
        return isComparable ? score.criterion(path).map(reading) ?? .notReviewed : .notReviewed
      })
  }

  private func reading(_ criterion: ScoredCriterion) -> ChartReading {
    switch criterion.mark {
    case .point(let code) where criterion.scale?.values == scale.values:
      return .value(Double(scale.values[Int(code)]))
    case .notApplicable, .hidden: return .notApplicable
    case .point, .notReviewed, .missing: return .notReviewed
    case nil: break
    }
    guard let result = ReviewWords.figure(criterion), let used = result.scale, used.values == scale.values
    else {
      return .notReviewed
    }
    if let number = result.value?.halfway(on: used) { return .value(number) }
    return criterion.counts.judged > 0 && criterion.counts.applicable == 0 ? .notApplicable : .notReviewed
  }
}
