import Documents
import Sealing

/// Schools that a release leaves out, and why: for the partnership's lead, never published.
public struct LeftOut: Sendable, Hashable {
  public let rule: ReleaseRule
  /// The criterion's path or the section's id; `nil` where it is everything.
  public let unit: String?
  /// What people call it.
  public let title: String?
  /// Members' ids, in order.
  public let members: [String]
  /// The first day on which they may be part of a release again, where that is known.
  public let until: Day?

  /// As people read it: `3 schools were left out of “Our impact” until 2028-09-14: rule “cap”`.
  public var words: String {
    let schools = members.count == 1 ? "1 school" : "\(members.count) schools"
    let were = members.count == 1 ? "was" : "were"
    switch rule {
    case .late:
      return
        "\(schools) came too late and \(members.count == 1 ? "waits" : "wait") for the next school year: rule “late”"
    case .correction:
      return
        "\(schools) \(were) reviewed anew since, which counts from the next school year on: rule “correction”"
    case .withdrawn:
      return
        "\(schools) withdrew \(members.count == 1 ? "its" : "their") consent since; what was published stays as it is: rule “withdrawn”"
    default: break
    }
    let what = title.map { " of “\($0)”" } ?? ""
    let end = until.map { " until \($0)" } ?? ""
    return "\(schools) \(were) left out\(what)\(end): rule “\(rule.rawValue)”"
  }
}

extension LeftOut {
  var json: JSONValue {
    [
      "rule": .string(rule.rawValue), "unit": unit.map { .string($0) } ?? .null,
      "title": title.map { .string($0) } ?? .null, "members": .array(members.map { .string($0) }),
      "until": until.map { .string($0.description) } ?? .null,
    ]
  }

  init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.asString.flatMap({ ReleaseRule(rawValue: $0) }),
      let members = json["members"]?.asArray?.compactMap(\.asString)
    else { return nil }
    (self.rule, self.members) = (rule, members)
    (unit, title) = (json["unit"]?.asString, json["title"]?.asString)
    until = json["until"]?.asString.flatMap { Day($0) }
  }

  /// Why one member is left out of one unit, or of everything.
  typealias Reason = (rule: ReleaseRule, unit: (id: String, title: String)?, member: String, until: Day?)

  /// One for each rule, unit and day, in the order in which they first came.
  static func gathered(_ reasons: [Reason]) -> [LeftOut] {
    struct Key: Hashable {
      let rule: ReleaseRule
      let unit: String?
      let until: Day?
    }
    var order: [(Key, String?)] = []
    var members: [Key: [String]] = [:]
    for reason in reasons {
      let key = Key(rule: reason.rule, unit: reason.unit?.id, until: reason.until)
      if members[key] == nil { order.append((key, reason.unit?.title)) }
      members[key, default: []].append(reason.member)
    }
    return order.map { key, title in
      LeftOut(
        rule: key.rule, unit: key.unit, title: title, members: (members[key] ?? []).sorted(),
        until: key.until)
    }
  }
}
