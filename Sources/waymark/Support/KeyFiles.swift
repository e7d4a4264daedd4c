import Diagnostics
import Documents
import Foundation
import Sealing

/// Reads key files.
enum KeyFiles {
  static func signingKey(_ path: String) throws(Failure) -> SigningKey {
    let text = String(decoding: try FileReading.bytes(path, limit: 1 << 16), as: UTF8.self)
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    do throws(SealingError) {
      return try SigningKey(secretText: trimmed)
    } catch {
      if (try? VerifyingKey(text: trimmed)) != nil {
        throw Failure(
          .badData, "\(path) is a public key; signing takes the secret one.",
          help: "Name the file without “.pub” beside it.")
      }
      let why = trimmed.isEmpty ? "it is empty" : "\(error)"
      throw Failure(
        .badData, "\(path) holds no signing key: \(why.hasSuffix(".") ? String(why.dropLast()) : why).",
        help: "Make one with: waymark key new NAME -o FILE")
    }
  }

  /// A public key, named by its `.pub` file or written out.
  static func verifyingKey(_ fileOrText: String) throws(Failure) -> VerifyingKey {
    if let key = try? VerifyingKey(text: fileOrText.filter { !$0.isWhitespace }) { return key }
    let text = String(decoding: try FileReading.bytes(fileOrText, limit: 1 << 16), as: UTF8.self)
    do throws(SealingError) {
      return try VerifyingKey(text: text.trimmingCharacters(in: .whitespacesAndNewlines))
    } catch {
      throw Failure(
        .badData, "\(fileOrText) holds no public key.",
        help: "Name the .pub file that `waymark key new` wrote, or give its one line.")
    }
  }
}
