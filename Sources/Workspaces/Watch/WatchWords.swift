import Documents
import Frameworks

/// The audit trail's sentences on watch lists. They name nobody and say nothing of what was written, so that erasing
/// takes both out of the file.
enum WatchWords {
  static func opened(_ member: Member, _ list: DeclaredWatchList, since day: Day) -> String {
    "Put \(member.label) on \(name(list)), since \(day)."
  }

  static func reported(_ member: Member, _ list: DeclaredWatchList, on day: Day) -> String {
    "Added a report of \(day) on \(member.label), which is on \(name(list))."
  }

  static func agreed(_ side: AnswerOption, _ member: Member, _ list: DeclaredWatchList, on day: Day) -> String
  {
    "For \(member.label) on \(name(list)), \(side.title) said on \(day) that it is enough."
  }

  static func withdrawn(_ side: AnswerOption, _ member: Member, _ list: DeclaredWatchList, on day: Day)
    -> String
  {
    "For \(member.label) on \(name(list)), \(side.title) said on \(day) that it is not enough after all."
  }

  static func closed(_ member: Member, _ list: DeclaredWatchList, on day: Day) -> String {
    "\(member.label) left \(name(list)) on \(day): all sides say that it is enough."
  }

  static func left(_ member: Member, _ entry: WatchEntry, on day: Day) -> String {
    "\(member.label) left the list “\(entry.list)” of \(entry.framework) on \(day), with the partnership."
  }

  static func erased(_ entry: WatchEntry, _ member: Member) -> String {
    "Erased what was written of \(member.label) on the list “\(entry.list)” of \(entry.framework)."
  }

  private static func name(_ list: DeclaredWatchList) -> String {
    "“\(list.list.title)” of \(list.rubric.id)"
  }
}
