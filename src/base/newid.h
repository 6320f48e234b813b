/* newid.h: fresh ids, from libsodium's random source. */
#ifndef BASE_NEWID_H
#define BASE_NEWID_H

enum { NEWID_TEXT = 24 };

/* PREFIX-XXXXXXXXXX (50 bits, lower-case base 32 without look-alikes):
 * "u", "g", "a", "p", "op". */
void newid(char out[NEWID_TEXT], const char *prefix);

#endif
