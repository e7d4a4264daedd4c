import Diagnostics
import Documents

/// The agreements behind a review are those that its framework names, each once, and end after they were signed.
public enum Agreements: ReviewCheck {
  public static let codes = [unknownAgreement, agreementTwice, endsBeforeSigned]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    let known = context.framework.framework.agreements.map(\.id.value)
    var seen: Set<String> = []
    for agreement in review.agreements where !agreement.id.value.isEmpty {
      let id = agreement.id
      if !known.contains(id.value) {
        let help =
          known.isEmpty
          ? "It asks for none; take it out."
          : NearestName.of(id.value, among: known).map { "Did you mean “\($0)”?" }
            ?? "It asks for: \(known.joined(separator: ", "))."
        bag.report(
          unknownAgreement, "\(context.reference) asks for no agreement “\(id.value)”.", help: help,
          at: id.range)
      } else if !seen.insert(id.value).inserted {
        bag.report(agreementTwice, "The agreement “\(id.value)” stands here twice.", at: id.range)
      }
      if let signed = agreement.signed, let until = agreement.until, until.value < signed.value {
        bag.report(
          endsBeforeSigned,
          "The agreement “\(id.value)” ends on \(until.value), before it was signed on \(signed.value).",
          at: until.range)
      }
    }
  }

  static let unknownAgreement = DiagnosticCode(
    "review-unknown-agreement", "An agreement is none of the framework's.",
    advice: "Use the id of one of its agreements.")
  static let agreementTwice = DiagnosticCode(
    "review-agreement-twice", "An agreement is listed twice.", advice: "Keep the one that stands now.")
  static let endsBeforeSigned = DiagnosticCode(
    "review-agreement-dates", "An agreement ends before it was signed.",
    advice: "Correct one of the two days.")
}
