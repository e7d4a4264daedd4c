import Documents
import Frameworks
import Reviews

/// Who is there, who is missing, and who consents.
public struct WorkspaceStatus: Sendable {
  public let partnership: Partnership
  /// The day that it speaks of.
  public let day: Day
  /// By member id.
  public let members: [MemberStatus]
  /// By framework, school year and kind: everything that anybody has handed in a review for.
  public let occasions: [ReviewOccasion]
  public let releases: [Release]
  /// What came after each release was fixed, and waits for the next school year.
  public var waiting: [ReleaseIdentity: [LeftOut]] = [:]
  public var contributions: [Contribution] = []
  /// What came after each contribution was fixed.
  public var waitingPools: [ReleaseIdentity: [LeftOut]] = [:]
  /// Members that may be part of no release yet, and from when on they may.
  public var unsettled: [LedgerOverview.Unsettled] = []
}

/// A member and its consent.
public struct MemberStatus: Sendable, Equatable {
  public let member: Member
  /// Consents that hold on the day.
  public let consents: [Consent]
  /// Consents that ran out, or that only hold later.
  public let otherConsents: [Consent]

  public func consents(to purpose: Consent.Purpose) -> Bool { consents.contains { $0.purpose == purpose } }
}

/// One framework, school year and kind of review.
public struct ReviewOccasion: Sendable, Equatable {
  public let framework: String
  /// The framework's major version.
  public let major: Int
  public let period: Period
  public let kind: ReviewKind
  /// By member id; members that joined in a later school year are left out unless they have a review.
  public let standings: [Standing]

  /// Where one member stands.
  public struct Standing: Sendable, Equatable {
    public let member: Member
    public let state: State
  }

  public enum State: Sendable, Equatable {
    /// Its latest agreed review counts.
    case agreed(Day?)
    /// The same, and there is a newer draft, which does not count yet.
    case agreedWithNewerDraft(Day?)
    /// Only a draft.
    case draft(Day?)
    case missing
  }

  /// Members with an agreed review.
  public var agreed: [Member] {
    members {
      switch $0 {
      case .agreed, .agreedWithNewerDraft: true
      case .draft, .missing: false
      }
    }
  }

  /// Members with only a draft.
  public var drafts: [Member] {
    members { if case .draft = $0 { true } else { false } }
  }

  public var missing: [Member] { members { $0 == .missing } }

  private func members(_ isWanted: (State) -> Bool) -> [Member] {
    standings.filter { isWanted($0.state) }.map(\.member)
  }
}
