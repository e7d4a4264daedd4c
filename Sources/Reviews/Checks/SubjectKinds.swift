import Diagnostics
import Frameworks

/// A framework is for schools, alliances, partnerships or year groups, and a review is of one of these. A URN is the
/// number of a school; a year group belongs to a school, which the review names.
public enum SubjectKinds: ReviewCheck {
  public static let codes = [otherKind, urnForGroup, yearGroupAlone, schoolOfNone]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let (wanted, subject) = (context.framework.framework.subject, review.subject)
    if let kind = subject.kind, kind.value != wanted {
      bag.report(
        otherKind, "\(context.reference) is for \(wanted.many), but this subject is \(kind.value.one).",
        at: kind.range)
      return
    }
    let isURN = subject.id.value.count == SubjectRule.urnLength && subject.id.value.allSatisfy(\.isNumber)
    if wanted != .school, isURN {
      bag.report(
        urnForGroup, "\(subject.id.value) is a school's URN, but \(context.reference) is for \(wanted.many).",
        at: subject.id.range)
    }
    if wanted == .yearGroup, subject.of == nil, !subject.id.value.isEmpty {
      bag.report(
        yearGroupAlone,
        "The review does not say to which school the year group “\(subject.id.value)” belongs.",
        at: subject.id.range)
    } else if wanted != .yearGroup, let school = subject.of {
      bag.report(
        schoolOfNone, "Only a year group is “of” a school, but \(context.reference) is for \(wanted.many).",
        at: school.range)
    }
  }

  static let otherKind = DiagnosticCode(
    "review-subject-kind", "The subject is of another kind than the framework is for.",
    advice: "Correct `kind` under `subject`, or use a framework that is for such subjects.")
  static let urnForGroup = DiagnosticCode(
    "review-subject-urn", "A school's URN stands for something that is no school.",
    advice: "Use the short name under which the partnership knows it, like `our-alliance`.")
  static let yearGroupAlone = DiagnosticCode(
    "review-subject-of", "A year group's school is missing.",
    advice: "Write the school's URN or short name under `subject`: `of: our-school`.")
  static let schoolOfNone = DiagnosticCode(
    "review-subject-of-unused", "A subject that is no year group is said to belong to a school.",
    severity: .warning,
    advice: "Take `of` out, or use a framework for year groups.")
}

extension Framework.SubjectKind {
  /// "a school", "a year group".
  var one: String { (self == .alliance ? "an " : "a ") + rawValue.replacing("-", with: " ") }

  /// "schools", "year groups".
  var many: String { rawValue.replacing("-", with: " ") + "s" }
}
