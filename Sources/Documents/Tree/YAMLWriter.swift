import CYaml
import Sealing

/// Writes a value as YAML that every YAML program reads as the same value: block style, one key a line, and quotes
/// wherever a text could be taken for a number, a date or a word such as `no`.
public enum YAMLWriter {
  /// The document, ended by a line end.
  ///
  /// - Parameter width: where long texts are folded, in characters.
  public static func text(_ value: JSONValue, width: Int = 100) -> String {
    var emission = Emission(width: width)
    return emission.write(value)
  }

  /// Whether some YAML program reads a plain scalar as something else than text.
  static func isAmbiguous(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    if first <= 0x20 || last <= 0x20 { return true }
    if words.contains(text.lowercased()) || text == "~" || text == "=" || text == "<<" { return true }
    // Numbers in all their bases, dates, times and sexagesimals start so; an id such as 2-stars does as well.
    let isNumberLike =
      first == UInt8(ascii: "+") || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    return isNumberLike
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: "+-._:xXoOTtZz inNfFaA".utf8.contains(byte)
        }
      }
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]
}

private struct Emission {
  private let width: Int

  init(width: Int) { self.width = width }

  mutating func write(_ value: JSONValue) -> String {
    let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    let output = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    output.initialize(to: [])
    defer {
      output.deinitialize(count: 1)
      output.deallocate()
      emitter.deallocate()
    }
    guard yaml_emitter_initialize(emitter) == 1 else { return "" }
    defer { yaml_emitter_delete(emitter) }
    yaml_emitter_set_output(
      emitter,
      { context, bytes, count in
        guard let context, let bytes else { return 0 }
        context.assumingMemoryBound(to: [UInt8].self).pointee
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, output)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, Int32(width))
    yaml_emitter_set_indent(emitter, 2)
    emit(emitter) { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit(emitter) { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    node(value, emitter)
    emit(emitter) { yaml_document_end_event_initialize($0, 1) }
    emit(emitter) { yaml_stream_end_event_initialize($0) }
    yaml_emitter_flush(emitter)
    return String(decoding: output.pointee, as: UTF8.self)
  }

  private func emit(
    _ emitter: UnsafeMutablePointer<yaml_emitter_t>, _ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32
  ) {
    var event = yaml_event_t()
    guard make(&event) == 1 else { return }
    // The emitter frees the event, whether it likes it or not.
    yaml_emitter_emit(emitter, &event)
  }

  private func node(_ value: JSONValue, _ emitter: UnsafeMutablePointer<yaml_emitter_t>) {
    switch value {
    case .null: scalar("null", YAML_PLAIN_SCALAR_STYLE, emitter)
    case .bool(let value): scalar(value ? "true" : "false", YAML_PLAIN_SCALAR_STYLE, emitter)
    case .int(let value): scalar(String(value), YAML_PLAIN_SCALAR_STYLE, emitter)
    case .double:
      scalar(
        (try? value.canonicalBytes()).map { String(decoding: $0, as: UTF8.self) } ?? "null",
        YAML_PLAIN_SCALAR_STYLE, emitter)
    case .string(let text): self.text(text, emitter)
    case .array(let list):
      let style = list.isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
      emit(emitter) { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
      for element in list { node(element, emitter) }
      emit(emitter) { yaml_sequence_end_event_initialize($0) }
    case .object(let members):
      let style = members.isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
      emit(emitter) { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
      for member in members {
        text(member.key, emitter)
        node(member.value, emitter)
      }
      emit(emitter) { yaml_mapping_end_event_initialize($0) }
    }
  }

  private func text(_ text: String, _ emitter: UnsafeMutablePointer<yaml_emitter_t>) {
    let style =
      YAMLWriter.isAmbiguous(text)
      ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
      : text.contains("\n") ? YAML_LITERAL_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE
    scalar(text, style, emitter)
  }

  private func scalar(
    _ text: String, _ style: yaml_scalar_style_t, _ emitter: UnsafeMutablePointer<yaml_emitter_t>
  ) {
    var bytes = Array(text.utf8)
    let count = Int32(bytes.count)
    bytes.append(0)
    bytes.withUnsafeBufferPointer { buffer in
      emit(emitter) { yaml_scalar_event_initialize($0, nil, nil, buffer.baseAddress, count, 1, 1, style) }
    }
  }
}
