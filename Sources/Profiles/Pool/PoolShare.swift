import Diagnostics
import Prio
import Sealing

/// What one registry releases of a pool: its share of every sum or count that passed the gates, with its own noise, under
/// its own signature. Alone it tells nothing.
public struct PoolShare: Sendable, Equatable {
  public static let schema = "waymark.pool-share/1"
  static let noun = "registry's share"

  /// ``PoolTask/id()``.
  public let task: Digest
  /// The origin of the registry.
  public let registry: String
  /// ``batch(of:)`` of the contributions that were added up.
  public let batch: Digest
  /// How many contributions were added up.
  public let contributions: Int
  /// Criterion by criterion, as in the task.
  public let figures: [Figure]

  /// One criterion.
  public struct Figure: Sendable, Equatable {
    /// The subjects declared, and the partnerships that declared any.
    public let n: Int
    public let partnerships: Int
    public let release: PoolRelease
    /// One share of the sum, or one of each count; none where nothing is released.
    public let share: [Field128]

    public init(n: Int, partnerships: Int, release: PoolRelease, share: [Field128]) {
      (self.n, self.partnerships, self.release, self.share) = (n, partnerships, release, share)
    }
  }

  public init(task: Digest, registry: String, batch: Digest, contributions: Int, figures: [Figure]) {
    (self.task, self.registry, self.batch) = (task, registry, batch)
    (self.contributions, self.figures) = (contributions, figures)
  }

  /// One digest for a set of contributions.
  public static func batch(of contributions: some Sequence<Digest>) -> Digest {
    Digest(ofParts: contributions.sorted().map(\.bytes))
  }

