import Registries
import Testing

/// One promise of ``RegistryStore`` and ``PoolStore``, or of a registry on it, checked on an empty store.
public struct ContractCase: Sendable, CustomTestStringConvertible {
  public let name: String
  public let run: @Sendable (any PoolStore) throws -> Void

  public var testDescription: String { name }

  init(_ name: String, _ run: @escaping @Sendable (any PoolStore) throws -> Void) {
    (self.name, self.run) = (name, run)
  }
}

/// What every store has to pass. A store's tests run all cases, each on an empty store of its own.
public enum StoreContract {
  public static let all = rows + transactions + publishing + pools
}
