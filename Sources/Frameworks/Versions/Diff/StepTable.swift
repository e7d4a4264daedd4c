/// Which change needs which step of the version: the first row that fits says it.
///
/// The guide's table (docs/guide/versions.md) is made from this one.
public enum StepTable {
  public static let rows: [StepRow] = notes + criteria + figures + demands + records + rest

  static func row(for event: DifferenceEvent) -> StepRow {
    rows.first { $0.matches(event) } ?? other
  }

  static func row(_ id: String) -> StepRow? { rows.first { $0.id == id } }

  private static let notes: [StepRow] = [
    StepRow(
      "words", .patch, at: ["**"], when: .words,
      what: "Words that people read: titles, texts, labels, notes, help, messages",
      why: "only the words differ; what was recorded means what it meant"),
    StepRow(
      "notes", .patch,
      at: [
        "source", "source/**", "**/source", "**/source/*", "**/code", "**/strand", "**/stem", "language",
        "migrations", "migrations/**",
      ],
      what: "Sources, codes, stems, strands, and how earlier versions became this one",
      why: "it says where something comes from or how it reads, and nothing that was recorded names it"),
    StepRow(
      "order-that-counts", .major, at: ["scales/points", "levels", "occasions"], [.reordered],
      what: "The order of a scale’s points, of levels or of occasions",
      why: "this order has a meaning: figures, depths and trends follow it"),
    StepRow(
      "order", .patch, at: ["**"], [.reordered], what: "The order of anything else",
      why: "only the order on the page differs"),
    StepRow(
      "locked", .minor, at: ["**/locked"], what: "What variants may change (`locked`)",
      why: "it binds the authors of variants, not reviews"),
  ]

  private static let criteria: [StepRow] = [
    StepRow(
      "judged", .major, at: ["judged"], what: "A criterion becomes one that is judged, or one that is not",
      why: "earlier reviews have judgements that have no place now, or lack ones that are wanted"),
    StepRow(
      "criterion-added", .minor, at: ["criteria"], [.added], what: "A criterion is added",
      why: "earlier reviews stay as they were, and simply do not speak of it"),
    StepRow(
      "criterion-gone", .major, at: ["criteria"],
      [.removed, .renamed, .moved, .split, .merged, .replaced],
      what: "A criterion is removed, renamed, moved, split, merged or replaced",
      why: "reviews and plans know a criterion by its path, and what they say under it has no place now"),
    StepRow(
      "criterion-scale", .major, at: ["criteria/scale"], when: .otherPoints,
      what: "A criterion is judged on a scale with other points",
      why: "earlier judgements name points that this scale has not"),
    StepRow(
      "criterion-scale-name", .minor, at: ["criteria/scale", "judging/*/scale"], when: .samePoints,
      what: "Criteria are judged on another scale with the very same points",
      why: "earlier judgements name points that this scale has as well"),
    StepRow(
      "criterion-asked", .major, at: ["criteria/when", "criteria/weight"],
      what: "When a criterion is asked, or its weight",
      why: "other answers count, or count for more, than in earlier reviews"),
    StepRow(
      "statement-added", .minor, at: ["criteria/statements"], [.added],
      what: "A statement is added to a criterion",
      why: "earlier reviews stay as they were, and simply do not mark it"),
    StepRow(
      "statement", .major, at: ["criteria/statements", "criteria/statements/**"],
      what: "A statement is removed or renamed, or stands for another point",
      why: "reviews may have marked it, and what it suggests is another point now"),
    StepRow(
      "prompt", .minor,
      at: ["criteria/questions", "criteria/questions/**", "criteria/evidence", "criteria/evidence/**"],
      what: "Questions that help to judge and sources of evidence come or go",
      why: "they help to judge, and no review records them by name"),
  ]

