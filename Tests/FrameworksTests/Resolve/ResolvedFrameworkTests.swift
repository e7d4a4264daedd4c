import Diagnostics
import TestSupport
import Testing

@testable import Frameworks

@Suite struct ResolvedFrameworkTests {
  private func threeLevels() throws -> ResolvedFramework {
    let file = Repository.fixtures.appendingPathComponent("three-levels/framework.yaml")
    return try #require(Reading(try Repository.bytes(file)).framework)
  }

  @Test func `paths, levels and families`() throws {
    let framework = try threeLevels()
    let choice = try #require(framework.criterion("books/choice"))
    #expect(choice.level == 1)
    #expect(framework.framework.levels[choice.level].id.value == "aspect")
    #expect(choice.parent.map { framework.criteria[$0].path } == "books")
    #expect(
      framework.children(of: choice).map(\.path) == [
        "books/choice/something-for-everyone", "books/choice/fresh-shelves",
        "books/choice/choosing-new-books",
      ])
    #expect(framework.children(of: nil).map(\.path) == ["books", "talk", "home"])
    let books = try #require(framework.criterion("books"))
    #expect(framework.descendants(of: books).count == 7)
    #expect(framework.criterion("books/nowhere") == nil)
    for (index, criterion) in framework.criteria.enumerated() { #expect(criterion.index == index) }
  }

  @Test func `stems come from above unless another is named`() throws {
    let framework = try threeLevels()
    #expect(framework.criterion("books/choice/fresh-shelves")?.stem == "how-far")
    #expect(framework.criterion("books/choice/choosing-new-books")?.stem == "who")
    #expect(framework.stem("who")?.text == "Who")
    #expect(framework.stem("why") == nil)
  }

  @Test func `scales come from judging unless the criterion has its own`() throws {
    let framework = try threeLevels()
    func scale(_ path: String, _ kind: ReviewKind) -> String? {
      framework.criterion(path)?.judgedScale(by: kind).map { framework.framework.scales[$0].key.value }
    }
    #expect(scale("books/choice/fresh-shelves", .own) == "steps")
    #expect(scale("books/choice/choosing-new-books", .peer) == "who-leads")
    #expect(scale("books/choice", .own) == nil)
    #expect(
      framework.judged(by: .own).count == 12
        || framework.judged(by: .own).count == framework.judged(by: .peer).count)
    #expect(framework.markingKinds == [.own, .peer])
    #expect(framework.judgedLevel(.peer) == 2)
  }

  @Test func `peers who mark nothing judge nothing`() throws {
    let framework = try #require(Reading(MadeUp.framework()).framework)
    #expect(framework.judged(by: .peer).isEmpty)
    #expect(framework.markingKinds == [.own])
    #expect(framework.judgedLevel(.peer) == nil)
    #expect(framework.criterion("reading/books")?.judgedBy == [.own])
  }

  @Test func `a criterion's name is its title, its text, or its id`() {
    var criterion = Criterion()
    criterion.id = Located("books")
    func name() -> String {
      var framework = Framework()
      framework.criteria = [criterion]
      return ResolvedFramework(framework).criteria[0].name
    }
    #expect(name() == "books")
    criterion.text = "Are there books?"
    #expect(name() == "Are there books?")
    criterion.title = "Books"
    #expect(name() == "Books")
  }

  @Test func `what could not be read is not held against its surroundings`() {
    #expect(
      Reading(MadeUp.framework(scales: ["steps: {points: [{id: low, value: 1}, {id: high, value: two}]}"]))
        .codes
        == ["not-an-integer"])
    #expect(Reading(MadeUp.framework(levels: "area")).codes == ["wrong-type"])
  }

  @Test func `an error keeps a framework from being used, a warning does not`() {
    #expect(Reading(MadeUp.framework(overall: "medain")).framework == nil)
    let warned = Reading(MadeUp.framework(rest: "stems: [{id: how, text: How}]"))
    #expect(warned.codes == ["unused-stem"])
    #expect(warned.framework != nil)
  }
}
