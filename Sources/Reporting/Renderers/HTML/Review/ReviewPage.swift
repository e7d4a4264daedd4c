/// What the page of a review shows, in the names that its templates ask for.
struct ReviewPage: Sendable {
  var facts: [PageFact]
  var cards: [PageCard]
  var callouts: [Callout]
  /// What the pictures show, in a sentence.
  var pictured: PageText?
  var pictures: [PageMarkup]
  var glance: PageMarkup
  /// "Area by area"
  var partsTitle: PageText
  var parts: [Part]
  var gaps: [Gap]
  /// What came of the framework's rules.
  var rulesSummary: PageText?
  var rules: [RuleGroup]
  var note: PageText?
  var reference: PageText
  var digest: PageText

  struct Callout: Sendable {
    /// note or caution
    var kind: PageText
    var title: PageText
    var texts: [PageText]
  }

  /// A criterion: its mark or what it sums up, what was written, and everything below it.
  struct Part: Sendable {
    var anchor: PageText
    var heading: Int
    var isTop: Bool
    var code: PageText?
    var title: PageText
    var badges: [Badge]
    var figure: PageText?
    var charts: [PageMarkup]
    var writings: [Writing]
    /// Long lists of statements, which are folded.
    var marked: [Writing]
    var explanation: [PageText]
    var children: [Part]
  }

  struct Badge: Sendable {
    /// The style's name.
    var kind: PageText
    var text: PageText
  }

  struct Writing: Sendable {
    var title: PageText
    var text: PageText?
    var items: [PageText] = []
  }

  struct RuleGroup: Sendable {
    /// note or caution
    var kind: PageText
    var title: PageText
    var texts: [PageText]
  }

  struct Gap: Sendable {
    var title: PageText
    var names: [PageText]
  }
}
