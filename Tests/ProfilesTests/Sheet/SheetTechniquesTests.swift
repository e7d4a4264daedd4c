import Diagnostics
import Rubrics
import Sealing
import TestSupport
import Testing

@testable import Profiles

/// Sheets whose figures carry no noise.
@Suite struct SheetTechniquesTests {
  /// Thirty subjects: on the first criterion 13, 9, 8 and none at the points, on the second seven, on the third one a
  /// point more.
  static func sheet(_ policy: String, seed: UInt64 = 1) throws -> Sheet {
    let rows: [[UInt8?]] = (0..<30).map { row in
      let first: UInt8 = row < 13 ? 0 : row < 22 ? 1 : 2
      return [first, row < 7 ? 3 : nil, UInt8(row % 4)]
    }
    return try SheetFixtures.sheet(
      SheetFixtures.request(SheetFixtures.rubric(criteria: 3), rows, policy: SheetFixtures.shipped(policy)),
      seed: seed)
  }

  @Test func `rounded counts`() throws {
    let sheet = try Self.sheet("rounded")
    #expect(sheet.figures.map(\.id) == ["c0", "c2"])
    #expect(sheet.omitted == [SheetOmission(id: "c1", reason: .belowGate)])
    #expect(sheet.figures.map(\.technique) == [.rounded, .rounded])
    let first = try #require(sheet.figures[0].rounded)
    #expect(first.cells.map(\.value) == [1, 2, 3, 4])
    // Nobody at 4: a gap that could be worked out, so 3 goes as well.
    #expect(first.cells.map(\.count) == [15, 10, nil, nil])
    #expect((first.below, first.nearest, first.complementary) == (8, 5, true))
    #expect(try #require(sheet.figures[1].rounded).cells.map(\.count) == [10, 10, nil, nil])
    #expect(SheetDisplay(sheet.figures[0]) == nil)
    let text = String(decoding: try sheet.payload(), as: UTF8.self)
    #expect(text.contains(#""technique":"rounded""#) && text.contains(#"{"count":null,"value":4}"#))
    #expect(!text.contains("sum") && !text.contains("epsilon"))
  }

  @Test func `coarse means`() throws {
    let sheet = try Self.sheet("coarse-mean")
    #expect(sheet.figures.map(\.technique) == [.coarseMean, .coarseMean])
    // 13 + 18 + 24 = 55 over 30 is 1.83; 74 over 30 is 2.47.
    #expect(sheet.figures.compactMap(\.coarse).map(\.mean) == [2, 2.5])
    let display = try #require(SheetDisplay(sheet.figures[0]))
    #expect(display.interval == 1.75...2.25 && display.text == "2.0 (1.8 to 2.2)")
    let text = String(decoding: try sheet.payload(), as: UTF8.self)
    #expect(text.contains(#""step":"1/2","technique":"coarse-mean""#))
  }

  /// Nothing random is left in them, and noise has not moved.
  @Test func `the same judgements give the same bytes where there is no noise`() throws {
    for policy in ["rounded", "coarse-mean"] {
      #expect(try Self.sheet(policy, seed: 1).payload() == Self.sheet(policy, seed: 2).payload())
    }
    #expect(try Self.sheet("default", seed: 1).payload() != Self.sheet("default", seed: 2).payload())
  }

  @Test(arguments: ["rounded", "coarse-mean"]) func `what is written is read again`(_ policy: String) throws {
    let sheet = try Self.sheet(policy)
    let bytes = try sheet.payload()
    #expect(try Sheet(payload: bytes) == sheet)
    let json = try JSONValue(parsing: bytes)
    var tried = 0
    for mutant in SheetPayloadTests.mutants(of: json) {
      // A count may as well be withheld: that is another sheet, and a possible one.
      guard mutant != json, !Self.isPossible(mutant) else { continue }
      #expect(SheetPayloadTests.read(mutant)?.status == .badData, "\(mutant.prettyText())")
      tried += 1
    }
    #expect(tried > 100)
  }

  /// The mutants that are other sheets, and possible ones: a gap more, a mean on another step, a scale that starts lower.
  private static func isPossible(_ json: JSONValue) -> Bool {
    guard let bytes = try? json.canonicalBytes(), let sheet = try? Sheet(payload: bytes) else { return false }
    return sheet.figures.contains { figure in
      guard let rounded = figure.rounded else {
        return figure.points.lowerBound == -1 || figure.coarse?.mean == 1.5
      }
      return rounded.cells.count(where: { $0.count == nil }) > 2
    }
  }

