import Documents
import Foundation
import Sealing
import Testing

@testable import Hooks

@Suite struct HookTests {
  @Test func everyNameIsDeclaredOnce() {
    #expect(Hooks.all.map(\.name) == HookName.allCases)
  }

  @Test func everyHookIsOnThePage() {
    let page = HookPage.markdown
    for hook in Hooks.all {
      #expect(page.contains("\n## \(hook.name.rawValue)\n"), "\(hook.name)")
      #expect(page.contains("## \(hook.request.name)\n"), "\(hook.name)")
    }
    for message in ProtocolMessages.all { #expect(page.contains("| `\(message.method)` |")) }
  }

  @Test(arguments: HookSchemas.names) func everyMessageHasASchema(name: String) throws {
    let request = try #require(HookSchemas.schema(name, ofRequest: true))
    #expect(request["$defs"]?.asObject?.isEmpty == false)
    if HookName(rawValue: name) != nil { #expect(HookSchemas.schema(name, ofRequest: false) != nil) }
  }

  @Test func noSchemaOfWhatIsNoMessage() {
    #expect(HookSchemas.schema("framework.exprot", ofRequest: true) == nil)
    #expect(HookSchemas.schema("shutdown", ofRequest: false) == nil)
  }

  @Test func whatTellsOfSchoolsIsPrivate() {
    #expect(DataScope.allCases.filter(\.isPrivate) == [.marks, .reviews, .reports])
  }
}
