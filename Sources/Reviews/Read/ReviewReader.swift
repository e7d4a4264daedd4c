import Diagnostics
import Documents

/// Text to review.
public enum ReviewReader {
  /// Reads a review in YAML. `nil` where there is an error; `bag` holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> Review? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    let review = parse(source, file, limits: limits, into: &own)
    return own.hasErrors ? nil : review
  }

  /// What of a review could be read, mistakes or not: so that its framework can be found and ``ReviewChecks`` can
  /// report the mistakes of meaning together with those of form. Not for use where `bag` has errors.
  public static func parse(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> Review? {
    Document.read(source, file, kind: .review, as: Review.shape, limits: limits, into: &bag)
  }
}
