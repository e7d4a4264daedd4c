import Diagnostics
import Foundation
import Sealing

/// Seals payloads into publications.
public enum PublicationMaker {
  /// Signs a payload.
  ///
  /// - Parameters:
  ///   - origin: the registry that it is meant for; no other takes it.
  ///   - sequence: one more than the publisher's last at that registry; 1 for the first.
  ///   - previous: the hash of the publisher's last leaf there; `nil` for the first.
  ///   - issued: a moment as ``moment(_:)`` writes it.
  ///   - salt: fresh for every publication.
  /// - Throws: `badData` where a part cannot stand in a leaf, `refused` where the payload is too large.
  public static func make(
    kind: PublicationKind, audience: String = "public", publisher: SigningKey, origin: String,
    sequence: UInt64,
    previous: Digest?, issued: String, payload: [UInt8], salt: [UInt8] = Leaf.newSalt()
  ) throws(Failure) -> Publication {
    guard payload.count <= kind.payloadLimit else { throw PublicationRules.tooLarge(kind) }
    do {
      let leaf = try Leaf(
        kind: kind.rawValue, audience: audience, publisher: publisher.name, origin: origin,
        sequence: sequence,
        previous: previous, issued: issued, commitment: Leaf.commitment(salt: salt, payload: payload))
      return Publication(note: try leaf.signed(by: publisher).noteBytes, salt: salt, payload: payload)
    } catch {
      throw Failure(.badData, "The publication cannot be signed. \(error)")
    }
  }

  /// The same, at the publisher's next place in a registry's log.
  public static func make(
    kind: PublicationKind, publisher: SigningKey, at position: PublisherPosition, issued: String,
    payload: [UInt8],
    salt: [UInt8] = Leaf.newSalt()
  ) throws(Failure) -> Publication {
    try make(
      kind: kind, publisher: publisher, origin: position.origin, sequence: position.next,
      previous: position.previous, issued: issued, payload: payload, salt: salt)
  }

  /// A moment as leaves write it, in UTC and to the second.
  public static func moment(_ date: Date = Date()) -> String { date.formatted(.iso8601) }
}

/// Where a publisher's next leaf goes at one registry.
public struct PublisherPosition: Sendable, Equatable {
  public let origin: String
  /// The sequence number of the next leaf; the first is 1.
  public let next: UInt64
  /// The hash of the leaf before it; `nil` before the first.
  public let previous: Digest?

  public init(origin: String, next: UInt64 = 1, previous: Digest? = nil) {
    (self.origin, self.next, self.previous) = (origin, next, previous)
  }
}
