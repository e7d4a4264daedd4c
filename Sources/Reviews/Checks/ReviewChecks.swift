import Diagnostics
import Documents
import Frameworks
import Sealing

/// Every check of meaning, in the order in which they run.
public enum ReviewChecks {
  public static let all: [any ReviewCheck.Type] = [
    OtherFramework.self, SubjectKinds.self, ReviewFacts.self, UnknownRole.self, UnknownOccasion.self,
    UnknownMeasure.self, MeasureValues.self, Agreements.self,
    KindThatMarksNothing.self, UnknownCriterion.self, UnjudgedCriterion.self, UnknownPoint.self,
    UnknownStatement.self, AgreedWithoutPeriod.self, PeriodBesideDate.self, AgreedUnanswered.self,
    DateFarAhead.self,
  ]

  /// For the page of diagnostics.
  public static var codes: [DiagnosticCode] { all.flatMap { $0.codes } }

  /// Holds a review against a framework. A review of another framework or version is told so and looked at no further.
  ///
  /// - Parameter review: fields that could not be read are empty and are passed over: they were reported.
  public static func run(
    _ review: Review, against framework: ResolvedFramework, digest: Digest, today: Day,
    into bag: inout DiagnosticBag
  ) {
    let context = ReviewContext(framework: framework, digest: digest, today: today)
    guard OtherFramework.isSameVersion(review, context), review.kindIsKnown else {
      OtherFramework.check(review, against: context, into: &bag)
      return
    }
    for check in all { check.check(review, against: context, into: &bag) }
  }
}

extension Review {
  /// A review from a text keeps its kind's place; without it the kind could not be read.
  fileprivate var kindIsKnown: Bool { kind.range != .nowhere || framework.range == .nowhere }
}
