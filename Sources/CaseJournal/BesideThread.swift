import Glibc

/// Work on a thread of its own, beside whoever began it.
///
/// What the work touches belongs to it alone from `begin` to `wait`; joining hands it back, so that nothing is
/// ever shared.
package struct BesideThread {
  private let thread: pthread_t

  /// What a thread is given: held until the work is done, even when whoever began it fails first.
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Begins that work; nil where no thread is to be had, and then nothing was begun.
  package static func begin(_ body: @escaping () -> Void) -> BesideThread? {
    var started = pthread_t()
    // SAFETY: retained here once and released once, by the thread when it takes the work over, or below.
    let held = unsafe Unmanaged.passRetained(Work(body))
    let context = unsafe held.toOpaque()
    // Signals are for whoever began it: one that ended up here would not wake a wait for keys.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    let failed = unsafe pthread_create(
      &started, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        }
        return nil
      }, context)
    if failed == 0 { return BesideThread(thread: started) }
    unsafe held.release()
    return nil
  }

  /// Waits until the work is done; once only.
  package func wait() { pthread_join(thread, nil) }
}
