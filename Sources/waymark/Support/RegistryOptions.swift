import ArgumentParser
import Diagnostics
import Foundation
import Registries
import RegistrySQLite

/// Which registry a command works on.
struct RegistryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The registry's folder.", discussion: "Without it: WAYMARK_REGISTRY.", valueName: "folder"))
  var registry: String?

  /// Whether one is named at all.
  var isNamed: Bool {
    registry != nil || ProcessInfo.processInfo.environment["WAYMARK_REGISTRY"]?.isEmpty == false
  }

  /// - Throws: `usage` where none is named.
  func path() throws(Failure) -> String {
    if let registry { return registry }
    if let named = ProcessInfo.processInfo.environment["WAYMARK_REGISTRY"], !named.isEmpty { return named }
    throw Failure(
      .usage, "No registry is named.", help: "Name its folder with --registry, or set WAYMARK_REGISTRY.")
  }

  func open() throws(Failure) -> Registry { Registry(try SQLiteRegistryStore.open(try path())) }
}
