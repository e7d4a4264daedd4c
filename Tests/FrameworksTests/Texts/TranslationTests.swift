import Diagnostics
import Documents
import Frameworks
import TestSupport
import Testing

@Suite struct TranslationTests {
  @Test func `no texts change nothing`() throws {
    for url in try Repository.frameworkFiles() {
      let made = try MadeUpTexts(url)
      let shown = try Translation("cy", own: TextsFile(), for: made.target).applied(to: made.framework)
      #expect(shown.framework == made.framework.framework)
      #expect(try shown.framework.contentDigest() == made.framework.framework.contentDigest())
      #expect(shown.translation?.translated == 0 && shown.translation?.total == made.target.texts.count)
    }
  }

  @Test func `every place that shows a text shows the translated one`() throws {
    for url in try Repository.frameworkFiles() {
      let made = try MadeUpTexts(url)
      var file = TextsFile()
      file.texts = made.target.texts.map { text in
        var entry = TextsFile.Entry()
        entry.text = Located("cy: \(text.text)")
        entry.of = Located(text.mark)
        return Keyed(key: Located(text.address), value: entry)
      }
      let shown = try Translation("cy", own: file, for: made.target).applied(to: made.framework)
      let tree = try #require(shown.tree)
      #expect(FrameworkTexts.entries(of: tree).map(\.text) == made.target.texts.map { "cy: \($0.text)" })
      #expect(shown.framework.language.value == "cy")
      #expect(shown.criteria.map(\.path) == made.framework.criteria.map(\.path))
      #expect(shown.framework.rules.map(\.assert) == made.framework.framework.rules.map(\.assert))
      var bag = DiagnosticBag()
      FrameworkChecks.run(on: shown, into: &bag)
      #expect(!bag.hasErrors, "\(bag.items.map(\.message))")
    }
  }

  @Test func `it stays the same framework`() throws {
    let made = try MadeUpTexts()
    let texts = made.read(MadeUpTexts.file(made.entry("reading/title", "Darllen"))).texts
    let shown = try Translation("cy", own: texts, for: made.target).applied(to: made.framework)
    #expect(shown.criteria[0].name == "Darllen")
    #expect(shown.framework.title == "Made up for tests")
    #expect(try shown.digest == made.framework.framework.contentDigest())
    #expect(shown.framework != made.framework.framework)
    #expect(shown.translation?.note == "1 of 7 texts are in Welsh, the rest in English.")
  }

  @Test func `a translated text stands in its own file`() throws {
    let made = try MadeUpTexts()
    let texts = try #require(made.read(MadeUpTexts.file(made.entry("reading/title", "Darllen"))).texts)
    let translated = Translation("cy", own: texts, for: made.target).applied(
      to: try #require(made.framework.tree))
    let entries = FrameworkTexts.entries(of: translated)
    let title = try #require(entries.first { $0.address == "reading/title" })
    #expect(title.text == "Darllen" && title.range == texts.texts[0].value.text.range)
    #expect(title.range.file != entries[0].range.file)
  }

  @Test func `a stale text is not shown`() throws {
    let texts = try MadeUpTexts().read(
      MadeUpTexts.file(try MadeUpTexts().entry("reading/title", "Darllen"))
    ).texts
    let later = try MadeUpTexts.changed(("title: Reading", "title: Reading aloud"))
    let translation = Translation("cy", own: texts, for: later.target)
    #expect(translation.texts.isEmpty)
    #expect(try translation.applied(to: later.framework).framework == later.framework.framework)
  }

  @Test func `aliases do not share translations`() throws {
    let made = try MadeUpTexts.changed(
      ("label: Low", "label: &word Low"), ("label: High", "label: *word"))
    let entries = made.entry("scales/steps/points/low/label", "Isel")
    let shown = try Translation("cy", own: made.read(MadeUpTexts.file(entries)).texts, for: made.target)
      .applied(to: made.framework)
    #expect(shown.framework.scales[0].value.points.map(\.label) == ["Isel", "Low"])
  }

  @Test func `a base's texts serve a variant while the words are the same`() throws {
    let base = try MadeUpTexts()
    let entries = ["reading/title", "reading/text", "levels/area/title"].map { base.entry($0, "cy \($0)") }
    let inherited = try #require(base.read(MadeUpTexts.file(entries.joined(separator: "\n"))).texts)
    // One criterion has another id, and one of its texts other words.
    let variant = try MadeUpTexts.changed(
      ("id: reading, title: Reading", "id: books, title: Reading"), ("How the school", "How our school"))
    let own = variant.read(
      MadeUpTexts.file(variant.entry("levels/area/title", "ei hun")), inherited: [inherited])
    #expect(own.report.contains("5 of 7 texts are not translated"))
    let texts = Translation("cy", own: own.texts, inherited: [inherited], for: variant.target).texts
    #expect(
      texts.mapValues(\.value) == ["books/title": "cy reading/title", "levels/area/title": "ei hun"])
  }
}
