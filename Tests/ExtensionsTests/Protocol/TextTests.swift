import Sealing
import Testing

@testable import Extensions

@Suite struct TextTests {
  @Test(arguments: [
    ("plain — Ysgol Gynradd ŵy 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "plain — Ysgol Gynradd ŵy 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
    ("\u{1b}[1;31mred\u{1b}[0m", "red"),
    ("\u{1b}]0;title\u{07}after", "after"),
    ("\u{1b}]8;;https://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
    ("\u{9b}31mred \u{90}string\u{9c}after", "red after"),
    ("\u{1b}(Bset \u{1b}7save", "set save"),
    ("\u{1b}]never ends\nthe next line", "the next line"),
    ("one\ntwo\r\nthree\tfour", "one two three four"),
    ("bell\u{07} nul\u{00} delete\u{7f} mark\u{feff}", "bell nul delete mark"),
    ("turn\u{202e}ed \u{2066}round\u{2069}", "turned round"),
    ("  \n ", ""),
    ("\u{1b}", ""),
    ("\u{1b}[", ""),
    ("\u{1b}[31\u{1b}[32mgreen", "green"),
  ])
  func isCleaned(text: String, clean: String) {
    #expect(PluginText.clean(text) == clean)
  }

  @Test func isCut() {
    #expect(PluginText.clean(String(repeating: "a", count: 100), limit: 10) == "aaaaaaaaaa…")
    #expect(PluginText.clean("e" + String(repeating: "\u{301}", count: 9_000)).unicodeScalars.count == 2_001)
  }

  @Test func keepsTheLinesOfDocuments() {
    let value: JSONValue = ["te\u{1b}[1mxt": ["one\r\n\ttwo\u{07}", 1, nil, true, 1.5]]
    #expect(PluginText.clean(value) == ["text": ["one\n\ttwo", 1, nil, true, 1.5]])
  }

  /// A line that is not suspect has nothing in it that cleaning would change.
  @Test(arguments: [
    "\u{1b}[1m", "\u{7f}", "\u{85}", "\u{9b}1m", "\u{202e}", "\u{2028}", "\u{2069}", "\u{feff}", "\u{00}",
    "\r",
  ])
  func isSuspect(text: String) throws {
    let value: JSONValue = ["text": .string("before \(text) after")]
    #expect(PluginText.isSuspect(try value.canonicalBytes()))
  }

  @Test(arguments: ["plain", "line\nline\ttab \"quoted\" back\\slash", "— “ ” … ŵ é 学校", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"])
  func isNotSuspect(text: String) throws {
    let value: JSONValue = ["text": .string(text)]
    #expect(!PluginText.isSuspect(try value.canonicalBytes()))
    #expect(PluginText.clean(value) == value)
  }
}
