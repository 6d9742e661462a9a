#define _GNU_SOURCE
#include "terminal_rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

static struct termios remembered;
static int terminal_fd = -1;
static unsigned char restore_bytes[512];
static size_t restore_length;
static int pipe_fds[2] = {-1, -1};
static atomic_uint arrived;
static atomic_bool armed;
// A stack overflow leaves no stack to handle it on.
static unsigned char spare_stack[64 * 1024];
static int real_errors = -1;
static int captured_errors = -1;
static char captured_path[4096];

static const int watched[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT, SIGSYS};
#define COUNT(list) (sizeof(list) / sizeof(*(list)))
static struct sigaction before_watched[COUNT(watched)];
static struct sigaction before_fatal[COUNT(fatal)];

static void write_all(int fd, const unsigned char *bytes, size_t length) {
  while (length > 0) {
    ssize_t done = write(fd, bytes, length);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    length -= (size_t)done;
  }
}

static void show_captured(void) {
  unsigned char part[1024];
  off_t place = 0;
  ssize_t got;
  while ((got = pread(captured_errors, part, sizeof part, place)) > 0) {
    write_all(real_errors, part, (size_t)got);
    place += got;
  }
}

void rescue_restore_terminal(void) {
  if (terminal_fd < 0) return;
  write_all(terminal_fd, restore_bytes, restore_length);
  tcsetattr(terminal_fd, TCSANOW, &remembered);
}

static void on_watched(int number) {
  int saved = errno;
  unsigned bit = number == SIGWINCH ? RESCUE_RESIZED
               : number == SIGHUP ? RESCUE_HANG_UP
               : number == SIGTSTP ? RESCUE_SUSPEND
               : number == SIGCONT ? RESCUE_CONTINUED
                                   : RESCUE_TERMINATE;
  atomic_fetch_or(&arrived, bit);
  // A full pipe is no loss: the bit is set and the reader will wake.
  if (write(pipe_fds[1], "", 1) < 0) errno = 0;
  errno = saved;
}

static void on_fatal(int number) {
  if (atomic_exchange(&armed, false)) {
    rescue_restore_terminal();
    // Keys meant for the desk must not be run by the shell.
    tcflush(terminal_fd, TCIFLUSH);
    if (captured_errors >= 0) show_captured();
  }
  // The default action, with the right exit status, also when the signal came from outside.
  signal(number, SIG_DFL);
  raise(number);
}

static void at_exit(void) {
  if (!atomic_exchange(&armed, false)) return;
  rescue_restore_terminal();
  rescue_release_errors();
}

int rescue_remember(int terminal) {
  if (tcgetattr(terminal, &remembered) != 0) return errno;
  terminal_fd = terminal;
  return 0;
}

static void install_watched(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_watched;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < COUNT(watched); i++) sigaction(watched[i], &action, NULL);
}

int rescue_arm(const unsigned char *restore, size_t length) {
  if (pipe_fds[0] < 0 && pipe2(pipe_fds, O_NONBLOCK | O_CLOEXEC) != 0) return errno;
  restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
  memcpy(restore_bytes, restore, restore_length);
  atomic_store(&arrived, 0);

  stack_t spare = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  if (sigaltstack(&spare, NULL) != 0) return errno;
  for (size_t i = 0; i < COUNT(watched); i++) sigaction(watched[i], NULL, &before_watched[i]);
  install_watched();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_fatal;
  action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &before_fatal[i]);

  static bool exit_registered;
  if (!exit_registered) exit_registered = atexit(at_exit) == 0;
  atomic_store(&armed, true);
  return 0;
}

void rescue_disarm(void) {
  if (!atomic_exchange(&armed, false)) return;
  for (size_t i = 0; i < COUNT(watched); i++) sigaction(watched[i], &before_watched[i], NULL);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &before_fatal[i], NULL);
}

bool rescue_is_armed(void) { return atomic_load(&armed); }

int rescue_descriptor(void) { return pipe_fds[0]; }

unsigned rescue_take_signals(void) {
  char drop[64];
  while (read(pipe_fds[0], drop, sizeof drop) > 0) {
  }
  return atomic_exchange(&arrived, 0);
}

void rescue_stop_group(void) {
  signal(SIGTSTP, SIG_DFL);
  // The whole group, so that a pipeline or a wrapper stops with us. SIGSTOP would hang an orphaned group.
  kill(0, SIGTSTP);
  install_watched();
}

int rescue_capture_errors(const char *path) {
  captured_path[0] = 0;
  if (path) {
    captured_errors = open(path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (captured_errors >= 0) {
      fchmod(captured_errors, 0600);
      strncpy(captured_path, path, sizeof captured_path - 1);
    }
  } else {
    captured_errors = memfd_create("errors", MFD_CLOEXEC);
  }
  if (captured_errors < 0) return errno;
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_errors < 0) {
    int why = errno;
    close(captured_errors);
    captured_errors = -1;
    return why;
  }
  dup2(captured_errors, STDERR_FILENO);
  return 0;
}

void rescue_pause_errors(void) {
  if (captured_errors >= 0) dup2(real_errors, STDERR_FILENO);
}

void rescue_resume_errors(void) {
  if (captured_errors >= 0) dup2(captured_errors, STDERR_FILENO);
}

void rescue_release_errors(void) {
  if (captured_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  show_captured();
  close(captured_errors);
  close(real_errors);
  captured_errors = real_errors = -1;
  if (captured_path[0]) unlink(captured_path);
}

bool rescue_size(int terminal, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
