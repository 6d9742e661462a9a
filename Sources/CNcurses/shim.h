// Wide characters: must come before curses.h.
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>

// Stateless `static inline` functions only: a static variable here would exist once per Swift file in debug builds.
// SwiftPM does not notice edits of this file: touch the Swift sources, or build clean.

// Hidden by wchar.h unless a POSIX source macro is set.
extern int wcwidth(wchar_t);

/// One column: a base, up to three marks, the columns it takes, and its look.
typedef struct {
  wchar_t text[5];
  int width;
  int pair;
  unsigned emphasis;
} cnc_cell;

static inline int cnc_columns(void) { return COLS; }
static inline int cnc_rows(void) { return LINES; }
static inline int cnc_colours(void) { return has_colors() ? COLORS : 0; }
static inline int cnc_pairs(void) { return COLOR_PAIRS; }

/// A locale in which ncurses counts UTF-8; true when one was found.
static inline bool cnc_use_utf8(void) {
  const char *names[] = {"", "C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_US.UTF-8"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
    if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}

/// Takes a part out of a capability of the terminal, where it is there.
static inline void cnc_leave_out(const char *name, const char *part) {
  char *text = tigetstr(name);
  if (!text || text == (char *)-1) return;
  char *at = strstr(text, part);
  if (at) memmove(at, at + strlen(part), strlen(at + strlen(part)) + 1);
}

/// Starts curses on two descriptors; false when the terminal's name is not known.
static inline bool cnc_start(const char *name, int output, int input) {
  FILE *out = fdopen(dup(output), "w");
  FILE *in = fdopen(dup(input), "r");
  if (!out || !in || !newterm(name, out, in)) {
    if (out) fclose(out);
    if (in) fclose(in);
    return false;
  }
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, false);
  idlok(stdscr, true);
  curs_set(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  // We draw by Unicode or ASCII only, so nothing switches character sets: leaving that out of each change of
  // attributes saves three bytes of it. The strings are ncurses' own copies, and only grow shorter.
  cnc_leave_out("sgr", "%?%p9%t\033(0%e\033(B%;");
  cnc_leave_out("sgr0", "\033(B");
  // Until its first endwin, ncurses 6.4 flushes at every cursor move: 1412 writes instead of 34 for 20 pages.
  endwin();
  return true;
}

static inline attr_t cnc_attributes(unsigned emphasis) {
  attr_t attributes = 0;
  if (emphasis & 1) attributes |= A_BOLD;
  if (emphasis & 2) attributes |= A_UNDERLINE;
  if (emphasis & 4) attributes |= A_REVERSE;
  if (emphasis & 8) attributes |= A_DIM;
  if (emphasis & 16) attributes |= A_ITALIC;
  return attributes;
}

/// Where the C library gives a character another width than we do, U+FFFD is drawn in the width we count on.
static inline void cnc_put_row(int row, const cnc_cell *cells, int count) {
  cchar_t ready[256];
  int made = 0, start = 0, used = 0;
  for (int i = 0; i < count; i++) {
    cnc_cell cell = cells[i];
    if (cell.width == 0) continue;
    attr_t attributes = cnc_attributes(cell.emphasis);
    bool padded = false;
    if (cell.text[0] >= 0x80 && wcwidth(cell.text[0]) != cell.width) {
      cell.text[0] = 0xFFFD;
      cell.text[1] = 0;
      padded = cell.width == 2;
    }
    for (int mark = 1; mark < 4 && cell.text[mark]; mark++) {
      if (wcwidth(cell.text[mark]) != 0) cell.text[mark] = 0;
    }
    if (setcchar(&ready[made], cell.text, attributes, 0, &cell.pair) == ERR) {
      setcchar(&ready[made], L" ", attributes, 0, &cell.pair);
      padded = cell.width == 2;
    }
    made++;
    used += cell.width;
    if (padded) setcchar(&ready[made++], L" ", attributes, 0, &cell.pair);
    if (made >= 254) {
      mvadd_wchnstr(row, start, ready, made);
      start += used;
      made = used = 0;
    }
  }
  if (made > 0) mvadd_wchnstr(row, start, ready, made);
}

/// The look of blanks, so that clearing to the end of a line keeps the theme's ground.
static inline void cnc_ground(int pair) {
  cchar_t blank;
  setcchar(&blank, L" ", 0, 0, &pair);
  wbkgrnd(stdscr, &blank);
}

static inline void cnc_forget_screen(void) { clearok(curscr, true); }

/// Places the cursor, or hides it, and sends what changed in one write.
static inline void cnc_send(int row, int column) {
  if (row >= 0) {
    move(row, column);
  }
  curs_set(row >= 0 ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

/// A string capability of the terminal, without padding marks; its length, at most `room`.
static inline int cnc_capability(const char *name, unsigned char *into, int room) {
  const char *text = tigetstr(name);
  if (!text || text == (char *)-1) return 0;
  int length = 0;
  for (; *text && length < room; text++) {
    if (text[0] == '$' && text[1] == '<') {
      while (*text && *text != '>') text++;
      if (!*text) break;
      continue;
    }
    into[length++] = (unsigned char)*text;
  }
  return length;
}
