/// What `redress help keys` prints: the person's own files for the desk.
let keysHelp = """
  Your own keys, in $XDG_CONFIG_HOME/redress/keys.conf (~/.config/redress/keys.conf): one command a line, its
  keys behind it; # begins a comment line. A command left out keeps the keys it has.
    extend = X ctrl-x
    new = n f2
    sheet.confirm = ctrl-s f4
  Commands are named as after : in the desk; ? shows them with their keys. Places beside the desk itself:
  sheet, picker (a list with a line to type in), choice (a few lines to choose one of), reading.
  Keys: x, X, ctrl-x, alt-x, f1 to f24, space, enter, esc, tab, shift-tab, backspace, delete, insert, up, down,
  left, right, home, end, pgup, pgdn, and ctrl-, alt- or shift- before the last nine.
  A line that cannot be taken is left out and named with its number, at the foot of the desk and under ?: a
  key two lines claim, the only key of another command, a letter where text is typed.

  views.conf holds the views you named, NAME = QUERY, and desk.conf what the desk keeps itself:
    sort = person descending        the column the queue is sorted by
    mouse = on                      take clicks and the wheel (Shift then selects text as the terminal does)
    lines = ascii                   draw frames with + - |, as --ascii does
    title = on                      the window's title says how many of your cases are due, never whose
    bell = on                       ring when another of your cases falls due
    across = 55, down = 60          how the panes share the screen, in percent (^← ^→ ^↑ ^↓)
  theme holds the name of a theme; your own themes are in themes/NAME.theme.
  """
