import Diagnostics

/// What of a variant is its own, and what it takes over.
public struct Inheritance: Sendable {
  /// What it extends, as people name it: "spp 1.0.0".
  public let base: String
  private let descent: Descent
  private let file: FileID

  /// `nil` for a framework that extends none.
  public init?(_ framework: ResolvedFramework) {
    guard let descent = framework.descent else { return nil }
    self.descent = descent
    base = "\(descent.base.id) \(descent.base.version)"
    file = framework.framework.id.range.file
  }

  /// Whether something stands in another file than the variant's own.
  public func isTakenOver(_ range: SourceRange) -> Bool { range != .nowhere && range.file != file }

  /// Where something other than a criterion comes from, as a sentence.
  public func sentence(of range: SourceRange) -> String {
    isTakenOver(range) ? "Taken over from \(base)." : "New in this variant."
  }

  /// A word or two for an outline.
  public func label(of criterion: ResolvedCriterion) -> String {
    switch descent.origin(of: criterion.path).how {
    case .same: "from \(base)"
    case .reworded: "reworded"
    case .moved: "moved"
    case .merged: "merged"
    case .split: "split"
    case .replaced: "replaced"
    case .added: "new"
    }
  }

  /// Where a criterion comes from, and why it is not as it was, as a sentence; `nil` below one that is new, whose
  /// own sentence says it all.
  public func sentence(of criterion: ResolvedCriterion) -> String? {
    let origin = descent.origin(of: criterion.path)
    let places = origin.paths.map { "“\($0)”" }
    let list =
      places.count > 1
      ? places.dropLast().joined(separator: ", ") + " and " + (places.last ?? "") : places.first ?? ""
    let what: String
    switch origin.how {
    case .same: what = origin.why.isEmpty ? "Taken over from \(base)" : "Taken over from \(base) and changed"
    case .reworded: what = "From \(base), in other words"
    case .moved: what = "From \(base), where it is \(list)"
    case .merged: what = "Made of \(list) of \(base)"
    case .split: what = "A part of \(list) of \(base)"
    case .replaced: what = "In place of what \(base) has here"
    case .added:
      guard descent.touched[criterion.path] != nil else { return nil }
      what = "New in this variant"
    }
    let why = origin.why.joined(separator: " ")
    guard !why.isEmpty else { return what + "." }
    return "\(what): \(why)" + (why.last.map { ".!?".contains($0) } == true ? "" : ".")
  }
}
