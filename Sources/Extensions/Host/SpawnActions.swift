import Foundation

#if os(Linux)
  /// Two steps of posix_spawn(3) that glibc has but does not show to Swift, looked up by name: they came with
  /// glibc 2.29 and 2.34.
  enum SpawnActions {
    private typealias ChangeFolder =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
    private typealias CloseFrom =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    private static let change = dlsym(nil, "posix_spawn_file_actions_addchdir_np")
      .map { unsafeBitCast($0, to: ChangeFolder.self) }
    private static let close = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np")
      .map { unsafeBitCast($0, to: CloseFrom.self) }

    /// Lets the program begin in a folder. Not 0 where that cannot be done.
    static func changeFolder(_ actions: inout posix_spawn_file_actions_t, _ folder: String) -> Int32 {
      change?(&actions, folder) ?? ENOSYS
    }

    /// Lets the program inherit nothing from a number on.
    static func closeOthers(_ actions: inout posix_spawn_file_actions_t, from first: Int32) {
      if let close, close(&actions, first) == 0 { return }
      // Before glibc 2.34: nothing that is open now is handed on.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
        guard let number = Int32(name), number >= first else { continue }
        _ = fcntl(number, F_SETFD, fcntl(number, F_GETFD) | FD_CLOEXEC)
      }
    }
  }
#endif
