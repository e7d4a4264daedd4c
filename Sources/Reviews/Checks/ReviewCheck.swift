import Diagnostics
import Documents
import Frameworks
import Sealing

/// A check of meaning: what the form of a review cannot tell. One check a file; its doc comment is its page in the
/// reference, its codes stand at the foot of the file.
public protocol ReviewCheck: Sendable {
  /// What it may report.
  static var codes: [DiagnosticCode] { get }

  /// Looks at the whole review.
  static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag)
}

/// What a review is held against.
public struct ReviewContext: Sendable {
  public let framework: ResolvedFramework
  /// Of the framework's resolved content.
  public let digest: Digest
  public let today: Day

  public init(framework: ResolvedFramework, digest: Digest, today: Day) {
    self.framework = framework
    self.digest = digest
    self.today = today
  }

  /// As a person names it: `spp@2.0.0`.
  var reference: String { "\(framework.framework.id.value)@\(framework.framework.version.value)" }
}
