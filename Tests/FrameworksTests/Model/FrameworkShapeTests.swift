import Diagnostics
import Documents
import Foundation
import Sealing
import TestSupport
import Testing

@testable import Frameworks

@Suite struct FrameworkShapeTests {
  @Test func `real frameworks check without a word`() throws {
    for file in try Repository.frameworkFiles() {
      let reading = Reading(try Repository.bytes(file), path: file.lastPathComponent)
      #expect(reading.framework != nil)
      #expect(reading.report == "", "\(file.path)")
    }
  }

  /// JSON is YAML, so what is written can be read again.
  @Test func `what is written reads back the same`() throws {
    for file in try Repository.frameworkFiles() {
      let first = try #require(Reading(try Repository.bytes(file)).framework?.framework)
      let written = Framework.shape.write(first)
      let second = try #require(Reading(written.prettyText()).framework?.framework)
      #expect(first == second)
      #expect(Framework.shape.write(second) == written)
    }
  }

  @Test func `comments and layout do not change the canonical form`() throws {
    let plain = MadeUp.framework()
    let commented =
      "# a comment\n"
      + plain.replacingOccurrences(of: "title: Made up for tests", with: "title:\n  Made up\n  for tests")
    let forms = try [plain, commented].map {
      try Framework.shape.write(try #require(Reading($0).framework?.framework)).canonicalBytes()
    }
    #expect(forms[0] == forms[1])
  }

  @Test func `places do not count`() throws {
    let one = try #require(Reading(MadeUp.framework()).framework?.framework)
    let other = try #require(Reading("\n\n" + MadeUp.framework()).framework?.framework)
    #expect(one == other)
    #expect(one.criteria[0].id.range != other.criteria[0].id.range)
  }

  @Test func `what is left out has its default`() throws {
    let framework = try #require(Reading(MadeUp.framework()).framework?.framework)
    #expect(framework.status == .draft)
    #expect(framework.language.value == "en-GB")
    #expect(framework.subject == .school)
    #expect(framework.coverage == Coverage())
    #expect(framework.scales[0].value.kind == .ordinal)
    #expect(framework.judging.own?.method == .point)
    #expect(framework.overall == .none)
  }

  @Test func `an aggregation is a name or a mapping`() throws {
    let short = try #require(Reading(MadeUp.framework(overall: "median")).framework?.framework)
    let long = try #require(
      Reading(MadeUp.framework(overall: "{aggregate: median, answered: 0.8, assumed: for the test}"))
        .framework?.framework)
    guard case .aggregate(let one) = short.overall, case .aggregate(let other) = long.overall else {
      Issue.record("an aggregation was wanted")
      return
    }
    #expect(one == Aggregate(name: Located("median")))
    #expect(other.answered == 0.8 && other.assumed == "for the test")
  }

  @Test func `all mistakes are named at once`() {
    let reading = Reading(
      MadeUp.framework(
        scales: ["Steps: {points: [{id: low, value: one}]}"], judging: "{self: {level: prompt}}",
        criteria: "- {id: reading, titel: Reading}", overall: "[]"))
    #expect(reading.framework == nil)
    for code in ["not-a-slug", "missing-key", "unknown-key", "wrong-type"] {
      #expect(reading.codes.contains(code))
    }
  }
}
