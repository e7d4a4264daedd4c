import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

/// The crosswalks that stand beside this repository's frameworks.
@Suite struct ShippedCrosswalkTests {
  static let folder = Repository.root.appendingPathComponent("Frameworks").path
  static let files = (try? FrameworkLibrary.crosswalkFiles(at: folder)) ?? []

  private func reading(_ path: String) throws -> (crosswalk: ResolvedCrosswalk?, report: String) {
    let library = FrameworkLibrary(folders: [Self.folder])
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let document = try #require(
      CrosswalkReader.parse(
        try FileReading.source(path), sources.add(try FileReading.source(path)), into: &bag))
    var ends: [ResolvedFramework] = []
    for side in CrosswalkSide.allCases {
      let identity = document.end(side).identity
      let source = try #require(try library.source(id: identity.id, version: identity.version))
      var own = DiagnosticBag()
      let file = sources.add(source)
      ends.append(try #require(FrameworkReader.read(file, in: &sources, bases: library, into: &own)))
    }
    let crosswalk = CrosswalkReader.resolve(document, from: ends[0], to: ends[1], into: &bag)
    return (crosswalk, TextPrinter.print(bag, sources))
  }

  @Test(arguments: files) func `checks clean, stands in its place, and accounts for both sides`(path: String)
    throws
  {
    let (read, report) = try reading(path)
    #expect(report == "")
    let crosswalk = try #require(read)
    for side in CrosswalkSide.allCases { #expect(crosswalk.coverage(of: side).all.open == 0) }
    let (from, to) = (crosswalk.crosswalk.from.identity, crosswalk.crosswalk.to.identity)
    #expect(path == "\(Self.folder)/\(from.id)/\(from.version)/crosswalks/\(to.id)-\(to.version).yaml")
    let found = try FrameworkLibrary(folders: [Self.folder]).crosswalk(from: to, to: from)
    #expect(found?.path == path && found?.isInverted == true)
  }

  /// Families and community are one dimension here and two there; partnerships and the system the other way round.
  @Test func `eleven dimensions meet twelve`() throws {
    let path = "\(Self.folder)/london-south/1.0.0/crosswalks/spp-2.0.0.yaml"
    let crosswalk = try #require(try reading(path).crosswalk)
    for (side, count) in [(CrosswalkSide.from, 11), (.to, 12)] {
      let dimensions = crosswalk.framework(side).criteria.filter { $0.level == 1 }
      #expect(dimensions.count == count)
      #expect(dimensions.allSatisfy { !crosswalk.links(of: $0.path, on: side).isEmpty })
    }
    #expect(crosswalk.links.allSatisfy { $0.basis.value == .inferred })
    #expect(crosswalk.links(of: "looking-outward/families-and-community", on: .from).map(\.to.count) == [2])
    #expect(crosswalk.links(of: "looking-outward/partnerships", on: .to).map(\.from.count) == [2])
    #expect(crosswalk.scaleMap(from: "benchmark", to: "extent")?.points == nil)
    #expect(crosswalk.scaleMap(from: "benchmark", to: "extent") != nil)
  }
}
