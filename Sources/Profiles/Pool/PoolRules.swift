import Diagnostics

/// The rules that may keep something out of a pool. Each refusal names its rule.
public enum PoolRule: String, Sendable, CaseIterable {
  /// The publisher's key is admitted to the registry, under the partnership's own slug.
  case notAdmitted = "not-admitted"
  /// What comes in bears the signature of the one who is said to have sent it.
  case notSigned = "not-signed"
  /// Contributions come before the pool closes.
  case late
  case otherFramework = "other-framework"
  case otherPeriod = "other-period"
  case otherRegion = "other-region"
  /// A pool is of the kind of review that its framework publishes.
  case otherKind = "other-kind"
  /// A contribution is made for one pool.
  case otherTask = "other-task"
  /// A partnership's criterion enters one pool of a school year.
  case countedTwice = "counted-twice"
  /// What was sealed opens with the registry's key.
  case notSealed = "not-sealed"
  /// The proof shows that every hidden count is possible.
  case badProof = "bad-proof"
  /// The hidden counts add up to the number that was declared.
  case cellSum = "cell-sum"
  /// A count has a largest value.
  case largestCount = "largest-count"
  /// There is one pool of a framework's major version, region, school year and kind of review.
  case onePool = "one-pool"
  /// A pool's policy is no weaker than the registry's least.
  case poolPolicy = "pool-policy"
  /// Both registries have signed the pool's task.
  case notAccepted = "not-accepted"
  /// Nothing is left out of a pool by closing it too soon.
  case undecided
  /// Who signs two different messages for one step is not believed in either.
  case frozen
  /// Nothing was signed that the registry does not remember.
  case behind
  /// Enough partnerships and subjects stand behind a figure, and none too many of them from one partnership.
  case poolGate = "pool-gate"
  /// Both registries' noise is in.
  case noise
  /// Both registries added up the same contributions.
  case otherBatch = "other-batch"

  /// A refusal in the name of the rule.
  public func refusal(_ message: String, help: String) -> Failure {
    Failure(.refused, "Refused (rule “\(rawValue)”). \(message)", help: help)
  }
}

enum PoolFailures {
  static func impossible(_ noun: String, _ what: String) -> Failure {
    Failure(
      .badData, "The \(noun) cannot be: \(what).", help: "Ask its sender for the file as it was signed.")
  }
}
