import Diagnostics
import Documents
import Profiles
import Sealing

/// What a registry calls itself.
public struct RegistryIdentity: Sendable, Equatable {
  /// Its name in leaves, checkpoints and citations, by habit a URL without its scheme; it never changes.
  public let origin: String
  /// What people call it.
  public let title: String
  /// When it was set up, in UTC: ``PublicationMaker/moment(_:)``.
  public let created: String

  public init(origin: String, title: String, created: String) {
    (self.origin, self.title, self.created) = (origin, title, created)
  }

  /// - Throws: `usage` where the origin is not one printable word of at most 200 bytes without a plus sign
  ///   (C2SP tlog-checkpoint, "Note text"), or the title no line of text.
  func check() throws(Failure) {
    let isWord = origin.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7f && $0 != "+" }
    guard isWord, (1...200).contains(origin.utf8.count) else {
      throw Failure(
        .usage, "“\(origin.prefix(80))” cannot be a registry's origin.",
        help: "Choose one word without spaces or plus signs, such as registry.example/north-east.")
    }
    let isLine = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    guard isLine, (1...400).contains(title.utf8.count) else {
      throw Failure(.usage, "A registry's title is a line of text, at most 400 bytes long.")
    }
  }
}

/// A policy that a registry knows, as its author wrote it.
public struct HeldPolicy: Sendable, Equatable {
  public let id: String
  /// Of the content: comments and layout do not count.
  public let digest: Digest
  /// The exact file.
  public let source: [UInt8]
  /// Whether every sheet has to keep to it, whatever policy it names.
  public let isLeast: Bool

  public init(id: String, digest: Digest, source: [UInt8], isLeast: Bool) {
    (self.id, self.digest, self.source, self.isLeast) = (id, digest, source, isLeast)
  }

  /// Reads and checks a policy file.
  ///
  /// - Throws: `badData` with its diagnostics.
  public init(_ file: SourceFile, isLeast: Bool) throws(Failure) {
    let policy = try Self.read(file)
    self.init(id: policy.id.value, digest: try policy.digest(), source: file.bytes, isLeast: isLeast)
  }

  /// The policy itself.
  public func policy() throws(Failure) -> Policy {
    try Self.read(SourceFile(path: "the registry's policy “\(id)”", bytes: source))
  }

  private static func read(_ file: SourceFile) throws(Failure) -> Policy {
    var map = SourceMap()
    var bag = DiagnosticBag()
    guard let policy = PolicyReader.read(file, map.add(file), into: &bag) else {
      throw Failure(.badData, "\(file.path) is no policy that can be used.", diagnostics: bag)
    }
    return policy
  }
}

/// What a registry is set up with.
public struct RegistrySettings: Sendable {
  public let identity: RegistryIdentity
  /// The first is the least policy.
  public let policies: [HeldPolicy]
  /// The exact file with the regions that partnerships may belong to.
  public let regions: [UInt8]

  /// - Parameters:
  ///   - least: the policy that every sheet has to keep to.
  ///   - others: further policies that sheets may name.
  /// - Throws: `usage` where the identity cannot be, `badData` with diagnostics where a file cannot be used, `refused`
  ///   where a further policy is weaker than the least.
  public init(
    _ identity: RegistryIdentity, least: SourceFile, others: [SourceFile] = [], regions: SourceFile
  ) throws(Failure) {
    try identity.check()
    var policies = [try HeldPolicy(least, isLeast: true)]
    let strictest = try policies[0].policy()
    for file in others {
      let policy = try HeldPolicy(file, isLeast: false)
      try Self.checkIsNotWeaker(try policy.policy(), than: strictest)
      if !policies.contains(where: { $0.digest == policy.digest }) { policies.append(policy) }
    }
    _ = try Self.regions(of: regions)
    (self.identity, self.policies, self.regions) = (identity, policies, regions.bytes)
  }

  private static func checkIsNotWeaker(_ policy: Policy, than least: Policy) throws(Failure) {
    let weaknesses = policy.weaknesses(against: least)
    guard let first = weaknesses.first else { return }
    let more = weaknesses.count > 1 ? " (and \(weaknesses.count - 1) more)" : ""
    let way =
      least.weaknesses(against: policy).isEmpty
      ? "Name the weaker one first to make it the least"
      : "Each of the two is weaker in something: write a least policy that admits both"
    throw Failure(
      .refused,
      "The policy “\(policy.id.value)” is weaker than the registry's least policy “\(least.id.value)” (rule "
        + "“\(first.rule.rawValue)”). \(first.words)\(more)",
      help: "\(way), or see all rules with `waymark policy check`.")
  }

  static func regions(of file: SourceFile) throws(Failure) -> RegionList {
    var map = SourceMap()
    var bag = DiagnosticBag()
    guard let list = RegionReader.read(file, map.add(file), into: &bag) else {
      throw Failure(.badData, "\(file.path) is no list of regions that can be used.", diagnostics: bag)
    }
    return list
  }
}

/// Who may publish: a partnership or another group, under its slug, with its key.
public struct AdmittedPublisher: Sendable, Equatable {
  /// The slug under which the operator admitted it. Sheets with this key have to be this partnership's.
  public let name: String
  /// The key; its own name is what leaves call the publisher.
  public let key: VerifyingKey

  public init(name: String, key: VerifyingKey) { (self.name, self.key) = (name, key) }
}
