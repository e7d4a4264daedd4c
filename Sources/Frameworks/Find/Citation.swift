import Diagnostics
import Documents

/// One `source:` of a framework, and what stands on it.
public struct Citation: Sendable, Equatable {
  public let source: SourceReference
  public let kind: Kind
  /// What people call a thing of its kind; for a criterion, what its level is called.
  public let noun: String
  /// The key at the top of the file, then ids: `forms/review-plan/date`, `criteria/our-impact/achievement`.
  public let path: String
  /// What a person reads for it.
  public let title: String

  /// What a declaration that has a `source:` is.
  public enum Kind: String, Sendable, CaseIterable {
    case stem, criterion, statement
    case question = "prompt"
    case evidence = "source of evidence"
    case coverage = "coverage condition"
    case evidenceRequirement = "evidence requirement"
    case rule, fact, role, duty
    case teamSize = "team size"
    case exclusion, stage, step, cadence, sample, agreement, form, field, tool
    case toolStep = "step of a tool"
    case occasion, measure, trend, signal, trigger
    case watchList = "watch list"
  }
}

extension Framework {
  /// Every `source:` with what stands on it, in the order of the document.
  public var citations: [Citation] {
    var found: [Citation] = []
    CitationWalk(self).forEach { found.append($0.citation($1)) }
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.source.ref.range.start, right.element.source.ref.range.start)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
