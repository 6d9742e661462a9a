#define _GNU_SOURCE
#include "lockwait.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void lockwait_woken(int signal) { (void)signal; }

/// Milliseconds until that moment; 0 or less once it is over.
static long lockwait_left(const struct timespec *until) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (until->tv_sec - now.tv_sec) * 1000L + (until->tv_nsec - now.tv_nsec) / 1000000L;
}

/// The timer of this thread, made for its first wait: making one for each would cost as much as the wait.
static __thread timer_t lockwait_timer;
static __thread int lockwait_has_timer;

/// Makes the timer of this thread where it has none; 0 where there is none to be had.
static int lockwait_make_timer(void) {
  int signal = SIGRTMIN + 5;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = lockwait_woken;
  // Without SA_RESTART, so that the wait ends. It stays: another thread may be waiting too.
  if (sigaction(signal, &action, 0) != 0) return 0;
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = signal;
  event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
  lockwait_has_timer = timer_create(CLOCK_MONOTONIC, &event, &lockwait_timer) == 0;
  return lockwait_has_timer;
}

/// Has this thread disturbed from that moment on, again and again: once might fall just before the wait begins.
/// 0 where there is no timer to be had.
static int lockwait_begin(const struct timespec *until) {
  if (!lockwait_has_timer && !lockwait_make_timer()) return 0;
  struct itimerspec times;
  times.it_value = *until;
  times.it_interval.tv_sec = 0;
  times.it_interval.tv_nsec = 20 * 1000000L;
  return timer_settime(lockwait_timer, TIMER_ABSTIME, &times, 0) == 0;
}

/// Has the thread left alone again.
static void lockwait_end(void) {
  struct itimerspec never;
  memset(&never, 0, sizeof never);
  timer_settime(lockwait_timer, 0, &never, 0);
}

#ifndef F_OFD_SETLK
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#endif

/// Locks or lets go one byte of the file at that place, which need not be there; 0 or a negated error number.
///
/// By the open file and not by the process: closing another descriptor of the same file lets go nothing.
static int lockwait_place(int file, int place, int type, int command) {
  struct flock lock;
  memset(&lock, 0, sizeof lock);
  lock.l_type = (short)type;
  lock.l_whence = SEEK_SET;
  lock.l_start = place;
  lock.l_len = 1;
  return fcntl(file, command, &lock) == 0 ? 0 : -errno;
}

int lockwait_take_place(int file, int place) {
  return lockwait_place(file, place, F_WRLCK, F_OFD_SETLK);
}

int lockwait_leave_place(int file, int place) {
  return lockwait_place(file, place, F_UNLCK, F_OFD_SETLK);
}

/// One try for the lock of the file, or where `place` is not negative that kind of lock of that place, waiting or not.
static int lockwait_try(int file, int place, int type, int waits) {
  if (place >= 0) return lockwait_place(file, place, type, waits ? F_OFD_SETLKW : F_OFD_SETLK);
  return flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 ? 0 : -errno;
}

/// Waits for the lock of the file, or for that kind of lock of a place of it.
static int lockwait_locked(int file, int place, int type, int milliseconds) {
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_sec += milliseconds / 1000;
  until.tv_nsec += (long)(milliseconds % 1000) * 1000000L;
  if (until.tv_nsec >= 1000000000L) {
    until.tv_sec += 1;
    until.tv_nsec -= 1000000000L;
  }
  int timed = lockwait_begin(&until);
  sigset_t ours, before;
  sigemptyset(&ours);
  sigaddset(&ours, SIGRTMIN + 5);
  pthread_sigmask(SIG_UNBLOCK, &ours, &before);
  int outcome;
  while (1) {
    // No timer to be had: looking again and again is better than waiting for ever.
    outcome = lockwait_try(file, place, type, timed);
    if (outcome != -EINTR && outcome != -EWOULDBLOCK && outcome != -EACCES) break;
    if (lockwait_left(&until) <= 0) {
      outcome = -ETIMEDOUT;
      break;
    }
    if (!timed) {
      struct timespec pause = {0, 500000L};
      nanosleep(&pause, 0);
    }
  }
  if (timed) lockwait_end();
  pthread_sigmask(SIG_SETMASK, &before, 0);
  return outcome;
}

int lockwait_exclusive(int file, int place, int milliseconds) {
  return lockwait_locked(file, place, F_WRLCK, milliseconds);
}

int lockwait_until_free(int file, int place, int milliseconds) {
  int locked = lockwait_locked(file, place, F_RDLCK, milliseconds);
  return locked < 0 ? locked : lockwait_leave_place(file, place);
}
