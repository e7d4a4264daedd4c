import Diagnostics

/// Facts of the subject and of the people in the team are those that the framework asks for, and answered as it asks.
public enum ReviewFacts: ReviewCheck {
  public static let codes = FactChecking.codes

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let framework = context.framework.framework
    FactChecking.check(review.subject.facts, of: .subject, in: framework, into: &bag)
    for member in review.team { FactChecking.check(member.facts, of: .member, in: framework, into: &bag) }
  }
}
