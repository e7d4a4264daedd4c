import Diagnostics
import Prio
import Profiles
import Sealing

/// One registry's part of checking a contribution: of its proof, and of each criterion's cell sum. Both parts together
/// say whether the hidden counts are possible and add up to what was declared, and nothing else.
struct PoolCheck: Equatable {
  static let schema = "waymark.pool-check/1"

  let task: Digest
  let contribution: Digest
  let verifierShare: [UInt8]
  /// Criterion by criterion.
  let cellSums: [Field128]

  var json: JSONValue {
    [
      "schema": .string(Self.schema), "task": .string(task.description),
      "contribution": .string(contribution.description),
      "verifierShare": .string(Base64.encode(verifierShare)),
      "cellSums": .string(Base64.encode(Field128.bytes(of: cellSums))),
    ]
  }

  init(task: Digest, contribution: Digest, verifierShare: [UInt8], cellSums: [Field128]) {
    (self.task, self.contribution) = (task, contribution)
    (self.verifierShare, self.cellSums) = (verifierShare, cellSums)
  }

  init?(_ json: JSONValue, criteria: Int) {
    guard json.asObject?.count == 5, let task = json["task"]?.asString.flatMap({ Digest(text: $0) }),
      let contribution = json["contribution"]?.asString.flatMap({ Digest(text: $0) }),
      let verifierShare = json["verifierShare"]?.asString.flatMap({ Base64.decode($0) }),
      let sums = json["cellSums"]?.asString.flatMap({ Base64.decode($0) }),
      let cellSums = try? Field128.vector(from: sums, count: criteria)
    else { return nil }
    self.init(task: task, contribution: contribution, verifierShare: verifierShare, cellSums: cellSums)
  }
}

/// The contributions that a registry found sound when it closed a pool.
struct PoolList: Equatable {
  static let schema = "waymark.pool-list/1"

  let task: Digest
  /// Sorted.
  let contributions: [Digest]

  var json: JSONValue {
    [
      "schema": .string(Self.schema), "task": .string(task.description),
      "contributions": .array(contributions.map { .string($0.description) }),
    ]
  }

  init(task: Digest, contributions: [Digest]) {
    (self.task, self.contributions) = (task, contributions.sorted())
  }

  init?(_ json: JSONValue) {
    guard json.asObject?.count == 3, let task = json["task"]?.asString.flatMap({ Digest(text: $0) }),
      let listed = json["contributions"]?.asArray
    else { return nil }
    let contributions = listed.compactMap { $0.asString.flatMap { Digest(text: $0) } }
    guard contributions.count == listed.count, zip(contributions, contributions.dropFirst()).allSatisfy(<)
    else { return nil }
    self.init(task: task, contributions: contributions)
  }
}

extension PoolMessage {
  /// Reads a message that one of a pool's registries should have signed.
  ///
  /// - Throws: `badData`; `refused` where it did not sign it.
  init(reading bytes: [UInt8], of task: PoolTask, id: Digest, from place: Int) throws(Failure) {
    let schemas = [
      PoolCheck.schema: Step.check, PoolList.schema: .list, PoolShare.schema: .share,
    ]
    let noun = "registry's message"
    let (note, json) = try PoolNote.read(bytes, schemas: Array(schemas.keys), noun: noun)
    guard let step = schemas[json["schema"]?.asString ?? ""] else {
      throw Failure(.badData, "This is no \(noun).")
    }
    try PoolNote.check(note, signedBy: [task.registries[place].key], noun: noun)
    var subject = id
    var named: Digest?
    switch step {
    case .check:
      let check = PoolCheck(json, criteria: task.criteria.count)
      (named, subject) = (check?.task, check?.contribution ?? id)
    case .list: named = PoolList(json)?.task
    case .share:
      let share = try PoolShare.read(bytes, of: task)
      named = share.registry == task.registries[place].origin ? share.task : nil
    }
    guard let named else { throw Failure(.badData, "This \(noun) is not as it should be.") }
    guard named == id else {
      throw PoolRule.otherTask.refusal(
        "A message of “\(task.registries[place].origin)” belongs to another pool.",
        help: "Name the outbox of the pool's other registry.")
    }
    self.init(Key(task: id, place: place, step: step, subject: subject), bytes)
  }

  /// The signed content of a message that was read before.
  func content() throws(Failure) -> JSONValue {
    do {
      return try JSONValue(parsing: Array(SignedNote(parsing: bytes).text.utf8))
    } catch {
      throw Failure(.badData, "A message of a pool is damaged. \(error)", help: "Restore a backup.")
    }
  }
}
