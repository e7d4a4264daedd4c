import Sealing

/// Encodes what Waymark sends: one message a line.
enum PluginRequest {
  /// Why a request cannot be sent.
  struct Unsendable: Error, Equatable { let what: String }

  /// A call. `files` are told to the plugin as members of `params`, which is an object then.
  static func call(
    id: Int, _ method: String, _ params: PluginParams?, files: [CallFile] = [], folder: String = ""
  ) throws(Unsendable) -> [UInt8] {
    let head = JSONValue.object([
      .init("jsonrpc", "2.0"), .init("id", .int(Int64(id))), .init("method", .string(method)),
    ])
    guard let params else { return try line(head) }
    var body = try encoded(params)
    guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") else {
      throw Unsendable(what: "The params of \(method) are not an object.")
    }
    for file in files {
      let reference = try bytes(.object([.init(file.member, file.reference(in: folder))]))
      let isEmpty = !body.dropFirst().dropLast().contains { $0 != UInt8(ascii: " ") }
      body.removeLast()
      if !isEmpty { body.append(UInt8(ascii: ",")) }
      body.append(contentsOf: reference.dropFirst())
    }
    var line = try bytes(head)
    line.reserveCapacity(line.count + body.count + 16)
    line.removeLast()
    line.append(contentsOf: ",\"params\":".utf8)
    line.append(contentsOf: body)
    line.append(contentsOf: "}\n".utf8)
    return line
  }

  /// Asks the plugin to stop working on a call.
  static func cancel(id: Int) -> [UInt8] {
    Array("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":\(id)}}\n".utf8)
  }

  private static func encoded(_ params: PluginParams) throws(Unsendable) -> [UInt8] {
    switch params {
    case .value(let value): return try bytes(value)
    case .encoded(var bytes):
      // Line breaks in JSON stand only between its parts, where a blank is as good.
      if bytes.contains(0x0a) {
        for index in bytes.indices where bytes[index] == 0x0a { bytes[index] = 0x20 }
      }
      while let last = bytes.last, last == 0x20 || last == 0x0d || last == 0x09 { bytes.removeLast() }
      return bytes
    }
  }

  private static func line(_ value: JSONValue) throws(Unsendable) -> [UInt8] { try bytes(value) + [0x0a] }

  private static func bytes(_ value: JSONValue) throws(Unsendable) -> [UInt8] {
    do throws(JSONError) { return try value.canonicalBytes() } catch {
      throw Unsendable(what: "A value cannot be sent to a plugin. \(error)")
    }
  }
}
