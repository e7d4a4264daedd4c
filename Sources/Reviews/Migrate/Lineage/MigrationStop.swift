import Diagnostics
import Documents
import Frameworks
import Sealing

/// A framework that reviews are migrated from, by way of or to.
public struct MigrationStop: Sendable {
  public let framework: ResolvedFramework
  /// Of its resolved content.
  public let digest: Digest

  public init(_ framework: ResolvedFramework, digest: Digest) {
    (self.framework, self.digest) = (framework, digest)
  }

  public var identity: FrameworkIdentity {
    FrameworkIdentity(
      id: framework.framework.id.value, version: framework.framework.version.value, digest: digest)
  }

  /// As people name it: `spp@1.0.0`.
  public var reference: String { identity.description }

  /// What a review against it names.
  var pin: FrameworkPin {
    var pin = FrameworkPin()
    pin.id = Located(identity.id)
    pin.version = Located(identity.version)
    pin.digest = digest
    return pin
  }

  /// Whether a pin names it, whatever its digest.
  func isNamed(by pin: FrameworkPin) -> Bool {
    identity.isNamed(by: pin)
  }
}

extension FrameworkIdentity {
  /// Whether a review names this version, whatever its digest.
  public func isNamed(by pin: FrameworkPin) -> Bool { id == pin.id.value && version == pin.version.value }
}

/// Finds frameworks by id and version.
public protocol MigrationStops {
  /// - Returns: `nil` where there is none of that id and version.
  /// - Throws: where it is there and cannot be used.
  func stop(id: String, version: SemanticVersion) throws(Failure) -> MigrationStop?
}
