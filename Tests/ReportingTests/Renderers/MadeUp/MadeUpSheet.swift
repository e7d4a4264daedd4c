import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Rubrics
import TestSupport

/// Sheets of a made-up partnership, drawn with a known seed under the policy that Waymark ships.
enum MadeUpSheet {
  /// A sheet and the bytes that would be published.
  static func sheet(
    _ rubric: Rubric, schools: Int = 12, kind: ReviewKind = .own, seed: UInt64 = 7, policy: String = "default"
  ) throws
    -> (
      sheet: Sheet, payload: [UInt8]
    )
  {
    var cohort = JudgementTable(columnCount: rubric.columns(kind).count)
    for school in 0..<schools {
      let scales = rubric.columns(kind).scales
      cohort.append(
        subject: "\(100_001 + school)",
        marks: scales.enumerated().map { column, scale in
          // The fourth criterion is judged in a few schools only.
          if column == 3, school > 4 { return Mark.notReviewed }
          let points = rubric.scales[scale].values.count
          return UInt8(min((school * 2 + column * 3) % (points + 1), points - 1))
        })
    }
    let request = SheetRequest(
      partnership: "made-up-valley", region: "E12000004", rubric: rubric, period: Period(startYear: 2025),
      kind: kind,
      cohort: cohort, policy: try Self.policy(policy))
    var generator = SeededGenerator(seed: seed)
    let sheet = try SheetMaker.make(request, using: &generator)
    return (sheet, try sheet.payload())
  }

  static func policy(_ name: String = "default") throws -> Policy {
    try read("Registry/policies/\(name).yaml", PolicyReader.read)
  }

  static func regions() throws -> RegionList { try read("Registry/regions.yaml", RegionReader.read) }

  private static func read<Value>(
    _ path: String, _ reader: (SourceFile, FileID, inout DiagnosticBag) -> Value?
  ) throws -> Value {
    let bytes = try Data(contentsOf: Repository.root.appending(path: path))
    let source = SourceFile(path: path, bytes: Array(bytes))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let value = reader(source, sources.add(source), &bag) else {
      throw Failure(.badData, TextPrinter.print(bag, sources))
    }
    return value
  }
}
