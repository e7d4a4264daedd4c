import Documents
import Frameworks
import Reviews

/// What a survey's column most likely is.
struct ColumnGuess {
  var column: SurveyTable.Column
  var meaning: Meaning
  var confidence: Confidence

  enum Meaning {
    case criterion(String, SurveyColumn.Box)
    /// Several may be meant; the likeliest first.
    case oneOf([String], SurveyColumn.Box)
    case subject
    /// Without an order where the year stands first.
    case date(SurveyDate.Order?)
    case note
    case ignore
    case nothing
  }

  enum Confidence {
    case sure(String)
    case likely(String)
    case unsure(String)
  }
}

/// Guesses what each column of a survey is, by its header and by what stands under it.
struct ColumnGuesser {
  private let table: SurveyTable
  private let matcher: HeaderMatcher
  private let framework: ResolvedFramework
  private let kind: ReviewKind
  /// The criterion whose point the column before gave: what follows may be its evidence.
  private var last: String?
  private var hasSubject = false
  private var hasDate = false
  private var taken: Set<String> = []

  init(_ table: SurveyTable, _ framework: ResolvedFramework, kind: ReviewKind) {
    (self.table, self.framework, self.kind) = (table, framework, kind)
    matcher = HeaderMatcher(framework, kind: kind)
  }

  mutating func guesses() -> [ColumnGuess] {
    // Microsoft has both ends of the time; the later is the day of the answer.
    let days = ["completion time", "timestamp", "submitted at", "date", "start time"]
    let headers = table.columns.map { SurveyHeader.normalized($0.header.text) }
    let day = days.compactMap { headers.firstIndex(of: $0) }.first
    return table.columns.indices.map { guess($0, isDay: $0 == day) }
  }

  /// The answers under a column, without the blank ones.
  func answers(_ position: Int) -> [String] { table.responses.compactMap { $0[position]?.text } }

  private mutating func guess(_ position: Int, isDay: Bool) -> ColumnGuess {
    let column = table.columns[position]
    let header = SurveyHeader.normalized(column.header.text)
    let answers = answers(position)
    func made(_ meaning: ColumnGuess.Meaning, _ confidence: ColumnGuess.Confidence) -> ColumnGuess {
      ColumnGuess(column: column, meaning: meaning, confidence: confidence)
    }
    if isDay, !answers.isEmpty, answers.allSatisfy(SurveyDay.isDay) {
      if answers.allSatisfy(SurveyDay.isYearFirst) {
        return made(.date(nil), .sure("its days are written year, month, day"))
      }
      if let order = SurveyDay.order(of: answers) { return made(.date(order), .sure("no other order fits")) }
      return made(.date(.dayFirst), .likely("both orders fit what stands there: please look"))
    }
    if Self.isForms(header) { return made(.ignore, .sure("the form's own column")) }
    if Self.isPerson(header) {
      return made(.ignore, .sure("who answered: left out unless you list it under team"))
    }
    let matches = matcher.matches(column.header.text)
    if !hasSubject, (matches.first?.score ?? 0) < 0.6, Self.isSubject(header) {
      hasSubject = true
      return made(.subject, .likely("its header names a school or group"))
    }
    return criterion(matches, header, answers, made)
  }

  private mutating func criterion(
    _ matches: [HeaderMatcher.Match], _ header: String, _ answers: [String],
    _ made: (ColumnGuess.Meaning, ColumnGuess.Confidence) -> ColumnGuess
  ) -> ColumnGuess {
    let box = Self.box(header)
    guard let best = matches.first, best.score >= 0.35 else { return follower(header, box, made) }
    let gap = best.score - (matches.dropFirst().first?.score ?? 0)
    let path = best.criterion.path
    let wanted = box ?? (looksLikePoints(answers, of: best.criterion) ? .point : .evidence)
    let share = "\(Int((best.score * 100).rounded())) % of the words that count"
    let near = matches.prefix(3).filter { $0.score >= best.score - 0.2 }.map(\.criterion.path)
    let isFree = wanted != .point || !taken.contains(path)
    if isFree, best.score >= 0.85, gap >= 0.05 {
      if wanted == .point { (last, _) = (path, taken.insert(path)) }
      return made(.criterion(path, wanted), .sure(best.score == 1 ? "the same words" : share))
    }
    if isFree, best.score >= 0.55, gap >= 0.08 {
      if wanted == .point { (last, _) = (path, taken.insert(path)) }
      return made(.criterion(path, wanted), .likely(share))
    }
    if box != nil, best.score < 0.55, last != nil { return follower(header, box, made) }
    return made(.oneOf(near, wanted), .unsure(near.count > 1 ? "\(share), and others come near" : share))
  }

  /// A column that says nothing of its own may go on from the one before.
  private func follower(
    _ header: String, _ box: SurveyColumn.Box?,
    _ made: (ColumnGuess.Meaning, ColumnGuess.Confidence) -> ColumnGuess
  ) -> ColumnGuess {
    if header.contains("anything else") || header.contains("any other") || header.contains("overall comment")
    {
      return made(.note, .likely("its header asks for anything else"))
    }
    if let last, let box {
      return made(.criterion(last, box), .likely("it follows the column of that criterion"))
    }
    if let last { return made(.oneOf([last], .evidence), .unsure("its header is like no criterion")) }
    return made(.nothing, .unsure("its header is like no criterion"))
  }

  /// Whether what stands in a column are points, or answers of the kind that points could be: few and short.
  private func looksLikePoints(_ answers: [String], of criterion: ResolvedCriterion) -> Bool {
    guard let scale = criterion.judgedScale(by: kind).map(framework.scale) else { return false }
    if answers.isEmpty { return true }
    let points = SurveyPoints(scale)
    let known = answers.count { points.reading(of: $0) != .unknown }
    if known * 2 >= answers.count { return true }
    return answers.allSatisfy { $0.count <= 60 } && Set(answers).count <= min(12, max(3, answers.count / 2))
  }

  // MARK: - Words of headers

  private static func isForms(_ header: String) -> Bool {
    let own = [
      "id", "timestamp", "start time", "completion time", "last modified time", "total points",
      "quiz feedback",
      "score", "language", "submission id", "response id",
    ]
    return own.contains(header) || header.hasPrefix("points - ") || header.hasPrefix("feedback - ")
  }

  private static func isPerson(_ header: String) -> Bool {
    let words = HeaderMatcher.words(header)
    let people: Set = ["email", "e-mail", "username", "respondent"]
    return header == "name" || header == "your name" || header == "full name" || header == "e-mail"
      || header == "e-mail address" || (words.count <= 4 && words.contains { people.contains($0) })
  }

  private static func isSubject(_ header: String) -> Bool {
    let words = HeaderMatcher.words(header)
    let subjects: Set = [
      "school", "schools", "academy", "setting", "alliance", "partnership", "college", "nursery", "urn",
      "organisation",
    ]
    return words.count <= 8 && words.contains { subjects.contains($0) }
  }

  /// What the words of a header ask for, beside a judgement; the first that fits.
  private static func box(_ header: String) -> SurveyColumn.Box? {
    let words = Set(HeaderMatcher.words(header))
    if !words.isDisjoint(with: ["evidence", "why", "because", "examples", "explain", "reasons"])
      || header.contains("how do you know")
    {
      return .evidence
    }
    if header.contains("next step") || !words.isDisjoint(with: ["action", "actions"]) { return .actions }
    if words.count <= 4, !words.isDisjoint(with: ["comment", "comments", "comments2", "notes"]) {
      return .evidence
    }
    return nil
  }
}
