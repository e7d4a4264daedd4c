// swift-tools-version: 6.2
import PackageDescription

// Sources/ follows the way of the data: a target imports only what stands above it here
// (docs/decisions/0001-the-way-of-the-data.md).
let package = Package(
  name: "waymark",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "waymark", targets: ["waymark"]),
    .library(
      name: "WaymarkCore",
      targets: [
        "Diagnostics", "Sealing", "Documents", "Expressions", "Frameworks", "Reviews", "Hooks", "Rubrics",
        "Profiles", "Extensions",
      ]),
    .library(name: "WaymarkRegistries", targets: ["Profiles", "Registries", "RegistrySQLite"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    .target(name: "Diagnostics"),
    .target(
      name: "Sealing",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Prio"),
    .target(name: "Documents", dependencies: ["CYaml", "Diagnostics", "Sealing"]),
    .target(name: "Expressions", dependencies: ["Diagnostics"]),
    .target(name: "Frameworks", dependencies: ["Diagnostics", "Documents", "Expressions", "Sealing"]),
    .target(
      name: "Reviews", dependencies: ["Diagnostics", "Documents", "Expressions", "Frameworks", "Sealing"]),
    .target(name: "Hooks", dependencies: ["Diagnostics", "Documents", "Frameworks", "Reviews", "Sealing"]),
    .target(
      name: "Rubrics",
      dependencies: ["Diagnostics", "Documents", "Frameworks", "Hooks", "Reviews", "Sealing"]),
    .target(
      name: "Interchange", dependencies: ["Diagnostics", "Documents", "Frameworks", "Reviews", "Sealing"]),
    .target(
      name: "Profiles",
      dependencies: ["Diagnostics", "Documents", "Frameworks", "Prio", "Reviews", "Rubrics", "Sealing"]),
    .target(
      name: "Workspaces",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Hooks", "Reviews", "Rubrics", "Interchange", "Profiles",
        "Sealing",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Samples",
      dependencies: ["Diagnostics", "Documents", "Frameworks", "Reviews", "Rubrics", "Profiles"]),
    .target(
      name: "Registries",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Prio", "Profiles", "Reviews", "Rubrics", "Sealing",
      ]),
    .target(
      name: "RegistrySQLite",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Profiles", "Registries", "Sealing",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Hooks", "Interchange", "Reviews", "Rubrics", "Profiles",
        "Workspaces",
        "Registries", "Sealing",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Templates/page.css"),
        .embedInCode("Templates/page.mustache"),
        .embedInCode("Templates/framework.css"),
        .embedInCode("Templates/comparability.mustache"),
        .embedInCode("Templates/framework.mustache"),
        .embedInCode("Templates/framework-live.mustache"),
        .embedInCode("Templates/framework-remark.mustache"),
        .embedInCode("Templates/framework-remarks.mustache"),
        .embedInCode("Templates/framework-criterion.mustache"),
        .embedInCode("Templates/framework-asks.mustache"),
        .embedInCode("Templates/framework-marks.mustache"),
        .embedInCode("Templates/framework-box.mustache"),
        .embedInCode("Templates/framework-form.mustache"),
        .embedInCode("Templates/framework-team.mustache"),
        .embedInCode("Templates/framework-process.mustache"),
        .embedInCode("Templates/framework-rules.mustache"),
        .embedInCode("Templates/framework-measures.mustache"),
        .embedInCode("Templates/framework-watch.mustache"),
        .embedInCode("Templates/framework-tools.mustache"),
        .embedInCode("Templates/framework-entries.mustache"),
        .embedInCode("Templates/framework-note.mustache"),
        .embedInCode("Templates/framework-conditions.mustache"),
        .embedInCode("Templates/framework-diff.mustache"),
        .embedInCode("Templates/diff.css"),
        .embedInCode("Templates/paper.css"),
        .embedInCode("Templates/paper.js"),
        .embedInCode("Templates/paper.mustache"),
        .embedInCode("Templates/paper-field.mustache"),
        .embedInCode("Templates/paper-marks.mustache"),
        .embedInCode("Templates/report.css"),
        .embedInCode("Templates/comparison.mustache"),
        .embedInCode("Templates/audit.mustache"),
        .embedInCode("Templates/local.mustache"),
        .embedInCode("Templates/review.css"),
        .embedInCode("Templates/review.mustache"),
        .embedInCode("Templates/review-part.mustache"),
        .embedInCode("Templates/sheet.css"),
        .embedInCode("Templates/sheet.mustache"),
        .embedInCode("Templates/workspace.mustache"),
        .embedInCode("Templates/workspace-figure.mustache"),
      ]),
    .target(
      name: "LanguageServer",
      dependencies: ["Diagnostics", "Documents", "Expressions", "Frameworks", "Reviews", "Sealing"]),
    .target(
      name: "Extensions",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Hooks", "Profiles", "Reviews", "Rubrics", "Sealing",
      ],
      resources: [
        .embedInCode("Kit/Templates/new-check.json.txt"),
        .embedInCode("Kit/Templates/new-check-answer.json.txt"),
        .embedInCode("Kit/Templates/new-python.py.txt"),
        .embedInCode("Kit/Templates/new-python.yaml.txt"),
        .embedInCode("Kit/Templates/new-readme.txt"),
        .embedInCode("Kit/Templates/new-shell.json.txt"),
        .embedInCode("Kit/Templates/new-shell-answer.json.txt"),
        .embedInCode("Kit/Templates/new-shell.sh.txt"),
        .embedInCode("Kit/Templates/new-shell.yaml.txt"),
        .embedInCode("Kit/Templates/new-swift.swift.txt"),
        .embedInCode("Kit/Templates/new-swift.yaml.txt"),
        .embedInCode("Kit/Templates/new-swift-build.txt"),
        .embedInCode("Kit/Templates/new-swift-package.txt"),
      ]),
    // The study behind the policies, from Waymark's own code (`make study`).
    .target(
      name: "Study", dependencies: ["Diagnostics", "Profiles"],
      resources: [.embedInCode("Design/figures.csv")]),
    .executableTarget(name: "waymark-study", dependencies: ["Study"]),
    .executableTarget(
      name: "waymark",
      dependencies: [
        "Diagnostics", "Documents", "Expressions", "Extensions", "Frameworks", "Hooks", "LanguageServer",
        "Reviews", "Rubrics", "Interchange", "Profiles", "Workspaces", "Samples", "Registries",
        "RegistrySQLite", "Reporting",
        "Sealing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests/<Module>Tests mirrors Sources/<Module>; fixtures are read where they lie.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "SealingTests", dependencies: ["Sealing", "TestSupport"]),
    .testTarget(name: "PrioTests", dependencies: ["Prio", "Sealing", "TestSupport"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Diagnostics", "Documents", "Sealing", "TestSupport"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Diagnostics", "Expressions", "TestSupport"]),
    .testTarget(
      name: "FrameworksTests",
      dependencies: ["Diagnostics", "Documents", "Frameworks", "Sealing", "TestSupport"],
      exclude: ["Fixtures", "Crosswalks/Fixtures", "Resolve/Fixtures"]),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "LanguageServer", "Reviews", "Sealing", "TestSupport",
        "waymark",
      ]),
    .testTarget(
      name: "ReviewsTests",
      dependencies: ["Diagnostics", "Documents", "Frameworks", "Reviews", "Sealing", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "RubricsTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Reviews", "Rubrics", "Sealing", "TestSupport",
      ]),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Interchange", "Reviews", "Sealing", "TestSupport",
      ]),
    .testTarget(
      name: "ProfilesTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Profiles", "Reviews", "Rubrics", "Sealing", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(name: "StudyTests", dependencies: ["Diagnostics", "Profiles", "Study", "TestSupport"]),
    .testTarget(
      name: "WorkspacesTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Interchange", "Profiles", "Reviews", "Rubrics", "Sealing",
        "TestSupport", "Workspaces", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "SamplesTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Profiles", "Reviews", "Rubrics", "Samples", "Sealing",
        "TestSupport",
      ]),
    // One suite that every store of a registry passes.
    .target(
      name: "StoreContract",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Profiles", "Registries", "Reviews", "Rubrics", "Sealing",
        "TestSupport",
      ],
      path: "Tests/RegistriesTests/StoreContract"),
    .testTarget(
      name: "RegistriesTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Prio", "Profiles", "Registries", "Reviews", "Rubrics",
        "Sealing",
        "StoreContract", "TestSupport",
      ],
      exclude: ["StoreContract"]),
    .testTarget(
      name: "RegistrySQLiteTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Profiles", "Registries", "RegistrySQLite", "Reviews",
        "Rubrics",
        "Sealing", "StoreContract", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Interchange", "Profiles", "Registries", "Reporting",
        "Reviews",
        "Rubrics", "Sealing", "TestSupport", "Workspaces",
      ],
      exclude: ["Renderers/Snapshots"]),
    .testTarget(
      name: "HooksTests",
      dependencies: [
        "Diagnostics", "Documents", "Frameworks", "Hooks", "Reviews", "Sealing", "TestSupport",
      ]),
    .testTarget(
      name: "ExtensionsTests",
      dependencies: [
        "Diagnostics", "Documents", "Extensions", "Frameworks", "Hooks", "Reviews", "Rubrics", "Sealing",
        "TestSupport",
      ],
      exclude: ["Fixtures", "Hostile/Programs"]),
    .testTarget(name: "waymarkTests", dependencies: ["Profiles", "Sealing", "TestSupport", "waymark"]),
  ]
)
