import Documents

/// The versions that lie between an old base and a new one.
public enum BaseRoute {
  /// From the old version to the new one, by the migrations that the versions declare. Where none leads back to the
  /// old version, criteria are taken to be the same where their paths are.
  ///
  /// - Parameter load: another version of the same framework; `nil` where there is none.
  public static func steps(
    from old: ResolvedFramework, to new: ResolvedFramework, load: (SemanticVersion) -> ResolvedFramework?
  ) -> [BaseStep] {
    var later = new
    var steps: [BaseStep] = []
    let start = old.framework.version.value
    while true {
      let own = later.framework.migrations.filter { migration in
        (migration.id?.value ?? later.framework.id.value) == old.framework.id.value
          && migration.version.value >= start && migration.version.value < later.framework.version.value
      }
      guard let next = own.min(by: { $0.version.value < $1.version.value }) else { break }
      if next.version.value == start {
        return [step(next, old, later)] + steps
      }
      guard let earlier = load(next.version.value) else { break }
      steps.insert(step(next, earlier, later), at: 0)
      later = earlier
    }
    var migration = Migration()
    migration.version.value = start
    return [step(migration, old, later)] + steps
  }

  private static func step(
    _ migration: Migration, _ earlier: ResolvedFramework, _ later: ResolvedFramework
  ) -> BaseStep {
    BaseStep(
      earlier: earlier, later: later, descent: Descent(migration: migration, from: earlier, to: later))
  }
}
