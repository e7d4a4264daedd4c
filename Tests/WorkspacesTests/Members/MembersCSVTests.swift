import Diagnostics
import Documents
import Profiles
import Testing

@testable import Workspaces

@Suite("A list of members as CSV")
struct MembersCSVTests {
  private func read(
    _ text: String, region: String? = nil, regions: RegionList? = nil
  ) -> (members: [Member]?, codes: [String], messages: [String]) {
    let source = SourceFile(path: "members.csv", bytes: Array(text.utf8))
    var map = SourceMap()
    var bag = DiagnosticBag()
    let members = MembersCSV.read(source, map.add(source), region: region, regions: regions, into: &bag)
    return (members, bag.items.map(\.code.id), bag.items.map(\.message))
  }

  @Test("as Waymark and as spreadsheets write it")
  func good() throws {
    let wanted = [
      Member(id: "100001", name: "Made-up, First", region: "E12000004", phase: .primary),
      Member(id: "hill-2", name: "Second", region: "E12000001", phase: .allThrough),
    ]
    #expect(
      read(
        "school,name,region,phase\n100001,\"Made-up, First\",E12000004,primary\n"
          + "hill-2,Second,E12000001,All through\n"
      )
      .members == wanted)
    #expect(
      read(
        "\u{FEFF}sep=;\r\nPhase;Name;School;Region;Joined\r\nPRIMARY;Made-up, First;100001;E12000004\r\n"
          + "all-through;Second;hill-2;E12000001;\r\n;;;;\r\n"
      ).members == wanted)
  }

  @Test("what may be left out")
  func defaults() throws {
    let (members, codes, _) = read("school,name,joined\n100001,First,2024-09-01\n", region: "E12000002")
    #expect(codes == [])
    #expect(members == [Member(id: "100001", name: "First", region: "E12000002", joined: Day("2024-09-01"))])
  }

  @Test("regions by code or name, where they are known")
  func regions() throws {
    var region = Region()
    region.code.value = "E12000004"
    region.name = "East Midlands"
    var list = RegionList()
    list.regions = [region]
    #expect(
      read("school,name,region\na,A,east midlands\nb,B,E12000004", regions: list).members?.map(\.region)
        == ["E12000004", "E12000004"])
    #expect(read("school,name,region\na,A,E12000001", regions: list).codes == ["members-region"])
  }

  @Test("all mistakes at once, each in its row")
  func mistakes() throws {
    let text = """
      school,name,region,phase,joined
      12345,First,E12000004,primary,
      hill,,E12000004,primary,
      ,Third,E12000004,primary,
      fourth,Fourth,Midlands,primary,
      fifth,Fifth,,primary,
      sixth,Sixth,E12000004,primry,
      seventh,Seventh,E12000004,primary,2024-02-30
      good,Good,E12000004,primary,,more
      good,Good,E12000004,primary
      """
    let (members, codes, messages) = read(text)
    #expect(members == nil)
    #expect(
      codes == [
        "members-id", "members-missing", "members-missing", "members-region", "members-missing",
        "members-phase",
        "members-joined", "csv-extra-cell", "members-twice",
      ])
    #expect(messages.contains("“primry” is no phase."))
  }

  @Test("the head")
  func head() throws {
    #expect(read("school,nam\n").codes == ["members-unknown-column", "members-no-column"])
    #expect(read("school,name,name,region\na,A,A,E12000004").codes == ["members-twice"])
    #expect(read("school,name,region\n").codes == ["members-none"])
    #expect(read("").members == nil)
  }

  @Test("told from a review by its first row")
  func isList() throws {
    func isList(_ text: String) -> Bool { MembersCSV.isList(SourceFile(path: "x", bytes: Array(text.utf8))) }
    #expect(isList("school,name,region,phase\na,A\n"))
    #expect(isList("\u{FEFF}\"name\";\"School\"\r\n"))
    #expect(!isList("schema: waymark.review/1\n"))
    #expect(!isList("criterion,title,point\n"))
    #expect(!isList(""))
  }

  @Test("codes are all listed, and differ")
  func codes() {
    #expect(Set(MemberCodes.all.map(\.id)).count == MemberCodes.all.count)
  }
}
