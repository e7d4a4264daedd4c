import Diagnostics
import Foundation
import Profiles
import Registries
import Sealing
import TestSupport

/// What a test registry is set up with: the repository's own policy and regions.
public enum RegistryFixture {
  public static let origin = "registry.example/made-up"
  public static let issued = "2026-11-22T10:00:00Z"

  public static func settings(least: String? = nil, others: [String] = []) throws -> RegistrySettings {
    try RegistrySettings(
      RegistryIdentity(origin: origin, title: "A made-up registry", created: issued),
      least: try policyFile(least ?? "default"),
      others: others.map { SourceFile(path: "other.yaml", bytes: Array($0.utf8)) },
      regions: try file("Registry/regions.yaml"))
  }

  public static func policyFile(_ name: String = "default") throws -> SourceFile {
    try file("Registry/policies/\(name).yaml")
  }

  /// The least policy's name, as sheets bear it.
  public static func policy() throws -> HeldPolicy { try HeldPolicy(policyFile(), isLeast: true) }

  /// A file of the repository.
  public static func file(_ path: String) throws -> SourceFile {
    let file = Repository.root.appendingPathComponent(path)
    return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: file)))
  }

  /// An empty registry in a store.
  public static func registry(
    _ store: some RegistryStore, least: String? = nil, others: [String] = []
  ) throws -> Registry {
    try Registry.setUp(store, settings(least: least, others: others))
    return Registry(store)
  }
}

/// A made-up publisher: its key is a fixed seed's, so that the same test makes the same bytes.
public struct MadeUpPublisher: Sendable {
  /// The slug that it is admitted under.
  public let name: String
  public let key: SigningKey

  public init(_ name: String, seed: UInt8? = nil) throws {
    self.name = name
    let digest = Digest(ofText: "\(name) \(seed ?? 0)")
    key = try SigningKey(name: "schools.example/" + name, seed: digest.bytes)
  }

  /// Admits it.
  public func admitted(to registry: Registry) throws -> MadeUpPublisher {
    try registry.admit(name, key.verifyingKey)
    return self
  }

  /// The next publication at a registry.
  public func next(_ kind: PublicationKind, _ payload: [UInt8], at registry: Registry) throws -> Publication {
    try PublicationMaker.make(
      kind: kind, publisher: key, at: registry.position(ofKey: key.name), issued: RegistryFixture.issued,
      payload: payload, salt: Digest(of: payload).bytes)
  }

  /// Publishes it.
  @discardableResult
  public func publish(_ kind: PublicationKind, _ payload: [UInt8], at registry: Registry) throws -> Receipt {
    try registry.publish(next(kind, payload, at: registry))
  }
}
