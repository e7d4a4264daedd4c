import Prio
import Sealing
import Testing

/// The VDAF draft's vectors of Prio3SumVec, in the order of their operations.
@Suite(
  .enabled(
    if: PrioVector.folder != nil, "WAYMARK_VECTORS does not name the folder with the public test vectors"))
struct SumVecVectorTests {
  @Test(arguments: ["Prio3SumVec_0", "Prio3SumVec_1"])
  func `every message comes out as the draft has it`(_ name: String) throws {
    let vector = try PrioVector(name)
    let reports = try #require(vector.json["reports"]?.asArray)
    var run = try Run(vector, reports: reports)
    let operations = try #require(vector.json["operations"]?.asArray)
    #expect(operations.count >= 21)
    for operation in operations {
      #expect(operation["success"]?.asBool == true)
      let report = PrioVector.integer(operation["report_index"])
      let aggregator = PrioVector.integer(operation["aggregator_id"])
      switch operation["operation"]?.asString {
      case "shard": try run.shard(#require(report))
      case "verify_init": try run.begin(#require(report), #require(aggregator))
      case "verifier_shares_to_message": try run.bringTogether(#require(report))
      case "verify_next": try run.finish(#require(report), #require(aggregator))
      case "aggregate": try run.aggregate(#require(aggregator))
      case "unshard": try run.unshard()
      case let other: Issue.record("\(name) has an operation \(other ?? "without a name")")
      }
    }
  }
}

/// The vector's operations; each takes its input from the vector and is held to the vector's output.
private struct Run {
  let prio: Prio3SumVec
  let vector: PrioVector
  let reports: [JSONValue]
  let context: [UInt8]
  var states: [[Int]: Prio3SumVec.VerifyState] = [:]

  init(_ vector: PrioVector, reports: [JSONValue]) throws {
    self.vector = vector
    self.reports = reports
    context = try vector.bytes("ctx")
    prio = try Prio3SumVec(
      shares: vector.integer("shares"), length: vector.integer("length"),
      maxMeasurement: vector.integer("max_measurement"), chunkLength: vector.integer("chunk_length"))
  }

  private func bytes(_ report: Int, _ name: String) throws -> [UInt8] {
    try #require(PrioVector.bytes(reports[report][name]))
  }

  private func list(_ report: Int, _ name: String) throws -> [[UInt8]] {
    try PrioVector.list(reports[report][name])
  }

  func shard(_ index: Int) throws {
    let measurement = try PrioVector.integers(reports[index]["measurement"])
    let report = try prio.shard(
      measurement, context: context, nonce: bytes(index, "nonce"), random: bytes(index, "rand"))
    #expect(try report.publicShare == bytes(index, "public_share"))
    #expect(try report.inputShares == list(index, "input_shares"))
    #expect(report.publicShare.count == prio.publicShareSize)
    for (aggregator, share) in report.inputShares.enumerated() {
      #expect(try share.count == prio.inputShareSize(aggregator))
    }
  }

  mutating func begin(_ index: Int, _ aggregator: Int) throws {
    let (state, share) = try prio.verifyInit(
      verifyKey: vector.bytes("verify_key"), context: context, aggregator: aggregator,
      nonce: bytes(index, "nonce"), publicShare: bytes(index, "public_share"),
      inputShare: list(index, "input_shares")[aggregator])
    let expected = try PrioVector.list(#require(reports[index]["verifier_shares"]?.asArray?.first))
    #expect(share == expected[aggregator])
    #expect(share.count == prio.verifierShareSize)
    states[[index, aggregator]] = state
  }

  func bringTogether(_ index: Int) throws {
    let shares = try PrioVector.list(#require(reports[index]["verifier_shares"]?.asArray?.first))
    let message = try prio.verifierMessage(context: context, verifierShares: shares)
    #expect(try [message] == list(index, "verifier_messages"))
    #expect(message.count == Prio3SumVec.verifierMessageSize)
  }

  func finish(_ index: Int, _ aggregator: Int) throws {
    let state = try #require(states[[index, aggregator]])
    let share = try prio.verifyNext(state, message: list(index, "verifier_messages")[0])
    #expect(try Field128.bytes(of: share) == list(index, "out_shares")[aggregator])
  }

  func aggregate(_ aggregator: Int) throws {
    var aggregate = prio.emptyAggregate
    for index in reports.indices {
      try prio.add(prio.share(from: list(index, "out_shares")[aggregator]), to: &aggregate)
    }
    #expect(try Field128.bytes(of: aggregate) == PrioVector.list(vector.json["agg_shares"])[aggregator])
  }

  func unshard() throws {
    let shares = try PrioVector.list(vector.json["agg_shares"]).map { try prio.share(from: $0) }
    let sums = try PrioVector.integers(vector.json["agg_result"])
    #expect(try prio.unshard(shares, reports: reports.count) == sums)
  }
}
