import Foundation
import TestSupport
import Testing

/// The ledger as a partnership's lead meets it, through the real binary.
@Suite struct LedgerCommandTests {
  @Test func `what came after the first preview is told by its rule, and changes no byte`() throws {
    let made = try MadeUpLedger()
    let preview = "profile preview --framework emtss --period 2025-26"
    let first = try made.done("\(preview) --format json")
    #expect(first.errors.isEmpty)
    let sheet =
      "profile sheet --framework emtss --period 2025-26 --key made-up-01.key --origin made.up/log -o"
    try made.done("\(sheet) ours.sheet")
    _ = try made.folder.write("school,name,region,phase\nlate-hill,Late Hill,E12000004,primary\n", "late.csv")
    try made.review(of: "made-up-01-01", as: "late.yaml") {
      $0.replacing("made-up-01-01", with: "late-hill")
    }
    try made.review(of: "made-up-01-02", as: "changed.yaml") {
      $0.replacing("evidence: \"", with: "evidence: \"Looked at again. ").replacing(
        "evidence: Made", with: "evidence: Looked at again. Made")
    }
    try made.done("workspace add late.csv late.yaml changed.yaml")
    try made.done("workspace consent give late-hill")
    try made.done("workspace consent withdraw made-up-01-03")
    let again = try made.done("\(preview) --format json")
    #expect(again.output == first.output)
    for rule in ["late", "correction", "withdrawn", "history"] {
      #expect(again.errors.contains("rule “\(rule)”"), "\(again.errors)")
    }
    #expect(again.errors.contains("Not in this release") && again.errors.contains("next school year"))
    #expect(!again.errors.contains("Late Hill") && !again.errors.contains("01-02"), "\(again.errors)")
    let status = "workspace status --framework emtss --period 2025-26"
    #expect(again.errors.contains("`waymark \(status) --workspace made-up-01.waymark` names the schools"))
    let named = try made.done(status).output.replacing(/\n +/, with: " ")
    for words in [
      "rule “late”: Late Hill (late-hill)", "rule “correction”: Made-up School 01-02",
      "rule “withdrawn”: Made-up School 01-03", "rule “history”: Late Hill",
    ] { #expect(named.contains(words), "\(named)") }
    let page = try made.done(preview).output.replacing(/\n +/, with: " ")
    #expect(page.contains("rule “late”") && page.contains("Late Hill") && page.contains("rule “correction”"))
    // Whoever wants it all the same is told by rule that there is no way.
    try made.fails(
      77, "\(preview) --policy rounded", saying: "“one-release”", "“default”, not “rounded”",
      "next school year")
    try made.fails(
      77, "\(sheet.replacing("made.up/log", with: "made.up/other")) second.sheet", saying: "“one-release”")
    try made.fails(64, "\(preview) --replace", saying: "Unknown option")
    let signed = try made.bytes("ours.sheet")
    #expect(try made.done("\(sheet) again.sheet").errors.contains("rule “late”"))
    #expect(try made.bytes("again.sheet") == signed)
    #expect(try !made.folder.contents.contains("second.sheet"))
  }

  @Test func `an old copy or a lost mark publishes nothing until the ledger is recovered`() throws {
    let made = try MadeUpLedger()
    let preview = "profile preview --framework emtss --period 2025-26"
    let (file, mark) = ("made-up-01.waymark", "made-up-01.waymark.ledger")
    let old = try made.bytes(file)
    // Gone before anything was published: nobody can know, but the lead may say so.
    let fresh = try made.bytes(mark)
    try made.remove(mark)
    try made.fails(77, preview, saying: "“ledger-missing”", "--nothing-published")
    try made.put(fresh, mark)
    try made.done("\(preview) -o preview.txt")
    try made.done(
      "profile sheet --framework emtss --period 2025-26 --key made-up-01.key --origin made.up/log -o ours.sheet"
    )
    let newest = try made.bytes(mark)
    let ledger = try made.done("workspace ledger").output
    #expect(ledger.contains("cpd, infrastructure, itt, leadership and s2ss: spent 2, left 4"), "\(ledger)")
    // An old copy beside the newest mark; then without it; then with something else in its place.
    try made.put(old, file)
    try made.fails(77, preview, saying: "“ledger-behind”", "workspace ledger recover --publication")
    try made.fails(77, "workspace ledger recover --nothing-published", saying: "“ledger-missing”")
    try made.put(Data("hello\n".utf8), mark)
    try made.fails(77, preview, saying: "is not the mark of a ledger", "“ledger-missing”")
    try made.remove(mark)
    try made.fails(
      77, "workspace statement made-up-01-01 --key made-up-01.key -o x.statement", saying: "“ledger-missing”")
    // Only sheets of this partnership recover it, and a mistake writes nothing.
    _ = try made.folder.write("", "empty")
    let recover = "workspace ledger recover --publication"
    try made.fails(64, "workspace ledger recover", saying: "--publication", "--registry")
    try made.fails(65, "\(recover) empty", saying: "empty is empty")
    try made.fails(
      65, "\(recover) ours.sheet --publication preview.txt", saying: "preview.txt is no signed sheet")
    try made.fails(66, "\(recover) nowhere", saying: "no file nowhere")
    try made.fails(66, "workspace ledger recover --registry sample", saying: "no registry in sample")
    try made.fails(65, "\(recover) ours.sheet", on: "made-up-02", saying: "“made-up-01”, not of “made-up-02”")
    #expect(try made.bytes(file) == old)
    #expect(try !made.folder.contents.contains { $0 == mark || $0 == "x.statement" })
    let recovered = try made.done("\(recover) ours.sheet").output
    #expect(recovered.contains("1 sheet that this copy did not know"), "\(recovered)")
    try made.fails(77, preview, saying: "published before, on 2026-03-01", "“one-release”")
    try made.fails(77, "\(recover) ours.sheet", saying: "nothing to recover")
    #expect(try made.done("workspace ledger").output.contains("spent 2, left 4; in 1 sheet"))
    #expect(try made.bytes(mark) != newest)
    try made.done("workspace verify")
  }

  @Test func `a statement goes from one partnership to the next, and no other is taken`() throws {
    let made = try MadeUpLedger()
    let preview = "profile preview --framework emtss --period 2025-26 -o preview.txt"
    try made.done(preview)
    try made.done(preview, on: "made-up-02")
    let write = "workspace statement made-up-01-01 --key"
    try made.fails(65, "\(write) made-up-01.key.pub -o a.statement", saying: "public key", "secret")
    try made.fails(73, "\(write) made-up-01.key -o nowhere/a.statement", saying: "folder")
    try made.fails(
      65, "workspace statement made-up-01-99 --key made-up-01.key -o a.statement", saying: "Did you mean")
    #expect(
      try made.done("workspace history").output.contains("before the first release"), "nothing was noted")
    let wrote = try made.done("\(write) made-up-01.key -o a.statement").output
    let key = try String(contentsOfFile: made.folder.path("made-up-01.key.pub"), encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    #expect(wrote.contains("--signer") && wrote.contains(key))
    #expect(try made.done("workspace history").output.contains("part of no release until 2031-03-01"))
    _ = try made.folder.write(
      "school,name,region,phase,moved-from\nmade-up-01-01,Moved,E12000004,primary,made-up-01\n", "moved.csv")
    try made.done("workspace add moved.csv", on: "made-up-02")
    let read = "workspace history made-up-01-01 --statement"
    let text = String(decoding: try made.bytes("a.statement"), as: UTF8.self)
    _ = try made.folder.write(text.replacing("\"2\"", with: "\"1\"", maxReplacements: 1), "changed.statement")
    _ = try made.folder.write("", "empty")
    try made.fails(
      65, "\(read) changed.statement", on: "made-up-02", saying: "changed.statement", "was changed")
    try made.fails(65, "\(read) empty", on: "made-up-02", saying: "empty is no statement", "it is empty")
    try made.fails(65, "\(read) moved.csv", on: "made-up-02", saying: "no signed text")
    try made.fails(66, "\(read) sample", on: "made-up-02", saying: "folder")
    try made.fails(
      77, "workspace history made-up-02-02 --statement a.statement", on: "made-up-02",
      saying: "“history”", "of the school made-up-01-01")
    try made.fails(77, "\(read) a.statement", saying: "“history”", "this very workspace")
    try made.fails(
      77, "\(read) a.statement --signer made-up-02.key.pub", on: "made-up-02", saying: "“history”", key)
    #expect(try made.done("workspace history", on: "made-up-02").output.contains("2031-03-01"))
    let unchecked = try made.done("\(read) a.statement", on: "made-up-02")
    #expect(unchecked.errors.contains("was not checked") && unchecked.errors.contains(key))
    let checked = try made.done("\(read) a.statement --signer made-up-01.key.pub", on: "made-up-02")
    #expect(checked.errors.isEmpty && checked.output.contains("0 new lines"))
    let history = try made.done("workspace history made-up-01-01", on: "made-up-02").output
    #expect(!history.contains("part of no release"), "\(history)")
  }

  @Test func `renamed, merged and split: what is left to do is said, and mistakes change nothing`() throws {
    let made = try MadeUpLedger()
    let (a, b) = ("made-up-01-01", "made-up-01-02")
    for (words, status, text) in [
      ("rename nobody 100001", Int32(65), "“nobody” is not a member"),
      ("rename \(a) Not_an_id", 65, "member's id"),
      ("merge \(a) --into \(a)", 64, "two or more"),
      ("merge \(a) \(a) --into 100001", 64, "each of them once"),
      ("merge \(a) nobody --into 100001", 65, "“nobody”"), ("split \(a) --into 100001", 64, "two or more"),
      ("split nobody --into 100001 --into 100002", 65, "“nobody”"),
      ("history nobody --first", 65, "“nobody”"), ("history --first", 64, "which member"),
      ("history \(a) --signer x", 64, "--statement"),
    ] { try made.fails(status, "workspace \(words)", saying: text) }
    let before = try made.done("workspace list audit").output
    #expect(before.split(separator: "\n").count == 37, "nothing was changed: \(before)")
    try made.done("profile preview --framework emtss --period 2025-26 -o preview.txt")
    let renamed = try made.done("workspace rename \(a) 100001").output
    #expect(renamed.contains("again under 100001") && renamed.contains("workspace undo"))
    #expect(!renamed.contains("withdrew"), "\(renamed)")
    try made.fails(77, "workspace rename 100001 \(a)", saying: "goes on from \(a)", "workspace undo")
    let merged = try made.done("workspace merge 100001 \(b) --into 100002 --name Both").output
    #expect(merged.contains("Both (100002) consents"), "\(merged)")
    // Into a school that is there already: it keeps its past and its own say.
    _ = try made.folder.write("school,name,region,phase\nnew-hill,New Hill,E12000004,primary\n", "new.csv")
    try made.done("workspace add new.csv")
    let taken = try made.done("workspace merge 100002 new-hill --into new-hill")
    #expect(taken.errors.contains("new-hill is part of no release until 2031-03-01: rule “history”"))
    #expect(!taken.output.contains("(new-hill) consents"), "\(taken.output)")
    try made.done("workspace undo")
    try made.done("workspace split 100002 --into 100003 --into 100004")
    let ledger = try made.done("workspace ledger").output
    for id in ["(100003), emtss", "(100004), emtss"] { #expect(ledger.contains(id), "\(ledger)") }
    #expect(!ledger.contains("(\(a))"))
    try made.done("workspace verify")
  }

  @Test func `a refusal names no school, and the command in its help does`() throws {
    let made = try MadeUpLedger()
    let preview = "profile preview --framework emtss --period 2025-26"
    // Two judgements of last year handed in again: then there are too few.
    for number in ["01", "02"] {
      try made.review(of: "made-up-01-\(number)", as: "old-\(number).yaml") { text in
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.removeAll { $0.hasPrefix("date:") || $0.hasPrefix("period:") }
        lines.insert(contentsOf: ["date: 2025-02-03", "period: 2025-26"], at: 1)
        return lines.joined(separator: "\n")
      }
      try made.done("workspace remove made-up-01-\(number)")
      _ = try made.folder.write(
        "school,name,region,phase\nback-\(number),Back \(number),E12000004,primary\n", "back.csv")
      let text = String(decoding: try made.bytes("old-\(number).yaml"), as: UTF8.self)
      _ = try made.folder.write(text.replacing("made-up-01-\(number)", with: "back-\(number)"), "old.yaml")
      try made.done("workspace add back.csv old.yaml")
    }
    try made.done("workspace consent give --all")
    let refused = try made.run(preview)
    #expect(refused.status == 77 && refused.output.isEmpty)
    #expect(
      refused.errors.contains("“gate”") && refused.errors.contains("“carried-forward”"), "\(refused.errors)")
    #expect(!refused.errors.contains("Back 01"))
    try shows("Back 01 and Back 02", "“carried-forward”", refused.errors, made)
    // A consent that was withdrawn in between.
    let other = try MadeUpLedger()
    try other.done("\(preview) -o preview.txt")
    try other.done("workspace consent withdraw made-up-01-05")
    let cancelled = try other.run(preview)
    #expect(cancelled.status == 77 && cancelled.errors.contains("“cancelled”"))
    #expect(!cancelled.errors.contains("01-05"))
    try shows("Made-up School 01-05", "no longer consents", cancelled.errors, other)
  }

  /// Runs the command between the last backticks that ends in this workspace.
  private func shows(
    _ school: String, _ rule: String, _ errors: String, _ made: MadeUpLedger,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = errors.matches(of: /`waymark ([^`]* --workspace made-up-01.waymark)`/).last
    let command = try #require(found, "\(errors)", sourceLocation: sourceLocation).1
    let outcome = try Program.run(command.split(separator: " ").map(String.init), in: made.folder.url)
    let text = outcome.output.replacing(/\n +/, with: " ")
    #expect(
      outcome.status == 0 && text.contains(school) && text.contains(rule),
      "\(command)\n\(text)\(outcome.errors)", sourceLocation: sourceLocation)
  }
}
