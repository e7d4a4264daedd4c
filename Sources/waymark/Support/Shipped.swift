import Diagnostics
import Documents
import Extensions
import Foundation
import Profiles

/// The data that Waymark ships with: regions and disclosure policies.
enum Shipped {
  /// The list of regions, from the file named or the one that ships.
  static func regionsFile(_ path: String?) throws(Failure) -> SourceFile { try file(path, "regions.yaml") }

  /// A policy: the file named, one that ships or that a pack brings along by its name, or the default one.
  static func policyFile(_ name: String?, packs: [PackFiles] = []) throws(Failure) -> SourceFile {
    guard let name, SlugRule.isSlug(name), try FileReading.kind(name) == nil else {
      return try file(name, "policies/default.yaml")
    }
    if let shipped = Installation.file("Registry", "policies/\(name).yaml") {
      return try FileReading.source(shipped)
    }
    let packed = packs.flatMap(\.policies)
    if let path = packed.first(where: { NewDocuments.stem($0) == name }) {
      return try FileReading.source(path)
    }
    let known = packed.map { NewDocuments.stem($0) } + shippedPolicies.map { NewDocuments.stem($0) }
    throw Failure(
      .noInput, "There is no policy “\(name)”.",
      help: NearestName.of(name, among: known).map { "Did you mean “\($0)”?" }
        ?? "There is: \(known.sorted().joined(separator: ", ")). Or name a file.")
  }

  /// The policies that ship, by path.
  static var shippedPolicies: [String] {
    guard let folder = Installation.file("Registry", "policies") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  static func regions(_ path: String? = nil) throws(Failure) -> RegionList {
    try read(try regionsFile(path), "list of regions", RegionReader.read)
  }

  static func policy(_ name: String? = nil, packs: [PackFiles] = []) throws(Failure) -> Policy {
    try read(try policyFile(name, packs: packs), "policy", PolicyReader.read)
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
