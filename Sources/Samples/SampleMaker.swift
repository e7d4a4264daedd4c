import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Rubrics

/// Makes partnerships up, for trying Waymark out and for its demo: text files that the other commands take.
public enum SampleMaker {
  /// Writes a folder: `README.md`, and for each partnership `partnership.csv`, `members.csv` and
  /// `reviews/<framework>/<period>/<school>-<kind>.yaml`.
  ///
  /// - Parameter progress: told after each partnership how many of how many are done.
  /// - Throws: `usage` where the request cannot be, `cannotWrite` where the folder is not empty or not to be written.
  @discardableResult
  public static func write(
    _ request: SampleRequest, to folder: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> SampleCount {
    try request.check()
    try checkEmpty(folder)
    let wasThere = FileManager.default.fileExists(atPath: folder)
    do throws(Failure) {
      return try fill(folder, request, progress: progress)
    } catch {
      // Half a sample is none.
      if !wasThere { try? FileManager.default.removeItem(atPath: folder) }
      throw error
    }
  }

  private static func fill(
    _ folder: String, _ request: SampleRequest, progress: (Int, Int) -> Void
  ) throws(Failure) -> SampleCount {
    try FileWriting.makeFolder(folder)
    let writers = request.frameworks.flatMap { rubric in
      rubric.framework.markingKinds.map { kind in
        (
          rubric.id, kind,
          SampleReviews(rubric, kind: kind, seed: request.seed, lastPeriod: request.lastPeriod)
        )
      }
    }
    var count = SampleCount()
    for number in 1...request.partnerships {
      let partnership = MadeUpPartnership(
        number: number, size: request.schools, region: request.regions[(number - 1) % request.regions.count],
        seed: request.seed)
      let home = "\(folder)/\(partnership.slug)"
      try FileWriting.makeFolder(home)
      try FileWriting.write(
        MemberLists.partnership(partnership).utf8, to: "\(home)/partnership.csv", isSynced: false)
      try FileWriting.write(MemberLists.members(partnership).utf8, to: "\(home)/members.csv", isSynced: false)
      for (id, kind, writer) in writers {
        for period in request.periods {
          let place = "\(home)/reviews/\(id)/\(period)"
          try FileWriting.makeFolder(place)
          for review in writer.reviews(of: partnership, period) {
            let file = "\(place)/\(review.subject.id.value)-\(kind.rawValue).yaml"
            try FileWriting.write(ReviewWriter.yaml(review).utf8, to: file, isSynced: false)
            count.reviews += 1
          }
        }
      }
      count.partnerships += 1
      count.schools += partnership.schools.count
      progress(number, request.partnerships)
    }
    // Last, so that a folder with a README is whole.
    try FileWriting.write(SampleReadme.text(request, count).utf8, to: "\(folder)/README.md")
    return count
  }

  /// Two samples in one folder would be neither.
  private static func checkEmpty(_ folder: String) throws(Failure) {
    let content = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if !content.isEmpty {
      throw Failure(
        .cannotWrite, "The folder \(folder) is not empty.",
        help: "Name a new folder, or remove this one first.")
    }
  }
}
