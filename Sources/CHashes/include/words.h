// Loads and compares of a few bytes at once: what Swift's generic loads do, sure to become one instruction.
#ifndef REDRESS_WORDS_H
#define REDRESS_WORDS_H

#include <stddef.h>
#include <stdint.h>

/// The eight bytes at that place, the first in the lowest bits.
static inline uint64_t words_at(const uint8_t *place) {
  uint64_t word;
  __builtin_memcpy(&word, place, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// Whether those bytes stand there; a count known when compiled makes this a compare or two.
static inline int words_stand(const uint8_t *place, const uint8_t *text, size_t count) {
  return __builtin_memcmp(place, text, count) == 0;
}

#endif
