import Diagnostics
import Documents
import Frameworks
import Profiles

/// Whether what a pack brings along is what it says: each part is read and checked like any other document.
public struct PackChecks {
  private let pack: PluginManifest.Pack
  private let folder: String
  private let library: FrameworkLibrary

  /// - Parameter library: where frameworks are found that the pack builds on.
  public init(_ pack: PluginManifest.Pack, in folder: String, library: FrameworkLibrary) {
    self.pack = pack
    self.folder = folder
    self.library = library
  }

  /// - Throws: `noInput` where a file is missing or may not be read.
  public func run(_ sources: inout SourceMap, into bag: inout DiagnosticBag) throws(Failure) {
    let own = FrameworkLibrary(folders: pack.libraries(in: folder) + library.folders)
    for path in pack.frameworks {
      for file in try FrameworkLibrary.files(at: "\(folder)/\(path.value)") {
        try framework(file, own, &sources, into: &bag)
      }
    }
    for path in pack.templates {
      for file in try FrameworkLibrary.files(at: "\(folder)/\(path.value)") {
        try framework(file, own, &sources, into: &bag)
      }
    }
    for path in pack.policies {
      let source = try FileReading.source("\(folder)/\(path.value)")
      _ = PolicyReader.read(source, sources.add(source), into: &bag)
    }
    for path in pack.texts { try texts("\(folder)/\(path.value)", own, &sources, into: &bag) }
  }

  private func framework(
    _ file: String, _ library: FrameworkLibrary, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) {
    let source = try FileReading.source(file)
    _ = FrameworkReader.read(sources.add(source), in: &sources, bases: library.beside(file), into: &bag)
  }

  /// Texts are held against the framework that they name.
  private func texts(
    _ file: String, _ library: FrameworkLibrary, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) {
    let source = try FileReading.source(file)
    let id = sources.add(source)
    var form = DiagnosticBag()
    guard let parsed = TextsReader.parse(source, id, into: &form) else { return bag.append(form) }
    let pin = parsed.framework
    let path = try library.path(of: .version(id: pin.id.value, pin.version.value))
    var own = DiagnosticBag()
    let beside = try FileReading.source(path)
    guard
      let framework = FrameworkReader.read(
        sources.add(beside), in: &sources, bases: library.beside(path), into: &own),
      let target = TextsFinder(framework, at: path).target
    else { return bag.append(own) }
    _ = TextsReader.read(source, id, for: target, inherited: [], into: &bag)
  }
}

extension PluginManifest.Pack {
  /// The folders in which its frameworks and crosswalks lie.
  public func libraries(in folder: String) -> [String] {
    (frameworks + crosswalks).map { "\(folder)/\($0.value)" }
  }
}
