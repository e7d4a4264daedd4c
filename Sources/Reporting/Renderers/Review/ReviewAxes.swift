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
      series.append(
        ChartSeries(
          name: ReviewWords.series(peer), style: .peerReview,
          readings: shown.map { peerReading($0, words) }))
    }
    if let earlier = report.shift?.earlier {
      series.append(
        ChartSeries(
          name: ReviewWords.series(earlier), style: .earlier,
          readings: shown.map { earlierReading($0, words) }))
    }
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

  private func series(_ score: ScoredReview, _ style: ChartSeries.Style) -> ChartSeries {
    ChartSeries(
      name: ReviewWords.series(score), style: style, readings: criteria.map { reading(score.criteria[$0]) })
  }

  /// Where the two sides are held against frameworks that do not compare, there is a gap.
  private func peerReading(_ criterion: ScoredCriterion, _ words: ReviewWords) -> ChartReading {
    guard let beside = words.report.beside, let peer = words.report.peer(of: criterion) else {
      return .notReviewed
    }
    if let obstacle = words.gap(criterion)?.obstacle, obstacle != .otherScale {
      return .broken(obstacle.label)
    }
    if !beside.comparability.route.isEmpty,
      case .refused(let refusal) = beside.comparability.allows(.mean, at: peer.path, by: .own)
    {
      return .broken(refusal.label)
    }
    return reading(peer)
  }

  /// Where the earlier figure cannot be compared, the line breaks.
  private func earlierReading(_ criterion: ScoredCriterion, _ words: ReviewWords) -> ChartReading {
    if let refusal = words.refusal(criterion) { return .broken(refusal.label) }
    guard let earlier = words.report.earlier(of: criterion), let shift = words.report.shift,
      let path = words.report.laterPath(of: criterion),
      let conversion = shift.comparability.conversion(at: path, by: shift.later.kind)
    else { return .notReviewed }
    return reading(earlier, by: conversion)
  }

  /// - Parameter conversion: how its points are read on the charts' scale.
  private func reading(_ criterion: ScoredCriterion, by conversion: PointConversion = .same) -> ChartReading {
    switch criterion.mark {
    case .point(let code):
      return criterion.scale.flatMap { height(code, on: $0, conversion) }.map { .value($0) } ?? .notReviewed
    case .notApplicable, .hidden: return .notApplicable
    case .notReviewed, .missing: return .notReviewed
    case nil: break
    }
    guard let result = ReviewWords.figure(criterion), let used = result.scale else { return .notReviewed }
    if conversion == .same {
      guard used.values == scale.values else { return .notReviewed }
      if let number = result.value?.halfway(on: used) { return .value(number) }
    } else if let number = halfway(result.value, on: used, conversion) {
      return .value(number)
    }
    return criterion.counts.judged > 0 && criterion.counts.applicable == 0 ? .notApplicable : .notReviewed
  }

  /// A point of a scale as a height on the charts'.
  private func height(_ code: UInt8, on used: CompiledScale, _ conversion: PointConversion) -> Double? {
    guard conversion != .same else {
      return used.values == scale.values ? Double(scale.values[Int(code)]) : nil
    }
    guard let point = used.point(code).flatMap({ conversion.converted($0.id.value) }).flatMap(scale.code)
    else {
      return nil
    }
    return Double(scale.values[Int(point)])
  }

  /// A median that was carried over to the charts' scale.
  private func halfway(
    _ value: AggregateValue?, on used: CompiledScale, _ conversion: PointConversion
  ) -> Double? {
    switch value {
    case .point(let code): return height(code, on: used, conversion)
    case .between(let lower, let upper):
      guard let first = height(lower, on: used, conversion), let last = height(upper, on: used, conversion)
      else { return nil }
      return (first + last) / 2
    default: return nil
    }
  }
}
