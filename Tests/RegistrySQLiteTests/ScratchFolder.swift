import Foundation
import Registries
import StoreContract

@testable import RegistrySQLite

/// A folder of a test's own, gone when the test is.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("waymark-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A new registry in it.
  func registry(_ name: String = "registry") throws -> (SQLiteRegistryStore, Registry) {
    let store = try SQLiteRegistryStore.create(self(name), RegistryFixture.settings())
    return (store, Registry(store))
  }
}
