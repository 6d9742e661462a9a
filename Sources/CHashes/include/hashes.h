// SHA-256 and CRC-32C by processor instructions, header only.
//
// Every function is stateless and `static inline`. On a processor without the instructions the
// `hashes_have_*` questions answer 0 and the others must not be called: the Swift paths do the work then.
#ifndef REDRESS_HASHES_H
#define REDRESS_HASHES_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/// 1 where CRC-32C (SSE4.2, and PCLMULQDQ to join its three lanes) can be computed by instruction.
static inline int hashes_have_crc(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  return (c >> 20) & (c >> 1) & 1;
}

/// 1 where SHA-256 blocks (SHA extensions with SSE4.1) can be computed by instruction.
static inline int hashes_have_sha(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  if (!((c >> 19) & 1) || !((c >> 9) & 1)) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  return (b >> 29) & 1;
}

/// x to the power 64·n − 33 modulo the polynomial, bits reflected, for n from 1: what moves a register past
/// n words of eight bytes, once the product has gone through the instruction (which adds the 33).
static const uint32_t hashes_crc32c_moves[128] = {
    0x00000001, 0x493c7d27, 0xf20c0dfe, 0xba4fc28e, 0x3da6d0cb, 0xddc0152b, 0x1c291d04, 0x9e4addf8,
    0x740eef02, 0x39d3b296, 0x083a6eec, 0x0715ce53, 0xc49f4f67, 0x47db8317, 0x2ad91c30, 0x0d3b6092,
    0x6992cea2, 0xc96cfdc0, 0x7e908048, 0x878a92a7, 0x1b3d8f29, 0xdaece73e, 0xf1d0f55e, 0xab7aff2a,
    0xa87ab8a8, 0x2162d385, 0x8462d800, 0x83348832, 0x71d111a8, 0x299847d5, 0xffd852c6, 0xb9e02b86,
    0xdcb17aa4, 0x18b33a4e, 0xf37c5aee, 0xb6dd949b, 0x6051d5a2, 0x78d9ccb7, 0x18b0d4ff, 0xbac2fd7b,
    0x21f3d99c, 0xa60ce07b, 0x8f158014, 0xce7f39f4, 0xa00457f7, 0x61d82e56, 0x8d6d2c43, 0xd270f1a2,
    0x00ac29cf, 0xc619809d, 0xe9adf796, 0x2b3cac5d, 0x96638b34, 0x65863b64, 0xe0e9f351, 0x1b03397f,
    0x9af01f2d, 0xebb883bd, 0x2cff42cf, 0xb3e32c28, 0x88f25a3a, 0x064f7f26, 0x4e36f0b0, 0xdd7e3b0c,
    0xbd6f81f8, 0xf285651c, 0x91c9bd4b, 0x10746f3c, 0x885f087b, 0xc7a68855, 0x4c144932, 0x271d9844,
    0x52148f02, 0x8e766a0c, 0xa3c6f37a, 0x93a5f730, 0xd7c0557f, 0x6cb08e5c, 0x63ded06a, 0x6b749fb2,
    0x4d56973c, 0x1393e203, 0x9669c9df, 0xcec3662e, 0xe417f38a, 0x96c515bb, 0x4b9e0f71, 0xe6fc4e6a,
    0xd104b8fc, 0x8227bb8a, 0x5b397730, 0xb0cd4768, 0xe78eb416, 0x39c7ff35, 0x61ff0e01, 0xd7a4825c,
    0x8d96551c, 0x0ab3844b, 0x0bf80dd2, 0x0167d312, 0x8821abed, 0xf6076544, 0x6a45d2b2, 0x26f6a60a,
    0xd8d26619, 0xa741c1bf, 0xde87806c, 0x98d8d9cb, 0x14338754, 0x49c3cc9c, 0x5bd2011f, 0x68bce87a,
    0xdd07448e, 0x57a3d037, 0xdde8f5b9, 0x6956fc3b, 0xa3e3e02c, 0x42d98888, 0xd73c7bea, 0x3771e98f,
    0x80ff0093, 0xb42ae3d9, 0x8fe4c34d, 0x2178513a, 0xdf99fc11, 0xe0ac139e, 0x6c23e841, 0x170076fa,
};

/// The words of eight bytes each of three lanes takes at once: no more than the table can move past.
#define HASHES_CRC32C_LANE 64

/// Continues a CRC-32C register over the fewer than 24 bytes before `end`; at least eight must be readable there.
///
/// Every step is done and kept or dropped, without a branch: how long a line is, no processor foresees.
__attribute__((target("sse4.2"))) static inline uint32_t hashes_crc32c_rest(
    uint64_t crc, const uint8_t *end, size_t count) {
  uint64_t word, next;
  for (size_t left = count, i = 0; i < 2; i++, left = left >= 8 ? left - 8 : left) {
    __builtin_memcpy(&word, left >= 8 ? end - left : end - 8, 8);
    next = _mm_crc32_u64(crc, word);
    crc = left >= 8 ? next : crc;
  }
  // What is left of a word, in its lowest bytes: zero to seven of them.
  count &= 7;
  __builtin_memcpy(&word, end - 8, 8);
  word = word >> 1 >> (63 - 8 * count);
  uint32_t narrow = (uint32_t)crc, taken;
  taken = _mm_crc32_u32(narrow, (uint32_t)word);
  narrow = count & 4 ? taken : narrow;
  word = count & 4 ? word >> 32 : word;
  taken = _mm_crc32_u16(narrow, (uint16_t)word);
  narrow = count & 2 ? taken : narrow;
  word = count & 2 ? word >> 16 : word;
  taken = _mm_crc32_u8(narrow, (uint8_t)word);
  return count & 1 ? taken : narrow;
}

