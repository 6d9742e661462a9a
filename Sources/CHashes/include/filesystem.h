// What the file system can tell and do that Swift's C library module leaves out.
#ifndef REDRESS_FILESYSTEM_H
#define REDRESS_FILESYSTEM_H

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <syslog.h>
#include <unistd.h>

/// The `f_type` magic number of the file system that holds the path, 0 where it cannot be told.
static inline uint32_t filesystem_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}

/// Leaves one line with the system's log.
static inline void filesystem_witness(const char *text) { syslog(LOG_NOTICE | LOG_USER, "%s", text); }

/// The `open` flag that reads past the page cache.
static inline int filesystem_direct_flag(void) { return __O_DIRECT; }

/// `renameat2` with RENAME_NOREPLACE: -1 with EEXIST where the new name is taken.
///
/// A file system that does not know the flag is asked first whether the name is there.
static inline int filesystem_rename_new(int directory, const char *from, const char *to) {
  if (syscall(SYS_renameat2, directory, from, directory, to, 1u) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
  if (faccessat(directory, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return -1;
  }
  return renameat(directory, from, directory, to);
}

/// 0 where no write of that file has failed of which this descriptor was not told, or a negated error number: asked of
/// a place no file reaches, so that nothing is waited for.
static inline int filesystem_failed_writes(int file) {
  // The 1 is SYNC_FILE_RANGE_WAIT_BEFORE; the library's header names it only where _GNU_SOURCE is set.
  return syscall(SYS_sync_file_range, file, 1L << 50, 1L, 1) == 0 ? 0 : -errno;
}

#endif
