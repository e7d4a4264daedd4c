/// What the page of a framework says beside its criteria: who, how, what must be so, tools, measures, lists.
extension FrameworkPage {
  /// Something with a name and what is to be said of it.
  struct Entry: Sendable {
    var title: PageText
    /// A short answer beside the name.
    var detail: PageText?
    var text: PageText?
    /// "must", "should" or "may".
    var strength: PageText?
    var source: PageText?
    var assumed: PageText?
  }

  /// Expressions as their author wrote them, for those who want to see them.
  struct Conditions: Sendable {
    var title: PageText
    var entries: [PageFact]
  }

  struct TeamPart: Sendable {
    var roles: [RoleBlock]
    var facts: [Entry]
  }

  struct RoleBlock: Sendable {
    var title: PageText
    var isOnTeam: Bool
    var number: PageText?
    var strength: PageText?
    var text: PageText?
    var duties: [PageText]
    var source: PageText?
    var assumed: PageText?
  }

  struct ProcessPart: Sendable {
    var stages: [StageBlock]
    var agreements: [Entry]
    /// What recurs, and what is drawn by lot.
    var recurring: [Entry]
  }

  struct StageBlock: Sendable {
    var title: PageText
    var text: PageText?
    var source: PageText?
    var start: Int
    var steps: [StepBlock]
  }

  struct StepBlock: Sendable {
    var number: Int
    var title: PageText
    var isOptional: Bool
    var text: PageText?
    var facts: [StepFact]
    var source: PageText?
    var lineage: PageText?
    var assumed: [PageText]
  }

  struct StepFact: Sendable {
    var term: PageText
    var text: PageText
    var href: PageText?
    var strength: PageText?
  }

  struct RulesPart: Sendable {
    var groups: [RuleGroup]
    var conditions: Conditions?
  }

  struct RuleGroup: Sendable {
    var title: PageText
    var meaning: PageText
    var rules: [Entry]
  }

  struct MeasuresPart: Sendable {
    var occasions: [Entry]
    var measures: [Entry]
    var trends: [Entry]
    var signals: [Entry]
    var triggers: [Entry]
    var conditions: Conditions?
  }

  struct WatchPart: Sendable {
    var lists: [WatchBlock]
    var conditions: Conditions?
  }

  struct WatchBlock: Sendable {
    var title: PageText
    var text: PageText?
    var facts: [PageFact]
    var source: PageText?
    var assumed: PageText?
  }

  struct ToolBlock: Sendable {
    var title: PageText
    var purpose: PageText
    var steps: [PageText]
    var facts: [PageFact]
    var marks: MarkRow?
    var source: PageText?
    var assumed: PageText?
  }
}
