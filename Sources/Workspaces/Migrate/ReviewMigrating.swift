import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews

/// A stored review and what it becomes.
public struct ReviewMigration: Sendable {
  public let stored: StoredReview
  public let migrated: MigratedReview

  public init(of stored: StoredReview, to migrated: MigratedReview) {
    (self.stored, self.migrated) = (stored, migrated)
  }

  var target: FrameworkIdentity {
    FrameworkIdentity(id: migrated.after.framework.id.value, version: migrated.after.framework.version.value)
  }

  /// The new revision, as a file would hold it.
  var incoming: IncomingReview {
    let origin = FrameworkIdentity(id: stored.framework, version: stored.version)
    let source = SourceFile(
      path: RevisionName.of(stored.file, from: origin, to: target), bytes: Array(migrated.text.utf8))
    return IncomingReview(migrated.after, from: source)
  }
}

/// What migrating reviews did.
public struct MigrationOutcome: Sendable, Equatable {
  /// One for each review, in order.
  public let reviews: [ReviewOutcome]
  /// `nil` where every review was there already.
  public let change: Change?
}

extension Workspace {
  /// Adds what reviews become as new revisions, all of them or none. The reviews that they were made from stay.
  ///
  /// - Throws: `refused` where a review was changed since the plan was made.
  public func migrate(_ migrations: [ReviewMigration]) throws(Failure) -> MigrationOutcome {
    let (outcomes, change) = try change { recorder in
      let known = try MemberRows.present(recorder.db)
      let lines = try MigrationLines(recorder.db)
      return try migrations.map { migration in
        guard lines.obstacle(for: migration.stored, to: migration.target) == nil else {
          throw Failure(
            .refused,
            "Somebody changed the reviews of \(migration.stored.subject) meanwhile; nothing was migrated.",
            help: "Make the plan again.")
        }
        return try ReviewAdding.add(
          migration.incoming, among: known, migrating: migration.stored, &recorder)
      }
    }
    return MigrationOutcome(reviews: outcomes, change: change)
  }
}
