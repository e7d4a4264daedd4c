import Documents
import Frameworks
import TestSupport
import Testing

/// A framework, later versions and variants of it, made of random changes that all check.
struct MadeUpHistory {
  private(set) var family = MadeUpFamily()
  private(set) var names: [String] = []
  private var generator: SeededGenerator
  private var fresh = 0

  /// A state of the criteria, in order, and of the scale's points.
  private struct Content {
    var criteria: [(id: String, title: String)]
    var points: [String]
    var isMoving: Bool
  }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    let points = ["p1", "p2", "p3", "p4"]
    let first = Content(
      criteria: (1...8).map { ("c\($0)", "Title \($0)") }, points: points,
      isMoving: Bool.random(using: &generator))
    var versions = [("f@1.0.0", first)]
    add("f@1.0.0", text("f@1.0.0", first))
    for version in 2...3 {
      var content = versions[versions.count - 1].1
      let changes = change(&content)
      let name = "f@\(version).0.0"
      let rest = """
        migrations:
          - from: {version: \(version - 1).0.0}
            changes: [\(changes.joined(separator: ", "))]
        """
      add(name, text(name, content, rest: rest))
      versions.append((name, content))
    }
    for (index, (base, content)) in versions.enumerated() {
      var content = content
      let name = "v\(index)@1.0.0"
      add(name, MadeUpFamily.variant(name, of: base, lines(change(&content))))
      let second = "w\(index)@1.0.0"
      add(second, MadeUpFamily.variant(second, of: name, lines(change(&content))))
    }
  }

  /// Every framework, read once.
  struct Archive: FrameworkHistory {
    let frameworks: [ResolvedFramework]

    func framework(_ identity: FrameworkIdentity) -> ResolvedFramework? {
      frameworks.first {
        $0.framework.id.value == identity.id && $0.framework.version.value == identity.version
      }
    }

    func versions(of id: String) -> [SemanticVersion] {
      frameworks.map(\.framework).filter { $0.id.value == id }.map(\.version.value)
    }
  }

  /// - Parameter order: in which they are read.
  func archive(backwards: Bool = false) throws -> Archive {
    let order = backwards ? names.reversed() : names
    return Archive(frameworks: try order.map { try family.framework($0) })
  }

  private mutating func add(_ name: String, _ text: String) {
    family.add(name, text)
    names.append(name)
  }

  private func lines(_ changes: [String]) -> String { changes.map { "- " + $0 }.joined(separator: "\n") }

  private func text(_ name: String, _ content: Content, rest: String = "") -> String {
    MadeUpFamily.alone(
      name,
      scales:
        "steps: {stability: \(content.isMoving ? "moving" : "fixed"), points: \(scale(content.points))}",
      content.criteria.map { "- {id: \($0.id), title: \($0.title), source: {ref: made-up}}" }
        .joined(separator: "\n"), rest: rest)
  }

  private func scale(_ points: [String]) -> String {
    "[" + points.enumerated().map { "{id: \($1), value: \($0 + 1)}" }.joined(separator: ", ") + "]"
  }

  private mutating func name() -> String {
    fresh += 1
    return "n\(fresh)"
  }

  /// A few random changes, each to other criteria than the ones before, as a migration and a variant both write them.
  private mutating func change(_ content: inout Content) -> [String] {
    var free = content.criteria.map(\.id).shuffled(using: &generator)
    var changes: [String] = []
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard free.count > 2, let id = free.popLast(),
        let place = content.criteria.firstIndex(where: { $0.id == id })
      else { break }
      let new = name()
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        content.criteria[place].title = "Other \(new)"
        changes.append("{reword: \(id), title: Other \(new), why: Said \(new).}")
      case 1:
        content.criteria[place].id = new
        changes.append("{move: \(id), as: \(new), why: Called \(new).}")
      case 2:
        content.criteria.remove(at: place)
        changes.append("{remove: \(id), why: Gone \(new).}")
      case 3:
        content.criteria.append((new, "New \(new)"))
        changes.append(
          "{add: {id: \(new), title: New \(new), source: {ref: made-up}}, to: criteria, why: Missed \(new).}")
      case 4:
        guard let other = free.popLast(),
          let second = content.criteria.firstIndex(where: { $0.id == other })
        else { break }
        content.criteria[place] = (new, "Both \(new)")
        content.criteria.remove(at: second)
        changes.append(
          "{merge: [\(id), \(other)], into: {id: \(new), title: Both \(new), source: {ref: made-up}}, why: One \(new).}"
        )
      default:
        let parts = ["\(new)a", "\(new)b"]
        content.criteria.replaceSubrange(place...place, with: parts.map { (id: $0, title: "Part \($0)") })
        let into = parts.map { "{id: \($0), title: Part \($0), source: {ref: made-up}}" }
        changes.append("{split: \(id), into: [\(into.joined(separator: ", "))], why: Two \(new).}")
      }
    }
    if Int.random(in: 0..<3, using: &generator) == 0 { changes.append(rescale(&content)) }
    return changes
  }

  /// Other points: renamed one to one, or two of them joined.
  private mutating func rescale(_ content: inout Content) -> String {
    let new = name()
    var map = Dictionary(uniqueKeysWithValues: content.points.enumerated().map { ($1, "\(new)-\($0)") })
    if content.points.count > 2, Bool.random(using: &generator) {
      map[content.points[1]] = map[content.points[0]]
    }
    let old = content.points
    content.points = old.compactMap { map[$0] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let pairs = old.map { "\($0): \(map[$0] ?? "")" }.joined(separator: ", ")
    return
      "{set: scales/steps/points, to: \(scale(content.points)), map: {\(pairs)}, why: Rescaled \(new).}"
  }
}
