import Frameworks
import Rubrics
import Sealing

/// A framework as JSON, resolved: what its author left to be understood is written out.
public enum FrameworkJSON {
  public static func value(_ rubric: Rubric) -> JSONValue {
    let resolved = rubric.framework
    let framework = resolved.framework
    let asWritten = written(framework)
    return .members(
      [
        ("id", .string(rubric.id)),
        ("version", .string(rubric.version.description)),
        ("digest", .string(rubric.digest.description)),
        ("status", .string(framework.status.rawValue)),
        ("title", .string(framework.title)),
        ("summary", framework.summary.map { .string($0) }),
        ("language", .string(framework.language.value)),
        ("translation", resolved.translation.map(translation)),
        ("subject", .string(framework.subject.rawValue)),
        ("source", .array(framework.sources.map(document))),
        (
          "levels",
          .array(
            framework.levels.map { .members([("id", .string($0.id.value)), ("title", .string($0.title))]) })
        ),
        ("scales", .array(framework.scales.map { scale($0.key.value, $0.value) })),
        ("judging", .members(ReviewKind.allCases.map { ($0.rawValue, marking(framework.judging[$0])) })),
        (
          "stems",
          .array(
            framework.stems.map {
              .members([
                ("id", .string($0.id.value)), ("text", .string($0.text)), ("source", source($0.source)),
              ])
            })
        ),
        ("overall", overall(framework.overall)),
        ("sections", .array(framework.sections.map(section))),
        ("coverage", coverage(framework.coverage)),
        ("criteria", .array(resolved.children(of: nil).map { criterion($0, resolved) })),
      ] + declarations.map { ($0, asWritten[$0]) })
  }

  private static func translation(_ extent: TranslationExtent) -> JSONValue {
    .members([
      ("from", .string(extent.original)), ("translated", .int(Int64(extent.translated))),
      ("texts", .int(Int64(extent.total))), ("sample", .bool(extent.isSample)),
    ])
  }

  /// What is left to the reader as its author wrote it.
  private static let declarations = [
    "evidenceRequired", "rules", "facts", "team", "process", "agreements", "forms", "tools", "occasions",
    "measures", "trends", "signals", "triggers", "watch",
  ]

  private static func written(_ framework: Framework) -> [String: JSONValue] {
    guard case .object(let members) = Framework.shape.write(framework) else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func criterion(_ resolved: ResolvedCriterion, _ framework: ResolvedFramework) -> JSONValue {
    let criterion = resolved.criterion
    let levels = framework.framework.levels
    return .members([
      ("path", .string(resolved.path)),
      ("id", .string(criterion.id.value)),
      ("level", resolved.level < levels.count ? .string(levels[resolved.level].id.value) : nil),
      ("code", criterion.code.map { .string($0) }),
      ("title", criterion.title.map { .string($0) } ?? .null),
      ("text", criterion.text.map { .string($0) } ?? .null),
      ("judgedBy", .array(resolved.judgedBy.map { .string($0.rawValue) })),
      (
        "scale",
        (resolved.ownScale ?? resolved.peerScale).map { .string(framework.framework.scales[$0].key.value) }
      ),
      ("weight", criterion.weight.map { .double($0) }),
      ("stem", resolved.stem.map { .string($0) } ?? .null),
      ("questions", .array(criterion.questions.map { prompt($0, stem: $0.stem?.value ?? resolved.stem) })),
      ("statements", .array(criterion.statements.map(statement))),
      ("evidence", .array(criterion.evidence.map { prompt($0, stem: nil) })),
      ("source", source(criterion.source) ?? .null),
      ("children", .array(framework.children(of: resolved).map { Self.criterion($0, framework) })),
    ])
  }

  private static func statement(_ statement: Statement) -> JSONValue {
    .members([
      ("id", .string(statement.id.value)), ("at", .string(statement.at.value)),
      ("strand", statement.strand.map { .string($0.value) } ?? .null), ("text", .string(statement.text)),
      ("source", source(statement.source)),
    ])
  }

  private static func prompt(_ prompt: Prompt, stem: String?) -> JSONValue {
    .members([
      ("id", .string(prompt.id.value)), ("text", .string(prompt.text)), ("stem", stem.map { .string($0) }),
      ("source", source(prompt.source)),
    ])
  }

  private static func source(_ reference: SourceReference?) -> JSONValue? {
    reference.map { .members([("ref", .string($0.ref.value)), ("at", $0.at.map { .string($0.value) })]) }
  }

  private static func document(_ document: SourceDocument) -> JSONValue {
    .members([
      ("id", .string(document.id.value)), ("title", .string(document.title)),
      ("publisher", document.publisher.map { .string($0) }), ("date", document.date.map { .string($0) }),
      ("note", document.note.map { .string($0) }),
    ])
  }

  private static func scale(_ id: String, _ scale: Scale) -> JSONValue {
    .members([
      ("id", .string(id)), ("kind", .string(scale.kind.rawValue)), ("title", scale.title.map { .string($0) }),
      ("stability", .string(scale.stability.rawValue)), ("note", scale.note.map { .string($0) }),
      (
        "points",
        .array(
          scale.points.map {
            .members([
              ("id", .string($0.id.value)), ("value", $0.value.map { .int(Int64($0)) } ?? .null),
              ("label", $0.label.map { .string($0) } ?? .null), ("text", $0.text.map { .string($0) }),
            ])
          })
      ),
    ])
  }

  private static func marking(_ marking: Marking?) -> JSONValue {
    guard let marking else { return "none" }
    return .members([
      ("level", .string(marking.level.value)), ("scale", marking.scale.map { .string($0.value) }),
      ("method", .string(marking.method.rawValue)), ("optional", .bool(marking.isOptional)),
    ])
  }

  private static func overall(_ overall: Overall) -> JSONValue {
    guard case .aggregate(let aggregate) = overall else { return "none" }
    return .members([
      ("aggregate", .string(aggregate.name.value)), ("answered", .double(aggregate.answered)),
      ("point", aggregate.point.map { .string($0.value) }),
      ("assumed", aggregate.assumed.map { .string($0) }),
    ])
  }

  private static func section(_ section: Section) -> JSONValue {
    .members([
      ("id", .string(section.id.value)), ("title", .string(section.title)),
      ("of", .array(section.of.map { .string($0.value) })),
    ])
  }

  private static func coverage(_ coverage: Coverage) -> JSONValue {
    func conditions(_ conditions: [CoverageCondition]) -> JSONValue {
      .array(
        conditions.map {
          .members([
            ("atLeast", $0.atLeast.map { .int(Int64($0)) }), ("atMost", $0.atMost.map { .int(Int64($0)) }),
            ("level", .string($0.level.value)), ("under", $0.under.map { .string($0.value) }),
            ("among", $0.among.isEmpty ? nil : .array($0.among.map { .string($0.value) })),
            ("source", source($0.source)),
          ])
        })
    }
    return .members([
      ("must", conditions(coverage.must)), ("should", conditions(coverage.should)),
      ("may", conditions(coverage.may)),
    ])
  }
}
