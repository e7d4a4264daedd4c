import Frameworks
import Testing

@Suite struct TextsPlaceTests {
  @Test(arguments: [
    ("a/framework.cy.yaml", "a/framework.yaml", "cy"), ("framework.pt-BR.yaml", "framework.yaml", "pt-BR"),
    ("/x/our.draft.fr.yaml", "/x/our.draft.yaml", "fr"),
  ])
  func `a name says whose texts they are`(path: String, framework: String, language: String) {
    #expect(TextsPlace(path)?.framework == framework)
    #expect(TextsPlace(path)?.language == language)
    #expect(TextsPlace(of: framework, in: language).path == path)
  }

  @Test(arguments: [
    "framework.yaml", "a.b/framework.yaml", "framework.cy.yml", ".yaml", "x..yaml", ".cy.yaml", "",
  ])
  func `other names are no texts'`(path: String) { #expect(TextsPlace(path) == nil) }

  @Test func `a wish is met by a less special language`() {
    #expect(
      LanguageTag.lookup("zh-Hant-CN-x-private") == ["zh-Hant-CN-x-private", "zh-Hant-CN", "zh-Hant", "zh"])
    #expect(LanguageTag.lookup("cy") == ["cy"])
    #expect(LanguageTag.meets("en", "en-GB") && LanguageTag.meets("en-GB", "EN"))
    #expect(!LanguageTag.meets("en-US", "en-GB") && !LanguageTag.meets("cy", "en"))
  }

  @Test func `languages have names`() {
    #expect(LanguageTag.englishName("cy") == "Welsh")
    #expect(LanguageTag.englishName("fr") == "French")
    #expect(LanguageTag.englishName("qqq") == "qqq")
  }
}
