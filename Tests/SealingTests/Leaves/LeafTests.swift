import Sealing
import Testing

@Suite struct LeafTests {
  let key: SigningKey

  init() throws { key = try SigningKey(name: "example.org/lea", seed: [UInt8](repeating: 3, count: 32)) }

  func leaf(
    kind: String = "sheet", audience: String = "public", origin: String = "registry.example.org",
    sequence: UInt64 = 12, previous: Digest? = Digest(ofText: "before"),
    issued: String = "2026-11-22T10:00:00Z"
  ) throws -> Leaf {
    try Leaf(
      kind: kind, audience: audience, publisher: key.name, origin: origin, sequence: sequence,
      previous: previous, issued: issued, commitment: Digest(ofText: "made up"))
  }

  @Test func `the text is nine lines`() throws {
    #expect(
      try leaf().text == """
        waymark leaf v1
        kind sheet
        audience public
        publisher example.org/lea
        origin registry.example.org
        sequence 12
        previous \(Digest(ofText: "before"))
        issued 2026-11-22T10:00:00Z
        commitment \(Digest(ofText: "made up"))

        """)
    #expect(try leaf(previous: nil).text.contains("\nprevious -\n"))
  }

  @Test(arguments: [0, 1, 9_007_199_254_740_993, UInt64.max])
  func `a leaf there and back`(sequence: UInt64) throws {
    for previous in [nil, Digest(ofText: "before")] {
      let leaf = try leaf(sequence: sequence, previous: previous)
      #expect(try Leaf(text: leaf.text) == leaf)
      let sealed = try leaf.signed(by: key)
      let opened = try SealedLeaf.open(noteBytes: sealed.noteBytes, keys: [key.verifyingKey])
      #expect(opened == sealed)
      #expect(opened.leaf == leaf)
      #expect(opened.signer == key.verifyingKey)
      #expect(opened.hash == Digest(of: [0] + sealed.noteBytes))
    }
  }

  @Test func `any changed byte is refused`() throws {
    let noteBytes = try leaf().signed(by: key).noteBytes
    let keys = [key.verifyingKey]
    var refused = 0
    for place in noteBytes.indices {
      for change: UInt8 in [0x01, 0x04, 0x20, 0x80, 0xff] {
        var changed = noteBytes
        changed[place] ^= change
        do {
          _ = try SealedLeaf.open(noteBytes: changed, keys: keys)
          Issue.record("byte \(place) changed by \(change) was let through")
        } catch { refused += 1 }
      }
    }
    #expect(refused == noteBytes.count * 5)
  }

  @Test func `any cut, added or doubled byte is refused`() throws {
    let noteBytes = try leaf().signed(by: key).noteBytes
    let keys = [key.verifyingKey]
    for place in noteBytes.indices {
      var cut = noteBytes
      cut.remove(at: place)
      #expect(throws: SealingError.self) { try SealedLeaf.open(noteBytes: cut, keys: keys) }
      #expect(throws: SealingError.self) {
        try SealedLeaf.open(noteBytes: Array(noteBytes[..<place]), keys: keys)
      }
      for added in [noteBytes[place], UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "=")] {
        var longer = noteBytes
        longer.insert(added, at: place)
        #expect(throws: SealingError.self) { try SealedLeaf.open(noteBytes: longer, keys: keys) }
      }
    }
    #expect(throws: SealingError.self) { try SealedLeaf.open(noteBytes: noteBytes + [0x0a], keys: keys) }
  }

  @Test func `signers are held to the publisher's name`() throws {
    let other = try SigningKey(name: "example.org/other")
    let leaf = try leaf()
    #expect(throws: SealingError.leafPublisher(named: key.name, signedBy: other.name)) {
      try leaf.signed(by: other)
    }
    let foreign = try SignedNote(text: leaf.text).signed(by: other).bytes
    #expect(throws: SealingError.leafPublisher(named: key.name, signedBy: other.name)) {
      try SealedLeaf.open(noteBytes: foreign, keys: [other.verifyingKey])
    }
    #expect(throws: SealingError.noKnownSigner) {
      try SealedLeaf.open(noteBytes: try leaf.signed(by: key).noteBytes, keys: [other.verifyingKey])
    }
    let twice = try SignedNote(text: leaf.text).signed(by: key).signed(by: other).bytes
    #expect(throws: SealingError.leafSignatureCount(2)) {
      try SealedLeaf.open(noteBytes: twice, keys: [key.verifyingKey])
    }
  }

  @Test func `the longest leaf is 65,535 bytes`() throws {
    let short = try leaf(audience: "a").signed(by: key).noteBytes.count
    let longest = try leaf(audience: String(repeating: "a", count: 1 + Leaf.maximumBytes - short))
    #expect(try longest.signed(by: key).noteBytes.count == 65_535)
    let tooLong = try leaf(audience: String(repeating: "a", count: 2 + Leaf.maximumBytes - short))
    #expect(throws: SealingError.noteTooLong(bytes: 65_536, limit: 65_535)) { try tooLong.signed(by: key) }
  }

  @Test func `texts that are no leaf say which line`() throws {
    let text = try leaf().text
    func refused(
      _ old: String, _ new: String, _ reason: SealingError, _ location: SourceLocation = #_sourceLocation
    ) throws {
      let range = try #require(text.firstRange(of: old), sourceLocation: location)
      let changed = text.replacingCharacters(range, by: new)
      #expect(throws: reason, sourceLocation: location) { try Leaf(text: changed) }
    }
    try refused("leaf v1", "leaf v2", .notALeaf)
    try refused("kind sheet", "kind Sheet", .leafLine(field: "kind"))
    try refused("kind sheet", "kind ", .leafLine(field: "kind"))
    try refused("kind sheet\n", "", .leafLine(field: "kind"))
    try refused("audience public", "audience  public", .leafLine(field: "audience"))
    try refused("publisher example", "publisher a+example", .leafLine(field: "publisher"))
    try refused("origin registry", "origin a registry", .leafLine(field: "origin"))
    for number in ["+12", "012", "-1", "", "1e1", "12 ", "18446744073709551616", "１２"] {
      try refused("sequence 12", "sequence \(number)", .leafLine(field: "sequence"))
    }
    try refused("previous sha256", "previous SHA256", .leafLine(field: "previous"))
    try refused("previous sha256", "previous --sha256", .leafLine(field: "previous"))
    try refused("commitment sha256:", "commitment ", .leafLine(field: "commitment"))
    #expect(throws: SealingError.leafTrailingText) { try Leaf(text: text + "more\n") }
    #expect(throws: SealingError.leafTrailingText) { try Leaf(text: text + "\n") }
    #expect(throws: SealingError.leafLine(field: "commitment")) { try Leaf(text: String(text.dropLast())) }
    #expect(throws: SealingError.notALeaf) { try Leaf(text: "") }
  }

  @Test(arguments: [
    "2026-11-22T10:00:00", "2026-11-22T10:00:00z", "2026-11-22 10:00:00Z", "2026-11-22T10:00:00+00:00",
    "2026-11-22T10:00:00.0Z", "2026-13-22T10:00:00Z", "2026-00-22T10:00:00Z", "2026-11-31T10:00:00Z",
    "2026-11-00T10:00:00Z", "2026-02-29T10:00:00Z", "2100-02-29T10:00:00Z", "2026-11-22T24:00:00Z",
    "2026-11-22T10:60:00Z", "2026-11-22T10:00:60Z", "", "2026-11-2２T10:00:0Z",
  ])
  func `moments have one spelling`(issued: String) {
    #expect(throws: SealingError.leafLine(field: "issued")) { try leaf(issued: issued) }
  }

  @Test(arguments: ["2024-02-29T00:00:00Z", "2000-02-29T23:59:59Z", "2026-12-31T10:00:00Z"])
  func `real moments are taken`(issued: String) throws {
    #expect(try leaf(issued: issued).issued == issued)
  }

  @Test func `a commitment binds salt and payload`() throws {
    let salt = Leaf.newSalt()
    let payload = Array("payload".utf8)
    let leaf = try Leaf(
      kind: "sheet", audience: "public", publisher: key.name, origin: "o", sequence: 0, previous: nil,
      issued: "2026-11-22T10:00:00Z", commitment: Leaf.commitment(salt: salt, payload: payload))
    #expect(leaf.commitment == Digest(of: salt + payload))
    #expect(leaf.commits(to: payload, salt: salt))
    #expect(!leaf.commits(to: payload + [0], salt: salt))
    #expect(!leaf.commits(to: payload, salt: Leaf.newSalt()))
    // Moving the border between the two would give the same joined bytes.
    #expect(!leaf.commits(to: Array(payload.dropFirst()), salt: salt + payload.prefix(1)))
    #expect(throws: SealingError.saltLength(31)) {
      try Leaf.commitment(salt: Array(salt.dropLast()), payload: payload)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, by new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
