/// The marks of many reviews against one rubric: a row a subject, a column a judged criterion, a byte a mark.
public struct JudgementTable: Sendable, Equatable {
  public let columnCount: Int
  public private(set) var subjects: [String] = []
  /// Row by row; points by number, or one of ``Mark``'s reserved values.
  public private(set) var marks: [UInt8] = []

  public init(columnCount: Int) { self.columnCount = columnCount }

  public var rowCount: Int { subjects.count }

  /// - Parameter marks: one a column.
  public mutating func append(subject: String, marks row: [UInt8]) {
    precondition(row.count == columnCount, "a row has one mark a column")
    subjects.append(subject)
    marks.append(contentsOf: row)
  }

  public subscript(row: Int, column: Int) -> UInt8 { marks[row * columnCount + column] }

  public func row(_ row: Int) -> ArraySlice<UInt8> { marks[(row * columnCount)..<((row + 1) * columnCount)] }
}
