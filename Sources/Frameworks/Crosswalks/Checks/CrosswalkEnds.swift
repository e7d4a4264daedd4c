import Diagnostics
import Sealing

/// A crosswalk names the two frameworks that it relates: id, version and, once it is released, the digest of the
/// content, since paths and points mean something only there. The two are not one and the same version: how a
/// framework's own versions follow from one another is said by its `migrations`.
enum CrosswalkEnds: CrosswalkCheck {
  static let codes = [toItself, otherFramework, otherVersion, otherDigest, noDigest]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    let (from, to) = (crosswalk.from, crosswalk.to)
    if !from.id.value.isEmpty, from.id == to.id, from.version == to.version {
      bag.report(toItself, "Both ends of this crosswalk are \(from.identity).", at: to.id.range)
    }
    for side in CrosswalkSide.allCases where !crosswalk.end(side).id.value.isEmpty {
      check(crosswalk.end(side), side, isReleased: crosswalk.status == .released, context, into: &bag)
    }
  }

  private static func check(
    _ end: CrosswalkEnd, _ side: CrosswalkSide, isReleased: Bool, _ context: CrosswalkContext,
    into bag: inout DiagnosticBag
  ) {
    let held = context.framework(side).framework
    let reference = context.reference(side)
    if end.id.value != held.id.value {
      bag.report(
        otherFramework,
        "“\(side.rawValue)” names “\(end.id.value)”, but the crosswalk is held against \(reference).",
        at: end.id.range)
    } else if end.version.value != held.version.value {
      bag.report(
        otherVersion,
        "“\(side.rawValue)” names version \(end.version.value) of “\(held.id.value)”, but the crosswalk is held against version \(held.version.value).",
        at: end.version.range)
    } else if let digest = end.digest {
      guard let own = digestOf(held), own != digest.value else { return }
      bag.report(
        otherDigest, "The crosswalk was made with another text of \(reference) than the one here.",
        help: """
          Find the copy that it was made with; or, if you know that its links fit this one, write \(own) here.
          """, at: digest.range)
    } else if isReleased {
      bag.report(
        noDigest, "This crosswalk is released and does not say which text of \(reference) it was made with.",
        help: digestOf(held).map { "Add here: digest: \($0)" } ?? "", at: end.id.range)
    }
  }

  /// Whether ids and versions are those of the frameworks at hand; what could not be read is no mismatch.
  static func match(_ crosswalk: Crosswalk, _ context: CrosswalkContext) -> Bool {
    CrosswalkSide.allCases.allSatisfy { side in
      let (end, held) = (crosswalk.end(side), context.framework(side).framework)
      return end.id.value.isEmpty
        || (end.id.value == held.id.value && end.version.value == held.version.value)
    }
  }

  /// `nil` where the content has no canonical form; then there is nothing to compare.
  private static func digestOf(_ framework: Framework) -> Digest? {
    do { return try framework.contentDigest() } catch { return nil }
  }

  static let toItself = DiagnosticCode(
    "crosswalk-to-itself", "A crosswalk leads from a framework to the same version of it.",
    advice: "Name another framework; how one version of a framework follows another is said by `migrations`.")
  static let otherFramework = DiagnosticCode(
    "crosswalk-framework", "A crosswalk names another framework than the one it is held against.",
    advice: "Hold it against the frameworks that its `from` and `to` name.")
  static let otherVersion = DiagnosticCode(
    "crosswalk-version", "A crosswalk names another version of a framework than the one it is held against.",
    advice: "Hold it against the versions that its `from` and `to` name.")
  static let otherDigest = DiagnosticCode(
    "crosswalk-digest", "A framework's content is not the one that the crosswalk was made with.",
    advice: "Find the copy of the framework with the digest that the crosswalk names.")
  static let noDigest = DiagnosticCode(
    "crosswalk-digest-missing", "A released crosswalk does not say which content it relates.",
    advice: "Add `digest:` under `from` and `to`; `waymark framework show` prints it.")
}
