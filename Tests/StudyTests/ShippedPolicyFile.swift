import Diagnostics
import Foundation
import Profiles
import TestSupport
import Testing

/// The policies as they are shipped.
enum ShippedPolicyFile {
  static func policy(_ name: String) throws -> Policy {
    let file = Repository.root.appending(path: "Registry/policies/\(name).yaml")
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: file.path, bytes: Array(try Data(contentsOf: file)))
    return try #require(PolicyReader.read(source, map.add(source), into: &bag))
  }
}
