import Frameworks

/// What stands in a framework's outline beside its criteria: who, how, what must be so, forms, tools, measures.
struct FrameworkOutlineParts {
  private let resolved: ResolvedFramework
  private let words: ProcessWords
  private var framework: Framework { resolved.framework }

  init(_ resolved: ResolvedFramework) {
    self.resolved = resolved
    words = ProcessWords(resolved.framework)
  }

  /// Each part that is there, with an empty line before it.
  var lines: [String] {
    let parts: [(String, [(String, String)])] = [
      ("Who does what", roles), ("How a review runs", steps), ("Agreed in writing first", agreements),
      ("What comes round again", recurring), ("Must be so", rules(.must)), ("Should be so", rules(.should)),
      ("May be so", rules(.may)), ("What is asked to know", facts), ("Occasions", occasions),
      ("Measures", measures), ("Which way it moves", trends), ("Signals", signals), ("Triggers", triggers),
      ("Watch lists", watch), ("Tools", tools), ("Forms", forms),
    ]
    return parts.filter { !$0.1.isEmpty }.flatMap { title, entries in
      ["", title] + entries.flatMap { TerminalText.hanging($0.0, $0.1) }
    }
  }

  private static let bullet = "  - "

  private func entry(_ parts: String?...) -> (String, String) {
    (Self.bullet, parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private var roles: [(String, String)] {
    framework.team.roles.map { role in
      entry(
        role.title, role.isOnTeam ? "on the review team" : nil,
        ProcessWords.amount(role.atLeast, role.atMost).map { "\($0) (\(role.strength.rawValue))" })
    }
  }

  private var steps: [(String, String)] {
    framework.process.stages.flatMap { stage in
      [("  ", stage.title)] + stage.steps.map { ("    - ", step($0)) }
    }
  }

  private func step(_ step: Step) -> String {
    let form = step.form.flatMap { id in framework.forms.first { $0.id.value == id.value } }
    let parts = [
      step.title + (step.isOptional ? " (optional)" : ""),
      step.window.map { "\(words.window($0)) (\($0.strength.rawValue))" },
      step.lasts.flatMap(ProcessWords.lasts).map { "takes \($0)" },
      step.by.isEmpty ? nil : words.roles(step.by), form.map { "form: \($0.title)" },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private var agreements: [(String, String)] {
    framework.agreements.map { entry($0.title, "\(words.waits($0)) (\($0.strength.rawValue))") }
  }

  private var recurring: [(String, String)] {
    framework.process.cadences.map { entry($0.title, "\(ProcessWords.often($0)) (\($0.strength.rawValue))") }
      + framework.process.samples.map { entry($0.title, English.inSentence(ProcessWords.sample($0))) }
  }

  private func rules(_ strength: Strength) -> [(String, String)] {
    FrameworkRules(resolved).sentences.filter { $0.strength == strength }.map { rule in
      (Self.bullet, "\(English.sentence(rule.message)) (\(English.list(rule.targets)))")
    }
  }

  private var facts: [(String, String)] {
    framework.facts.map { entry($0.title, MeasureWords.answer($0)) }
  }

  private var occasions: [(String, String)] {
    framework.occasions.map { entry($0.title, $0.from.map { "from \(ProcessWords.day($0.value))" }) }
  }

  private var measures: [(String, String)] {
    framework.measures.map { entry($0.title, English.inSentence(MeasureWords(resolved).answer($0))) }
  }

  private var trends: [(String, String)] {
    framework.trends.map { (Self.bullet, "\($0.title) (\(MeasureWords.categories($0)))") }
  }

  private var signals: [(String, String)] { framework.signals.map { entry($0.title) } }

  private var triggers: [(String, String)] {
    framework.triggers.map { trigger in
      let list = trigger.opens.flatMap { id in framework.watch.first { $0.id.value == id.value } }
      return entry(trigger.title, list.map { "proposes for: \($0.title)" })
    }
  }

  private var watch: [(String, String)] {
    framework.watch.map { list in
      entry(list.title, words.role(list.owner.value), "closed when \(MeasureWords.closing(list))")
    }
  }

  private var tools: [(String, String)] { framework.tools.map { entry($0.title) } }

  private var forms: [(String, String)] {
    framework.forms.map { form in
      let level = form.level.flatMap { resolved.level($0.value) }
      return entry(
        form.title, level.map { "for each \(FrameworkWords.level($0, of: framework))" },
        English.count(form.fields.count, "box"))
    }
  }
}
