import Frameworks
import Sealing

/// Which figures of sheets that rest on different contents of a framework may stand side by side.
struct ComparedVersions {
  /// From the older to the newer, for every two.
  private let comparabilities: [Couple: Comparability]
  /// Oldest first.
  private let order: [Digest]
  private let kind: ReviewKind

  private struct Couple: Hashable {
    let older: Digest
    let newer: Digest
  }

  /// - Parameter held: the versions that sheets rest on. What can no longer be read is passed over.
  init(_ held: [HeldFramework], kind: ReviewKind, in store: any RegistryReading) {
    let history = RegistryHistory(store: store)
    let read = held.sorted { $0.version < $1.version }.compactMap { version in
      history.framework(version).map { (digest: version.digest, framework: $0) }
    }
    var found: [Couple: Comparability] = [:]
    for (index, older) in read.enumerated() {
      for newer in read[(index + 1)...] {
        found[Couple(older: older.digest, newer: newer.digest)] = Comparability.between(
          older.framework, newer.framework, history: history)
      }
    }
    (comparabilities, order, self.kind) = (found, read.map(\.digest), kind)
  }

  /// What has to be said where figures of several contents stand together.
  enum Standing: Equatable {
    case together(Set<Comparability.Caution>)
    /// In a few words, and in a sentence.
    case apart(Comparability.Refusal)
  }

  /// Whether one figure of all these contents is one figure.
  func standing(of key: FigureKey, among digests: Set<Digest>) -> Standing {
    let contents = order.filter(digests.contains)
    var cautions: Set<Comparability.Caution> = []
    for (older, newer) in zip(contents, contents.dropFirst()) {
      guard let found = comparabilities[Couple(older: older, newer: newer)] else { continue }
      let allowance =
        key.unit == .section ? found.allowsSection(key.id, by: kind) : criterion(key.id, found)
      switch allowance {
      case .allowed(let more): cautions.formUnion(more)
      case .refused(let refusal): return .apart(refusal)
      }
    }
    return .together(cautions)
  }

  /// Whether pools of one criterion in all these contents add up to one figure: what was added up cannot be told apart again,
  /// so this asks for more than standing side by side does.
  func addsUp(_ key: FigureKey, among digests: Set<Digest>) -> Bool {
    let contents = order.filter(digests.contains)
    guard contents.count == digests.count else { return false }
    return zip(contents, contents.dropFirst()).allSatisfy { older, newer in
      guard let found = comparabilities[Couple(older: older, newer: newer)],
        case .success(let counterpart) = found.pooled(to: key.id, by: kind)
      else { return false }
      return counterpart.criterion == key.id
    }
  }

  /// Figures go by path, so the path has to be the same as well.
  private func criterion(_ path: String, _ found: Comparability) -> Comparability.Allowance {
    let allowance = found.allows(.mean, at: path, by: kind)
    guard allowance.isAllowed, found.pair(to: path)?.from != [path] else { return allowance }
    return .refused(
      Comparability.Refusal(
        label: "other criteria", words: "Not comparable: another criterion had this path before."))
  }
}

extension Comparability {
  /// Whether means of a section may stand side by side: it sums up the same criteria on the same points.
  func allowsSection(_ id: String, by kind: ReviewKind) -> Allowance {
    let (before, after) = (Self.judged(id, in: from, kind), Self.judged(id, in: to, kind))
    var (cautions, partners): (Set<Caution>, Set<String>) = ([], [])
    for path in after {
      guard let pair = pair(to: path), pair.conversion(for: kind) == .same else { continue }
      partners.formUnion(pair.from)
      cautions.formUnion(pair.cautions(for: kind))
    }
    guard !after.isEmpty, partners == Set(before), partners.count == after.count else {
      return .refused(
        Refusal(
          label: "sums up other things",
          words: "Not comparable: the section sums up other criteria than before, or on another scale."))
    }
    return .allowed(Caution.allCases.filter(cautions.contains))
  }

  private static func judged(_ id: String, in framework: ResolvedFramework, _ kind: ReviewKind) -> [String] {
    guard let section = framework.framework.sections.first(where: { $0.id.value == id }) else { return [] }
    var paths: Set<String> = []
    for criterion in section.of.compactMap({ framework.criterion($0.value) }) {
      paths.formUnion(
        framework.criteria[criterion.index..<criterion.end].filter { $0.isJudged(by: kind) }.map(\.path))
    }
    return Array(paths)
  }
}
