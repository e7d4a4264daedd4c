import Diagnostics
import Documents
import Reviews
import Rubrics
import Sealing
import TestSupport
import Testing

@testable import Profiles

@Suite struct SheetPayloadTests {
  static func sheet() throws -> Sheet {
    let rows: [[UInt8?]] = (0..<9).map { row in
      let second: UInt8? = row < 3 ? 1 : nil
      return [UInt8(row % 4), second, UInt8(row % 3)]
    }
    return try SheetFixtures.sheet(SheetFixtures.request(SheetFixtures.rubric(criteria: 3), rows), seed: 4)
  }

  static func read(_ json: JSONValue) -> Failure? { read((try? json.canonicalBytes()) ?? []) }

  static func read(_ bytes: [UInt8]) -> Failure? {
    do throws(Failure) {
      _ = try Sheet(payload: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is written is read again`() throws {
    let sheet = try Self.sheet()
    let bytes = try sheet.payload()
    #expect(try Sheet(payload: bytes) == sheet)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"schema\":\"waymark.sheet/1\""))
    #expect(text.contains("\"omitted\":[{\"id\":\"c1\",\"reason\":\"below-gate\"}]"))
  }

  /// The plugins that work out a framework's scores stand in its sheets, and nothing else may.
  @Test func `plugins are written, read again, and held to their form`() throws {
    let sheet = try Self.sheet()
    #expect(!String(decoding: try sheet.payload(), as: UTF8.self).contains("through"))
    let stamps = ["b", "a"].map {
      PluginStamp(id: $0, version: SemanticVersion(1, 0, 0), digest: Digest(of: Array($0.utf8)))
    }
    func made(_ through: [PluginStamp]) throws(Failure) -> Sheet {
      try Sheet(
        partnership: sheet.partnership, region: sheet.region, framework: sheet.framework,
        period: sheet.period,
        kind: sheet.kind, policy: sheet.policy, subjects: sheet.subjects, unit: sheet.unit,
        figures: sheet.figures, omitted: sheet.omitted, through: through)
    }
    let stamped = try made(PluginStamp.union(stamps + stamps))
    #expect(stamped.through.map(\.id) == ["a", "b"])
    let bytes = try stamped.payload()
    #expect(try Sheet(payload: bytes) == stamped)
    #expect(throws: Failure.self) { try made(stamps) }
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [
      ("\"plugin\":\"a\"", "\"plugin\":\"A b\""), ("\"version\":\"1.0.0\"}", "\"version\":\"1\"}"),
      ("\"plugin\":\"a\"", "\"plugin\":\"c\""), ("\"plugin\":\"a\"", "\"extra\":1,\"plugin\":\"a\""),
      ("\"plugin\":\"a\"", "\"plugin\":\"a\",\"unsandboxed\":false"),
    ] {
      let other = text.replacing(old, with: new)
      #expect(other != text && Self.read(Array(other.utf8))?.status == .badData, "\(new)")
    }
  }

  /// Every part taken out, renamed, doubled in type: nothing of it is taken.
  @Test func `every key must be there and nothing else`() throws {
    let json = try JSONValue(parsing: Self.sheet().payload())
    var tried = 0
    for mutant in Self.mutants(of: json) {
      let failure = try #require(Self.read(mutant), "\(mutant.prettyText())")
      #expect(failure.status == .badData)
      tried += 1
    }
    #expect(tried > 150)
  }

  static func mutants(of json: JSONValue) -> [JSONValue] {
    switch json {
    case .object(let members):
      var out: [JSONValue] = [.object(members + [JSONValue.Member("extra", 1)]), .null, .array([json])]
      for (index, member) in members.enumerated() {
        var without = members
        without.remove(at: index)
        out.append(.object(without))
        out += mutants(of: member.value).map { value in
          var other = members
          other[index].value = value
          return .object(other)
        }
      }
      return out
    case .array(let elements):
      var out: [JSONValue] = [.null, .object([])]
      for (index, element) in elements.enumerated() {
        out += mutants(of: element).map { value in
          var other = elements
          other[index] = value
          return .array(other)
        }
      }
      return out
    case .string: return [.null, 1, "", .array([json]), .string("\u{7}")]
    case .int, .double: return [.null, "1", true, .array([json]), .double(1.5), .int(-1)]
    default: return []
    }
  }

  @Test(arguments: [
    ("\"mean\":", "mean"), ("\"standardError\":", "standardError"), ("\"sum\":", "does not follow"),
    ("\"n\":", "does not follow"), ("\"interval\":[", "interval"), ("\"criteria\":", "scale"),
  ])
  func `numbers that do not follow are refused`(_ key: String, _ part: String) throws {
    let text = String(decoding: try Self.sheet().payload(), as: UTF8.self)
    let start = try #require(text.range(of: key)?.upperBound)
    let end = try #require(text[start...].firstIndex { $0 == "," || $0 == "}" || $0 == "]" })
    let number = try #require(Double(text[start..<end]))
    let changed = number == number.rounded() ? String(Int(number) + 1) : String(number + 0.001)
    let failure = try #require(Self.read(Array((text[..<start] + changed + text[end...]).utf8)))
    #expect(failure.status == .badData && failure.message.contains(part), "\(failure)")
  }

  @Test func `only the canonical bytes are taken`() throws {
    let text = String(decoding: try Self.sheet().payload(), as: UTF8.self)
    for other in [text + "\n", " " + text, text.replacing("\"kind\":\"self\"", with: "\"kind\": \"self\"")] {
      #expect(Self.read(Array(other.utf8))?.status == .badData)
    }
  }

  @Test(arguments: [
    ("E12000004", "North"), ("2025-26", "2025-27"), ("\"kind\":\"self\"", "\"kind\":\"own\""),
    ("waymark.sheet/1", "waymark.sheet/2"), ("\"1.2.0\"", "\"1.2\""), ("made-up-01", "Made Up"),
    ("sha256:", "sha512:"), ("below-gate", "because"), ("Criterion 0", "Criterion\\u00000"),
    ("\"c2\"", "\"c0\""),
    ("\"c1\"", "\"c0\""), ("\"unit\":\"criterion\"", "\"unit\":\"sections\""),
    ("\"subjects\":9", "\"subjects\":8"),
    ("\"epsilon\":\"2\"", "\"epsilon\":\"4/2\""), ("\"epsilon\":\"2\"", "\"epsilon\":\"0\""),
    ("\"lowest\":1", "\"lowest\":9"), ("\"lowest\":1", "\"lowest\":-9223372036854775808"),
    ("\"highest\":4", "\"highest\":9223372036854775807"), ("\"n\":9", "\"n\":9223372036854775807"),
    ("\"criteria\":1", "\"criteria\":9223372036854775807"),
  ])
  func `impossible values are refused`(_ part: String, _ other: String) throws {
    let text = String(decoding: try Self.sheet().payload(), as: UTF8.self)
    #expect(text.contains(part))
    #expect(Self.read(Array(text.replacing(part, with: other).utf8))?.status == .badData)
  }

  @Test func `no mutated byte traps`() throws {
    let bytes = try Self.sheet().payload()
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<TestEffort.count(2_000, slow: 20_000) {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        mutant[Int.random(in: mutant.indices, using: &generator)] = UInt8.random(
          in: 0x20...0x7e, using: &generator)
      }
      if mutant != bytes, let failure = Self.read(mutant) { #expect(failure.status == .badData) }
    }
  }
}