  /// Adds up one registry's shares of the contributions, judges the gates on what was declared, and adds noise.
  ///
  /// Every call draws anew, so a registry calls once and keeps the bytes.
  ///
  /// - Parameters:
  ///   - sum: the registry's own shares of all counts, added up over the batch.
  ///   - declared: for each contribution of the batch its declared numbers.
  ///   - generator: for anything that is published, `SystemRandomNumberGenerator`.
  public static func make(
    of task: PoolTask, registry: String, batch: [Digest], declared: [[Int]], sum: [Field128],
    using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> PoolShare {
    let gate = PoolGate(task.terms)
    var figures: [Figure] = []
    for (index, criterion) in task.criteria.enumerated() {
      let numbers = declared.map { $0[index] }
      let release = gate.release(of: numbers)
      var share: [Field128] = []
      if let scale = task.noiseScale(of: criterion, release) {
        let own = sum[task.cells(of: index)]
        share =
          release == .mean
          ? [zip(own, criterion.points).reduce(Field128.zero) { $0 + $1.0 * Field128($1.1) }] : Array(own)
        let noise = DiscreteLaplace(scale: scale)
        share = share.map { $0 + Field128(noise.sample(using: &generator)) }
      }
      figures.append(
        Figure(
          n: numbers.reduce(0, +), partnerships: numbers.count { $0 > 0 }, release: release, share: share))
    }
    return PoolShare(
      task: try task.id(), registry: registry, batch: Self.batch(of: batch), contributions: batch.count,
      figures: figures)
  }

  /// Under the registry's signature.
  public func file(of task: PoolTask, signedBy key: SigningKey) throws(Failure) -> [UInt8] {
    try PoolNote.signed(json(of: task), by: key)
  }

  // MARK: JSON

  func json(of task: PoolTask) throws(Failure) -> JSONValue {
    [
      "schema": .string(Self.schema), "task": .string(self.task.description), "registry": .string(registry),
      "batch": .string(batch.description), "contributions": .int(Int64(contributions)),
      "figures": .array(
        zip(task.criteria, figures).map { criterion, figure in
          [
            "id": .string(criterion.id), "n": .int(Int64(figure.n)),
            "partnerships": .int(Int64(figure.partnerships)), "release": .string(figure.release.word),
            "noise": .string(task.noiseScale(of: criterion, figure.release)?.description ?? "none"),
            "share": .array(figure.share.map { .string(Hex.encode(Field128.bytes(of: [$0]))) }),
          ]
        }),
    ]
  }

  /// Reads a share strictly, with its signature.
  ///
  /// - Throws: `badData`; `refused` where its registry did not sign it, its noise is not the task's, or it releases
  ///   what the gates do not allow.
  public static func read(_ file: [UInt8], of task: PoolTask) throws(Failure) -> PoolShare {
    let (note, json) = try PoolNote.read(file, schema: schema, noun: noun)
    let root = try StrictObject(
      json, at: "it", of: noun, keys: ["schema", "task", "registry", "batch", "contributions", "figures"])
    let origin = try root.text("registry")
    guard let registry = task.registries.first(where: { $0.origin == origin }) else {
      throw root.failure("“\(origin.prefix(80))” is none of the pool's registries")
    }
    try PoolNote.check(note, signedBy: [registry.key], noun: noun)
    let id = try root.exact("task") { Digest(text: $0) }
    guard try id == task.id() else {
      throw PoolRule.otherTask.refusal(
        "The share belongs to another pool.", help: "Name the files of one pool.")
    }
    let objects = try root.objects(
      "figures", keys: ["id", "n", "partnerships", "release", "noise", "share"])
    guard objects.count == task.criteria.count else {
      throw root.failure("it has other criteria than its task")
    }
    var figures: [Figure] = []
    for (criterion, object) in zip(task.criteria, objects) {
      figures.append(try figure(object, criterion, task))
    }
    return PoolShare(
      task: id, registry: origin, batch: try root.exact("batch") { Digest(text: $0) },
      contributions: try root.whole("contributions"), figures: figures)
  }

  private static func figure(
    _ object: StrictObject, _ criterion: PoolCriterion, _ task: PoolTask
  ) throws(Failure) -> Figure {
    guard try object.text("id") == criterion.id else { throw object.failure("its criteria are out of order") }
    let release = try object.exact("release", PoolRelease.init(word:))
    let (n, partnerships) = (try object.whole("n"), try object.whole("partnerships"))
    let scale = task.noiseScale(of: criterion, release)
    guard try object.text("noise") == (scale?.description ?? "none") else {
      throw PoolRule.noise.refusal(
        "The share of “\(criterion.id)” does not carry the noise that the pool's task asks for.",
        help: "A pool opens only with the full noise of both registries.")
    }
    try task.checkPossible(release, n: n, partnerships: partnerships, of: criterion)
    var share: [Field128] = []
    for element in try object.list("share") {
      guard let bytes = element.asString.flatMap({ Hex.decode($0) }),
        let value = try? Field128.vector(from: bytes, count: 1).first
      else { throw object.failure("a share is no number of the field") }
      share.append(value)
    }
    let expected = release == .mean ? 1 : release == .distribution ? criterion.points.count : 0
    guard share.count == expected else {
      throw object.failure("“\(criterion.id)” has too many shares or too few")
    }
    return Figure(n: n, partnerships: partnerships, release: release, share: share)
  }
}

extension PoolTask {
  /// The scale of each registry's noise: on a sum the reach of the scale divided by epsilon, on each count 2 divided by
  /// epsilon (one judgement moves two counts). `nil` where nothing is released.
  public func noiseScale(of criterion: PoolCriterion, _ release: PoolRelease) -> Fraction? {
    switch release {
    case .withheld: nil
    case .mean: terms.epsilon.dividing(UInt64(criterion.highest - criterion.lowest))
    case .distribution: terms.epsilon.dividing(2)
    }
  }

  /// A release that the numbers beside it allow, as far as they tell.
  fileprivate func checkPossible(
    _ release: PoolRelease, n: Int, partnerships: Int, of criterion: PoolCriterion
  ) throws(Failure) {
    guard (0...100_000_000).contains(n), (0...1_000_000).contains(partnerships), partnerships <= n else {
      throw PoolFailures.impossible(PoolShare.noun, "“\(criterion.id)” has numbers that do not go together")
    }
    let allowed: Bool =
      switch release {
      case .withheld: true
      case .mean: partnerships >= terms.partnerships && n >= terms.means && n < terms.distributions
      case .distribution: partnerships >= terms.partnerships && n >= terms.distributions
      }
    guard allowed else {
      throw PoolRule.poolGate.refusal(
        "“\(criterion.id)” is released of \(n) subjects in \(partnerships) partnerships, which is too few.",
        help: "The pool's task says how many are needed.")
    }
  }
}
