/// The rules for key names of C2SP signed-note, "Format".
enum KeyName {
  /// Refuses an empty name and one with a Unicode space, a plus sign or a control character.
  static func check(_ name: String) throws(SealingError) {
    let allowed = name.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
    }
    guard allowed, !name.isEmpty else { throw .keyName(name) }
  }

  /// Byte for byte: Swift's own `==` on strings also accepts another spelling of the same letters.
  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
