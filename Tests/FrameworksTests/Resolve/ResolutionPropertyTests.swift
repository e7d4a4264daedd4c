import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Frameworks

/// What holds of every variant, tried on many that a seed draws.
@Suite struct ResolutionPropertyTests {
  private func read(_ text: String, _ base: String) -> Reading { Reading(text, bases: TextBases([base])) }

  @Test(
    "10.1 everything has an origin or is gone, whatever the changes", arguments: 1...40 as ClosedRange<UInt64>
  )
  func accounted(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    let earlier = try #require(Reading(base).framework)
    guard let (_, reading) = random.variant(of: base, draws: 14), let variant = reading.framework,
      let descent = variant.descent
    else { return }
    var reached: Set<String> = []
    for criterion in variant.criteria {
      let origin = descent.origin(of: criterion.path)
      #expect(Set(origin.paths).count == origin.paths.count)
      #expect(origin.paths.allSatisfy { earlier.criterion($0) != nil }, "\(criterion.path): \(origin)")
      #expect(
        origin.paths.isEmpty == (origin.how == .added || origin.how == .replaced),
        "\(criterion.path): \(origin)")
      if origin.how != .split { #expect(reached.isDisjoint(with: origin.paths) || origin.how == .merged) }
      reached.formUnion(origin.paths)
    }
    let removed = descent.removed.map(\.path)
    #expect(Set(removed).count == removed.count)
    #expect(reached.isDisjoint(with: removed))
    #expect(reached.union(removed) == Set(earlier.criteria.map(\.path)))
    #expect(descent.touched.keys.allSatisfy { variant.criterion($0) != nil })
  }

  @Test("12.2 the same changes as a migration tell the same story", arguments: 1...40 as ClosedRange<UInt64>)
  func migration(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    let earlier = try #require(Reading(base).framework)
    guard let (text, reading) = random.variant(of: base, draws: 14), let variant = reading.framework,
      let descent = variant.descent
    else { return }
    var bag = DiagnosticBag()
    let document = Document.read(
      SourceFile(path: "v.yaml", bytes: Array(text.utf8)), FileID(index: 0), kind: .framework,
      as: Variant.shape,
      into: &bag)
    var migration = Migration()
    migration.changes = try #require(document).changes
    let walk = MigrationWalk(migration, from: earlier, to: variant)
    #expect(walk.problems.isEmpty, "\(walk.problems)\n\(text)")
    #expect(walk.unaccounted.isEmpty)
    for criterion in variant.criteria {
      let (one, other) = (descent.origin(of: criterion.path), walk.descent.origin(of: criterion.path))
      #expect(one.paths == other.paths, "\(criterion.path)\n\(text)")
      #expect(one.how == other.how, "\(criterion.path)\n\(text)")
    }
    #expect(Set(descent.removed.map(\.path)) == Set(walk.descent.removed.map(\.path)))
  }

  @Test("11.2 written out, it reads to the same digest", arguments: 1...20 as ClosedRange<UInt64>)
  func standalone(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    guard let (_, reading) = random.variant(of: base, draws: 10), let variant = reading.framework else {
      return
    }
    let again = try #require(Reading(StandaloneFramework.yaml(variant)).framework)
    #expect(try again.framework.contentDigest() == variant.framework.contentDigest())
    let json = try Framework.shape.write(variant.framework).canonicalBytes()
    #expect(
      try #require(Reading(json).framework).framework.contentDigest() == variant.framework.contentDigest())
  }

  @Test("11.2 the frameworks of this repository, written out") func standaloneRepository() throws {
    for file in try Repository.frameworkFiles() {
      let framework = try #require(Reading(try Repository.bytes(file), path: file.path).framework)
      let again = try #require(Reading(StandaloneFramework.yaml(framework)).framework)
      #expect(try again.framework.contentDigest() == framework.framework.contentDigest(), "\(file.path)")
    }
  }

  @Test("11.3 the same files resolve to the same document", arguments: 1...10 as ClosedRange<UInt64>)
  func deterministic(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    guard let (text, reading) = random.variant(of: base, draws: 10), let one = reading.framework else {
      return
    }
    let other = try #require(read(text, base).framework)
    #expect(one.framework == other.framework)
    #expect(one.descent == other.descent)
  }

  @Test("11.3 changes to different things may come in any order", arguments: 1...10 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    let framework = try #require(Reading(base).framework)
    var changes: [String] = []
    for (index, top) in framework.children(of: nil).enumerated() where top.path != "anchor" {
      changes.append("{reword: \(top.path), title: Words \(index), why: a}")
      changes.append("{set: \(top.path)/code, to: C\(index), why: a}")
      for child in framework.children(of: top) {
        changes.append("{add: {id: new-\(index), title: New}, to: \(child.path), why: a}")
      }
      if let leaf = framework.descendants(of: top).last {
        changes.append("{set: \(leaf.path)/weight, to: 77, why: a}")
      }
    }
    let digest = try #require(read(ResolutionTests.variant(changes), base).framework).framework
      .contentDigest()
    for _ in 0..<4 {
      changes.shuffle(using: &random.random)
      let other = try #require(read(ResolutionTests.variant(changes), base).framework)
      #expect(try other.framework.contentDigest() == digest)
    }
  }

  @Test("11.4 without changes, a variant is its base", arguments: 1...10 as ClosedRange<UInt64>)
  func noChanges(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    let original = try #require(Reading(base).framework)
    let variant = try #require(read(ResolutionTests.variant(), base).framework)
    #expect(
      try withHeader(of: original, variant.framework).contentDigest() == original.framework.contentDigest())
    #expect(variant.descent?.touched.isEmpty == true && variant.descent?.removed.isEmpty == true)
  }

  @Test("11.4 there and back again", arguments: 1...20 as ClosedRange<UInt64>)
  func thereAndBack(seed: UInt64) throws {
    var random = RandomVariant(seed: seed)
    let base = random.base()
    let original = try #require(Reading(base).framework)
    let loose = original.criteria.filter { !$0.path.hasPrefix("anchor") }
    let moved = try #require(loose.randomElement(using: &random.random))
    let free = loose.filter { $0.index < moved.index || $0.index >= moved.end }
    let target = try #require(free.randomElement(using: &random.random)).path
    let home = moved.parent.map { original.criteria[$0].path } ?? "criteria"
    let siblings = original.children(of: moved.parent.map { original.criteria[$0] }).map(\.criterion.id.value)
    let id = moved.criterion.id.value
    let index = try #require(siblings.firstIndex(of: id))
    let beside =
      index > 0
      ? ", after: \(siblings[index - 1])"
      : index + 1 < siblings.count ? ", before: \(siblings[index + 1])" : ""
    let there = "{move: \(moved.path), to: \(target), as: away, why: a}"
    let back = "{move: \(target)/away, to: \(home), as: \(id)\(beside), why: b}"
    let variant = try #require(read(ResolutionTests.variant([there, back]), base).framework)
    #expect(
      try withHeader(of: original, variant.framework).contentDigest() == original.framework.contentDigest())
    #expect(variant.descent?.origin(of: moved.path).paths == [moved.path])
  }

  private func withHeader(of original: ResolvedFramework, _ framework: Framework) -> Framework {
    var framework = framework
    let own = original.framework
    (framework.id, framework.version, framework.status) = (own.id, own.version, own.status)
    (framework.title, framework.migrations) = (own.title, own.migrations)
    return framework
  }
}
