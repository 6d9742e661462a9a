import Glibc
import Synchronization

/// A place among the few who queue for the lease.
///
/// Fifty writers in one queue hand the lease round line by line: each is woken for every turn, to fold the
/// forty-nine lines of the others first. So sixteen queue and the rest sleep before it, without being woken. Who
/// had to wait for a place keeps it for some milliseconds, then the next has it.
///
/// It is a courtesy and no more: who gets no place in time goes on without one, and only the lease says who appends.
final class AppendTurn {
  /// Enough that each sync serves many lines: with half as many fifty writers record a sixteenth less, with twice as
  /// many hardly more (measured on two processors).
  static let places = 16
  /// Nanoseconds a place is kept by who had to wait for it.
  private static let kept: Int64 = 20_000_000
  /// Milliseconds anybody waits for a place: whoever has it may be stopped.
  private static let patience = 200
  /// Where in the lock file the tickets are counted, behind the note of who holds the lease.
  private static let ticketPlace = 64

  private let file: Int32
  private let calls: SystemCalls
  private var place: TakenPlace?
  /// Whether all places were taken when one was last asked for: then no append begins without one.
  private(set) var isCrowded = false
  /// Gives the place back when its time is over, should nothing more be appended.
  private var keeper: BesideThread?

  init(_ file: Int32, _ calls: SystemCalls) {
    self.file = file
    self.calls = calls
  }

  deinit {
    keeper?.wait()
    place?.leave()
  }

  /// Takes a place, waiting for one where all are taken, that many milliseconds at most; true where it waited.
  func begin(patience: Int = .max) -> Bool {
    if let place, place.takeAgain() { return false }
    place = nil
    keeper?.wait()
    keeper = nil
    let ticket = takeTicket()
    // Where all were taken the last time, they are asked for one by one no more: those who queue pay for it.
    for turn in 0..<(isCrowded ? 1 : AppendTurn.places) {
      let number = (ticket + turn) % AppendTurn.places
      guard calls.takePlace(file, number, 0) >= 0 else { continue }
      place = TakenPlace(number, in: file, until: 0, calls)
      isCrowded = false
      return false
    }
    isCrowded = true
    let number = ticket % AppendTurn.places
    if calls.takePlace(file, number, min(patience, AppendTurn.patience)) >= 0 {
      place = TakenPlace(number, in: file, until: monotonicNow() + AppendTurn.kept, calls)
    }
    return true
  }

  /// The number of our place, one further than whoever came before: so the queues before them are equally long.
  ///
  /// Counted in the lock file without a lock: two who get the same number queue behind each other.
  private func takeTicket() -> Int {
    var bytes: [UInt8] = [0, 0]
    _ = calls.read(file, &bytes, 0..<2, AppendTurn.ticketPlace)
    let ticket = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
    let after = ticket &+ 1
    bytes = [UInt8(truncatingIfNeeded: after), UInt8(truncatingIfNeeded: after >> 8)]
    _ = calls.overwrite(file, bytes.span, AppendTurn.ticketPlace)
    return Int(ticket)
  }

  /// Gives the place back, or keeps it for the next append where its time is not over.
  func end() {
    guard let place else { return }
    if monotonicNow() < place.until {
      if keeper == nil { keeper = BesideThread.begin { place.leaveInTime() } }
      if keeper != nil {
        place.keep()
        // Asked again: the keeper may have looked just before there was anything to give back.
        if monotonicNow() < place.until { return }
      }
    }
    place.leave()
    self.place = nil
  }
}

/// One of the places, while it is ours; told from two threads, the one that appends and the keeper's.
private final class TakenPlace: Sendable {
  /// When it is to be given back, on the monotonic clock in nanoseconds.
  let until: Int64
  private let number: Int
  private let file: Int32
  private let giveBack: @Sendable (Int32, Int) -> Void
  private let state = Atomic<UInt8>(TakenPlace.appending)

  private static let appending: UInt8 = 0
  private static let kept: UInt8 = 1
  private static let left: UInt8 = 2

  init(_ number: Int, in file: Int32, until: Int64, _ calls: SystemCalls) {
    self.number = number
    self.file = file
    self.until = until
    giveBack = calls.leavePlace
  }

  /// Ours for another append, or still for the same one; false where it was given back.
  func takeAgain() -> Bool {
    change(TakenPlace.kept, TakenPlace.appending) || state.load(ordering: .acquiring) == TakenPlace.appending
  }

  func keep() { _ = change(TakenPlace.appending, TakenPlace.kept) }

  func leave() {
    if state.exchange(TakenPlace.left, ordering: .acquiringAndReleasing) != TakenPlace.left {
      giveBack(file, number)
    }
  }

  /// Sleeps until its time is over, and gives it back unless something is being appended just then.
  func leaveInTime() {
    var end = timespec(tv_sec: Int(until / 1_000_000_000), tv_nsec: Int(until % 1_000_000_000))
    // SAFETY: the call reads the one value it is given.
    while unsafe clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &end, nil) == EINTR {}
    if change(TakenPlace.kept, TakenPlace.left) { giveBack(file, number) }
  }

  private func change(_ from: UInt8, _ to: UInt8) -> Bool {
    state.compareExchange(expected: from, desired: to, ordering: .acquiringAndReleasing).exchanged
  }
}

/// Nanoseconds of the clock that never goes back.
private func monotonicNow() -> Int64 {
  var time = timespec()
  // SAFETY: the call fills the one value it is given.
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
