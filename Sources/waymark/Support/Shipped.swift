import Diagnostics
import Documents
import Profiles

/// The data that Waymark ships with: regions and disclosure policies.
enum Shipped {
  /// The list of regions, from the file named or the one that ships.
  static func regionsFile(_ path: String?) throws(Failure) -> SourceFile { try file(path, "regions.yaml") }

  /// A policy, from the file named or the default one that ships.
  static func policyFile(_ path: String?) throws(Failure) -> SourceFile {
    try file(path, "policies/default.yaml")
  }

  static func regions(_ path: String? = nil) throws(Failure) -> RegionList {
    try read(try regionsFile(path), "list of regions", RegionReader.read)
  }

  static func policy(_ path: String? = nil) throws(Failure) -> Policy {
    try read(try policyFile(path), "policy", PolicyReader.read)
  }

  private static func read<Value>(
    _ source: SourceFile, _ what: String, _ reader: (SourceFile, FileID, inout DiagnosticBag) -> Value?
  ) throws(Failure) -> Value {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let value = reader(source, sources.add(source), &bag) else {
      Console.note(TextPrinter.print(bag, sources))
      throw Failure(.badData, "\(source.path) is no \(what) that can be used.")
    }
    return value
  }

  private static func file(_ path: String?, _ name: String) throws(Failure) -> SourceFile {
    if let path { return try FileReading.source(path) }
    guard let shipped = Installation.file("Registry", name) else {
      throw Failure(
        .unavailable, "The file Registry/\(name) that ships with Waymark was not found.",
        help: "Run `make install`, or start Waymark in its own folder.")
    }
    return try FileReading.source(shipped)
  }
}
