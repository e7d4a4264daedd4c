import Sealing

/// What a client counts within a line (Language Server Protocol 3.17, `PositionEncodingKind`).
enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The cheapest that the client offers; UTF-16 where it says nothing.
  init(offeredBy capabilities: JSONValue?) {
    let offered = (capabilities?["general"]?["positionEncodings"]?.asArray ?? []).compactMap(\.asString)
    self = Self.allCases.first { offered.contains($0.rawValue) } ?? .utf16
  }

  /// How much a character counts, by its first byte in UTF-8; bytes within a character count nothing of their own.
  func width(_ byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}
