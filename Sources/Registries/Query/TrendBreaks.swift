import Documents
import Frameworks
import Sealing

/// Where a place's line breaks: its figure of a period says nothing of the one before.
public struct TrendBreak: Sendable, Equatable {
  public let since: Period
  /// In a few words: `split`.
  public let label: String
  /// A sentence for people.
  public let words: String
}

/// Periods of which there are figures against another major version of the framework: no line leads there.
public struct MajorBreak: Sendable, Equatable {
  public let major: Int
  /// Oldest first.
  public let periods: [Period]
  /// A sentence for people.
  public let words: String
}

extension Comparison {
  /// What other major versions have figures for, and why they are not part of a trend.
  func majorBreaks(_ held: [HeldFramework]) -> [MajorBreak] {
    let history = RegistryHistory(store: store)
    let version = newest(selection.major, selection.bases, held)
    let later = version.flatMap { version in held.first { $0.version == version } }.flatMap(history.framework)
    let majors = Set((selection.otherMajors.map(\.scope) + selection.otherPools.map(\.scope)).map(\.major))
      .sorted()
    return majors.map { major in
      let bases = selection.otherMajors.filter { $0.scope.major == major }
      let pools = selection.otherPools.filter { $0.scope.major == major }
      let periods = Set(bases.map(\.scope.period) + pools.map(\.scope.period)).sorted()
      let version = newest(major, bases, held)
      let earlier = version.flatMap { version in held.first { $0.version == version } }.flatMap(
        history.framework)
      let years = periods.map(\.description).joined(separator: ", ")
      let name = "\(selection.framework)@\(version.map(\.description) ?? "\(major)")"
      var words = "The trend breaks: the figures for \(years) rest on \(name), another major version."
      if let earlier, let later {
        let (first, last) = major < selection.major ? (earlier, later) : (later, earlier)
        let found = Comparability.between(first, last, history: history)
        let judged = last.judged(by: selection.kind)
        let kept = judged.filter {
          found.pair(to: $0.path)?.relation(for: selection.kind).allowsFigures == true
        }
        words +=
          kept.isEmpty
          ? " None of its judgements can be compared."
          : " \(kept.count) of \(judged.count) judgements could be compared; figures of the two are not mixed."
      }
      return MajorBreak(major: major, periods: periods, words: words)
    }
  }

  /// The newest version that sheets rest on; where there are only pools, the newest of the major version.
  private func newest(_ major: Int, _ bases: [BasisCount], _ held: [HeldFramework]) -> SemanticVersion? {
    bases.map(\.basis.version).max() ?? held.map(\.version).filter { $0.major == major }.max()
  }
}
