// The kind of file system a path lies on: `statfs` is not in Swift's C library module.
#ifndef REDRESS_FILESYSTEM_H
#define REDRESS_FILESYSTEM_H

#include <stdint.h>
#include <sys/vfs.h>

/// The `f_type` magic number of the file system that holds the path, 0 where it cannot be told.
static inline uint32_t filesystem_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}

#endif
