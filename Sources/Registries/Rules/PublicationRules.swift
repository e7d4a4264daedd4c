import Diagnostics
import Sealing

/// Why a publication is refused before anybody looks into its payload.
enum PublicationRules {
  /// For whom a registry without access rules takes publications: everybody.
  static let publicAudience = "public"

  /// The leaf was made for this registry and for everybody.
  static func check(_ opened: OpenedPublication, origin: String) throws(Failure) {
    // Byte for byte: Swift's own `==` also takes another spelling of the same letters.
    guard opened.leaf.origin.utf8.elementsEqual(origin.utf8) else {
      throw Failure(
        .refused,
        "This publication was signed for the registry “\(opened.leaf.origin.prefix(200))”; this one is "
          + "“\(origin)”.",
        help: "Sign it anew for this registry.")
    }
    guard opened.leaf.audience == publicAudience else {
      throw Failure(
        .refused,
        "This publication is meant for “\(opened.leaf.audience.prefix(80))”; this registry shows "
          + "everything to everybody.",
        help: "Sign it anew for the audience “public”, if everybody may see it.")
    }
  }

  static func badSignature(_ error: SealingError, _ key: VerifyingKey) -> Failure {
    switch error {
    case .noKnownSigner:
      Failure(
        .refused, "The publication is not signed with the key that was admitted for “\(key.name)”.",
        help: "Sign it with that key, or ask the registry's operator which key was admitted.")
    default:
      Failure(
        .refused, "The publication's signature does not hold. \(error)",
        help: "Ask its sender for the file as it was signed.")
    }
  }

  static func unknownPublisher(_ name: String) -> Failure {
    Failure(
      .refused, "“\(name.prefix(200))” is not admitted to this registry.",
      help: "Ask the registry's operator to admit the key, then publish again.")
  }

  static func unknownKind(_ kind: String) -> Failure {
    let known = PublicationKind.allCases.map(\.rawValue).joined(separator: ", ")
    return Failure(
      .refused, "This registry takes no publication of the kind “\(kind.prefix(80))”.",
      help: "It takes: \(known).")
  }

  static func tooLarge(_ kind: PublicationKind) -> Failure {
    Failure(
      .refused, "The payload is larger than \(kind.noun) may be (\(kind.payloadLimit >> 20) MiB).",
      help: "Check that this is the right file.")
  }

  static func changed(_ kind: PublicationKind) -> Failure {
    Failure(
      .refused, "The payload is not the one that was signed: it or its salt was changed.",
      help: "Ask the sender of \(kind.noun) for the file as it was signed.")
  }
}