  @Test(arguments: [
    // Of 30: the counts shown stand for 13 to 17 and 8 to 12.
    (#"{"count":15,"value":1}"#, #"{"count":16,"value":1}"#, "no count that rounding gives"),
    (#"{"count":15,"value":1}"#, #"{"count":5,"value":1}"#, "no count that rounding gives"),
    (#"{"count":15,"value":1}"#, #"{"count":40,"value":1}"#, "do not add up"),
    (#"{"count":15,"value":1}"#, #"{"count":null,"value":1}"#, ""),
    (#"{"count":null,"value":4}"#, #"{"count":10,"value":4}"#, "one count alone"),
    (#"{"count":null,"value":4}"#, #"{"count":null,"value":5}"#, "not those of one scale"),
    (#"{"count":null,"value":4}"#, #"{"count":null,"value":3}"#, "not those of one scale"),
    (#""below":8"#, #""below":1"#, "nobody rounds"), (#""nearest":5"#, #""nearest":17"#, "nobody rounds"),
    (#""technique":"rounded""#, #""technique":"nothing""#, "technique"),
    (#""technique":"rounded""#, #""technique":"noisy-mean""#, "technique"),
    (#""technique":"rounded""#, #""technique":"coarse-mean""#, "nobody knows"),
    (#""technique":"rounded""#, #""technique":"other""#, "technique"),
    (#""criteria":1"#, #""criteria":2"#, "not those of one scale"),
  ])
  func `rounded counts that cannot be are refused`(_ part: String, _ other: String, _ words: String) throws {
    let text = String(decoding: try Self.sheet("rounded").payload(), as: UTF8.self)
    try #require(text.contains(part))
    let failure = SheetPayloadTests.read(Array(text.replacing(part, with: other, maxReplacements: 1).utf8))
    // Withheld instead of shown is possible: the others may stand there.
    if words.isEmpty { return #expect(failure == nil) }
    #expect(
      failure?.status == .badData && failure?.message.contains(words) == true,
      "\(failure?.message ?? "taken")")
  }

  @Test(arguments: [
    (#""mean":2,"#, #""mean":2.25,"#), (#""mean":2,"#, #""mean":0.5,"#), (#""mean":2,"#, #""mean":4.5,"#),
    (#""mean":2,"#, #""mean":1e300,"#), (#""step":"1/2""#, #""step":"0""#),
    (#""step":"1/2""#, #""step":"2/4""#),
    (#""step":"1/2""#, #""step":"1/1001""#),
  ])
  func `coarse means that cannot be are refused`(_ part: String, _ other: String) throws {
    let text = String(decoding: try Self.sheet("coarse-mean").payload(), as: UTF8.self)
    try #require(text.contains(part))
    let failure = SheetPayloadTests.read(Array(text.replacing(part, with: other, maxReplacements: 1).utf8))
    #expect(failure?.status == .badData)
  }

  /// Sections sum up many criteria: coarse means can be told of them, counts by point cannot.
  @Test func `sections without noise`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 11, points: 0...5, rest: SheetMakerTests.sections)
    let rows = (0..<14).map { row in (0..<11).map { UInt8(($0 + row) % 6) as UInt8? } }
    let coarse = try SheetFixtures.sheet(
      SheetFixtures.request(rubric, rows, policy: SheetFixtures.shipped("coarse-mean")))
    #expect(coarse.unit == .section && coarse.figures.allSatisfy { $0.coarse?.mean == 2.5 })
    let rounded = SheetFixtures.refusal(
      try SheetFixtures.request(rubric, rows, policy: SheetFixtures.shipped("rounded")))
    #expect(rounded?.status == .refused)
    #expect(
      rounded?.message.contains("rule “sections”") == true
        && rounded?.message.contains("publishes none") == true)
    var forced = try SheetFixtures.shipped("rounded")
    forced.sections.classes = forced.criteria
    let refusal = SheetFixtures.refusal(try SheetFixtures.request(rubric, rows, policy: forced))
    #expect(
      refusal?.message.contains("rule “sections”") == true && refusal?.message.contains("no counts") == true)
  }

  @Test func `everybody is told what the technique gives away`() throws {
    let (noisy, rounded) = (try Self.sheet("default"), try Self.sheet("rounded"))
    // The first one tells of the sheet's own noise.
    #expect(SheetNotices.of(noisy).dropFirst() == SheetNotices.all.dropFirst())
    #expect(SheetNotices.of(rounded).contains { $0.contains("can be certain of the last one") })
    #expect(!SheetNotices.of(rounded).contains { $0.contains("random noise") || $0.contains("promise") })
    #expect(SheetNotices.of(try Self.sheet("coarse-mean")).contains { $0.contains("carries no noise") })
  }
}
