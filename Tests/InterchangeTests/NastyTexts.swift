/// Texts that have broken readers and writers before.
enum NastyTexts {
  static let all = [
    "", " ", "yes", "no", "null", "~", "true", "0123", "1e3", "0x1F", "2026-01-31", "- dash", "-", "? key",
    ": colon",
    "key: value", "# hash", "text # hash", "area #1", "\"quoted\"", "'single'", "it's", "back\\slash",
    "{flow: [a]}",
    "[a, b]", "*alias", "&anchor", "!tag", "|", ">", "|-\n  x", "%directive", "---", "...",
    "--- a\n...\n--- b", "@at",
    "`tick`", "a\nb", "a\n\nb", "a\n  b\n c", "a\n\n\n  b", "a\n   \nb", "a\r\nb", "a\rb", "tab\there",
    "a\n\tb",
    "line\u{2028}separator", "para\u{2029}separator", "next\u{85}line", "\u{FEFF}mark", "mark\u{FEFF}",
    "nul\u{0}byte",
    "bell\u{7}", "del\u{7F}", "c1\u{9B}", "\u{A0}no break\u{A0}", "e\u{301}", "é", "👩‍👩‍👧‍👦", "𝔘𝔫𝔦", "\u{FFFD}",
    "\u{FFFE}",
    "\u{10FFFF}", "\u{202E}right to left", "<<", "x-own", "=1+1", "+1", "-1", "@cmd", "'=1", "''=1", "a;b",
    "a;;b", ";",
    "a,b", "\"\"", "\"", "\n\"\n", String(repeating: "long ", count: 400) + "end",
    String(repeating: "w", count: 5_000),
  ]
}
