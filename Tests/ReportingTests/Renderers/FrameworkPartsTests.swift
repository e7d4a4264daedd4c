import Diagnostics
import Documents
import Frameworks
import Rubrics
import TestSupport
import Testing

@testable import Reporting

@Suite("Who, how and what must be so, on the page of a framework and in its outline")
struct FrameworkPartsTests {
  static let paths = [
    "early-warning/1.0.0", "emtss/1.0.0", "partnership-depth/1.0.0", "progress-rag/1.0.0",
    "school-tiers/1.0.0",
    "spp/1.0.0", "spp/2.0.0", "support-package/1.0.0",
  ]

  private static func rubric(_ path: String) throws -> Rubric {
    try RealFrameworks.rubric("Frameworks/\(path)/framework.yaml")
  }

  @Test("The page holds every title and text", arguments: paths)
  func complete(_ path: String) throws {
    let rubric = try Self.rubric(path)
    let framework = rubric.framework.framework
    let page = try FrameworkPageHTML.page(rubric)
    let scanner = PageScanner(page)
    #expect(scanner.faults == [])
    #expect(scanner.structure == [])
    for text in Self.texts(framework) { #expect(page.contains(Markup.escaped(text)), "\(text)") }
    for rule in StatedRules.of(rubric.framework) where rule.origin != .evidence {
      #expect(page.contains(Markup.escaped(rule.message)), "\(rule.message)")
    }
  }

  private static func texts(_ framework: Framework) -> [String] {
    var texts: [String?] = []
    for role in framework.team.roles {
      texts += [role.title, role.text, role.assumed]
      for duty in role.duties { texts.append(duty.text) }
    }
    for stage in framework.process.stages {
      texts += [stage.title, stage.text]
      for step in stage.steps { texts += [step.title, step.text, step.assumed, step.window?.assumed] }
    }
    for tool in framework.tools {
      texts += [tool.purpose, tool.assumed]
      for step in tool.steps { texts.append(step.text) }
      for thing in tool.takes + tool.gives { texts.append(thing) }
    }
    for measure in framework.measures { texts += [measure.title, measure.text, measure.assumed] }
    for occasion in framework.occasions { texts.append(occasion.title) }
    for trend in framework.trends {
      texts.append(trend.title)
      for category in trend.categories { texts.append(category.title) }
    }
    for signal in framework.signals { texts += [signal.title, signal.assumed] }
    for trigger in framework.triggers { texts += [trigger.title, trigger.text] }
    for list in framework.watch {
      texts += [list.title, list.text]
      for side in list.closedBy { texts.append(side.title) }
    }
    for agreement in framework.agreements { texts += [agreement.title, agreement.text] }
    for fact in framework.facts { texts.append(fact.title) }
    for cadence in framework.process.cadences { texts.append(cadence.title) }
    for sample in framework.process.samples { texts.append(sample.title) }
    for requirement in framework.evidenceRequired { texts.append(requirement.message) }
    for rule in framework.rules { texts.append(rule.assumed) }
    return texts.compactMap { $0 }
  }

  @Test("Expressions stand in folded parts alone, and the outline has none", arguments: paths)
  func expressions(_ path: String) throws {
    let rubric = try Self.rubric(path)
    let page = try FrameworkPageHTML.page(rubric)
    let unfolded = page.replacing(#/<details.*?<\/details>/#.dotMatchesNewlines(), with: "")
    let outline = FrameworkOutline.text(rubric)
    let framework = rubric.framework.framework
    var expressions: [String] = framework.rules.map(\.assert.value)
    expressions += framework.signals.map(\.when.value)
    expressions += framework.triggers.map(\.when.value)
    expressions += framework.trends.map(\.of.value)
    for expression in expressions {
      #expect(page.contains(Markup.escaped(expression)), "\(expression)")
      #expect(!unfolded.contains(Markup.escaped(expression)), "\(expression)")
      #expect(!outline.contains(expression), "\(expression)")
    }
  }

  @Test("A form that is filled once is a sheet to write on, and a step leads to it")
  func sheets() throws {
    let page = try FrameworkPageHTML.page(Self.rubric("spp/2.0.0"))
    #expect(page.contains(##"<a href="#form-review-plan">Review plan</a>"##))
    #expect(page.contains(##"<h3 id="form-review-plan">Review plan</h3>"##))
    #expect(
      page.contains("<th scope=\"col\"><span>Trained to review</span></th>"),
      "a plan asks for what rules need")
    #expect(page.matches(of: #/<div class="box box-tick">/#).count == 21)
    let stays = "<p class=\"muted\">Stays with the school and its review team.</p>"
    #expect(page.ranges(of: stays).count == 1, "said once where a whole form is private")
  }

  @Test("The outline lists the parts that are there and no others")
  func outline() throws {
    let early = FrameworkOutline.text(try Self.rubric("early-warning/1.0.0"))
    for title in ["Who does what", "How a review runs", "Must be so", "Measures", "Watch lists", "Forms"] {
      #expect(early.contains("\n\n\(title)\n"), "\(title)")
    }
    #expect(!early.contains("\nTools\n"))
    #expect(early.contains("  - Meeting of the group; twice a term (should)"))
    #expect(early.contains("  - Data-sharing agreement; before figures are written down (must)"))
    #expect(early.contains("closed when the group and the school both say that it is enough"))
    #expect(early.split(separator: "\n").filter { $0.hasPrefix("  - ") }.allSatisfy { $0.count <= 100 })
    let spp = FrameworkOutline.text(try Self.rubric("spp/2.0.0"))
    #expect(spp.contains("    - Improvement workshop; 1 to 2 weeks after the review (should)"))
    #expect(spp.contains("takes half a day to 2 days"))
  }

  @Test(
    "Windows in plain words",
    arguments: [
      ("P1W..P2W", nil, "1 to 2 weeks after the peer review"),
      ("P1D..P2W", nil, "1 day to 2 weeks after the peer review"),
      ("P5D..P10D", "P1W", "5 to 10 days after the peer review, ideally 1 week"),
      ("P0D", nil, "straight after the peer review"), ("P0D..", nil, "after the peer review"),
      ("P90D", nil, "90 days after the peer review"), ("..P1W", nil, "at most 1 week after the peer review"),
      ("P0D..P1M", nil, "at most 1 month after the peer review"),
      ("P2W..", nil, "at least 2 weeks after the peer review"),
    ] as [(String, String?, String)])
  func windows(_ span: String, _ aim: String?, _ words: String) throws {
    var window = Window()
    window.after = Located("visit")
    window.span = Located(try #require(Span(span)))
    window.aim = aim.flatMap { Interval($0) }
    #expect(ProcessWords(Self.framework(anchor: "Peer review")).window(window) == words)
  }

  @Test("An anchor is quoted unless its title names an occasion")
  func anchors() {
    var window = Window()
    window.before = Located("visit")
    window.span = Located(Span(from: Interval(1, .days)))
    func words(_ title: String) -> String { ProcessWords(Self.framework(anchor: title)).window(window) }
    #expect(words("Meeting of the group") == "at least 1 day before the meeting of the group")
    #expect(words("RAG review") == "at least 1 day before the RAG review")
    #expect(words("Meeting before the review") == "at least 1 day before “Meeting before the review”")
    #expect(words("Plan the review") == "at least 1 day before “Plan the review”")
    #expect(words("Agree") == "at least 1 day before “Agree”")
  }

  private static func framework(anchor: String) -> Framework {
    var framework = Framework()
    var stage = Stage()
    var step = Step()
    step.id = Located("visit")
    step.title = anchor
    stage.steps = [step]
    framework.process.stages = [stage]
    return framework
  }

  @Test("Cadences, lots, lengths, days and bands in plain words")
  func others() {
    var cadence = Cadence()
    #expect(ProcessWords.often(cadence) == "once a school year")
    (cadence.times, cadence.per) = (6, .year)
    #expect(ProcessWords.often(cadence) == "six times a school year")
    (cadence.times, cadence.per) = (2, .halfTerm)
    #expect(ProcessWords.often(cadence) == "twice a half-term")
    var sample = QualitySample()
    sample.share = 0.2
    #expect(ProcessWords.sample(sample) == "One review in five, and at least one, drawn by lot")
    sample.share = 0.3
    #expect(ProcessWords.sample(sample) == "30 % of the reviews, and at least one, drawn by lot")
    var lasting = Lasting()
    (lasting.atLeast, lasting.atMost) = (0.5, 1)
    #expect(ProcessWords.lasts(lasting) == "half a day to 1 day")
    (lasting.atLeast, lasting.atMost) = (1, 2)
    #expect(ProcessWords.lasts(lasting) == "1 to 2 days")
    #expect(ProcessWords.day("02-20") == "20 February")
    #expect(ProcessWords.figure(-0.5) == "−0.5")
    #expect(ProcessWords.amount(2, 4) == "two to four")
    #expect(ProcessWords.amount(0, nil) == nil)
  }
}
