import Diagnostics
import Documents
import Foundation
import Sealing

/// Reads key files.
enum KeyFiles {
  static func signingKey(_ path: String) throws(Failure) -> SigningKey {
    let text = String(decoding: try FileReading.bytes(path, limit: 1 << 16), as: UTF8.self)
    do throws(SealingError) {
      return try SigningKey(secretText: text.trimmingCharacters(in: .whitespacesAndNewlines))
    } catch {
      throw Failure(
        .badData, "\(path) holds no signing key: \(error).",
        help: "Make one with: waymark key new NAME -o FILE")
    }
  }
}
