import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

@Suite struct FrameworkTextsTests {
  static func entries(_ text: String) throws -> [TranslatableText] {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "framework.yaml", bytes: Array(text.utf8))
    return FrameworkTexts.entries(of: try #require(DocumentTree(source, sources.add(source), into: &bag)))
  }

  @Test func `every text that people read has an address`() throws {
    #expect(
      try MadeUpTexts().target.texts.map(\.address) == [
        "title", "levels/area/title", "scales/steps/points/low/label", "scales/steps/points/high/label",
        "reading/title", "reading/text", "coverage/should/1/message",
      ])
  }

  @Test func `addresses are unique, and the texts stand at their places`() throws {
    for url in try Repository.frameworkFiles() {
      var sources = SourceMap()
      var bag = DiagnosticBag()
      let bytes = try Repository.bytes(url)
      let file = sources.add(SourceFile(path: url.path, bytes: bytes))
      guard let tree = DocumentTree(SourceFile(path: url.path, bytes: bytes), file, into: &bag) else {
        continue
      }
      let texts = FrameworkTexts.entries(of: tree)
      #expect(Set(texts.map(\.address)).count == texts.count)
      for text in texts {
        #expect(text.range.file == file && text.range.start < text.range.end)
        #expect(text.mark.count == TextMark.length)
        #expect(text.address.split(separator: "/").joined(separator: "/") == text.address)
      }
    }
  }

  @Test func `every word of a page about a framework can be translated`() throws {
    for url in try Repository.frameworkFiles() {
      let made = try MadeUpTexts(url)
      let framework = made.framework
      let texts = Set(made.target.texts.map(\.text))
      let content = framework.framework
      for criterion in framework.criteria.map(\.criterion) {
        for text in [criterion.title, criterion.text].compactMap(\.self) + criterion.statements.map(\.text)
          + criterion.questions.map(\.text) + criterion.evidence.map(\.text)
        {
          #expect(texts.contains(text))
        }
      }
      #expect(texts.isSuperset(of: [content.title] + content.levels.map(\.title) + content.stems.map(\.text)))
      #expect(texts.isSuperset(of: content.scales.flatMap(\.value.points).compactMap(\.label)))
      #expect(texts.isSuperset(of: content.forms.flatMap { [$0.title] + $0.fields.map(\.title) }))
      #expect(texts.isSuperset(of: content.rules.map(\.message) + content.tools.flatMap(\.gives)))
    }
  }

  @Test func `what is printed elsewhere and what is no prose has none`() throws {
    let texts = try Self.entries(
      """
      id: made-up
      language: en-GB
      source: [{id: book, title: A book, publisher: Somebody, date: May, places: [{id: one, title: One}]}]
      criteria:
        - {id: a, code: A1, when: 'true', source: {ref: book, at: One}, statements: [{id: s, at: low}]}
      rules: [{id: r, assert: 'true'}]
      x-note: my own
      overall: none
      """)
    #expect(texts.map(\.address) == [])
  }

  @Test func `where two things have one address, it is the criterion's`() throws {
    let texts = try Self.entries(
      """
      forms: [{id: plan, title: The form}]
      criteria:
        - {id: forms, criteria: [{id: plan, title: The criterion}]}
      levels: [{id: a, title: One}, {id: a, title: Two}]
      title: One
      title: Two
      """)
    #expect(texts.map(\.address) == ["forms/plan/title", "levels/a/title", "title"])
    #expect(texts.map(\.text) == ["The criterion", "One", "One"])
  }

  @Test func `whatever the document is, the walk ends`() throws {
    for text in ["[]", "a", "criteria: {a: b}", "title: [x]", "criteria: [[[]], {criteria: [{id: {}}]}]"] {
      #expect(try Self.entries(text).isEmpty)
    }
    #expect(try Self.entries("levels: [&a {id: a, title: T}, *a]").map(\.address) == ["levels/a/title"])
    #expect(
      try Self.entries("tools: [{id: t, takes: [One, Two]}]").map(\.address) == [
        "tools/t/takes/1", "tools/t/takes/2",
      ])
  }
}
