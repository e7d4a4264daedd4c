import Diagnostics
import Documents

/// Visits everything in a framework that may have a `source:`.
///
/// Names and paths are put together only for those who ask: the checks look at every source of a large
/// framework and want neither.
struct CitationWalk {
  let framework: Framework

  init(_ framework: Framework) { self.framework = framework }

  /// What stands on a source, not yet put into words.
  struct Declaration {
    let kind: Citation.Kind
    var noun: String?
    /// Where the list stands that holds it.
    let parent: String
    let id: String
    let title: String

    func citation(_ source: SourceReference) -> Citation {
      Citation(source: source, kind: kind, noun: noun ?? kind.rawValue, path: "\(parent)/\(id)", title: title)
    }
  }

  typealias Visit = (Declaration, SourceReference) -> Void

  func forEach(_ visit: Visit) {
    for stem in framework.stems { report(stem.source, .stem, "stems", stem.id, stem.text, visit) }
    for criterion in framework.criteria { self.criterion(criterion, "criteria", depth: 0, visit) }
    coverage(visit)
    for rule in framework.rules { report(rule.source, .rule, "rules", rule.id, rule.message, visit) }
    for fact in framework.facts { report(fact.source, .fact, "facts", fact.id, fact.title, visit) }
    team(visit)
    process(visit)
    for agreement in framework.agreements {
      report(agreement.source, .agreement, "agreements", agreement.id, agreement.title, visit)
    }
    for form in framework.forms {
      report(form.source, .form, "forms", form.id, form.title, visit)
      fields(form.fields, "forms/\(form.id.value)", visit)
    }
    for tool in framework.tools {
      report(tool.source, .tool, "tools", tool.id, tool.title, visit)
      prompts(tool.steps, .toolStep, "tools/\(tool.id.value)", visit)
    }
    measures(visit)
  }

  private func report(
    _ source: SourceReference?, _ kind: Citation.Kind, noun: String? = nil, _ parent: String,
    _ id: Located<String>, _ title: String, _ visit: Visit
  ) {
    guard let source else { return }
    visit(Declaration(kind: kind, noun: noun, parent: parent, id: id.value, title: title), source)
  }

  /// - Parameter parent: where it stands; its own path is put together only where something below needs it.
  private func criterion(_ criterion: Criterion, _ parent: String, depth: Int, _ visit: Visit) {
    let name = criterion.title ?? criterion.text ?? criterion.id.value
    let level = depth < framework.levels.count ? framework.levels[depth].title.lowercased() : nil
    report(criterion.source, .criterion, noun: level, parent, criterion.id, name, visit)
    let path = "\(parent)/\(criterion.id.value)"
    for statement in criterion.statements where statement.source != nil {
      report(statement.source, .statement, "\(path)/statements", statement.id, statement.text, visit)
    }
    prompts(criterion.questions, .question, "\(path)/questions", visit)
    prompts(criterion.evidence, .evidence, "\(path)/evidence", visit)
    for child in criterion.criteria { self.criterion(child, path, depth: depth + 1, visit) }
  }

  private func prompts(
    _ prompts: [Prompt], _ kind: Citation.Kind, _ parent: @autoclosure () -> String, _ visit: Visit
  ) {
    for prompt in prompts where prompt.source != nil {
      report(prompt.source, kind, parent(), prompt.id, prompt.text, visit)
    }
  }

  private func coverage(_ visit: Visit) {
    let lists = [
      ("must", framework.coverage.must), ("should", framework.coverage.should),
      ("may", framework.coverage.may),
    ]
    for (name, conditions) in lists {
      for (index, condition) in conditions.enumerated() {
        report(
          condition.source, .coverage, "coverage/\(name)", Located("\(index + 1)"),
          condition.message ?? condition.level.value, visit)
      }
    }
    for (index, requirement) in framework.evidenceRequired.enumerated() {
      report(
        requirement.source, .evidenceRequirement, "evidenceRequired", Located("\(index + 1)"),
        requirement.message ?? requirement.level.value, visit)
    }
  }

  private func team(_ visit: Visit) {
    let team = framework.team
    for role in team.roles {
      report(role.source, .role, "team/roles", role.id, role.title, visit)
      prompts(role.duties, .duty, "team/roles/\(role.id.value)", visit)
    }
    for (index, size) in team.sizes.enumerated() {
      report(
        size.source, .teamSize, "team/sizes", Located("\(index + 1)"),
        size.message ?? size.of.map(\.value).joined(separator: ", "), visit)
    }
    for (index, exclusion) in team.exclusions.enumerated() {
      report(
        exclusion.source, .exclusion, "team/exclusions", Located("\(index + 1)"),
        exclusion.message ?? exclusion.role.value, visit)
    }
  }

  private func process(_ visit: Visit) {
    let process = framework.process
    for stage in process.stages {
      report(stage.source, .stage, "process/stages", stage.id, stage.title, visit)
      for step in stage.steps {
        report(step.source, .step, "process/stages/\(stage.id.value)", step.id, step.title, visit)
      }
    }
    for cadence in process.cadences {
      report(cadence.source, .cadence, "process/cadences", cadence.id, cadence.title, visit)
    }
    for sample in process.samples {
      report(sample.source, .sample, "process/samples", sample.id, sample.title, visit)
    }
  }

  private func fields(_ fields: [FormField], _ parent: String, _ visit: Visit) {
    for field in fields {
      report(field.source, .field, parent, field.id, field.title, visit)
      if !field.fields.isEmpty { self.fields(field.fields, "\(parent)/\(field.id.value)", visit) }
    }
  }

  private func measures(_ visit: Visit) {
    for occasion in framework.occasions {
      report(occasion.source, .occasion, "occasions", occasion.id, occasion.title, visit)
    }
    for measure in framework.measures {
      report(measure.source, .measure, "measures", measure.id, measure.title, visit)
    }
    for trend in framework.trends { report(trend.source, .trend, "trends", trend.id, trend.title, visit) }
    for signal in framework.signals {
      report(signal.source, .signal, "signals", signal.id, signal.title, visit)
    }
    for trigger in framework.triggers {
      report(trigger.source, .trigger, "triggers", trigger.id, trigger.title, visit)
    }
    for list in framework.watch { report(list.source, .watchList, "watch", list.id, list.title, visit) }
  }
}
