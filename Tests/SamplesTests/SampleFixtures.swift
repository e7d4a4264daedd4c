import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Rubrics
import TestSupport
import Testing

@testable import Samples

/// The frameworks and regions of this repository, and a folder to write to.
enum SampleFixtures {
  static func rubric(_ path: String) throws -> Rubric {
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = try FileReading.source(Repository.root.appending(path: path).path)
    let bases = FrameworkLibrary(folders: [Repository.root.appending(path: "Frameworks").path])
    let framework = FrameworkReader.read(map.add(source), in: &map, bases: bases, into: &bag)
    return try Rubric(#require(framework, "\(bag.items.map(\.message))"))
  }

  static func shipped() throws -> [Rubric] {
    [try rubric("Frameworks/emtss/1.0.0/framework.yaml"), try rubric("Frameworks/spp/2.0.0/framework.yaml")]
  }

  /// Small, and peers mark beside the schools themselves.
  static func withPeers() throws -> Rubric {
    let text = """
      schema: waymark.framework/1
      id: made-up
      version: 1.0.0
      title: Made up for tests
      levels:
        - {id: area, title: Area}
      scales:
        extent:
          kind: interval
          points:
            - {id: low, value: 0}
            - {id: middle, value: 1}
            - {id: high, value: 2}
      judging:
        self: {level: area, scale: extent}
        peer: {level: area, scale: extent}
      criteria:
        - {id: one, title: One}
        - {id: two, title: Two}
      overall: none
      """
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "framework.yaml", bytes: Array(text.utf8))
    let framework = Document.read(source, map.add(source), kind: .framework, as: Framework.shape, into: &bag)
    return try Rubric(ResolvedFramework(#require(framework)))
  }

  static func regions() throws -> [Region] {
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = try FileReading.source(Repository.root.appending(path: "Registry/regions.yaml").path)
    return try #require(RegionReader.read(source, map.add(source), into: &bag)).regions
  }

  static func request(
    seed: UInt64 = 1, partnerships: Int = 3, schools: Int? = 4, years: Int = 2, _ frameworks: [Rubric]
  ) throws -> SampleRequest {
    SampleRequest(
      seed: seed, partnerships: partnerships, schools: schools, years: years, frameworks: frameworks,
      regions: try regions())
  }

  /// Runs in a folder that is gone afterwards.
  static func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Every file below a folder, by its path there.
  static func files(_ folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try FileReading.bytes("\(folder)/\(path)") }
    }
    return files
  }
}
