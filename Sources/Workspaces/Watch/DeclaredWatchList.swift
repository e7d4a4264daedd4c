import Diagnostics
import Documents
import Frameworks
import Rubrics

/// A watch list as its framework declares it.
public struct DeclaredWatchList: Sendable {
  public let rubric: Rubric
  public let list: WatchList

  public init(_ list: WatchList, of rubric: Rubric) { (self.list, self.rubric) = (list, rubric) }

  /// All that a framework declares, in its order.
  public static func all(of rubric: Rubric) -> [DeclaredWatchList] {
    rubric.framework.framework.watch.map { DeclaredWatchList($0, of: rubric) }
  }

  /// How often a report is wanted.
  public var cadence: Cadence? {
    rubric.framework.framework.process.cadences.first { $0.id.value == list.report.value }
  }

  /// One of the framework's roles.
  public func role(_ id: String) -> Role? {
    rubric.framework.framework.team.roles.first { $0.id.value == id }
  }

  /// One of the sides that must agree before anybody leaves the list.
  ///
  /// - Throws: `badData` with the nearest name.
  public func side(_ id: String) throws(Failure) -> AnswerOption {
    if let side = list.closedBy.first(where: { $0.id.value == id }) { return side }
    let ids = list.closedBy.map(\.id.value)
    let guess = NearestName.of(id, among: ids).map { "Did you mean “\($0)”? " } ?? ""
    let sides = list.closedBy.map { "\($0.id.value) (\($0.title))" }.joined(separator: ", ")
    throw Failure(
      .badData, "“\(id)” is no side that closes “\(list.title)”.", help: "\(guess)The sides are: \(sides).")
  }

  /// The role of the person who answers: the one named, else the one that the list asks for.
  ///
  /// - Throws: `badData` with the nearest name.
  public func ownerRole(_ named: String?) throws(Failure) -> String {
    guard let named, named != list.owner.value else { return list.owner.value }
    if role(named) != nil { return named }
    let ids = rubric.framework.framework.team.roles.map(\.id.value)
    let guess = NearestName.of(named, among: ids).map { "Did you mean “\($0)”? " } ?? ""
    throw Failure(
      .badData, "\(rubric.reference) knows no role “\(named)”.",
      help: "\(guess)“\(list.title)” asks for: \(list.owner.value).")
  }
}
