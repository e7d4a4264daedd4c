import Expressions
import Testing

/// Made-up values for the variables of ``CheckWorld``.
enum CheckSamples {
  static func activation() throws -> Activation {
    let moment = try #require(Timestamp(seconds: 1_790_000_000))
    let span = try #require(TimeSpan(seconds: 7_200))
    let answers: [Value] = [("secure", 3), ("emerging", 1)].map { point, value in
      .record(
        Record(
          CheckWorld.answer,
          [.string(point), .int(value), .string("What was seen."), .list([.string("a"), .string("b")])]))
    }
    let deep = Value.record(Record(CheckWorld.deepAnswer, [.string("deep"), .int(9)]))
    let members: [Value] = [("Ann", "lead"), ("Ben", "reviewer")].map { name, role in
      .record(Record(CheckWorld.member, [.string(name), .string(role)]))
    }
    let counts = try ValueMap([(.string("a"), .int(1)), (.string("ab"), .int(0))])
    let values: [Value] = [
      .map(ValueMap(CheckWorld.criteria, answers + [deep])),
      .record(
        Record(CheckWorld.review, [.timestamp(moment), .string("Ann"), .string("Ben"), .duration(span)])),
      .list(members), .map(counts), .int(7), .int(3), .uint(4), .double(2.5), .string("some words"),
      .bool(true),
      .list((1...40).map { .int($0) }), .list([.int(1), .int(3)]), .bytes(Array("bytes".utf8)),
    ]
    var activation = Activation(CheckWorld.environment)
    for (slot, value) in values.enumerated() { activation[slot] = value }
    return activation
  }
}
