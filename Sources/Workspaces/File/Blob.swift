import Foundation
import GRDB

/// Bytes in and out of the database.
enum Blob {
  static func of(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

  static func bytes(_ value: DatabaseValue) -> [UInt8]? {
    if case .blob(let data) = value.storage { Array(data) } else { nil }
  }
}
