import Diagnostics
import Documents
import Frameworks
import Sealing

/// A framework compiled for scoring: every judged criterion is a column, every point a small number.
public struct Rubric: Sendable {
  public let framework: ResolvedFramework
  /// Of the resolved content: SHA-256 of its canonical JSON (RFC 8785).
  public let digest: Digest
  /// The framework's scales, compiled; positions as in ``ResolvedFramework/scale(_:)``.
  public let scales: [CompiledScale]
  /// Its rules and conditions, compiled; `nil` where it declares none.
  public let rules: RuleBook?
  /// Where the aggregations that the framework names are found.
  public let aggregations: AggregationSource
  private let ownColumns: Columns
  private let peerColumns: Columns

  /// Compiles a framework that checked without errors.
  ///
  /// - Parameter aggregations: Waymark's own, unless plugins are there.
  /// - Throws: `badData` where its content has no canonical form.
  public init(
    _ framework: ResolvedFramework, aggregations: AggregationSource = .own
  ) throws(Failure) {
    self.framework = framework
    self.aggregations = aggregations
    do {
      digest = try framework.digest ?? framework.framework.contentDigest()
    } catch {
      throw Failure(.badData, "The framework has no canonical form: \(error).")
    }
    scales = framework.framework.scales.map { CompiledScale($0.key.value, $0.value) }
    rules = RuleBook.isEmpty(framework) ? nil : RuleBook(framework)
    ownColumns = Columns(framework, .own)
    peerColumns = Columns(framework, .peer)
  }

  public var id: String { framework.framework.id.value }
  public var version: SemanticVersion { framework.framework.version.value }
  /// As citations name it: `emtss@1.0.0`.
  public var reference: String { "\(id)@\(version)" }
  public var allowsOverall: Bool { framework.framework.overall != .none }

  /// What a kind of review judges, column by column.
  public func columns(_ kind: ReviewKind) -> Columns { kind == .own ? ownColumns : peerColumns }

  /// The judged criteria of one kind of review.
  public struct Columns: Sendable {
    /// Positions in ``ResolvedFramework/criteria``, in order.
    public let criteria: [Int]
    /// Each column's scale.
    public let scales: [Int]
    private let byCriterion: [Int: Int]

    init(_ framework: ResolvedFramework, _ kind: ReviewKind) {
      let judged = framework.judged(by: kind)
      criteria = judged.map(\.index)
      scales = judged.map { $0.judgedScale(by: kind) ?? 0 }
      byCriterion = Dictionary(uniqueKeysWithValues: criteria.enumerated().map { ($1, $0) })
    }

    public var count: Int { criteria.count }

    public func column(ofCriterion index: Int) -> Int? { byCriterion[index] }

    /// The columns of a criterion and everything below it: neighbours, since criteria stand in the author's
    /// order.
    public func columns(within criterion: ResolvedCriterion) -> Range<Int> {
      first(from: criterion.index)..<first(from: criterion.end)
    }

    /// The first column whose criterion stands at a position or after it.
    private func first(from index: Int) -> Int {
      var (low, high) = (0, criteria.count)
      while low < high {
        let middle = (low + high) / 2
        if criteria[middle] < index { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}

/// One mark as a byte: a point's number, or why there is none.
public enum Mark {
  public static let missing: UInt8 = 255
  public static let notApplicable: UInt8 = 254
  public static let notReviewed: UInt8 = 253
  /// Not asked of this subject; what was answered is kept and not counted.
  public static let hidden: UInt8 = 252
  /// Points are numbered below this.
  public static let firstReserved: UInt8 = 250
}
