import Diagnostics
import Documents

/// A written agreement and the days between which it stands.
public struct SignedAgreement: Sendable, Equatable {
  /// One of the framework's agreements.
  public var id = Located("")
  /// `nil` as long as not everybody has signed it.
  public var signed: Located<Day>?
  /// Its last day; without it, it stands until somebody ends it.
  public var until: Located<Day>?

  public init() {}

  /// Whether it binds on a day.
  public func stands(on day: Day) -> Bool {
    guard let signed else { return false }
    return signed.value <= day && (until.map { day <= $0.value } ?? true)
  }

  static let shape = Shape<SignedAgreement>.record(
    "signed agreement", "A written agreement that stands behind the review.", blank: SignedAgreement(),
    fields: [
      .required("id", \.id, .slug, "Which of the framework's agreements."),
      .optional("signed", \.signed, .placed(.date), "The day on which all had signed it."),
      .optional("until", \.until, .placed(.date), "Its last day, where it ends."),
    ])
}
