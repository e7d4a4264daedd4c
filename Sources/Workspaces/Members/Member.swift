import Diagnostics
import Documents
import GRDB
import Reviews
import Sealing

/// A school, or whatever else a partnership's framework reviews.
public struct Member: Sendable, Equatable {
  /// A school's URN, or a slug that the partnership chose.
  public var id: String
  public var name: String
  /// The region's code at the Office for National Statistics.
  public var region: String
  public var phase: Phase?
  /// Since when; `nil` for as long as anybody needs to know. Nobody misses its reviews of the years before.
  public var joined: Day?
  /// The partnership that it was in before, where a list of members says so; kept in its history only.
  public var movedFrom: String?

  public init(
    id: String, name: String, region: String, phase: Phase? = nil, joined: Day? = nil,
    movedFrom: String? = nil
  ) {
    (self.id, self.name, self.region, self.phase, self.joined) = (id, name, region, phase, joined)
    self.movedFrom = movedFrom
  }

  /// As people read it: `Hill School (123456)`.
  public var label: String { "\(name) (\(id))" }

  func check() throws(Failure) {
    guard SubjectRule.isSubject(id) else {
      throw Failure(
        .badData, "“\(id)” cannot be a member's id.", help: "An id is \(SubjectRule.meaning).")
    }
    guard !name.trimmed.isEmpty else { throw Failure(.badData, "The member \(id) has no name.") }
    guard RegionRule.isCode(region) else { throw RegionRule.failure(region) }
  }
}

/// Which years of pupils a school teaches.
public enum Phase: String, Choice {
  case nursery, primary, middle, secondary
  case allThrough = "all-through"
  case post16 = "post-16"
  case special, alternative

  public var meaning: String {
    switch self {
    case .nursery: "before school age"
    case .primary: "primary years"
    case .middle: "between primary and secondary"
    case .secondary: "secondary years"
    case .allThrough: "primary and secondary years"
    case .post16: "colleges and sixth forms"
    case .special: "special schools, of any age"
    case .alternative: "alternative provision, of any age"
    }
  }
}

extension Member {
  init(_ row: Row) throws {
    id = try row.text("id")
    name = try row.text("name")
    region = try row.text("region")
    phase = try row.optionalText("phase") == nil ? nil : try row.word("phase")
    joined = try row.optionalDay("joined")
  }

  init?(_ json: JSONValue?) {
    guard let json, let id = json["id"]?.asString, let name = json["name"]?.asString,
      let region = json["region"]?.asString
    else { return nil }
    self.init(
      id: id, name: name, region: region, phase: json["phase"]?.asString.flatMap { Phase(rawValue: $0) },
      joined: json["joined"]?.asString.flatMap { Day($0) })
  }

  var json: JSONValue {
    [
      "id": .string(id), "name": .string(name), "region": .string(region),
      "phase": phase.map { .string($0.rawValue) } ?? .null,
      "joined": joined.map { .string($0.description) } ?? .null,
    ]
  }
}
