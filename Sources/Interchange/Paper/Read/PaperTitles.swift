extension PaperSheet {
  /// The question at an address in the document; the nearest one around it where the address leads deeper.
  func field(at steps: [PaperStep]) -> PaperField? { chain(to: steps).last?.field }

  /// How a person finds a question on the page: “Who made it”, person 2, “School”. `nil` where none is there.
  func title(of steps: [PaperStep]) -> String? {
    let chain = chain(to: steps)
    guard !chain.isEmpty else { return nil }
    return chain.map { link in
      let title = "“\(Self.shortened(link.field.title))”"
      guard let position = link.position, case .rows(_, let rows) = link.field.kind else { return title }
      return "\(title), \(rows.noun) \(position + 1)"
    }.joined(separator: ", ")
  }

  private struct Link {
    var field: PaperField
    /// Where it is filled several times: which time.
    var position: Int?
  }

  private func chain(to steps: [PaperStep]) -> [Link] {
    guard case .key(let first)? = steps.first else { return [] }
    var rest = steps.dropFirst()
    var fields = parts.filter { $0.within == nil }.flatMap(\.fields)
    var next: String? = first
    if parts.contains(where: { $0.within == first }) {
      fields = parts.filter { $0.within == first }.flatMap(\.fields)
      next = Self.key(&rest)
    }
    var chain: [Link] = []
    while let key = next, let field = fields.first(where: { $0.key == key }) {
      var link = Link(field: field)
      if case .position(let position)? = rest.first {
        link.position = position
        rest = rest.dropFirst()
      }
      chain.append(link)
      fields = field.fields
      next = Self.key(&rest)
    }
    return chain
  }

  private static func key(_ rest: inout ArraySlice<PaperStep>) -> String? {
    guard case .key(let key)? = rest.first else { return nil }
    rest = rest.dropFirst()
    return key
  }

  /// Long questions are known by their beginning.
  private static func shortened(_ title: String) -> String {
    title.count > 80 ? title.prefix(77) + "…" : title
  }
}
