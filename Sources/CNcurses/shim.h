#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <stdbool.h>
#include <curses.h>
