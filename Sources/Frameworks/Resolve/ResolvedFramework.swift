import Diagnostics
import Documents
import Sealing

/// A framework with everything that its author left to be understood worked out: paths, levels, stems,
/// scales, who judges.
///
/// Checks run on this, and so does everything after them.
public struct ResolvedFramework: Sendable {
  public let framework: Framework
  /// Every criterion, a parent before its children, in the author's order.
  public let criteria: [ResolvedCriterion]
  /// The document that it was read from; a variant's is merged, and every node knows the file that it stands in.
  public let tree: DocumentTree?
  /// Of its content, where it was asked for.
  public let digest: Digest?
  /// How it came from what it extends; `nil` where it extends nothing.
  public let descent: Descent?
  /// How far it is shown in another language than its own; `nil` where nobody asked for one. It is the same framework
  /// then: its digest is that of the original content.
  public let translation: TranslationExtent?
  /// None or one: a value cannot hold another of its own type.
  private let bases: [ResolvedFramework]
  private let byPath: [String: Int]
  private let scaleByID: [String: Int]
  private let levelByID: [String: Int]
  private let stemByID: [String: Int]

  /// What it extends, resolved; what that extends is not kept.
  public var base: ResolvedFramework? { bases.first }

  public init(
    _ framework: Framework, tree: DocumentTree? = nil, digest: Digest? = nil, descent: Descent? = nil,
    base: ResolvedFramework? = nil, translation: TranslationExtent? = nil
  ) {
    self.framework = framework
    self.tree = tree
    self.digest = digest
    self.descent = descent
    self.translation = translation
    bases = base.map { [$0] } ?? []
    var resolver = Resolver(framework)
    for criterion in framework.criteria { resolver.add(criterion, parent: nil, stem: nil) }
    criteria = resolver.criteria
    byPath = Dictionary(
      resolver.criteria.map { ($0.path, $0.index) }, uniquingKeysWith: { first, _ in first })
    scaleByID = resolver.scaleByID
    levelByID = resolver.levelByID
    stemByID = Dictionary(
      framework.stems.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func criterion(_ path: String) -> ResolvedCriterion? { byPath[path].map { criteria[$0] } }

  public func scaleIndex(_ id: String) -> Int? { scaleByID[id] }

  public func scale(_ index: Int) -> Scale { framework.scales[index].value }

  public func level(_ id: String) -> Int? { levelByID[id] }

  public func stem(_ id: String) -> Stem? { stemByID[id].map { framework.stems[$0] } }

  /// The level that a kind of review judges; `nil` where it judges none, or names one that does not exist.
  public func judgedLevel(_ kind: ReviewKind) -> Int? {
    framework.judging[kind].flatMap { levelByID[$0.level.value] }
  }

  /// The scale of a criterion, without a copy of it: checks ask this of every criterion many times.
  func judgedScale(_ index: Int, by kind: ReviewKind) -> Int? {
    kind == .own ? criteria[index].ownScale : criteria[index].peerScale
  }

  /// Whether some kind of review judges the level of a criterion, whatever its scale.
  func isOnJudgedLevel(_ index: Int) -> Bool {
    let level = criteria[index].level
    return judgedLevel(.own) == level || judgedLevel(.peer) == level
  }

  /// The criteria below one, itself left out.
  public func descendants(of criterion: ResolvedCriterion) -> ArraySlice<ResolvedCriterion> {
    criteria[(criterion.index + 1)..<criterion.end]
  }

  /// The criteria right below one; those at the top for `nil`.
  public func children(of criterion: ResolvedCriterion?) -> [ResolvedCriterion] {
    var children: [ResolvedCriterion] = []
    var index = criterion.map { $0.index + 1 } ?? 0
    let end = criterion?.end ?? criteria.count
    while index < end {
      children.append(criteria[index])
      index = criteria[index].end
    }
    return children
  }

  /// The criteria that a kind of review judges, in order.
  public func judged(by kind: ReviewKind) -> [ResolvedCriterion] { criteria.filter { $0.isJudged(by: kind) } }

  /// The kinds of review that mark anything.
  public var markingKinds: [ReviewKind] { ReviewKind.allCases.filter { framework.judging[$0] != nil } }
}

/// A criterion in its place.
public struct ResolvedCriterion: Sendable {
  /// Its position in ``ResolvedFramework/criteria``.
  public let index: Int
  /// The position after its last descendant.
  public fileprivate(set) var end: Int
  public let parent: Int?
  /// Its position among the framework's levels; one past the last where the author went too deep.
  public let level: Int
  /// Ids joined by `/`.
  public let path: String
  public let criterion: Criterion
  /// The stem of its own text, inherited where it names none.
  public let stem: String?
  /// The scale (a position in the framework's scales) on which a self-review judges it; `nil` where it does
  /// not.
  public let ownScale: Int?
  public let peerScale: Int?

  public func isJudged(by kind: ReviewKind) -> Bool { judgedScale(by: kind) != nil }

  public func judgedScale(by kind: ReviewKind) -> Int? { kind == .own ? ownScale : peerScale }

  public var judgedBy: [ReviewKind] { ReviewKind.allCases.filter { isJudged(by: $0) } }

  /// What a person reads: the title, else the text, else the id.
  public var name: String { criterion.title ?? criterion.text ?? criterion.id.value }
}

private struct Resolver {
  let framework: Framework
  let scaleByID: [String: Int]
  let levelByID: [String: Int]
  let ownLevel: Int?
  let peerLevel: Int?
  var criteria: [ResolvedCriterion] = []

  init(_ framework: Framework) {
    self.framework = framework
    scaleByID = Dictionary(
      framework.scales.enumerated().map { ($1.key.value, $0) }, uniquingKeysWith: { first, _ in first })
    levelByID = Dictionary(
      framework.levels.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    ownLevel = framework.judging.own.flatMap { [levelByID] in levelByID[$0.level.value] }
    peerLevel = framework.judging.peer.flatMap { [levelByID] in levelByID[$0.level.value] }
  }

  mutating func add(_ criterion: Criterion, parent: Int?, stem: String?) {
    let level = parent.map { min(criteria[$0].level + 1, framework.levels.count) } ?? 0
    let stem = criterion.stem?.value ?? stem
    let index = criteria.count
    criteria.append(
      ResolvedCriterion(
        index: index, end: index + 1, parent: parent, level: level,
        path: parent.map { criteria[$0].path + "/" + criterion.id.value } ?? criterion.id.value,
        criterion: criterion, stem: stem,
        ownScale: level == ownLevel ? scale(criterion, framework.judging.own) : nil,
        peerScale: level == peerLevel ? scale(criterion, framework.judging.peer) : nil))
    for child in criterion.criteria { add(child, parent: index, stem: stem) }
    criteria[index].end = criteria.count
  }

  private func scale(_ criterion: Criterion, _ marking: Marking?) -> Int? {
    (criterion.scale?.value ?? marking?.scale?.value).flatMap { scaleByID[$0] }
  }
}

extension ResolvedFramework {
  /// A criterion's own text as one sentence, its stem first; its name where it has no text.
  public func sentence(_ criterion: ResolvedCriterion) -> String {
    guard let text = criterion.criterion.text else { return criterion.name }
    return criterion.criterion.title == nil ? joined(criterion.stem, text) : text
  }

  /// A prompt as one sentence, its stem first.
  public func sentence(_ prompt: Prompt, of criterion: ResolvedCriterion) -> String {
    joined(prompt.stem?.value ?? criterion.stem, prompt.text)
  }

  private func joined(_ stemID: String?, _ text: String) -> String {
    guard let id = stemID, let stem = stem(id) else { return text }
    return "\(stem.text) \(text)"
  }
}
