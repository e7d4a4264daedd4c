import Sealing

// A million judgements cross here, so both directions skip the detour over values of JSON. The tests hold them against the
// declarations.
extension AggregateRequest {
  /// The request as ``Hooks/aggregate`` declares it, as text.
  public func wireText() throws -> [UInt8] {
    var head = self
    head.marks = []
    guard case .object(let members) = Self.message.json(head) else { return [] }
    var bytes = try JSONValue.object(members.filter { $0.key != "rows" }).canonicalBytes()
    bytes.removeLast()
    bytes.append(contentsOf: #","rows":["#.utf8)
    bytes.reserveCapacity(bytes.count + marks.count * 3)
    let width = criteria.count
    for row in 0..<rowCount {
      bytes.append(row == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
      if row > 0 { bytes.append(UInt8(ascii: "[")) }
      for place in 0..<width {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(marks[row * width + place], to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(contentsOf: "]}".utf8)
    return bytes
  }

  private static func append(_ mark: Int8, to bytes: inout [UInt8]) {
    var rest = mark.magnitude
    if mark < 0 { bytes.append(UInt8(ascii: "-")) }
    if rest >= 100 { bytes.append(UInt8(ascii: "0") + rest / 100) }
    if rest >= 10 { bytes.append(UInt8(ascii: "0") + rest / 10 % 10) }
    rest %= 10
    bytes.append(UInt8(ascii: "0") + rest)
  }
}

extension AggregateAnswer {
  /// What an answer says; `nil` where it is none, or is not as long as the request.
  public init?(json: JSONValue, rows: Int) {
    guard let members = json.asObject,
      members.allSatisfy({ ["figures", "reasons", "texts"].contains($0.key) || $0.key.hasPrefix("x-") }),
      let figures = json["figures"]?.asArray, figures.count == rows
    else { return nil }
    self.init()
    self.figures.reserveCapacity(rows)
    for figure in figures {
      switch figure {
      case .null: self.figures.append(nil)
      case .int(let number): self.figures.append(Double(number))
      case .double(let number): self.figures.append(number)
      default: return nil
      }
    }
    guard let reasons = Self.texts(json["reasons"], rows), let texts = Self.texts(json["texts"], rows) else {
      return nil
    }
    self.reasons = reasons
    self.texts = texts
  }

  private static func texts(_ value: JSONValue?, _ rows: Int) -> [String?]? {
    guard let value, !value.isNull else { return [] }
    guard let list = value.asArray, list.isEmpty || list.count == rows else { return nil }
    var texts: [String?] = []
    for entry in list {
      switch entry {
      case .null: texts.append(nil)
      case .string(let text): texts.append(text)
      default: return nil
      }
    }
    return texts
  }
}
