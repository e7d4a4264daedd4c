import Diagnostics
import Foundation
import Profiles

/// The whole study: all tables, one after another, each on all cores.
public enum StudyRun {
  /// - Parameters:
  ///   - policies: the folder of the policies that Waymark ships.
  ///   - only: the tables wanted; all where it is empty.
  ///   - progress: told of each table as it is done.
  /// - Throws: `noInput` or `badData` where a policy cannot be read.
  public static func tables(
    _ effort: StudyEffort, policies folder: URL, only: Set<String> = [],
    progress: @Sendable (_ table: StudyTable) -> Void
  ) async throws -> [StudyTable] {
    let policies = try ["default", "rounded", "coarse-mean"].map { ($0, try policy($0, in: folder)) }
    let makers: [(String, @Sendable (StudyEffort) async -> StudyTable)] = [
      ("1", { await AllButOneTable.make($0) }), ("2", { await OtherAttacksTable.make($0) }),
      ("3", { await SheetUtilityTable.make($0) }), ("4", { await PoolTable.make($0) }),
      ("5", { await RepetitionTable.make($0) }), ("6", { await ManyCriteriaTable.make($0) }),
      ("7", { await ShippedPolicies.make(policies, $0) }),
      ("8", { await ShippedPoolTable.make(policies[0].1, $0) }),
    ]
    var tables: [StudyTable] = []
    for (id, make) in makers where only.isEmpty || only.contains(id) {
      let start = Date()
      var table = await make(effort)
      table.seconds = Date().timeIntervalSince(start)
      progress(table)
      tables.append(table)
    }
    return tables
  }

  private static func policy(_ name: String, in folder: URL) throws(Failure) -> Policy {
    let path = folder.appending(path: "\(name).yaml").path
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "There is no policy at \(path).", help: "Run it where Waymark's sources lie.")
    }
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: path, bytes: Array(bytes))
    guard let policy = PolicyReader.read(source, map.add(source), into: &bag) else {
      throw Failure(.badData, bag.items.map(\.message).joined(separator: " "))
    }
    return policy
  }
}
