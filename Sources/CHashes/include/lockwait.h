// Waiting for a whole-file lock in the kernel's own queue, but not for ever.
//
// `flock` waits without limit, and polling for it starves whoever sleeps at the wrong moment. The caller waits in
// the queue itself; a timer of its own gets it out again. A thread that waits in its place would cost a stack and
// two more changes of process for every turn.
#ifndef REDRESS_LOCKWAIT_H
#define REDRESS_LOCKWAIT_H

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static inline void lockwait_woken(int signal) { (void)signal; }

/// Milliseconds until that moment; 0 or less once it is over.
static inline long lockwait_left(const struct timespec *until) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (until->tv_sec - now.tv_sec) * 1000L + (until->tv_nsec - now.tv_nsec) / 1000000L;
}

/// Begins a timer that disturbs this thread from that moment on, again and again: once might fall just before
/// the wait begins. 0 where there is none to be had.
static inline int lockwait_begin(timer_t *timer, const struct timespec *until) {
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
  if (timer_create(CLOCK_MONOTONIC, &event, timer) != 0) return 0;
  struct itimerspec times;
  times.it_value = *until;
  times.it_interval.tv_sec = 0;
  times.it_interval.tv_nsec = 20 * 1000000L;
  if (timer_settime(*timer, TIMER_ABSTIME, &times, 0) == 0) return 1;
  timer_delete(*timer);
  return 0;
}

/// Waits up to that many milliseconds for an exclusive lock on the file: 0, or a negated error number,
/// -ETIMEDOUT where the time is over. Nothing of the wait is left then.
static inline int lockwait_exclusive(int file, int milliseconds) {
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_sec += milliseconds / 1000;
  until.tv_nsec += (long)(milliseconds % 1000) * 1000000L;
  if (until.tv_nsec >= 1000000000L) {
    until.tv_sec += 1;
    until.tv_nsec -= 1000000000L;
  }
  timer_t timer;
  int timed = lockwait_begin(&timer, &until);
  sigset_t ours, before;
  sigemptyset(&ours);
  sigaddset(&ours, SIGRTMIN + 5);
  pthread_sigmask(SIG_UNBLOCK, &ours, &before);
  int outcome;
  while (1) {
    // No timer to be had: looking again and again is better than waiting for ever.
    outcome = flock(file, timed ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 ? 0 : -errno;
    if (outcome != -EINTR && outcome != -EWOULDBLOCK) break;
    if (lockwait_left(&until) <= 0) {
      outcome = -ETIMEDOUT;
      break;
    }
    if (!timed) {
      struct timespec pause = {0, 500000L};
      nanosleep(&pause, 0);
    }
  }
  if (timed) timer_delete(timer);
  pthread_sigmask(SIG_SETMASK, &before, 0);
  return outcome;
}

#endif
