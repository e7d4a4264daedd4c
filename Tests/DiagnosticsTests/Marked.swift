@testable import Diagnostics

/// A file in which ⟦ and ⟧ mark the places of mistakes, each of which is reported.
struct Marked {
  var bag = DiagnosticBag()
  var sources = SourceMap()

  static let code = DiagnosticCode(
    "made-up", "A mistake made up for tests.", advice: "Nothing is to be done.")
  static let warning = DiagnosticCode("made-up-warning", "A doubt.", severity: .warning, advice: "Think.")

  init(_ marked: String, path: String = "made-up.yaml", code: DiagnosticCode = Marked.code) {
    var text = ""
    var starts: [UInt32] = []
    var ranges: [(UInt32, UInt32)] = []
    for character in marked {
      switch character {
      case "⟦": starts.append(UInt32(text.utf8.count))
      case "⟧": if let start = starts.popLast() { ranges.append((start, UInt32(text.utf8.count))) }
      default: text.append(character)
      }
    }
    let file = sources.add(SourceFile(path: path, bytes: Array(text.utf8)))
    for (start, end) in ranges {
      bag.report(code, "This is wrong.", at: SourceRange(file: file, start: start, end: end))
    }
  }

  var text: String { TextPrinter.print(bag, sources) }
}