/// Continues a CRC-32C register (not inverted) over those bytes.
///
/// The instruction takes three cycles and can begin at each: three thirds of the bytes go side by side, and
/// the first two registers are moved past what follows them.
__attribute__((target("sse4.2,pclmul"))) static inline uint32_t hashes_crc32c(
    uint32_t crc, const uint8_t *bytes, size_t count) {
  if (count < 8) {
    while (count > 0) {
      crc = _mm_crc32_u8(crc, *bytes);
      bytes += 1;
      count -= 1;
    }
    return crc;
  }
  uint64_t first = crc;
  while (count >= 96) {
    size_t lane = count / 24;
    if (lane > HASHES_CRC32C_LANE) lane = HASHES_CRC32C_LANE;
    const uint8_t *middle = bytes + 8 * lane;
    const uint8_t *last = middle + 8 * lane;
    uint64_t second = 0, third = 0, a, b, c;
    for (size_t i = 0; i + 1 < lane; i++) {
      __builtin_memcpy(&a, bytes + 8 * i, 8);
      __builtin_memcpy(&b, middle + 8 * i, 8);
      __builtin_memcpy(&c, last + 8 * i, 8);
      first = _mm_crc32_u64(first, a);
      second = _mm_crc32_u64(second, b);
      third = _mm_crc32_u64(third, c);
    }
    __builtin_memcpy(&a, bytes + 8 * lane - 8, 8);
    __builtin_memcpy(&b, middle + 8 * lane - 8, 8);
    __builtin_memcpy(&c, last + 8 * lane - 8, 8);
    first = _mm_crc32_u64(first, a);
    second = _mm_crc32_u64(second, b);
    const __m128i moves = _mm_set_epi64x(
        (long long)hashes_crc32c_moves[lane - 1], (long long)hashes_crc32c_moves[2 * lane - 1]);
    const __m128i both = _mm_xor_si128(
        _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)first), moves, 0x00),
        _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)second), moves, 0x10));
    first = _mm_crc32_u64(third, c ^ (uint64_t)_mm_cvtsi128_si64(both));
    bytes += 24 * lane;
    count -= 24 * lane;
  }
  while (count >= 24) {
    uint64_t word;
    __builtin_memcpy(&word, bytes, 8);
    first = _mm_crc32_u64(first, word);
    bytes += 8;
    count -= 8;
  }
  return hashes_crc32c_rest(first, bytes + count, count);
}

/// The round constants of FIPS 180-4, 4.2.2.
static const uint32_t hashes_sha256_rounds[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Takes whole 64-byte blocks into a SHA-256 state of eight words.
__attribute__((target("sha,sse4.1,ssse3"))) static inline void hashes_sha256_blocks(
    uint32_t *state, const uint8_t *bytes, size_t blocks) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  // The instructions want the state as ABEF and CDGH.
  __m128i low = _mm_loadu_si128((const __m128i *)state);
  __m128i high = _mm_loadu_si128((const __m128i *)(state + 4));
  low = _mm_shuffle_epi32(low, 0xB1);
  high = _mm_shuffle_epi32(high, 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  while (blocks > 0) {
    const __m128i abefBefore = abef;
    const __m128i cdghBefore = cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; i++) {
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), swap);
    }
#pragma clang loop unroll(full)
    for (int round = 0; round < 16; round++) {
      const int now = round & 3;
      if (round >= 4) {
        // words[now] holds w[t-16…t-13]; make w[t…t+3] of it.
        __m128i next = _mm_sha256msg1_epu32(words[now], words[(now + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(words[(now + 3) & 3], words[(now + 2) & 3], 4));
        words[now] = _mm_sha256msg2_epu32(next, words[(now + 3) & 3]);
      }
      __m128i sum = _mm_add_epi32(
          words[now], _mm_load_si128((const __m128i *)(hashes_sha256_rounds + 4 * round)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      sum = _mm_shuffle_epi32(sum, 0x0E);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, sum);
    }
    abef = _mm_add_epi32(abef, abefBefore);
    cdgh = _mm_add_epi32(cdgh, cdghBefore);
    bytes += 64;
    blocks -= 1;
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

#else

static inline int hashes_have_crc(void) { return 0; }
static inline int hashes_have_sha(void) { return 0; }
static inline uint32_t hashes_crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return crc;
}
static inline void hashes_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  (void)state;
  (void)bytes;
  (void)blocks;
}

#endif
#endif
