import Diagnostics
import Documents
import Frameworks
import Hooks

/// What `plugin.yaml` says: who a plugin is, what it answers, what it may see and how much it may take.
public struct PluginManifest: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  public var title = ""
  public var summary = ""
  public var protocolVersion = Located(0)
  public var licence: String?
  public var homepage: String?
  public var authors: [String] = []
  /// `nil` for a pack.
  public var program: Program?
  public var provides: [Provided] = []
  public var sees: [Located<DataScope>] = []
  public var limits: Limits?
  /// `nil` for a program.
  public var pack: Pack?
  public var place = SourceRange.nowhere

  public init() {}

  /// How a program is started.
  public struct Program: Sendable, Equatable {
    /// Its words; the first is found in the plugin's environment, in its folder (`./…`) or on the system.
    public var command: [Located<String>] = []
    /// Which packages it brings along.
    public var environment: Environment?
    public var place = SourceRange.nowhere

    public init() {}

    public static func == (left: Self, right: Self) -> Bool {
      left.command == right.command && left.environment == right.environment
    }
  }

  /// What installs a program's packages.
  public enum Environment: String, Choice {
    case python

    public var meaning: String { "the packages of `requirements.txt`, for this plugin alone" }
  }

  /// One hook that the plugin answers, for one format or under one name.
  public struct Provided: Sendable, Equatable {
    public var hook = HookName.check
    public var format: Located<String>?
    public var name: Located<String>?
    public var title = ""
    public var fileExtension: String?
    public var mediaType: String?
    /// For an aggregation: on which kinds of scale it makes sense.
    public var accepts: [Scale.Kind] = []
    public var place = SourceRange.nowhere

    public init() {}

    /// The format or the name, by which a person asks for it.
    public var key: String { (format ?? name)?.value ?? "" }

    public static func == (left: Self, right: Self) -> Bool {
      left.hook == right.hook && left.format == right.format && left.name == right.name
        && left.title == right.title && left.fileExtension == right.fileExtension
        && left.mediaType == right.mediaType && left.accepts == right.accepts
    }
  }

  /// The most that the plugin asks for, a call; hooks may allow less.
  public struct Limits: Sendable, Equatable {
    /// In seconds.
    public var time: Int?
    /// Of all its processes together, in MiB.
    public var memory: Int?
    public var processes: Int?
    /// Of one message, in MiB.
    public var message: Int?
    /// Of the files of a call, in MiB.
    public var folder: Int?
    public var place = SourceRange.nowhere

    public init() {}

    public static func == (left: Self, right: Self) -> Bool {
      left.time == right.time && left.memory == right.memory && left.processes == right.processes
        && left.message == right.message && left.folder == right.folder
    }
  }

  /// Data that the plugin brings along: paths inside its folder.
  public struct Pack: Sendable, Equatable {
    /// Folders laid out as `<id>/<version>/framework.yaml`.
    public var frameworks: [Located<String>] = []
    public var crosswalks: [Located<String>] = []
    public var policies: [Located<String>] = []
    /// Texts of frameworks in other languages.
    public var texts: [Located<String>] = []
    /// Frameworks to start from.
    public var templates: [Located<String>] = []

    public init() {}

    public var isEmpty: Bool { paths.isEmpty }
    var paths: [Located<String>] { frameworks + crosswalks + policies + texts + templates }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.version == right.version && left.title == right.title
      && left.summary == right.summary && left.protocolVersion == right.protocolVersion
      && left.licence == right.licence && left.homepage == right.homepage && left.authors == right.authors
      && left.program == right.program && left.provides == right.provides && left.sees == right.sees
      && left.limits == right.limits && left.pack == right.pack
  }
}
