import Diagnostics
import Frameworks

/// What differs between two frameworks, as a page to read and to print.
public enum FrameworkDiffHTML {
  /// One self-contained HTML page.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ diff: FrameworkDiff) throws(Failure) -> String {
    let words = DiffWords(diff)
    let body = DiffPage(
      cards: cards(diff), verdict: PageText(words.verdict), groups: words.groups.map(group),
      criteria: PageText(words.criteria), comparability: PageText(words.comparability),
      cautions: words.cautions.map { caution in
        DiffPage.Caution(
          standing: PageText(caution.standing.rawValue), reason: PageText(caution.reason),
          names: caution.names.map { PageText($0) })
      },
      advice: words.advice.isEmpty ? nil : PageText(words.advice),
      migration: words.migration.map { PageText($0) },
      digests: [diff.from, diff.to].compactMap { identity in
        identity.digest.map { PageText("\(identity), \($0)") }
      })
    var page = Page(title: PageText(words.title), styles: [.diff], body: body)
    page.eyebrow = "What changed"
    page.summary = PageText(words.route)
    return try Templates.page("framework-diff", page)
  }

  private static func cards(_ diff: FrameworkDiff) -> [PageCard] {
    var cards = [
      PageCard(
        figure: PageText(diff.step?.rawValue ?? "none"),
        label: diff.isOneFramework ? "is the least step" : "as a step between versions"),
      PageCard(figure: "\(diff.changes.count)", label: diff.changes.count == 1 ? "change" : "changes"),
    ]
    for standing in CriterionStanding.Standing.allCases where !diff.standings.isEmpty {
      cards.append(
        PageCard(figure: "\(diff.count(standing))", label: PageText("judged criteria \(standing.rawValue)")))
    }
    return cards
  }

  private static func group(_ group: DiffWords.Group) -> DiffPage.Group {
    DiffPage.Group(
      anchor: PageText(group.step.rawValue),
      title: PageText(English.heading(slug: "\(group.step.rawValue)-step")),
      meaning: PageText(English.sentence(capitalised(group.step.meaning))),
      reasons: group.reasons.map { why, changes in
        DiffPage.Reason(why: PageText(English.sentence(capitalised(why))), changes: changes.map(change))
      })
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func change(_ change: Difference) -> DiffPage.Change {
    let ends = [change.from, change.to].filter { !$0.isEmpty }.map { $0.joined(separator: " + ") }
    let address = change.from == change.to ? ends.first ?? "" : ends.joined(separator: " → ")
    return DiffPage.Change(
      kind: PageText(change.kind.rawValue), sentence: PageText(change.sentence),
      guess: change.isGuess ? "This is a guess: nobody says so." : nil,
      address: PageText(address),
      edits: change.edits.filter(\.isProse).map { edit in
        DiffPage.Edit(
          field: PageText(edit.field),
          runs: edit.words.map { run in
            DiffPage.Run(
              same: run.side == .both ? PageText(run.text) : nil,
              gone: run.side == .before ? PageText(run.text) : nil,
              new: run.side == .after ? PageText(run.text) : nil)
          })
      },
      why: change.why.map { PageText($0) })
  }
}
