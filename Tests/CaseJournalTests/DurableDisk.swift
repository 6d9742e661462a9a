import Foundation
import Glibc

@testable import CaseJournal

/// Keeps what a folder would still hold after a power cut: contents as they were at each file's last sync,
/// names as they were at each directory's.
final class DurableDisk {
  private struct Node: Hashable {
    let device: UInt64
    let number: UInt64
  }
  private enum Entry { case file(Node), folder(Node) }

  let root: String
  /// A disk that says yes to every sync and does nothing: the control.
  var isDeaf = false
  private let real = SystemCalls.real()
  private var contents: [Node: [UInt8]] = [:]
  private var folders: [Node: [String: Entry]] = [:]
  /// Files kept open, so that no number is given to another file.
  private var held: [Node: Int32] = [:]

  /// Everything in that folder counts as synced.
  init(_ root: String) throws {
    self.root = root
    try take(root)
  }

  deinit { for descriptor in held.values { close(descriptor) } }

  private func take(_ path: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    folders[DurableDisk.node(path)] = entries(path)
    for name in names {
      let inner = path + "/" + name
      if DurableDisk.isFolder(inner) {
        try take(inner)
      } else {
        let node = DurableDisk.node(inner)
        held[node] = unsafe open(inner, O_RDONLY | O_CLOEXEC)
        contents[node] = Array(FileManager.default.contents(atPath: inner) ?? Data())
      }
    }
  }

  private func entries(_ path: String) -> [String: Entry] {
    var found: [String: Entry] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      let inner = path + "/" + name
      let node = DurableDisk.node(inner)
      found[name] = DurableDisk.isFolder(inner) ? .folder(node) : .file(node)
    }
    return found
  }

  private static func node(_ path: String) -> Node {
    var status = stat()
    _ = unsafe lstat(path, &status)
    return Node(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path an open descriptor stands for.
  private func path(_ descriptor: Int32) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) ?? ""
  }

  func calls() -> SystemCalls {
    var calls = real
    calls.syncData = { descriptor in self.keep(descriptor) }
    calls.sync = { descriptor in self.keep(descriptor) }
    return calls
  }

  private func keep(_ descriptor: Int32) -> Int {
    if isDeaf { return 0 }
    let path = path(descriptor)
    if DurableDisk.isFolder(path) {
      folders[DurableDisk.node(path)] = entries(path)
    } else {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { return -Int(EBADF) }
      // Through a descriptor of our own: the caller's may be for writing only.
      let bytes = Array(FileManager.default.contents(atPath: "/proc/self/fd/\(descriptor)") ?? Data())
      let node = Node(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
      if held[node] == nil { held[node] = dup(descriptor) }
      contents[node] = bytes
    }
    return 0
  }

  /// What that file held at its last sync.
  func synced(_ path: String) -> [UInt8] { contents[DurableDisk.node(path)] ?? [] }

  /// Writes what is left after a power cut to a folder of its own.
  ///
  /// `chance` decides what became of whatever was not synced: gone, there, or there in part.
  func afterPowerCut(at path: String, _ chance: inout SplitMix) throws {
    try write(DurableDisk.node(root), live: root, to: path, &chance)
  }

  private func write(_ folder: Node, live: String, to target: String, _ chance: inout SplitMix) throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    // Unsynced names of a directory: either all are lost or all are there.
    let names = chance.below(2) == 0 ? folders[folder] ?? [:] : entries(live)
    for (name, entry) in names.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .folder(let node): try write(node, live: live + "/" + name, to: target + "/" + name, &chance)
      case .file(let node):
        let synced = contents[node] ?? []
        let path = live + "/" + name
        let current = DurableDisk.node(path) == node ? FileManager.default.contents(atPath: path) : nil
        let left = left(of: current.map { Array($0) } ?? synced, synced, &chance)
        try Data(left).write(
          to: URL(fileURLWithPath: target + "/" + name))
      }
    }
  }

  private func left(of now: [UInt8], _ synced: [UInt8], _ chance: inout SplitMix) -> [UInt8] {
    // Cut shorter or rewritten: one or the other.
    guard now.starts(with: synced) else { return chance.below(2) == 0 ? synced : now }
    let more = now.count - synced.count
    guard more > 0 else { return synced }
    switch chance.below(4) {
    case 0: return synced
    case 1: return now
    case 2: return Array(now.prefix(synced.count + chance.below(more)))
    default:
      // The length got there, and the bytes only up to a sector.
      let some = chance.below(more)
      return Array(now.prefix(synced.count + some)) + [UInt8](repeating: 0, count: more - some)
    }
  }
}