  private static let figures: [StepRow] = [
    StepRow(
      "sum-added", .minor, at: ["criteria/aggregate", "levels/aggregate"], [.added],
      what: "Criteria of a level are summed up that were only shown before",
      why: "a figure is added, and no earlier one changes"),
    StepRow(
      "sums", .major, at: ["overall", "overall/**", "**/aggregate", "**/aggregate/**"],
      what: "How judgements are summed up: the overall figure, aggregates and their bands",
      why: "figures are made in another way and cannot be set beside earlier ones"),
    StepRow(
      "level-added", .minor, at: ["levels"], [.added], what: "A level is added",
      why: "what was judged is judged still; criteria that move because of it are listed themselves"),
    StepRow(
      "level", .major, at: ["levels", "levels/**"], what: "A level is removed or renamed",
      why: "what is judged, covered and shown is said by level"),
    StepRow(
      "scale-added", .minor, at: ["scales"], [.added], what: "A scale is added",
      why: "what was judged keeps its own scale"),
    StepRow(
      "scale-renamed", .minor, at: ["scales"], [.renamed], when: .samePoints,
      what: "A scale is renamed and keeps its points", why: "reviews name points, not scales"),
    StepRow(
      "scale", .major, at: ["scales", "scales/**"],
      what: "A scale’s points, their numbers, its kind or its stability; a scale is removed",
      why: "judgements on it mean something else, or name points that are not there any more"),
    StepRow(
      "judging-optional", .minor, at: ["judging/*/optional"], when: .asksLess,
      what: "Marks may be left out that had to be given", why: "it asks less than before"),
    StepRow(
      "judging", .major, at: ["judging", "judging/**"],
      what: "Who judges which level, on which scale and by which method",
      why: "judgements are made of other criteria, on another scale or in another way"),
    StepRow(
      "section-added", .minor, at: ["sections"], [.added], what: "A section is added",
      why: "a figure is added, and no earlier one changes"),
    StepRow(
      "section", .major, at: ["sections", "sections/**"],
      what: "A section is removed or renamed, or has other criteria",
      why: "published figures of a section mean the criteria that it had"),
    StepRow(
      "subject", .major, at: ["subject"], what: "Who is reviewed",
      why: "earlier reviews are of somebody else"),
  ]

  /// What a framework asks of those who work with it.
  private static let demanding = [
    "coverage/*", "coverage/*/**", "evidenceRequired", "evidenceRequired/**", "rules", "rules/**",
    "agreements", "agreements/**", "team/sizes", "team/sizes/**", "team/exclusions", "team/exclusions/**",
    "team/roles/atLeast", "team/roles/atMost", "team/roles/strength", "process/stages/steps/window",
    "process/stages/steps/window/**", "process/stages/steps/lasts", "process/stages/steps/lasts/**",
    "process/stages/steps/scheduled", "process/stages/steps/optional", "process/cadences",
    "process/cadences/**", "process/samples", "process/samples/**", "forms/**/required", "forms/**/atLeast",
    "forms/**/atMost", "forms/**/private", "measures/atLeast", "measures/atMost",
  ]

  private static let demands: [StepRow] = [
    StepRow(
      "asks-less", .minor, at: demanding, when: .asksLess,
      what:
        "A rule, condition, number, box or window asks less than before, goes, or advises where it bound",
      why: "whatever was complete before is complete still"),
    StepRow(
      "advises", .minor, at: demanding, when: .advises,
      what: "A rule, condition or window that only advises (`should`, `may`) is added or changed",
      why: "it only advises, so that nothing becomes invalid"),
    StepRow(
      "asks-more", .major, at: demanding, when: .asksMore,
      what: "A rule, condition, number, box or window that must hold is added, changed or asks more",
      why: "work that was complete before may not be complete by this version"),
    StepRow(
      "asks-more-by-addition", .major,
      at: ["team/roles", "process/stages/steps", "forms/fields", "forms/fields/**"],
      [.added], when: .asksMore,
      what: "A role that must be taken, a box that must be filled or a step that must be dated is added",
      why: "work that was complete before lacks it"),
  ]

  private static let records: [StepRow] = [
    StepRow(
      "step-moved", .minor, at: ["process/stages/steps"], [.moved],
      what: "A step belongs to another stage", why: "schedules name steps, not stages"),
    StepRow(
      "stage", .minor, at: ["process/stages"], [.removed, .renamed],
      what: "A stage is removed or renamed; its steps are listed themselves",
      why: "schedules name steps, not stages"),
    StepRow(
      "advice", .minor,
      at: [
        "tools", "tools/**", "stems", "stems/**", "team/roles/duties", "team/roles/duties/**",
        "process/stages/steps/by", "process/stages/steps/with", "process/stages/steps/form", "signals",
        "signals/**", "triggers", "triggers/**", "watch/*", "watch/**/*", "trends",
      ],
      what: "Tools, stems, duties, who takes part in a step, signals, triggers, trends that come or go",
      why: "no review records it by name"),
    StepRow(
      "trend", .major, at: ["trends/**"], what: "How a trend is worked out",
      why: "earlier trends were worked out in another way"),
  ]

  private static let rest: [StepRow] = [
    StepRow(
      "added", .minor, at: ["**"], [.added],
      what: "Anything else is added: a form, a box, a step, a role, a fact, a choice, a measure …",
      why: "earlier reviews, forms and schedules stay as they were, and simply do not have it"),
    other,
  ]

  private static let other = StepRow(
    "other", .major, at: ["**"],
    what: "Anything else is removed, renamed or means something else: a form, a box, a step, a role …",
    why: "reviews, forms and schedules name it, and what they say has no place or another meaning now")
}
