import Diagnostics
import Sealing

/// Decides by declared numbers alone what a pool gives away of a criterion (DISCLOSURE section 5 (ii)). The hidden counts
/// are never looked at, so what a closed gate lets out cannot depend on them.
public struct PoolGate: Sendable, Equatable {
  public let terms: PoolTerms

  public init(_ terms: PoolTerms) { self.terms = terms }

  /// - Parameter declared: for each contribution how many subjects are judged on the criterion.
  public func release(of declared: [Int]) -> PoolRelease {
    let taking = declared.filter { $0 > 0 }
    let n = taking.reduce(0, +)
    guard taking.count >= terms.partnerships else { return .withheld(.fewPartnerships) }
    guard n >= terms.subjects, n >= min(terms.means, terms.distributions) else {
      return .withheld(.fewSubjects)
    }
    let largest = UInt64(taking.max() ?? 0)
    // Exact: the largest n is at most the share of all.
    guard largest * terms.share.denominator <= UInt64(n) * terms.share.numerator else {
      return .withheld(.dominated)
    }
    return n >= terms.distributions ? .distribution : .mean
  }
}

/// What a pool gives away of a criterion.
public enum PoolRelease: Sendable, Equatable, Hashable {
  case withheld(PoolOmission.Reason)
  /// The sum of all judgements, with noise.
  case mean
  /// How often each point was given, each with noise.
  case distribution

  var word: String {
    switch self {
    case .withheld(let reason): reason.rawValue
    case .mean: "mean"
    case .distribution: "distribution"
    }
  }

  init?(word: String) {
    switch word {
    case "mean": self = .mean
    case "distribution": self = .distribution
    default:
      guard let reason = PoolOmission.Reason(rawValue: word) else { return nil }
      self = .withheld(reason)
    }
  }
}

/// A criterion of which a pool holds no figure, and why; the reasons tell nothing about judgements.
public struct PoolOmission: Sendable, Equatable {
  /// The criterion's path.
  public let id: String
  public let reason: Reason

  public init(id: String, reason: Reason) { (self.id, self.reason) = (id, reason) }

  public enum Reason: String, Sendable, CaseIterable {
    /// Fewer partnerships have a subject judged on it than the policy asks for.
    case fewPartnerships = "few-partnerships"
    /// Fewer subjects are judged on it than the policy asks for.
    case fewSubjects = "few-subjects"
    /// Too many of its subjects belong to one partnership.
    case dominated
    /// Its points have no order.
    case nominalScale = "nominal-scale"
    /// The scale has only one value, so there is nothing to tell.
    case oneValue = "one-value"

    /// For people.
    public var words: String {
      switch self {
      case .fewPartnerships: "too few partnerships took part"
      case .fewSubjects: "too few schools were judged on it"
      case .dominated: "too many of its schools belong to one partnership"
      case .nominalScale: "its points have no order"
      case .oneValue: "its scale has only one value"
      }
    }
  }
}

/// One of the two registries of a pool, with the keys that it signs and opens with.
public struct PoolRegistry: Sendable, Equatable {
  /// What people call it.
  public let title: String
  /// The registry's name in leaves and checkpoints.
  public let origin: String
  public let key: VerifyingKey
  public let box: BoxPublicKey

  /// - Throws: `badData` where something cannot be.
  public init(title: String, origin: String, key: VerifyingKey, box: BoxPublicKey) throws(Failure) {
    (self.title, self.origin, self.key, self.box) = (title, origin, key, box)
    let isLine = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    let isWord = origin.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7f && $0 != "+" }
    guard isLine, (1...400).contains(title.utf8.count), isWord, (1...200).contains(origin.utf8.count) else {
      throw PoolFailures.impossible("registry's card", "“\(origin.prefix(80))” is no registry's name")
    }
    let name = Self.keyName(origin)
    guard key.name.utf8.elementsEqual(name.utf8), box.name.utf8.elementsEqual(name.utf8) else {
      throw PoolFailures.impossible("registry's card", "its keys are not named “\(name)”")
    }
  }

  /// What a registry's keys for pools are called. Checkpoints are signed in the origin's own name, so a signature on
  /// the one is never one on the other.
  public static func keyName(_ origin: String) -> String { origin + "/pool" }

  static let keys = ["title", "origin", "key", "box"]

  var members: [(String, JSONValue)] {
    [
      ("title", .string(title)), ("origin", .string(origin)), ("key", .string(key.text)),
      ("box", .string(box.text)),
    ]
  }

  init(_ object: StrictObject) throws(Failure) {
    try self.init(
      title: object.text("title"), origin: object.text("origin"),
      key: object.exact("key") { try? VerifyingKey(text: $0) },
      box: object.exact("box") { try? BoxPublicKey(text: $0) })
  }
}

/// What a registry hands to the one that it runs pools with: its names and public keys, under its own signature.
public enum PoolCard {
  public static let schema = "waymark.pool-card/1"

  /// - Parameter key: the registry's own.
  public static func file(_ registry: PoolRegistry, key: SigningKey) throws(Failure) -> [UInt8] {
    try PoolNote.signed(.members([("schema", .string(schema))] + registry.members), by: key)
  }

  /// Reads a card; whether it is the peer's own is for whoever got it to know.
  ///
  /// - Throws: `badData`; `refused` where its key did not sign it.
  public static func read(_ bytes: [UInt8]) throws(Failure) -> PoolRegistry {
    let noun = "registry's card"
    let (note, json) = try PoolNote.read(bytes, schema: schema, noun: noun)
    let registry = try PoolRegistry(
      StrictObject(json, at: "it", of: noun, keys: ["schema"] + PoolRegistry.keys))
    try PoolNote.check(note, signedBy: [registry.key], noun: noun)
    return registry
  }
}
