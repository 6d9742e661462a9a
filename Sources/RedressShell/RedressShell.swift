// RedressShell
