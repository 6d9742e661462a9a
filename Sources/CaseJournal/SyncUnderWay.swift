import Glibc

/// One `fdatasync` going on beside us while the next lines are made; it must be finished exactly once.
package final class SyncUnderWay {
  /// Waits for it: 0, or the negated error number.
  package let finish: () -> Int

  /// A sync whose end is told by that closure: for tests.
  package init(finish: @escaping () -> Int) {
    self.finish = finish
  }

  /// Begins a sync of that file by POSIX asynchronous input and output.
  convenience init?(_ file: Int32) {
    let request = UnsafeMutablePointer<aiocb>.allocate(capacity: 1)
    unsafe request.initialize(to: aiocb())
    unsafe request.pointee.aio_fildes = file
    unsafe request.pointee.aio_sigevent.sigev_notify = Int32(SIGEV_NONE)
    guard unsafe aio_fsync(O_DSYNC, request) == 0 else {
      unsafe request.deallocate()
      return nil
    }
    self.init {
      // SAFETY: the request lives until its call has ended, which is what this loop waits for.
      while unsafe aio_error(request) == EINPROGRESS {
        unsafe withUnsafePointer(to: UnsafePointer(request)) { list in
          var requests: UnsafePointer<aiocb>? = unsafe list.pointee
          _ = unsafe aio_suspend(&requests, 1, nil)
        }
      }
      let code = unsafe aio_error(request)
      _ = unsafe aio_return(request)
      unsafe request.deallocate()
      return -Int(code)
    }
  }
}
