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
    ])

  /// The page in `docs/reference/`, in Markdown.
  public static func referencePage() -> String {
    ReferencePage.of(
      shape, kind: .policy, title: "The policy file",
      introduction: """
        A policy says of how many subjects a partnership may publish a figure, and how much random noise the figure
        carries. Policies stand in `Registry/policies/`; a sheet names the policy that it was made under, with its digest.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(shape, kind: .policy, title: "Waymark policy", id: "urn:waymark:schema:policy:1")
  }
}

extension SizeClass {
  static let shape = Shape<SizeClass>.record(
    "size class", "Numbers of subjects that are treated alike.", blank: SizeClass(), place: { $0.range = $1 },
    fields: [
      .required("from", \.from, .integer(1...1_000_000), "The smallest number."),
      .optional("to", \.to, .integer(1...1_000_000), "The largest number; without it, all that follow."),
      .required("technique", \.technique, .choice, "How the figure is protected."),
      .optional(
        "epsilon", \.epsilon, .fraction,
        "How much one release may tell about one judgement: a fraction such as `3/2`; larger tells more."),
    ])
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
