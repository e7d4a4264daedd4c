import Frameworks
import TestSupport
import Testing

@Suite("What holds of every difference")
struct DiffPropertyTests {
  @Test("a framework and itself do not differ")
  func itself() throws {
    for file in try Repository.frameworkFiles() {
      guard let framework = Reading(try Repository.bytes(file), path: file.path).framework else { continue }
      let diff = FrameworkDiff(from: framework, to: framework)
      #expect(diff.isEmpty)
      #expect(diff.step == nil)
      #expect(diff.kept == framework.criteria.count)
      #expect(diff.standings.allSatisfy { $0.standing != .not })
    }
  }

  @Test("read the other way, what came went, what was split was merged", arguments: DiffReading.names)
  func mirrored(name: String) throws {
    let pair = try DiffReading(name)
    func counts(_ diff: FrameworkDiff) -> [Difference.Kind: Int] {
      Dictionary(grouping: diff.changes, by: \.kind).mapValues(\.count)
    }
    let (there, back) = (counts(pair.diff), counts(pair.reverse))
    for kind in Difference.Kind.allCases {
      #expect(there[kind] == back[kind.inverse], "\(kind.rawValue)")
    }
    func addresses(_ list: [[String]]) -> [String] { list.map { $0.joined(separator: " ") }.sorted() }
    #expect(addresses(pair.diff.changes.map(\.from)) == addresses(pair.reverse.changes.map(\.to)))
    #expect(pair.diff.isEmpty == pair.reverse.isEmpty)
    #expect(pair.diff.kept == pair.reverse.kept)
  }

  @Test("nothing differs exactly where the content is the same", arguments: DiffReading.names)
  func emptyMeansSame(name: String) throws {
    let pair = try DiffReading(name)
    func content(_ framework: ResolvedFramework) throws -> String {
      var framework = framework.framework
      framework.version.value = .init(1, 0, 0)
      return try framework.contentDigest().description
    }
    #expect(try (content(pair.earlier) == content(pair.later)) == pair.diff.isEmpty)
  }

  @Test("more changes never need a smaller step")
  func monotone() throws {
    let base = try DiffReading("nothing").earlier
    var generator = SeededGenerator(seed: 20_260_301)
    for _ in 0..<200 {
      var later = base.framework
      var before: VersionStep?
      for edit in Edits.all.shuffled(using: &generator).prefix(4) {
        edit(&later)
        let step = FrameworkDiff(from: base, to: ResolvedFramework(later)).step
        #expect((step?.rank ?? -1) >= (before?.rank ?? -1))
        before = step
      }
      #expect(before != nil)
    }
  }

  /// Changes that do not undo each other.
  private enum Edits {
    static let all: [@Sendable (inout Framework) -> Void] = [
      { $0.title = "Another title" }, { $0.scales[0].value.points[0].label = "Empty" },
      { $0.criteria[0].criteria[0].text = "Other words" }, { $0.criteria[1].criteria.swapAt(0, 1) },
      { $0.criteria[0].isLocked = true }, { $0.rules[0].strength = .may },
      { $0.coverage.should.removeAll() }, { $0.tools.removeAll() },
      { $0.criteria[1].criteria.append($0.criteria[1].criteria[0].renamed("extra")) },
      { $0.overall = .none }, { $0.coverage.must[0].atLeast = 4 }, { $0.subject = .alliance },
      { $0.criteria[0].criteria.removeLast() }, { $0.forms[0].fields[0].isRequired = true },
    ]
  }
}

extension VersionStep {
  fileprivate var rank: Int { VersionStep.allCases.firstIndex(of: self) ?? 0 }
}

extension Criterion {
  fileprivate func renamed(_ id: String) -> Criterion {
    var criterion = self
    criterion.id.value = id
    criterion.title = "Something extra"
    criterion.text = nil
    return criterion
  }
}

extension Difference.Kind {
  /// What it is when the two frameworks change places.
  fileprivate var inverse: Difference.Kind {
    switch self {
    case .added: .removed
    case .removed: .added
    case .split: .merged
    case .merged: .split
    default: self
    }
  }
}
