// Stands before libsodium's own in the programs that are linked with it: Argon2id with the smallest limits
// there are. The keeper's commands open key files hundreds of times in their tests, and a MODERATE one takes
// its second and 256 MB. That the limits are MODERATE, and what they give, is asked in tests/seal and from
// outside.
#include <dlfcn.h>
#include <sodium.h>

#include <cstdlib>

int crypto_pwhash(unsigned char* const out, unsigned long long out_bytes, const char* const passphrase,
                  unsigned long long passphrase_bytes, const unsigned char* const salt,
                  unsigned long long /*passes*/, std::size_t /*memory_bytes*/, int algorithm) {
  static void* const original = dlsym(RTLD_NEXT, "crypto_pwhash");
  if (original == nullptr) std::abort();
  return reinterpret_cast<decltype(&crypto_pwhash)>(original)(out, out_bytes, passphrase, passphrase_bytes,
                                                              salt, crypto_pwhash_OPSLIMIT_MIN,
                                                              crypto_pwhash_MEMLIMIT_MIN, algorithm);
}
