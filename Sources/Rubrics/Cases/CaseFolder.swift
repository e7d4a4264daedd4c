import Diagnostics
import Documents

/// A case beside a framework: documents, and what is expected of them.
public struct CaseFolder: Sendable {
  public let path: String
  /// The documents that lie in it, in the order of ``Part``.
  public let parts: [Part]

  /// What may lie in a case's folder. The raw value is the file's name without its ending.
  public enum Part: String, CaseIterable, Sendable {
    /// An earlier review of the same subject.
    case earlier
    /// The filled form that planned the review.
    case plan
    case review
    /// The review of the other kind of the same subject.
    case beside
    /// Any other filled form.
    case form
    case schedule
  }

  /// `nil` where no document of a case lies there.
  public init?(_ path: String) throws(Failure) {
    var parts: [Part] = []
    for part in Part.allCases {
      if try FileReading.kind("\(path)/\(part.rawValue).yaml") == .file { parts.append(part) }
    }
    if parts.isEmpty { return nil }
    self.path = path
    self.parts = parts
  }

  /// The last part of its path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  public func file(_ part: Part) -> String { "\(path)/\(part.rawValue).yaml" }

  public var expectation: String { "\(path)/expected.yaml" }
}
