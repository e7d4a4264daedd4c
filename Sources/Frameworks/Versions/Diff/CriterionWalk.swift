import Documents
import Sealing

/// Compares the criteria of two frameworks: what became of each, and what it says.
struct CriterionWalk {
  let earlier: ResolvedFramework
  let later: ResolvedFramework
  let correspondence: Correspondence
  var walk: DocumentWalk
  /// Criteria that stand where they stood, under the same id.
  private(set) var kept = 0
  private let record: RecordSpec?

  init(_ earlier: ResolvedFramework, _ later: ResolvedFramework, _ correspondence: Correspondence) {
    (self.earlier, self.later, self.correspondence) = (earlier, later, correspondence)
    walk = DocumentWalk { from, to in
      guard let old = from.flatMap({ earlier.scaleIndex($0) }), let new = to.flatMap({ later.scaleIndex($0) })
      else { return nil }
      return !earlier.scale(old).hasSamePoints(as: later.scale(new))
    }
    if case .record(let spec) = Criterion.shape.spec { record = spec } else { record = nil }
  }

  mutating func run() {
    for link in correspondence.links {
      switch link.kind {
      case .one: one(link)
      case .split:
        became(link, .split, CriterionWords.split(names(link.from, earlier), names(link.to, later)))
      case .merged:
        became(link, .merged, CriterionWords.merged(names(link.from, earlier), names(link.to, later)))
      case .replaced:
        became(link, .replaced, CriterionWords.replaced(names(link.from, earlier), names(link.to, later)))
      case .added: added(link)
      case .removed: removed(link)
      }
    }
    order(nil)
    for criterion in later.criteria where criterion.end > criterion.index + 2 { order(criterion) }
    judgedOrNot()
  }

  private func names(_ indices: [Int], _ framework: ResolvedFramework) -> [String] {
    indices.map { CriterionWords.name(framework.criteria[$0], in: framework) }
  }

  private mutating func one(_ link: Correspondence.Link) {
    guard let from = link.from.first, let to = link.to.first else { return }
    let (old, new) = (earlier.criteria[from], later.criteria[to])
    let isBelowSame = correspondence.isFrom(old.parent, new.parent)
    let hasSameID = old.criterion.id == new.criterion.id
    if !isBelowSame || !hasSameID {
      let kind: Difference.Kind = isBelowSame ? .renamed : .moved
      let sentence = CriterionWords.moved(old, new, earlier, later)
      add(kind, link, event: isBelowSame ? .renamed : .moved, sentence: sentence)
    } else if old.path == new.path {
      kept += 1
    }
    compare(old, new, link)
  }

  /// What a criterion says, the criteria below it left out.
  private mutating func compare(
    _ old: ResolvedCriterion, _ new: ResolvedCriterion, _ link: Correspondence.Link
  ) {
    guard let record, !old.criterion.saysTheSame(as: new.criterion) else { return }
    var place = DifferencePlace()
    place.keys = ["criteria"]
    (place.from, place.to) = (old.path.parts, new.path.parts)
    place.things = [
      DifferencePlace.Thing(noun: CriterionWords.noun(new, in: later), name: CriterionWords.title(new))
    ]
    let first = walk.found.count
    walk.usualScales = (old.judgedScaleID(in: earlier), new.judgedScaleID(in: later))
    walk.compare(record, old.written, new.written, at: place, skipping: ["id", "criteria"])
    for index in first..<walk.found.count { walk.found[index].why = link.why }
  }

  private mutating func became(_ link: Correspondence.Link, _ kind: Difference.Kind, _ sentence: String) {
    let event: DifferenceEvent.Kind = kind == .split ? .split : kind == .merged ? .merged : .replaced
    add(kind, link, event: event, sentence: sentence)
  }

  /// What stands below something new is new with it.
  private mutating func added(_ link: Correspondence.Link) {
    guard let to = link.to.first else { return }
    let new = later.criteria[to]
    if let parent = correspondence.link(ofLater: new.parent), [.added, .replaced].contains(parent.kind) {
      return
    }
    let below = later.descendants(of: new).count { correspondence.link(ofLater: $0.index)?.kind == .added }
    add(.added, link, event: .added, sentence: CriterionWords.added(new, below, in: later))
  }

