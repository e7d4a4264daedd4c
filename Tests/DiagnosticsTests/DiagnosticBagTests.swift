import Testing

@testable import Diagnostics

@Suite struct DiagnosticBagTests {
  private func range(_ file: UInt32, _ start: UInt32) -> SourceRange {
    SourceRange(file: FileID(index: file), start: start, end: start + 1)
  }

  @Test func `errors are counted past the limit, warnings are no errors`() {
    var bag = DiagnosticBag(limit: 2)
    #expect(!bag.hasErrors && !bag.isFull)
    bag.report(Marked.warning, "one", at: nil)
    #expect(!bag.hasErrors)
    for _ in 0..<3 { bag.report(Marked.code, "two", at: nil) }
    #expect(bag.items.count == 2 && bag.errorCount == 3 && bag.dropped == 2 && bag.isFull)
  }

  @Test func `two bags in one`() {
    var first = DiagnosticBag(limit: 3)
    var second = DiagnosticBag(limit: 2)
    first.report(Marked.code, "a", at: nil)
    for _ in 0..<5 { second.report(Marked.code, "b", at: nil) }
    first.append(second)
    #expect(first.items.count == 3 && first.errorCount == 6 && first.dropped == 3)
  }

  @Test func `a filtered bag counts what is left`() {
    var bag = DiagnosticBag(limit: 3)
    bag.report(Marked.warning, "a", at: nil)
    for message in ["b", "c", "d"] { bag.report(Marked.code, message, at: nil) }
    let kept = bag.filter { $0.message != "b" }
    #expect(kept.items.map(\.message) == ["a", "c"] && kept.errorCount == 2 && kept.dropped == 1)
  }

  @Test func `in the order of the text, those without a place first`() {
    var bag = DiagnosticBag()
    for (message, range) in [
      ("d", range(1, 0)), ("c", range(0, 9)), ("b1", range(0, 3)), ("b2", range(0, 3)),
    ] {
      bag.report(Marked.code, message, at: range)
    }
    bag.report(Marked.code, "a", at: nil)
    #expect(bag.sorted().map(\.message) == ["a", "b1", "b2", "c", "d"])
  }

  @Test func `help is the code's advice unless there is better`() {
    #expect(Diagnostic(Marked.code, "m", at: nil).help == Marked.code.advice)
    #expect(Diagnostic(Marked.code, "m", help: "h", at: nil).help == "h")
  }

  @Test func `values are equal wherever they stood`() {
    #expect(Located("a", at: range(0, 1)) == Located("a", at: range(0, 2)))
    #expect(Set([Located("a", at: range(0, 1)), Located("a")]).count == 1)
    #expect(SourceRange(file: FileID(index: 0), start: 5, end: 2).end == 5)
    #expect(Severity.error < Severity.warning)
  }

  @Test func `exit codes are those of the manual`() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 73, 77])
    #expect(Failure(.usage, "m", help: "h").description == "m\n  h")
    #expect(Failure(.usage, "m").description == "m")
  }
}
