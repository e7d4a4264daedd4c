import Documents
import Frameworks
import Profiles
import Sealing

/// Partnerships or regions side by side, from published sheets and opened pools alone, with everything that is needed to
/// cite it, to draw it and to ask for it again.
public struct ComparisonAnswer: Sendable, Equatable {
  public let framework: FrameworkPart
  /// Whose judgements.
  public let kind: ReviewKind
  public let by: ComparisonRequest.Places
  /// Oldest first; one unless a trend was asked for.
  public let periods: [Period]
  /// In the framework's order.
  public let figures: [FigureComparison]
  /// Other major versions of the framework that have sheets: of a trend only.
  public var breaks: [MajorBreak] = []
  /// Every policy that a sheet behind the answer was made under.
  public let policies: [PolicyPart]
  /// How many sheets stand behind the answer.
  public let sheets: Int
  /// How many opened pools do.
  public var pools = 0
  /// How many sheets hold figures without noise of a known size: how far off those are nobody can say, so they stand in
  /// no comparison. Of one sheet some figures may be compared and others left out.
  public var leftOut = 0
  /// The title that the registry calls itself by.
  public let registry: String
  /// The log that the answer was read from.
  public let log: LogPoint

  /// The framework behind the figures.
  public struct FrameworkPart: Sendable, Equatable {
    public let id: String
    public let major: Int
    /// Of the newest version below.
    public let title: String
    /// Every version that a sheet behind the answer rests on, oldest first.
    public let versions: [Version]

    public struct Version: Sendable, Equatable {
      public let version: SemanticVersion
      public let digest: Digest
    }
  }

  /// A policy that sheets were made under.
  public struct PolicyPart: Sendable, Equatable {
    public let id: String
    public let digest: Digest
  }
}

/// One criterion or section, over all places and periods.
public struct FigureComparison: Sendable, Equatable {
  public let key: FigureKey
  public let title: String
  /// How many criteria it sums up.
  public let criteria: Int
  /// The scale's points, the lowest first; empty where the framework no longer has the figure.
  public let points: [FigureOutline.ScalePoint]
  /// Whether a point of the scale asks for more from year to year.
  public let isMoving: Bool
  /// By period, and then by place: regions in the registry's order, partnerships by slug.
  public let rows: [PlaceRow]
  /// What regions' opened pools say, in the same order: of all partnerships that contributed, however small. The same
  /// schools may stand in `rows` as well, so the two are never added up.
  public var pools: [PlaceRow] = []
  /// The pools of all regions that have one, added up: one row a period with several, each held against the same
  /// regions a period before.
  public var together: [PlaceRow] = []

  public func rows(in period: Period) -> [PlaceRow] { rows.filter { $0.period == period } }

  /// Everything that may be held against others.
  public func compared(in period: Period) -> [PlaceRow] { (rows + pools).filter { $0.period == period } }
}

/// A figure of one place in one period.
public struct PlaceRow: Sendable, Equatable {
  public let period: Period
  public let place: Place
  public let estimate: Estimate
  /// Against all the other places of the same period together; `nil` where there is no other.
  public let fromRest: Difference?
  /// Against the same place in the period before it in this answer; `nil` where it has none.
  public var change: Change?
  public let cautions: [Caution]
  /// Why there is no change to tell, where the figures of the two periods cannot be compared.
  public var trendBreak: TrendBreak?
  /// Whether it was read from sheets or from a pool.
  public var source = RegionalFigure.Source.sheets

  /// In points of the scale; noise may have put it outside the scale. For display use `shownMean`.
  public var mean: Double { estimate.mean }
  public var standardError: Double { estimate.standardError }
  /// 95 %, for the noise alone.
  public var interval: ClosedRange<Double> { estimate.interval }
  /// How many subjects.
  public var n: Int { estimate.subjects }
  /// How many partnerships' sheets.
  public var partnerships: Int { estimate.partnerships }

  /// How a place moved.
  public struct Change: Sendable, Equatable {
    public let since: Period
    public let difference: Difference
  }
}

extension FigureComparison {
  /// A mean kept within the scale, as it is shown.
  public func shown(_ value: Double) -> Double { min(max(value, Double(key.lowest)), Double(key.highest)) }
}

/// A region or a partnership.
public struct Place: Sendable, Hashable {
  /// The region's code, or the partnership's slug; of several regions together, their codes parted by spaces.
  public let code: String
  /// What people call it; a partnership is known by its slug only.
  public let name: String
  /// The region that it is, or lies in.
  public let regionCode: String
  public let regionName: String

  /// Whether several regions are meant together.
  public var isSeveral: Bool { regionCode.contains(" ") }
}

/// What a reader of a row has to know.
public enum Caution: String, Sendable, CaseIterable {
  /// One partnership stands behind the region, so this is that partnership's own figure.
  case onePartnership = "one-partnership"
  /// The noise put the mean outside the scale; it is shown at the scale's end.
  case outsideScale = "outside-scale"
  /// What a point asks for grows over the years, so a change is not all the schools' own.
  case movingScale = "moving-scale"
  /// Sheets of several versions of the framework stand together.
  case severalVersions = "several-versions"
  /// The words of what was judged differ between those versions.
  case otherWords = "other-words"
  /// Sheets of versions that cannot be compared here stand together.
  case versionsApart = "versions-apart"
  /// Other partnerships stand behind the region than in the period before, at least in number.
  case otherPartnerships = "other-partnerships"

  /// For people, a short sentence.
  public var words: String {
    switch self {
    case .onePartnership: "One partnership stands behind this region, so this is its own figure."
    case .outsideScale: "The added noise put this mean outside the scale; it is shown at the scale's end."
    case .movingScale: "What each point asks for grows over the years, so read a change with care."
    case .severalVersions: "Reviews against several versions of the framework stand together here."
    case .otherWords: "The words of what was judged changed between those versions."
    case .versionsApart:
      "Those versions judge other things here, so this figure cannot be held against any other."
    case .otherPartnerships: "The number of partnerships behind this region changed since the period before."
    }
  }
}
