// Waiting for a whole-file lock in the kernel's own queue, but not for ever.
//
// `flock` waits without limit, and polling for it starves whoever sleeps at the wrong moment. A thread of its
// own waits in the queue; the caller waits for the thread and may give up.
#ifndef REDRESS_LOCKWAIT_H
#define REDRESS_LOCKWAIT_H

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

struct lockwait {
  pthread_mutex_t guard;
  pthread_cond_t told;
  int file;
  int outcome; // 1 while waiting, else 0 or a negated error number
  int abandoned;
};

static inline void lockwait_free(struct lockwait *wait) {
  close(wait->file);
  pthread_cond_destroy(&wait->told);
  pthread_mutex_destroy(&wait->guard);
  free(wait);
}

static inline void *lockwait_run(void *given) {
  struct lockwait *wait = (struct lockwait *)given;
  int outcome;
  do {
    outcome = flock(wait->file, LOCK_EX) == 0 ? 0 : -errno;
  } while (outcome == -EINTR);
  pthread_mutex_lock(&wait->guard);
  if (wait->abandoned) {
    // Nobody wants it any more; the caller has closed its own descriptor of this lock.
    if (outcome == 0) flock(wait->file, LOCK_UN);
    pthread_mutex_unlock(&wait->guard);
    lockwait_free(wait);
    return 0;
  }
  wait->outcome = outcome;
  pthread_cond_signal(&wait->told);
  pthread_mutex_unlock(&wait->guard);
  return 0;
}

/// Waits up to that many milliseconds for an exclusive lock on the file: 0, or a negated error number.
///
/// After -ETIMEDOUT the caller must close `file`: the lock may still be granted to it and is then let go.
static inline int lockwait_exclusive(int file, int milliseconds) {
  struct lockwait *wait = (struct lockwait *)calloc(1, sizeof *wait);
  if (!wait) return -ENOMEM;
  wait->file = fcntl(file, F_DUPFD_CLOEXEC, 3);
  if (wait->file < 0) {
    int code = errno;
    free(wait);
    return -code;
  }
  wait->outcome = 1;
  pthread_condattr_t monotonic;
  pthread_condattr_init(&monotonic);
  pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
  pthread_mutex_init(&wait->guard, 0);
  pthread_cond_init(&wait->told, &monotonic);
  pthread_condattr_destroy(&monotonic);
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_sec += milliseconds / 1000;
  until.tv_nsec += (long)(milliseconds % 1000) * 1000000L;
  if (until.tv_nsec >= 1000000000L) {
    until.tv_sec += 1;
    until.tv_nsec -= 1000000000L;
  }
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&small, 64 * 1024);
  // The thread must leave every signal to the thread that expects it.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int made = pthread_create(&thread, &small, lockwait_run, wait);
  pthread_sigmask(SIG_SETMASK, &before, 0);
  pthread_attr_destroy(&small);
  if (made != 0) {
    lockwait_free(wait);
    return -made;
  }
  pthread_mutex_lock(&wait->guard);
  int late = 0;
  while (wait->outcome == 1 && late == 0) late = pthread_cond_timedwait(&wait->told, &wait->guard, &until);
  int outcome = wait->outcome;
  if (outcome == 1) {
    wait->abandoned = 1;
    pthread_mutex_unlock(&wait->guard);
    return -ETIMEDOUT;
  }
  pthread_mutex_unlock(&wait->guard);
  lockwait_free(wait);
  return outcome;
}

#endif
