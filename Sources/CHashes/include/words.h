// Loads and compares of a few bytes at once: what Swift's generic loads do, sure to become one instruction.
#ifndef REDRESS_WORDS_H
#define REDRESS_WORDS_H

#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The eight bytes at that place, the first in the lowest bits.
static inline uint64_t words_at(const uint8_t *place) {
  uint64_t word;
  __builtin_memcpy(&word, place, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// How many of the sixteen bytes at that place stand before the first quote or backslash among them.
static inline unsigned words_plain(const uint8_t *place) {
#if defined(__SSE2__)
  const __m128i bytes = _mm_loadu_si128((const __m128i *)place);
  const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i slashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(_mm_or_si128(quotes, slashes)) | 0x10000u);
#else
  unsigned count = 0;
  while (count < 16 && place[count] != '"' && place[count] != '\\') count += 1;
  return count;
#endif
}

/// Whether those bytes stand there; a count known when compiled makes this a compare or two.
static inline int words_stand(const uint8_t *place, const uint8_t *text, size_t count) {
  return __builtin_memcmp(place, text, count) == 0;
}

#endif
