// swift-tools-version: 6.2
import PackageDescription

let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let core = Target.Dependency.product(name: "WaymarkCore", package: "waymark")
let registries = Target.Dependency.product(name: "WaymarkRegistries", package: "waymark")
let plugin = Target.PluginUsage.plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
  name: "waymark-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "waymark", path: ".."),
    // Without its default trait it needs no jemalloc; malloc counts then read 0 and are not asked for.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    // The peer of reading: libyaml's events and nothing else, in C.
    .target(name: "EventScan", path: "EventScan", linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "Clock", dependencies: [benchmark], path: "Clock"),
    .target(name: "Generated", path: "Generated"),
    // Every executable right in this folder is taken for a benchmark, so this one lies a folder deeper.
    .executableTarget(name: "WriteFramework", dependencies: ["Generated"], path: "Making/WriteFramework"),
    .executableTarget(
      name: "Reading", dependencies: ["Clock", "EventScan", "Generated", core, benchmark], path: "Reading",
      plugins: [plugin]),
    .executableTarget(
      name: "Scoring", dependencies: ["Clock", core, benchmark], path: "Scoring", plugins: [plugin]),
    .executableTarget(
      name: "Evaluating", dependencies: ["Clock", core, benchmark], path: "Evaluating", plugins: [plugin]),
    .executableTarget(
      name: "Versions", dependencies: ["Clock", "Generated", core, benchmark], path: "Versions",
      plugins: [plugin]),
    .executableTarget(
      name: "Pools", dependencies: ["Clock", core, registries, benchmark], path: "Pools", plugins: [plugin]),
    .executableTarget(
      name: "Plugins", dependencies: ["Clock", core, benchmark], path: "Plugins", exclude: ["trimmed"],
      plugins: [plugin]),
    .executableTarget(
      name: "Sheets", dependencies: ["Clock", core, benchmark], path: "Sheets", plugins: [plugin]),
  ]
)
