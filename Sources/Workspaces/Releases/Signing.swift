import Diagnostics
import Documents
import GRDB
import Sealing

extension Workspace {
  /// Every release that was ever fixed, by framework, school year and kind.
  public func releases() throws(Failure) -> [Release] { try read { try ReleaseRows.all($0) } }

  /// Where a publisher's next leaf goes at a registry.
  public func leafPlace(of publisher: VerifyingKey, at origin: String) throws(Failure) -> LeafPlace {
    try read { try LeafPlaces.next(publisher.text, origin, $0) }
  }

  /// Signs a release that was fixed. Once signed, the same publication comes back ever after.
  ///
  /// - Parameters:
  ///   - origin: the registry that it is meant for.
  ///   - day: today.
  ///   - seal: signs the payload with the salt at the given place, and gives the publication and its leaf's
  ///     hash; called once for a release that becomes signed, ever.
  /// - Throws: `refused` where the release was never fixed, was cancelled, was signed with another key or for
  ///   another registry, where the consent of one of its members does not hold today, or where the ledger is missing
  ///   or older than the last release.
  public func sign(
    _ identity: ReleaseIdentity, with publisher: VerifyingKey, for origin: String, on day: Day,
    seal: (Release, LeafPlace) throws(Failure) -> (publication: [UInt8], leaf: Digest)
  ) throws(Failure) -> Release {
    try spending { recorder in
      guard identity.workspace == partnership.workspace,
        let release = try ReleaseRows.find(identity, recorder.db)
      else {
        throw ReleaseRule.oneRelease.refusal(
          "There is no release to sign yet.",
          help: "`waymark profile preview` shows and fixes it first.")
      }
      switch release.state {
      case .cancelled(let at): throw Signing.cancelled(identity, at, self)
      case .signed(let signed):
        if signed.publisher == publisher.text, signed.origin == origin { return release }
        throw Signing.signedOtherwise(identity, signed)
      case .fixed: break
      }
      let coverage = try Coverage(.sheet, release.audience, on: day, recorder.db)
      if release.cohort.contains(where: { !coverage.holds($0.member) }) {
        throw Signing.consentRanOut(identity, self)
      }
      let place = try LeafPlaces.next(publisher.text, origin, recorder.db)
      let sealed = try seal(release, place)
      try Signing.record(identity, publisher, place, sealed, &recorder)
      return try ReleaseRows.find(identity, recorder.db) ?? release
    }
  }
}

private enum Signing {
  static func record(
    _ identity: ReleaseIdentity, _ publisher: VerifyingKey, _ place: LeafPlace,
    _ sealed: (publication: [UInt8], leaf: Digest), _ recorder: inout Recorder
  ) throws {
    let sequence = try recorder.record(
      .releaseSigned, AuditWords.signed(identity, by: publisher.name, for: place.origin),
      [
        "framework": .string(identity.framework), "major": .int(Int64(identity.major)),
        "period": .string(identity.period.description), "kind": .string(identity.kind.rawValue),
        "publisher": .string(publisher.text), "origin": .string(place.origin),
        "sequence": .int(Int64(clamping: place.next)), "leaf": .string(sealed.leaf.description),
        "publication": .string(Digest(of: sealed.publication).description),
      ])
    try recorder.db.cachedStatement(
      sql: """
        UPDATE release SET signed = ?, publisher = ?, origin = ?, place = ?, leaf = ?, publication = ?
        WHERE framework = ? AND major = ? AND period = ? AND kind = ?
        """
    ).execute(
      arguments: [
        sequence, publisher.text, place.origin, Int64(clamping: place.next), sealed.leaf.description,
        Blob.of(sealed.publication),
      ] + ReleaseRows.key(identity))
    try LeafPlaces.advance(publisher.text, place, leaf: sealed.leaf, recorder.db)
  }

  static func cancelled(_ identity: ReleaseIdentity, _ at: String, _ workspace: Workspace) -> Failure {
    ReleaseRule.cancelled.refusal(
      "It was cancelled on \(at.prefix(10)): \(identity.words).",
      help:
        "A school that was part of it withdrew its consent. It is never made a second time. "
        + "`\(workspace.command("list audit"))` names the school.")
  }

  static func signedOtherwise(_ identity: ReleaseIdentity, _ signed: SignedRelease) -> Failure {
    ReleaseRule.oneRelease.refusal(
      "It is signed already, with the key \(signed.publisher) for the registry \(signed.origin): "
        + "\(identity.words).",
      help:
        "A release is signed once. Ask for it with that key and registry to get the same publication again.")
  }

  /// Messages of releases name no school: they are copied into mails and logs.
  static func consentRanOut(_ identity: ReleaseIdentity, _ workspace: Workspace) -> Failure {
    ReleaseRule.consent.refusal(
      "The consent of a school that is part of \(identity.words) does not hold today.",
      help:
        "`\(workspace.command("status"))` shows whose. Ask it to consent again; the release stays as it was fixed."
    )
  }
}

/// The table of places in registries' logs.
private enum LeafPlaces {
  static func next(_ publisher: String, _ origin: String, _ db: Database) throws -> LeafPlace {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT next, previous FROM leaf_place WHERE publisher = ? AND origin = ?"),
      arguments: [publisher, origin])
    guard let row else { return LeafPlace(origin: origin, next: 1, previous: nil) }
    return LeafPlace(
      origin: origin, next: UInt64(clamping: try row.number("next")), previous: try row.digest("previous"))
  }

  static func advance(_ publisher: String, _ place: LeafPlace, leaf: Digest, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO leaf_place (publisher, origin, next, previous) VALUES (?, ?, ?, ?)
        ON CONFLICT (publisher, origin) DO UPDATE SET next = excluded.next, previous = excluded.previous
        """
    ).execute(arguments: [publisher, place.origin, Int64(clamping: place.next) + 1, leaf.description])
  }
}