  /// What stood below something that is gone went with it.
  private mutating func removed(_ link: Correspondence.Link) {
    guard let from = link.from.first else { return }
    let old = earlier.criteria[from]
    if let parent = correspondence.link(ofEarlier: old.parent), [.removed, .replaced].contains(parent.kind) {
      return
    }
    let below = earlier.descendants(of: old).count {
      correspondence.link(ofEarlier: $0.index)?.kind == .removed
    }
    add(.removed, link, event: .removed, sentence: CriterionWords.removed(old, below, in: earlier))
  }

  /// Whether the criteria below one stand in another order.
  private mutating func order(_ parent: ResolvedCriterion?) {
    let children = later.children(of: parent)
    guard children.count > 1 else { return }
    let positions = children.compactMap { child -> Int? in
      guard let link = correspondence.link(ofLater: child.index), link.kind == .one,
        let from = link.from.first,
        correspondence.isFrom(earlier.criteria[from].parent, parent?.index)
      else { return nil }
      return from
    }
    guard positions != positions.sorted() else { return }
    var place = DifferencePlace()
    place.keys = ["criteria"]
    let from = correspondence.link(ofLater: parent?.index)?.from.first
    place.from = from.map { earlier.criteria[$0].path.parts } ?? ["criteria"]
    place.to = parent?.path.parts ?? ["criteria"]
    place.things =
      parent.map {
        [DifferencePlace.Thing(noun: CriterionWords.noun($0, in: later), name: CriterionWords.title($0))]
      } ?? []
    walk.reordered(place)
  }

  /// Criteria that are judged now and were not, or the other way round, where nothing else that is listed says so.
  private mutating func judgedOrNot() {
    guard earlier.framework.judging == later.framework.judging else { return }
    for link in correspondence.links where link.kind == .one {
      guard let from = link.from.first, let to = link.to.first else { continue }
      let (old, new) = (earlier.criteria[from], later.criteria[to])
      let isSame = ReviewKind.allCases.allSatisfy { old.isJudged(by: $0) == new.isJudged(by: $0) }
      if isSame { continue }
      var place = DifferencePlace()
      place.keys = ["judged"]
      (place.from, place.to) = (old.path.parts, new.path.parts)
      let sentence = CriterionWords.judged(new, Set(old.judgedBy), Set(new.judgedBy), in: later)
      walk.add(DifferenceEvent(kind: .changed, keys: place.keys), .changed, place, sentence: sentence)
      walk.found[walk.found.count - 1].subject = CriterionWords.subject(new, in: later)
    }
  }

  private mutating func add(
    _ kind: Difference.Kind, _ link: Correspondence.Link, event: DifferenceEvent.Kind, sentence: String
  ) {
    walk.add(
      DifferenceEvent(kind: event, keys: ["criteria"]), kind, DifferencePlace(), sentence: sentence,
      isGuess: link.isGuess)
    let last = walk.found.count - 1
    walk.found[last].from = link.from.map { earlier.criteria[$0].path }
    walk.found[last].to = link.to.map { later.criteria[$0].path }
    walk.found[last].why = link.why
    let subject =
      link.to.first.map { CriterionWords.subject(later.criteria[$0], in: later) }
      ?? link.from.first.map { CriterionWords.subject(earlier.criteria[$0], in: earlier) }
    walk.found[last].subject = subject ?? ""
  }
}

extension String {
  fileprivate var parts: [String] { split(separator: "/").map(String.init) }
}

extension ResolvedCriterion {
  fileprivate func judgedScaleID(in framework: ResolvedFramework) -> String? {
    (ownScale ?? peerScale).map { framework.framework.scales[$0].key.value }
  }

  /// As a document says it, the criteria below it left out.
  fileprivate var written: JSONValue {
    var criterion = criterion
    criterion.criteria = []
    return Criterion.shape.write(criterion)
  }
}

extension Criterion {
  /// Whether nothing differs but the id and what stands below.
  fileprivate func saysTheSame(as other: Criterion) -> Bool {
    title == other.title && text == other.text && code == other.code && stem == other.stem
      && scale == other.scale && weight == other.weight && source == other.source && when == other.when
      && statements == other.statements && questions == other.questions && evidence == other.evidence
      && aggregate == other.aggregate && isLocked == other.isLocked
  }
}
