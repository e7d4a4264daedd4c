import Frameworks
import Rubrics

/// The table of a review at a glance: a row for each axis of its charts, with all that the charts show and more.
struct ReviewGlance {
  private let words: ReviewWords
  private let criteria: [ScoredCriterion]

  init(_ words: ReviewWords, _ axes: ReviewAxes?) {
    self.words = words
    let main = words.report.main
    criteria =
      axes.map { axes in axes.criteria.map { main.criteria[$0] } }
      ?? main.criteria.filter { $0.role == .judged }
  }

  var table: AccessibleTable {
    let report = words.report
    let isGrouped = criteria.contains { $0.role == .grouping }
    let hasSuggestions = criteria.contains { $0.suggestion != nil }
    let peers = criteria.map(report.peer)
    let hasPeers = peers.compactMap(\.self).contains {
      $0.mark != nil || ReviewWords.figure($0)?.value != nil
    }
    let parents = Set(criteria.map(\.criterion.parent))
    var columns: [AccessibleTable.Column] = []
    if parents.count > 1 { columns.append(.init(parentLevel)) }
    columns.append(.init(report.main.kind == .own ? "Judgement" : "Peers' judgement"))
    if isGrouped { columns.append(.init("Answered")) }
    if hasSuggestions { columns.append(.init("Marked statements suggest")) }
    if hasPeers { columns.append(.init("Peers")) }
    if let earlier = report.shift?.earlier { columns.append(.init(ReviewWords.series(earlier))) }
    if report.shift != nil, !isGrouped { columns.append(.init("Shift")) }
    let rows = criteria.enumerated().map { position, criterion in
      var cells: [AccessibleTable.Cell] = []
      if parents.count > 1 { cells.append(.text(parent(criterion))) }
      cells.append(Self.cell(criterion))
      if isGrouped { cells.append(.text(criterion.counts.text)) }
      if hasSuggestions {
        cells.append(ReviewWords.suggestion(criterion).map { .text($0) } ?? .missing("none marked"))
      }
      if hasPeers {
        cells.append(peers[position].map { self.peers($0, criterion) } ?? .missing("not there"))
      }
      if report.shift != nil { cells.append(earlier(criterion)) }
      if report.shift != nil, !isGrouped { cells.append(.text(words.shiftText(criterion) ?? "–")) }
      let title = parents.count > 1 ? criterion.criterion.criterion.title : nil
      return AccessibleTable.Row(title ?? words.name(criterion), cells)
    }
    return AccessibleTable(
      id: "glance", caption: "All judgements, and what stands beside them",
      rowTitle: criteria.first?.level ?? "Criterion", columns: columns, rows: rows)
  }

  private var parentLevel: String {
    let levels = words.report.rubric.framework.framework.levels
    let level = (criteria.first?.depth ?? 1) - 1
    return levels.indices.contains(level) ? levels[level].title : "Part of"
  }

  private func parent(_ criterion: ScoredCriterion) -> String {
    criterion.criterion.parent.map { words.report.rubric.framework.criteria[$0].name } ?? ""
  }

  private static func cell(_ criterion: ScoredCriterion) -> AccessibleTable.Cell {
    if let figure = ReviewWords.figure(criterion) {
      return figure.value == nil
        ? .missing(ReviewWords.figureText(figure)) : .text(ReviewWords.figureText(figure))
    }
    let judgement = ReviewWords.judgement(criterion)
    return criterion.point == nil
      ? .missing(judgement.isEmpty ? "not marked" : judgement) : .figure(judgement)
  }

  /// What the earlier review says; where it cannot be compared, why not.
  private func earlier(_ criterion: ScoredCriterion) -> AccessibleTable.Cell {
    guard let earlier = words.report.earlier(of: criterion) else {
      return .missing(words.refusal(criterion).map { "not comparable: \($0.label)" } ?? "not there")
    }
    guard let refusal = words.refusal(criterion) else { return Self.cell(earlier) }
    let judgement = ReviewWords.figure(earlier).map(ReviewWords.figureText) ?? ReviewWords.judgement(earlier)
    return .missing(
      [judgement, "not comparable: \(refusal.label)"].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private func peers(_ peer: ScoredCriterion, _ own: ScoredCriterion) -> AccessibleTable.Cell {
    words.peers(own).map { peer.point == nil ? .missing($0) : .text($0) } ?? Self.cell(peer)
  }
}
