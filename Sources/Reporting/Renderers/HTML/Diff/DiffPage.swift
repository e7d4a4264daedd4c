/// What the page of a difference shows, in the names that its template asks for.
struct DiffPage: Sendable {
  var cards: [PageCard]
  var verdict: PageText
  var groups: [Group]
  var criteria: PageText
  var comparability: PageText
  var cautions: [Caution]
  var advice: PageText?
  var migration: PageText?
  var digests: [PageText]

  /// What needs one step of the version.
  struct Group: Sendable {
    var anchor: PageText
    var title: PageText
    var meaning: PageText
    var reasons: [Reason]
  }

  struct Reason: Sendable {
    var why: PageText
    var changes: [Change]
  }

  struct Change: Sendable {
    var kind: PageText
    var sentence: PageText
    var guess: PageText?
    var address: PageText
    var edits: [Edit]
    var why: [PageText]
  }

  struct Edit: Sendable {
    var field: PageText
    var runs: [Run]
  }

  /// One of the three is there.
  struct Run: Sendable {
    var same: PageText?
    var gone: PageText?
    var new: PageText?
  }

  /// Criteria that stand alike for one reason.
  struct Caution: Sendable {
    var standing: PageText
    var reason: PageText
    var names: [PageText]
  }
}
