import Foundation
import Sealing
import Testing

/// One file of the VDAF draft's test vectors, under the folder that `WAYMARK_VECTORS` names.
struct PrioVector {
  let json: JSONValue

  static let folder = ProcessInfo.processInfo.environment["WAYMARK_VECTORS"]

  init(_ name: String) throws {
    let folder = try #require(Self.folder)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/vdaf/\(name).json"))
    json = try JSONValue(parsing: Array(bytes))
  }

  func integer(_ name: String) throws -> Int { try #require(PrioVector.integer(json[name])) }

  func bytes(_ name: String) throws -> [UInt8] { try #require(PrioVector.bytes(json[name])) }

  static func integer(_ value: JSONValue?) -> Int? { value?.asInt.flatMap { Int(exactly: $0) } }

  static func integers(_ value: JSONValue?) throws -> [Int] {
    try #require(value?.asArray).map { try #require(integer($0)) }
  }

  static func bytes(_ value: JSONValue?) -> [UInt8]? { value?.asString.flatMap { Hex.decode($0) } }

  static func list(_ value: JSONValue?) throws -> [[UInt8]] {
    try #require(value?.asArray).map { try #require(bytes($0)) }
  }
}
