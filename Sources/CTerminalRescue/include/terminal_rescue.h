#pragma once
#include <stddef.h>
#include <stdbool.h>

// Gives the terminal back on every way out of the program.
//
// This part is C because signal handlers may do almost nothing: no allocation, no locks, no Swift runtime. The
// state they need lives in terminal_rescue.c, one terminal per process.

/// What arrived since the last rescue_take_signals, as bits.
enum {
  RESCUE_RESIZED = 1,
  RESCUE_TERMINATE = 2,
  RESCUE_HANG_UP = 4,
  RESCUE_SUSPEND = 8,
  RESCUE_CONTINUED = 16,
};

/// Remembers the terminal's settings as they are now, before curses changes them. 0, or errno.
int rescue_remember(int terminal);
/// Installs the handlers. `restore` is what a crash writes to the terminal; at most 512 bytes are kept. 0, or errno.
int rescue_arm(const unsigned char *restore, size_t length);
/// Takes the handlers away again. The terminal's settings are not touched.
void rescue_disarm(void);
bool rescue_is_armed(void);
/// Becomes readable when a signal has arrived.
int rescue_descriptor(void);
unsigned rescue_take_signals(void);
/// Writes the restore bytes and puts the remembered settings back.
void rescue_restore_terminal(void);
/// Stops the process group as Ctrl-Z does, and returns when it is continued.
void rescue_stop_group(void);

/// Sends what is printed on standard error to a file, or to nowhere visible when `path` is null. 0, or errno.
int rescue_capture_errors(const char *path);
/// Standard error as it was, for a child that uses the terminal; and captured again.
void rescue_pause_errors(void);
void rescue_resume_errors(void);
/// Standard error as it was; what was captured is printed there and the file is removed.
void rescue_release_errors(void);

/// The terminal's size; false when it will not say.
bool rescue_size(int terminal, int *rows, int *columns);
