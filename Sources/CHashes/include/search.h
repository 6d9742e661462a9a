// Finding a run of bytes in others by two of its bytes at once, header only.
//
// On a processor without the instructions `search_has_pairs` answers 0 and `search_pair` must not be called.
#ifndef REDRESS_SEARCH_H
#define REDRESS_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/// 1 where thirty-two bytes (AVX2) can be compared at once, by the processor and by the system's leave.
static inline int search_has_pairs(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  // OSXSAVE and AVX; then whether the system keeps the wide registers (XCR0, bits 1 and 2).
  if (!((c >> 27) & (c >> 28) & 1)) return 0;
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if ((low & 6) != 6) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  return (b >> 5) & 1;
}

/// The first place at or after `from` and not behind `last` where the needle stands; SIZE_MAX where none.
///
/// `one` and `two` are places in the needle, of the bytes looked for. Nothing behind the needle at `last` is
/// read.
__attribute__((target("avx2"))) static inline size_t search_pair(
    const uint8_t *bytes, size_t from, size_t last, const uint8_t *needle, size_t count, size_t one,
    size_t two) {
  const __m256i first = _mm256_set1_epi8((char)needle[one]);
  const __m256i second = _mm256_set1_epi8((char)needle[two]);
  size_t at = from;
  while (at + 31 <= last) {
    const __m256i left = _mm256_loadu_si256((const __m256i *)(bytes + at + one));
    const __m256i right = _mm256_loadu_si256((const __m256i *)(bytes + at + two));
    uint32_t found = (uint32_t)_mm256_movemask_epi8(
        _mm256_and_si256(_mm256_cmpeq_epi8(left, first), _mm256_cmpeq_epi8(right, second)));
    while (found != 0) {
      const size_t place = at + (size_t)__builtin_ctz(found);
      if (__builtin_memcmp(bytes + place, needle, count) == 0) return place;
      found &= found - 1;
    }
    at += 32;
  }
  for (; at <= last; at++) {
    if (bytes[at + one] == needle[one] && __builtin_memcmp(bytes + at, needle, count) == 0) return at;
  }
  return SIZE_MAX;
}

#else

static inline int search_has_pairs(void) { return 0; }
static inline size_t search_pair(
    const uint8_t *bytes, size_t from, size_t last, const uint8_t *needle, size_t count, size_t one,
    size_t two) {
  (void)bytes, (void)from, (void)last, (void)needle, (void)count, (void)one, (void)two;
  return SIZE_MAX;
}

#endif
#endif
