import Frameworks

/// The sentences that tell a head teacher how a score came about.
enum Explanation {
  static func of(_ mark: ScoredMark, _ suggestion: BestFitSuggestion?, on scale: CompiledScale) -> [String] {
    var sentences: [String] = []
    switch mark {
    case .point(let code): sentences.append("The judgement is \(scale.name(of: code)).")
    case .notApplicable: sentences.append("It does not apply here, so it counts nowhere.")
    case .notReviewed: sentences.append("It was not reviewed this time; it counts as unanswered.")
    case .missing: sentences.append("No mark was given; it counts as unanswered.")
    case .hidden: sentences.append("It is not asked here. Whatever was answered is kept and not counted.")
    }
    if let suggestion { sentences += of(suggestion, beside: mark, on: scale) }
    return sentences
  }

  private static func of(
    _ suggestion: BestFitSuggestion, beside mark: ScoredMark, on scale: CompiledScale
  ) -> [String] {
    let support = suggestion.support.enumerated().filter { $0.element.of > 0 }
      .map { "\($0.element.marked) of \($0.element.of) at \(scale.name(of: UInt8($0.offset)))" }
    var sentences = ["Statements marked: \(support.joined(separator: ", "))."]
    guard let point = suggestion.point else { return sentences + ["They suggest no point yet."] }
    let name = scale.name(of: point)
    switch mark {
    case .point(point): sentences.append("They suggest \(name) too.")
    case .point:
      sentences.append("They suggest \(name). The judgement stands; the difference is worth a look.")
    default: sentences.append("They suggest \(name).")
    }
    return sentences
  }

  static func of(_ result: AggregateResult, _ counts: AnswerCounts) -> [String] {
    var sentences: [String] = []
    if result.value != nil {
      sentences.append("\(heading(result)): \(result.text).")
    } else {
      sentences.append(result.text)
    }
    sentences += result.terms.filter { $0.applies && $0.weight > 0 }.map { term in
      "\(term.name), weight \(Figure.text(term.weight)): \(term.number.map(Figure.text) ?? "no figure")."
    }
    sentences.append("\(counts.text).")
    if let through = result.through { sentences.append("Worked out by \(through.words).") }
    return sentences + result.notes
  }

  private static func heading(_ result: AggregateResult) -> String {
    let answers = result.tally.answered == 1 ? "1 answer" : "\(result.tally.answered) answers"
    return switch result.value {
    case .distribution: "How often each was chosen"
    case .weightedMean: "Weighted mean of the parts"
    case .proportion: "Share of the answers"
    case .tied, .point, .between, .mean, .figure, nil:
      "\(result.aggregation.prefix(1).uppercased())\(result.aggregation.dropFirst()) of \(answers)"
    }
  }

  static func leftOut(_ count: Int, keeping scale: CompiledScale) -> String {
    count == 1
      ? "1 criterion on another scale than “\(scale.name)” is left out."
      : "\(count) criteria on other scales than “\(scale.name)” are left out."
  }

  static let meanOfOrder =
    "The points of this scale are an order; the steps between them may differ, so read the mean with care."

  static func marksNothing(_ kind: ReviewKind) -> String {
    switch kind {
    case .own:
      "In this framework a self-review gives no marks. What was written stands beside each criterion."
    case .peer: "In this framework peers give no marks. What they wrote stands beside each criterion."
    }
  }

  static let marksLeftOut = "Marks are optional in this framework, and none were given."

  static func moving(_ scale: CompiledScale) -> String {
    "The scale “\(scale.name)” moves: its points ask for more as practice improves. "
      + "Compare years with care."
  }
}
