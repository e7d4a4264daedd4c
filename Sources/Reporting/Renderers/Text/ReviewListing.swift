import Frameworks
import Rubrics

/// The criteria of a review, a line each, in tables under the headings of what groups them.
struct ReviewListing {
  private let words: ReviewWords
  private let score: ScoredReview

  init(_ words: ReviewWords) {
    self.words = words
    score = words.report.main
  }

  /// A criterion with everything below it; judged ones at the top share one table, which the first of them brings.
  func lines(_ criterion: ScoredCriterion) -> [String] {
    if criterion.role == .judged {
      let judged = score.top.filter { $0.role == .judged }
      return judged.first?.path == criterion.path ? [""] + table(judged) : []
    }
    return group(criterion)
  }

  private func group(_ criterion: ScoredCriterion) -> [String] {
    let indent = String(repeating: "  ", count: criterion.depth)
    var heading = indent + words.name(criterion)
    if let figure = ReviewWords.figure(criterion) {
      guard words.isTouched(criterion) else {
        let text = "\(words.name(criterion)): \(ReviewWords.untouched(criterion))"
        return [""] + TerminalText.hanging(indent, text)
      }
      heading += ": \(ReviewWords.figureText(figure)); \(criterion.counts.text)"
    }
    var lines = [""] + TerminalText.hanging(indent, String(heading.dropFirst(indent.count)))
    let children = score.rubric.framework.children(of: criterion.criterion).map { score.criteria[$0.index] }
    let judged = children.filter { $0.role == .judged }
    for run in words.runs(of: judged) { lines += table(run, indent: indent + "  ") }
    for child in children where child.role != .judged { lines += group(child) }
    return lines
  }

  private func table(_ criteria: [ScoredCriterion], indent: String = "  ") -> [String] {
    let hasSuggestions = criteria.contains { $0.suggestion != nil }
    let hasPeers = criteria.contains { words.peers($0) != nil }
    let earlier = words.report.shift?.earlier
    let level = criteria.first.map(\.level) ?? ""
    let stem = words.stem(of: criteria)
    let title = stem.flatMap(words.opening) ?? (level.isEmpty ? "Criterion" : level)
    var columns: [TextTable.Column] = [.init(title), .init("Judgement")]
    if hasSuggestions { columns.append(.init("Statements suggest")) }
    if hasPeers { columns.append(.init("Peers")) }
    if let earlier { columns.append(.init("Since \(earlier.period?.description ?? "the earlier review")")) }
    var table = TextTable(
      columns,
      rows: criteria.map { criterion in
        var cells = [words.name(criterion, after: stem), ReviewWords.judgement(criterion)]
        if hasSuggestions { cells.append(ReviewWords.suggestion(criterion) ?? "–") }
        if hasPeers { cells.append(words.peers(criterion) ?? "–") }
        if earlier != nil { cells.append(words.shiftText(criterion) ?? "–") }
        return cells
      })
    table.indent = indent
    return table.lines()
  }

  /// Why the marked statements point elsewhere than the judgement, where they do.
  func explanations() -> [String] {
    score.criteria.filter { $0.agrees == false }.flatMap { criterion in
      TerminalText.hanging(
        "- ", "\(words.name(criterion)): \(criterion.explanation.dropFirst().joined(separator: " "))")
    }
  }
}
