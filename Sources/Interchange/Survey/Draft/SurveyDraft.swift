import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// Drafts a mapping from the first row of a survey's file. What is sure stands there; what is likely says so; what is
/// unsure is a comment for a person to decide on, and the check names it until somebody has.
public struct SurveyDraft {
  private let table: SurveyTable
  private let framework: ResolvedFramework
  private let kind: ReviewKind
  private let guesser: ColumnGuesser
  private let guesses: [ColumnGuess]
  private var text = ""
  private var undecided = 0

  /// What a draft came to.
  public struct Outcome: Sendable {
    public let yaml: String
    public let columns: Int
    /// How many columns the draft has an idea of.
    public let known: Int
    /// How many comments wait for a person.
    public let undecided: Int
  }

  /// - Parameters:
  ///   - digest: of the framework's resolved content.
  ///   - name: the survey's file, for people.
  public static func draft(
    _ table: SurveyTable, _ framework: ResolvedFramework, digest: Digest, kind: ReviewKind, name: String
  ) -> Outcome {
    var draft = SurveyDraft(table, framework, kind)
    draft.write(digest, name)
    let known = draft.guesses.count { if case .unsure = $0.confidence { false } else { true } }
    return Outcome(
      yaml: draft.text, columns: table.columns.count, known: known, undecided: draft.undecided)
  }

  private init(_ table: SurveyTable, _ framework: ResolvedFramework, _ kind: ReviewKind) {
    (self.table, self.framework, self.kind) = (table, framework, kind)
    var guesser = ColumnGuesser(table, framework, kind: kind)
    guesses = guesser.guesses()
    self.guesser = guesser
  }

  private mutating func write(_ digest: Digest, _ name: String) {
    let content = framework.framework
    text += """
      # Drafted by `waymark survey draft` from \(SurveyHeader.plain(name)): \(table.columns.count) columns, \
      \(table.responses.count) \(table.responses.count == 1 ? "response" : "responses").
      # Beside each column stands how sure the draft is. What it could not decide is a comment that begins with
      # “Decide”: write what is meant, without the #, or list the column under “ignore” at the end.
      # Then: waymark survey check MAPPING FILE
      schema: \(DocumentKind.survey.schema)
      framework:
        id: \(content.id.value)
        version: \(content.version.value)
        digest: \(digest)
      kind: \(kind.rawValue)

      """
    writeResponses()
    writeSubject()
    writeDate()
    writeColumns()
    writeAnswers()
    writeList("note", "Columns that go into the review's note.") {
      if case .note = $0.meaning { true } else { false }
    }
    writeList("ignore", "Columns that are left out.") {
      if case .ignore = $0.meaning { true } else { false }
    }
  }

  // MARK: - Who and when

  private var subjectPosition: Int? {
    guesses.firstIndex { if case .subject = $0.meaning { true } else { false } }
  }

  private mutating func writeResponses() {
    let subjects = subjectPosition.map { guesser.answers($0).map(SurveyHeader.normalized) }
    let isRepeated = subjects.map { Set($0).count < $0.count } ?? (table.responses.count > 1)
    let isOrdered = ReviewOutline(framework, kind: kind).entries.compactMap(\.scale)
      .allSatisfy { framework.scale($0).kind != .nominal }
    text += """
      # each: every response is a review of its own. median or mode: all responses on one subject make one review,
      # with the middle or the commonest answer as its point and all answers counted in its evidence.
      responses: \(isRepeated ? isOrdered ? "median" : "mode" : "each")

      """
  }

  private mutating func writeSubject() {
    text += "\nsubject:\n"
    guard let position = subjectPosition else {
      undecided += 1
      text += """
          # Decide: whom all answers are about, by URN or short name.
          # id: our-school

        """
      return
    }
    text +=
      "  # \(Self.words(guesses[position].confidence))\n  column: \(Self.name(guesses[position].column))\n"
    var seen: Set<String> = []
    let unknown = guesser.answers(position).map(SurveyHeader.plain).filter {
      !SubjectRule.isSubject($0) && seen.insert($0.lowercased()).inserted
    }
    guard !unknown.isEmpty else { return }
    undecided += 1
    text +=
      "  # Decide: the URN, or the short name that your partnership gave each. These are guesses.\n  ids:\n"
    for answer in unknown { text += "    # \(Self.quoted(answer)): \(Self.slug(answer))\n" }
  }

