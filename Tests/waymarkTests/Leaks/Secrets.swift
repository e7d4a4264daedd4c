import Foundation

/// What must be in no byte that leaves: names, texts and exact counts of a made-up partnership, so odd that they
/// turn up nowhere by chance.
struct Secrets {
  /// By what it is: the bytes that give it away.
  private(set) var needles: [(what: String, bytes: Data)] = []

  /// A word or sentence, in every form in which it could be written down.
  mutating func add(_ what: String, _ text: String) {
    for form in [text, text.lowercased(), text.replacing(" ", with: "%20"), text.replacing(" ", with: "+")] {
      needles.append((what, Data(form.lowercased().utf8)))
    }
    let units = text.lowercased().utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    needles.append((what, Data(units)))
  }

  /// How many schools have each point, in every form in which a program would write it down.
  mutating func add(_ what: String, counts: [Int]) {
    let numbers = counts.map(String.init)
    for gap in [", ", ",", " ", ";", "/", "\t", " | ", ",\n      ", "</td><td class=\"num\">"] {
      needles.append((what, Data(numbers.joined(separator: gap).utf8)))
    }
    needles.append((what, Data("[\(numbers.joined(separator: ","))]".utf8)))
  }

  /// What of it some bytes hold, also where they are written in Base 64; nothing where they are safe.
  func found(in data: Data) -> Set<String> {
    var found: Set<String> = []
    // By the first four bytes; no needle is shorter.
    let starts = Dictionary(
      grouping: needles.indices,
      by: { needles[$0].bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } })
    for part in [data] + Self.decoded(data) {
      let small = part.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
      small.withUnsafeBufferPointer { search($0, starts, &found) }
    }
    return found
  }

  /// One walk for all needles: hundreds of them in megabytes would take minutes otherwise.
  private func search(
    _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [UInt32: [Int]], _ found: inout Set<String>
  ) {
    var window: UInt32 = 0
    for index in bytes.indices {
      window = window << 8 | UInt32(bytes[index])
      guard index >= 3, let candidates = starts[window] else { continue }
      for needle in candidates where bytes[(index - 3)...].starts(with: needles[needle].bytes) {
        found.insert(needles[needle].what)
      }
    }
  }

  /// Every run that could be Base 64, with either alphabet, decoded.
  private static func decoded(_ data: Data) -> [Data] {
    var runs: [Data] = []
    var run: [UInt8] = []
    func end() {
      defer { run = [] }
      guard run.count >= 24 else { return }
      var text = run.map {
        $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
      }
      text = Array(text.prefix(text.count / 4 * 4))
      if let bytes = Data(base64Encoded: Data(text)) { runs.append(bytes) }
    }
    for byte in data {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        run.append(byte)
      default: end()
      }
    }
    end()
    return runs
  }
}
