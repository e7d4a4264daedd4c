import Diagnostics
import Documents
import Reviews
import Testing

@testable import Interchange

@Suite struct PeopleListTests {
  private func read(_ text: String, _ path: String) -> (people: [ListedPerson]?, bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: path, bytes: Array(text.utf8))
    return (PeopleList.read(source, sources.add(source), into: &bag), bag)
  }

  @Test func `a table and a document say the same`() throws {
    let table = read(
      """
      name,school,roles,trained
      Made-up One,123456,lead; reviewer,true
      Made-up Two,made-up-school,,

      """, "people.csv")
    let document = read(
      """
      schema: waymark.people/1
      people:
        - {name: Made-up One, school: 123456, roles: [lead, reviewer], facts: {trained: true}}
        - {name: Made-up Two, school: made-up-school}

      """, "people.yaml")
    #expect(table.bag.items.isEmpty && document.bag.items.isEmpty)
    #expect(table.people?.count == 2)
    #expect(table.people == document.people)
  }

  @Test(arguments: [
    ("school,roles\nmade-up,lead\n", "people-no-name"), ("name,school\n,made-up\n", "people-no-name"),
    ("name,school\nMade-up One,Over There\n", "not-a-reference"), ("name\n\"Made-up\n", "csv-open-quote"),
  ]) func `mistakes are told at their cell`(_ text: String, _ code: String) {
    let (people, bag) = read(text, "people.csv")
    #expect(people == nil)
    #expect(bag.items.map(\.code.id) == [code])
    #expect(bag.items.allSatisfy { $0.range != nil })
  }
}
