import Documents

/// What decides whether two criteria read the same: title, text with its stem, and statements. White space does not
/// count, nor does the order of statements.
struct CriterionContent: Equatable {
  private let title: String?
  private let text: String?
  private let statements: [String]

  init(_ criterion: ResolvedCriterion, in framework: ResolvedFramework) {
    title = criterion.criterion.title.map(Self.normal)
    text = criterion.criterion.text.map { _ in Self.normal(framework.sentence(criterion)) }
    statements = criterion.criterion.statements.map { "\($0.at.value) \(Self.normal($0.text))" }.sorted()
  }

  static func normal(_ text: String) -> String {
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      // What lies past ASCII may be white space too.
      if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && before == 0x20) {
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      before = byte
    }
    return before == 0x20 ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }

  /// Whether all but what two criteria share with others, stems and the names of points, reads the same.
  private static func hasOwnWords(_ old: Criterion, of new: Criterion) -> Bool {
    func words(_ statements: [Statement]) -> [String] {
      statements.map { "\($0.at.value) \(normal($0.text))" }.sorted()
    }
    return old.title.map(normal) == new.title.map(normal) && old.text.map(normal) == new.text.map(normal)
      && words(old.statements) == words(new.statements)
  }

  /// Whether two criteria read the same.
  private static func readsSame(
    _ old: ResolvedCriterion, in earlier: ResolvedFramework, _ new: ResolvedCriterion,
    in later: ResolvedFramework
  ) -> Bool {
    // Most criteria of two versions are the same to the letter, and then nothing has to be put together.
    let (one, other) = (old.criterion, new.criterion)
    if one.title == other.title, one.text == other.text, one.statements == other.statements,
      old.stem.flatMap(earlier.stem)?.text == new.stem.flatMap(later.stem)?.text
    {
      return true
    }
    return CriterionContent(old, in: earlier) == CriterionContent(new, in: later)
  }

  /// Two criteria of which one came from the other, nothing else being said: `same` where they read the same on the
  /// same points, else `reworded`.
  ///
  /// - Parameter map: what is said of a scale of the one framework and a scale of the other.
  static func pair(
    _ old: ResolvedCriterion, in earlier: ResolvedFramework, _ new: ResolvedCriterion,
    in later: ResolvedFramework, map: (String, String) -> Descent.ScaleMap?
  ) -> Comparability.Pair {
    var isSame = readsSame(old, in: earlier, new, in: later)
    var pair = Comparability.Pair(from: [old.path], to: [new.path], .same)
    pair.judge([old], [new])
    for kind in ReviewKind.allCases {
      guard let first = old.judgedScale(by: kind), let second = new.judgedScale(by: kind) else { continue }
      let (from, to) = (earlier.framework.scales[first], later.framework.scales[second])
      if from.value.stability == .moving || to.value.stability == .moving { pair.isMoving = true }
      if let said = map(from.key.value, to.key.value), !said.isIdentity(from.value, to.value) {
        pair.points[kind] = PointConversion(points: said.points)
        if !said.why.isEmpty { pair.why.append(said.why) }
      } else if from.value.takesMarks(of: to.value) {
        pair.points[kind] = .same
        if !from.value.readsLike(to.value) { isSame = false }
      } else {
        pair.points[kind] = .apart
      }
    }
    pair.meaning = isSame ? .same : .reworded
    if !isSame, hasOwnWords(old.criterion, of: new.criterion) { pair.asides.insert(.relabelled) }
    return pair
  }
}

extension Comparability.Pair {
  /// Notes which kinds of review judge it on either side.
  mutating func judge(_ old: [ResolvedCriterion], _ new: [ResolvedCriterion]) {
    (judgedFrom, judgedTo) = (Self.kinds(old), Self.kinds(new))
  }

  private static func kinds(_ criteria: [ResolvedCriterion]) -> Set<ReviewKind> {
    var kinds: Set<ReviewKind> = []
    if criteria.contains(where: { $0.ownScale != nil }) { kinds.insert(.own) }
    if criteria.contains(where: { $0.peerScale != nil }) { kinds.insert(.peer) }
    return kinds
  }
}

extension Descent.ScaleMap {
  /// Whether it only says that the points are what they were.
  fileprivate func isIdentity(_ from: Scale, _ to: Scale) -> Bool {
    guard let points, from.takesMarks(of: to) else { return false }
    return from.points.allSatisfy { points[$0.id.value] == $0.id.value }
  }
}

extension Scale {
  /// Whether a mark on one is a mark on the other, whatever the labels.
  fileprivate func takesMarks(of other: Scale) -> Bool {
    hasSamePoints(as: other) && (kind == .nominal) == (other.kind == .nominal)
  }

  /// Whether the points are called the same.
  fileprivate func readsLike(_ other: Scale) -> Bool {
    points == other.points
      || zip(points, other.points).allSatisfy { left, right in
        left.label.map(CriterionContent.normal) == right.label.map(CriterionContent.normal)
          && left.text.map(CriterionContent.normal) == right.text.map(CriterionContent.normal)
      }
  }
}
