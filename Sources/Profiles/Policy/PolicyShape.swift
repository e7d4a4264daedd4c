import Diagnostics
import Documents
import Sealing

extension DocumentKind {
  public static let policy = DocumentKind("waymark.policy", version: 1, noun: "a policy")
}

extension Policy {
  /// The document, key by key.
  public static let shape = Shape<Policy>.record(
    "policy", "What may be published of how many subjects, and how it is protected.", blank: Policy(),
    fields: [
      .header(.policy),
      .required("id", \.id, .slug, "A name that never changes."),
      .required("title", \.title, .text, "What people call it."),
      .optional("summary", \.summary, .text, "What it does, in a sentence or two."),
      .required("values", \.values, .choice, "How far one judgement is taken to move a sum."),
      .list(
        "criteria", \.criteria, SizeClass.shape, minimum: 1,
        "What is published of a criterion, by the number of subjects judged on it; from 1 on, without gaps."),
      .required(
        "sections", \.sections, SectionRule.shape, "What is published where many criteria are judged."),
      .studied("caps", \.caps, Caps.shape, "What all releases of some years may tell together."),
      .studied("pool", \.pool, PoolTerms.shape, "What a region's pool takes before it opens."),
    ])

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(shape, kind: .policy, title: "Waymark policy", id: "urn:waymark:schema:policy:1")
  }
}

extension SizeClass {
  static let shape = Shape<SizeClass>.record(
    "size class",
    "Numbers of subjects that are treated alike, with the parameters of their technique and no others.",
    blank: SizeClass(), place: { $0.range = $1 },
    fields: [
      .required("from", \.from, .integer(1...1_000_000), "The smallest number."),
      .optional("to", \.to, .integer(1...1_000_000), "The largest number; without it, all that follow."),
      .required(
        "technique", \.technique, .choice, "How the figure is protected; each has a page of its own."),
    ] + Technique.allCases.flatMap { $0.method.parameters }.map(\.field))
}

extension TechniqueParameter {
  fileprivate var field: Field<SizeClass> {
    let key = key
    switch kind {
    case .fraction:
      return .optionalValue(
        key, .fraction, get: { $0[fraction: key] }, set: { $0[fraction: key] = $1 }, summary)
    case .whole(let range):
      return .optionalValue(
        key, .integer(range), get: { $0[whole: key] }, set: { $0[whole: key] = $1 }, summary)
    case .flag:
      return .optionalValue(key, .boolean, get: { $0[flag: key] }, set: { $0[flag: key] = $1 }, summary)
    }
  }
}

extension Caps {
  static let shape = Shape<Caps>.record(
    "caps",
    "What the sheets of several years may tell together about one judgement. Whatever is left out is as the study has it.",
    blank: Caps(),
    fields: [
      .studied(
        "epsilon", \.epsilon, .fraction,
        "The most that the epsilons of one school's sheets may add up to on one criterion; `6`."),
      .studied("years", \.years, .integer(1...100), "In how many years, whichever those are; `5`."),
    ])
}

extension PoolTerms {
  static let shape = Shape<PoolTerms>.record(
    "pool terms",
    "What a region's pool takes, judged criterion by criterion. Whatever is left out is as the study has it.",
    blank: PoolTerms(),
    fields: [
      .studied(
        "epsilon", \.epsilon, .fraction,
        "Of the noise that each registry adds, for a criterion and year; `1`."),
      .studied("partnerships", \.partnerships, .integer(1...10_000), "The fewest partnerships; `5`."),
      .studied("subjects", \.subjects, .integer(1...1_000_000), "The fewest subjects; `40`."),
      .studied(
        "share", \.share, .fraction, "The largest part of the subjects that one partnership may bring; `2/5`."
      ),
      .studied("means", \.means, .integer(1...1_000_000), "From how many subjects a mean is released; `40`."),
      .studied(
        "distributions", \.distributions, .integer(1...1_000_000),
        "From how many subjects the counts at each point are released; `80`."),
    ])
}

extension Field {
  /// A key that may be left out; then the study's figure stands, and is written all the same, so that it is part
  /// of the digest.
  fileprivate static func studied<Value>(
    _ name: String, _ property: WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>,
    _ summary: String
  ) -> Field {
    .optionalValue(
      name, shape, get: { $0[keyPath: property] }, set: { $0[keyPath: property] = $1 }, summary)
  }
}

extension SectionRule {
  static let shape = Shape<SectionRule>.record(
    "section rule", "What is published where many criteria are judged.", blank: SectionRule(),
    fields: [
      .required(
        "above", \.above, .integer(0...10_000), "Frameworks with more judged criteria publish sections only."),
      .required("atMost", \.atMost, .integer(1...100), "The most sections that a sheet may hold."),
      .list(
        "classes", \.classes, SizeClass.shape, minimum: 1,
        "What is published of a section, by the number of subjects with half of it judged; from 1 on, without gaps."
      ),
    ])
}
