import Foundation

/// System calls that no plugin needs and that would open ways around its limits (seccomp(2)): new namespaces
/// and mounts, in which folders without a size can be made; memory that belongs to no process; and interfaces
/// of the kernel that have often had faults. They fail as if they were not permitted.
enum SystemCallFilter {
  /// The program of the filter, for `bwrap --seccomp`; `nil` on processors that it was not written for.
  static var program: [UInt8]? {
    guard let machine = Machine.current else { return nil }
    var code: [Instruction] = [
      Instruction(loadWord, architectureOffset),
      Instruction(jumpIfEqual, machine.architecture, then: 1, otherwise: 0),
      Instruction(give, killProcess),
      Instruction(loadWord, numberOffset),
    ]
    // The processor's second set of numbers (x32) would lead past the list.
    code += [
      Instruction(jumpIfAtLeast, 0x4000_0000, then: 0, otherwise: 1), Instruction(give, fail | missing),
    ]
    // Glibc falls back on clone, whose flags can be looked at.
    code += [Instruction(jumpIfEqual, 435, then: 0, otherwise: 1), Instruction(give, fail | missing)]
    for number in machine.refused + sharedRefused {
      code += [
        Instruction(jumpIfEqual, number, then: 0, otherwise: 1), Instruction(give, fail | notPermitted),
      ]
    }
    code += [
      Instruction(jumpIfEqual, machine.clone, then: 0, otherwise: 3),
      Instruction(loadWord, firstArgumentOffset),
      Instruction(jumpIfAnyBit, 0x1000_0000, then: 0, otherwise: 1),
      Instruction(give, fail | notPermitted),
      Instruction(give, allow),
    ]
    return code.flatMap(\.bytes)
  }

  private struct Machine {
    /// AUDIT_ARCH_…
    let architecture: UInt32
    let clone: UInt32
    let refused: [UInt32]

    static var current: Machine? {
      #if os(Linux) && arch(x86_64)
        // unshare, setns, mount, umount2, pivot_root, chroot, ptrace, memfd_create, shmget, add_key,
        // request_key, keyctl, bpf, perf_event_open, userfaultfd.
        Machine(
          architecture: 0xc000_003e, clone: 56,
          refused: [272, 308, 165, 166, 155, 161, 101, 319, 29, 248, 249, 250, 321, 298, 323])
      #elseif os(Linux) && arch(arm64)
        Machine(
          architecture: 0xc000_00b7, clone: 220,
          refused: [97, 268, 40, 39, 41, 51, 117, 279, 194, 217, 218, 219, 280, 241, 282])
      #else
        nil
      #endif
    }
  }

  /// io_uring_setup, _enter and _register; open_tree, move_mount, fsopen, fsconfig, fsmount, fspick;
  /// mount_setattr; memfd_secret: numbers that all processors share.
  private static let sharedRefused: [UInt32] = [425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 447]

  /// An instruction of the kernel's filter machine (`struct sock_filter`).
  private struct Instruction {
    let code: UInt16
    let value: UInt32
    let then: UInt8
    let otherwise: UInt8

    init(_ code: UInt16, _ value: UInt32, then: UInt8 = 0, otherwise: UInt8 = 0) {
      (self.code, self.value, self.then, self.otherwise) = (code, value, then, otherwise)
    }

    var bytes: [UInt8] {
      withUnsafeBytes(of: code) { Array($0) } + [then, otherwise] + withUnsafeBytes(of: value) { Array($0) }
    }
  }

  // linux/bpf_common.h and linux/seccomp.h.
  private static let loadWord: UInt16 = 0x20
  private static let jumpIfEqual: UInt16 = 0x15
  private static let jumpIfAtLeast: UInt16 = 0x35
  private static let jumpIfAnyBit: UInt16 = 0x45
  private static let give: UInt16 = 0x06
  private static let allow: UInt32 = 0x7fff_0000
  private static let fail: UInt32 = 0x0005_0000
  private static let killProcess: UInt32 = 0x8000_0000
  private static let notPermitted = UInt32(EPERM)
  private static let missing = UInt32(ENOSYS)
  // struct seccomp_data.
  private static let numberOffset: UInt32 = 0
  private static let architectureOffset: UInt32 = 4
  private static let firstArgumentOffset: UInt32 = 16
}
