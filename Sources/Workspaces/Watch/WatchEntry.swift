import Documents

/// One member's time on a watch list.
public struct WatchEntry: Sendable, Equatable {
  public let id: Int64
  /// The id of the framework that declares the list.
  public let framework: String
  public let list: String
  /// The member's id.
  public let member: String
  public let openedOn: Day
  /// Who answers for it and why; `nil` once erased.
  public let opening: WatchOpening?
  /// The day on which it left the list; `nil` as long as it is on it.
  public let endedOn: Day?
  /// By day.
  public let reports: [WatchReport]
  /// The latest word of each side, where it said one.
  public let words: [WatchWord]

  /// The words of the sides that say that it is enough.
  public var agreed: [WatchWord] { words.filter(\.isEnough) }
}

/// Who answers for a member on a watch list, and why it is there.
public struct WatchOpening: Sendable, Equatable {
  /// The named person.
  public var owner: String
  /// One of the framework's roles.
  public var role: String
  public var reason: String?

  public init(owner: String, role: String, reason: String? = nil) {
    (self.owner, self.role, self.reason) = (owner, role, reason)
  }
}

/// What is reported of a member on a watch list.
public struct WatchReport: Sendable, Equatable {
  public let id: Int64
  public let day: Day
  /// `nil` once erased.
  public let content: Content?

  public struct Content: Sendable, Equatable {
    /// Who reports.
    public var by: String
    public var text: String
    public var progress: Progress?

    public init(by: String, text: String, progress: Progress? = nil) {
      (self.by, self.text, self.progress) = (by, text, progress)
    }
  }

  /// How things stand beside the last report.
  public enum Progress: String, Sendable, CaseIterable {
    case better, same, worse
  }
}

/// What a side says about closing.
public struct WatchWord: Sendable, Equatable {
  public let id: Int64
  /// One of the list's `closedBy`.
  public let side: String
  /// Whether it is enough; `false` where the side took its word back.
  public let isEnough: Bool
  public let day: Day
  /// Who said so for the side; `nil` once erased.
  public let by: String?
}
