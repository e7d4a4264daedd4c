import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Profiles

@Suite struct RegionTests {
  static func read(_ text: String, _ bag: inout DiagnosticBag) -> RegionList? {
    var map = SourceMap()
    let source = SourceFile(path: "regions.yaml", bytes: Array(text.utf8))
    return RegionReader.read(source, map.add(source), into: &bag)
  }

  @Test func `the shipped list has the nine regions of England`() throws {
    var bag = DiagnosticBag()
    let url = Repository.root.appending(path: "Registry/regions.yaml")
    let list = try #require(Self.read(String(contentsOf: url, encoding: .utf8), &bag))
    #expect(list.regions.map(\.code.value) == (1...9).map { "E1200000\($0)" })
    #expect(list.name(ofCode: "E12000004") == "East Midlands")
    #expect(list.name(ofCode: "W92000004") == "W92000004")
    #expect(bag.items.isEmpty)
  }

  @Test(arguments: [
    ("{id: a, code: E1200000, name: A}", "not-a-region-code"),
    ("{id: a, code: e12000001, name: A}", "not-a-region-code"),
    ("{id: a, code: E12000001}", "missing-key"), ("{id: b, code: E12000009, name: A}", "region-twice"),
    ("{id: c, code: E12000002, name: A}", "region-twice"),
  ])
  func `mistakes have their code`(_ region: String, _ code: String) {
    var bag = DiagnosticBag()
    let text = "schema: waymark.regions/1\nregions:\n  - {id: b, code: E12000002, name: B}\n  - \(region)\n"
    #expect(Self.read(text, &bag) == nil)
    #expect(bag.items.map(\.code.id) == [code])
  }
}
