import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics

/// The frameworks that reviews are migrated between, as they are found.
struct LibraryStops: MigrationStops {
  let library: FrameworkLibrary

  func stop(id: String, version: SemanticVersion) throws(Failure) -> MigrationStop? {
    try library.source(id: id, version: version) == nil ? nil : stop(named: "\(id)@\(version)")
  }

  /// - Parameter reference: id@version, id (the newest version) or a path.
  /// - Throws: `noInput` where there is none; `badData` where it has mistakes, which are printed.
  func stop(named reference: String) throws(Failure) -> MigrationStop {
    let rubric = try Rubric(try LoadedFramework(reference, in: library).framework)
    return MigrationStop(rubric.framework, digest: rubric.digest)
  }
}
