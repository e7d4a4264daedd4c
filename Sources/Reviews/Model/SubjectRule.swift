import Diagnostics
import Documents

/// The form of a subject's id: a school's URN, or a slug that the partnership registered.
public enum SubjectRule {
  /// How many digits a URN has (Get Information about Schools).
  public static let urnLength = 6

  public static let meaning = "a URN (six digits) or a slug (lower-case letters, digits, single hyphens)"

  /// Digits alone are a URN, so they must be as many as a URN has: a slug needs a letter or a hyphen.
  public static func isSubject(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    SlugRule.isSlug(text) && (text.count == urnLength || text.contains { !(0x30...0x39).contains($0) })
  }

  public static func isSubject(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(isSubject)
  }
}

extension Shape where Value == Located<String> {
  /// A school's URN or a registered slug.
  package static let subject = Shape.located(
    ScalarSpec(
      "subject id", SubjectRule.meaning,
      schema: [
        ("type", ["string", "integer"]), ("pattern", "^([0-9]{6}|(?![0-9]+$)[a-z0-9]+(-[a-z0-9]+)*)$"),
        ("minimum", 100_000), ("maximum", 999_999), ("maxLength", 64),
      ]),
    code: ShapeCodes.notAReference, what: SubjectRule.meaning, isValid: { SubjectRule.isSubject($0) })
}