  private mutating func writeDate() {
    for guess in guesses {
      guard case .date(let order) = guess.meaning else { continue }
      text += "\ndate:\n  column: \(Self.name(guess.column))\n  # \(Self.words(guess.confidence))\n"
      if let order { text += "  order: \(order.rawValue)\n" }
    }
  }

  // MARK: - Columns

  private mutating func writeColumns() {
    text += "\ncolumns:\n"
    for guess in guesses {
      switch guess.meaning {
      case .criterion(let path, let box): write(guess, path, box, margin: "  ")
      case .oneOf(let paths, let box):
        undecided += 1
        text += "  # Decide: \(Self.words(guess.confidence)).\n"
        write(guess, paths[0], box, margin: "  # ")
        for path in paths.dropFirst() { text += "  #   or: \(path)\n" }
      case .nothing:
        undecided += 1
        text += "  # Decide: \(Self.words(guess.confidence)).\n"
        text += "  # - \(Self.entry(guess.column, margin: "  #   "))\n  #   criterion:\n"
      default: continue
      }
    }
  }

  private mutating func write(
    _ guess: ColumnGuess, _ path: String, _ box: SurveyColumn.Box, margin: String
  ) {
    if case .unsure = guess.confidence {} else { text += "  # \(Self.words(guess.confidence))\n" }
    text += "\(margin)- \(Self.entry(guess.column, margin: margin + "  "))\n\(margin)  criterion: \(path)\n"
    if box != .point { text += "\(margin)  box: \(box.rawValue)\n" }
  }

  /// Answers that stand for no point, each once.
  private mutating func writeAnswers() {
    var unknown: [(answer: String, header: String)] = []
    var seen: Set<String> = []
    for (position, guess) in guesses.enumerated() {
      let path: String? =
        switch guess.meaning {
        case .criterion(let path, .point): path
        case .oneOf(let paths, .point): paths[0]
        default: nil
        }
      let scale = path.flatMap { framework.criterion($0)?.judgedScale(by: kind) }
      guard let points = scale.map({ SurveyPoints(framework.scale($0)) }) else { continue }
      for answer in guesser.answers(position) {
        guard case .point = points.reading(of: answer) else {
          if seen.insert(SurveyHeader.normalized(answer)).inserted {
            unknown.append((SurveyHeader.plain(answer), SurveyHeader.shown(guess.column.header.text)))
          }
          continue
        }
      }
    }
    guard !unknown.isEmpty else { return }
    undecided += unknown.count
    text += "\n# What answers stand for, where they are no label or number of the scale.\nanswers:\n"
    for (answer, header) in unknown {
      text += "  # Decide; seen under “\(header)”:\n  # \(Self.quoted(answer)):\n"
    }
  }

  private mutating func writeList(
    _ key: String, _ comment: String, _ isMember: (ColumnGuess) -> Bool
  ) {
    let members = guesses.filter(isMember)
    guard !members.isEmpty else { return }
    text += "\n# \(comment)\n\(key):\n"
    for guess in members {
      text += "  # \(Self.words(guess.confidence))\n  - \(Self.name(guess.column))\n"
    }
  }

  // MARK: - Spelling

  private static func words(_ confidence: ColumnGuess.Confidence) -> String {
    switch confidence {
    case .sure(let why): "sure: \(why)"
    case .likely(let why): "likely: \(why)"
    case .unsure(let why): why
    }
  }

  private static func name(_ column: SurveyTable.Column) -> String {
    let header = quoted(SurveyHeader.plain(column.header.text))
    return column.nth > 1 ? "{header: \(header), nth: \(column.nth)}" : header
  }

  private static func entry(_ column: SurveyTable.Column, margin: String) -> String {
    let header = "header: \(quoted(SurveyHeader.plain(column.header.text)))"
    return column.nth > 1 ? "\(header)\n\(margin)nth: \(column.nth)" : header
  }

  /// In double quotes, which YAML reads as JSON does where nothing is in them that cannot be seen.
  private static func quoted(_ text: String) -> String {
    JSONValue.string(SurveyHeader.plain(text)).prettyText()
  }

  /// A short name that somebody might have given it.
  private static func slug(_ text: String) -> String {
    let words = text.lowercased().unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "'" || scalar == "’")
    }
    let slug = words.map { String(String.UnicodeScalarView($0.filter { $0 != "'" && $0 != "’" })) }
      .filter { !$0.isEmpty }.joined(separator: "-").prefix(64)
    let trimmed = slug.hasSuffix("-") ? slug.dropLast() : slug
    return SubjectRule.isSubject(String(trimmed)) ? String(trimmed) : "the-short-name"
  }
}
