import Diagnostics
import Interchange
import Testing

/// Each table holds one mistake; `told` is what a person reads.
@Suite struct ReviewCSVMistakeTests {
  private static let head = """
    schema,waymark.review/1
    framework,small-made-up@1.0.0
    kind,self
    subject id,made-up-school

    """
  private static let table = "criterion,point,evidence\n"

  static let cases: [(text: String, told: String)] = [
    (
      head + table + "soil/digging,2,\"never closed\n",
      """
      review.csv:6:16: error[csv-open-quote]: The quote mark that opens this cell has no partner in the rest of the file.
      6 | soil/digging,2,"never closed
        |                ^
        help: Put a quote mark at the end of the cell. A quote mark inside a quoted cell is written twice.

      """
    ),
    (
      head + table + "soil/digging,2,\"a \"bad\" idea\"\n",
      """
      review.csv:6:20: error[csv-stray-text]: This text follows the cell's closing quote mark.
      6 | soil/digging,2,"a "bad" idea"
        |                    ^^^^^^^^^^
        help: A quote mark inside a quoted cell is written twice; spreadsheets do this when they save.

      """
    ),
    (
      head + table + "soil/digging,2,dug, and dug again\n",
      """
      review.csv:6:21: error[csv-extra-cell]: “and dug again” stands in a column without a name.
      6 | soil/digging,2,dug, and dug again
        |                     ^^^^^^^^^^^^^
        help: Move it to the column that it belongs to. A comma inside a text needs quotes around the text.

      """
    ),
    (
      head,
      """
      review.csv:4:12: error[csv-no-table]: No row below names the columns.
      4 | subject id,made-up-school
        |            ^^^^^^^^^^^^^^
        help: The judgements stand below a row `criterion,title,point,evidence,actions,challenge,statements`.

      """
    ),
    (
      head + "criterion,point,evidnce\nsoil/digging,2,x\n",
      """
      review.csv:5:17: error[unknown-key]: “evidnce” is no column of a review.
      5 | criterion,point,evidnce
        |                 ^^^^^^^
        help: Did you mean “evidence”?

      """
    ),
    (
      head + table + ",2,\n",
      """
      review.csv:6:2: error[empty-value]: This row has an answer, but no criterion.
      6 | ,2,
        |  ^
        help: Write the criterion's path in the column “criterion”.

      """
    ),
    (
      head + table + "soil/digging,2,\nsoil/digging,3,\n",
      """
      review.csv:7:1: error[duplicate-key]: “soil/digging” stands here a second time.
      7 | soil/digging,3,
        | ^^^^^^^^^^^^
        help: Keep one of the two.

      """
    ),
  ]

  @Test(arguments: cases.indices) func `says what is wrong`(_ index: Int) {
    let read = ReadTable(Self.cases[index].text)
    #expect(read.told == Self.cases[index].told)
    #expect(read.review == nil)
  }

  @Test(arguments: [
    ("subject id,made-up-school", "subject id,", ["empty-value"]),
    ("subject id,made-up-school\n", "", ["missing-key"]),
    ("subject id,made-up-school", "subject id,12345", ["not-a-reference"]),
    ("kind,self", "kind,slef", ["unknown-choice"]),
    ("kind,self", "kindd,self", ["unknown-key", "missing-key"]),
    ("kind,self", "kind,self\nkind,peer", ["duplicate-key"]),
    ("kind,self", "kind,self,peer", ["csv-extra-cell"]),
    ("kind,self", "kind,self\n,loose", ["csv-extra-cell"]),
    ("small-made-up@1.0.0", "small-made-up", ["not-semver"]),
    ("small-made-up@1.0.0", "Small/Made@1.0.0", ["not-a-slug"]),
    ("small-made-up@1.0.0", "small-made-up@1", ["not-semver"]),
    ("kind,self", "kind,self\ndate,31.01.2026", ["not-a-date"]),
    ("kind,self", "kind,self\ndate,31/02/2026", ["not-a-date"]),
    ("kind,self", "kind,self\nperiod,2025/26", ["not-a-period"]),
    ("kind,self", "kind,self\ndigest,sha256:12", ["not-a-digest"]),
    ("waymark.review/1", "waymark.review/2", ["schema-version"]),
    ("waymark.review/1", "waymark.framework/1", ["schema-unknown"]),
    ("schema,waymark.review/1\n", "", ["schema-missing"]),
    ("criterion,point", "criterion,point,point", ["duplicate-key"]),
    ("soil/digging", "soil//digging", ["not-a-path"]),
    ("digging,2", "digging,two thirds!", ["not-a-slug"]),
  ])
  func `codes are those of the same mistake in YAML`(_ part: String, _ wrong: String, _ codes: [String]) {
    let right = Self.head + Self.table + "soil/digging,2,x\n"
    #expect(ReadTable(right).codes == [])
    #expect(ReadTable(right.replacing(part, with: wrong)).codes == codes)
  }

  @Test func `a file in an older encoding is told how to be saved`() {
    let bytes = Array((Self.head + Self.table + "soil/digging,2,caf").utf8) + [0xE9, 0x0A]
    #expect(
      ReadTable(bytes).told == """
        review.csv:6:19: error[not-utf-8]: This file was saved in an older encoding than UTF-8: the byte E9 (hex), \
        probably “é” shows it.
        6 | soil/digging,2,caf\u{FFFD}
          |                   ^
          help: Open it in your spreadsheet and save it as “CSV UTF-8” (Excel: File, Save As, “CSV UTF-8 (Comma \
        delimited)”).

        """)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x73, 0x00], "not-utf-8"), ([0x50, 0x4B, 0x03, 0x04, 0x14], "not-text"),
      ([0xD0, 0xCF, 0x11, 0xE0], "not-text"), ([], "empty-file"), ([0xEF, 0xBB, 0xBF, 0x0A], "empty-file"),
      ([0x61, 0x2C, 0x00, 0x62], "nul-byte"), ([0x2C, 0x2C, 0x0A, 0x2C], "schema-missing"),
    ] as [([UInt8], String)])
  func `what is no table`(_ bytes: [UInt8], _ code: String) {
    #expect(ReadTable(bytes).codes == [code])
  }

  @Test func `a table of a million cells is refused soon`() {
    let wide = Self.head + Self.table + String(repeating: "1,", count: 1_000_000)
    #expect(ReadTable(wide).codes.contains("csv-too-large"))
    let long = Self.head + Self.table + String(repeating: "a\n", count: 1_000_000)
    #expect(ReadTable(long).codes == ["csv-too-large"])
    let blank = Self.head + Self.table + String(repeating: ",,,\n", count: 1_000_000)
    #expect(ReadTable(blank).codes == [])
  }
}
