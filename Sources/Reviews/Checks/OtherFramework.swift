import Diagnostics
import Frameworks

/// A review names the framework that it was made against: id, version and, if it likes, the digest of the content.
/// All three must be those of the framework that it is held against, since points and criteria mean something only
/// there.
public enum OtherFramework: ReviewCheck {
  public static let codes = [wrongFramework, wrongVersion, wrongDigest]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let (pin, held) = (review.framework, context.framework.framework)
    if !nameMatches(pin, held) {
      bag.report(
        wrongFramework,
        "This review was made against “\(pin.id.value)”, but it is held against \(context.reference).",
        help: """
          Hold it against \(pin.id.value)@\(pin.version.value); or, if it really is a review of \
          “\(held.id.value)”, correct the id here.
          """,
        at: pin.id.range)
    } else if !versionMatches(pin, held) {
      bag.report(
        wrongVersion,
        "This review was made against version \(pin.version.value) of “\(held.id.value)”, "
          + "but it is held against version \(held.version.value).",
        help: """
          Hold it against \(pin.id.value)@\(pin.version.value); or, if its answers were given to \
          \(held.version.value), correct the version here and remove the digest.
          """,
        at: pin.version.range)
    } else if let digest = pin.locatedDigest, digest.value != context.digest {
      bag.report(
        wrongDigest,
        "This review was made against another text of \(context.reference) than the one it is held against.",
        help: """
          The review names \(short(digest.value.description)), the framework here is \
          \(short(context.digest.description)). Find the copy that the review was made with; or, if you know that \
          the answers fit this one, write its digest here (`waymark framework show \(context.reference)` prints it).
          """,
        at: digest.range)
    }
  }

  static func isSameVersion(_ review: Review, _ context: ReviewContext) -> Bool {
    let held = context.framework.framework
    return nameMatches(review.framework, held) && versionMatches(review.framework, held)
  }

  private static func nameMatches(_ pin: FrameworkPin, _ held: Framework) -> Bool {
    pin.id.value.isEmpty || pin.id.value == held.id.value
  }

  private static func versionMatches(_ pin: FrameworkPin, _ held: Framework) -> Bool {
    pin.version.value == held.version.value || pin.version.isUnread(in: pin)
  }

  private static func short(_ digest: String) -> String { digest.prefix(19) + "…" }

  static let wrongFramework = DiagnosticCode(
    "review-framework", "The review was made against another framework than the one it is held against.",
    advice: "Hold it against the framework that its first lines name.")
  static let wrongVersion = DiagnosticCode(
    "review-version", "The review was made against another version of the framework.",
    advice: "Hold it against the version that its first lines name.")
  static let wrongDigest = DiagnosticCode(
    "review-digest", "The framework's content is not the one that the review was made against.",
    advice: "Find the copy of the framework with the digest that the review names.")
}

extension Located {
  /// Whether a pin from a text lacks this part because it could not be read.
  fileprivate func isUnread(in pin: FrameworkPin) -> Bool { range == .nowhere && pin.range != .nowhere }
}
