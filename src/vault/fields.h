/* fields.h: what is signed, hashed or bound as associated data, part by part with its
 * length before it, so that no part can pass for another; and the bytes of the formats
 * of this room, read no further than they go. */
#ifndef VAULT_FIELDS_H
#define VAULT_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { FIELDS_HASH = 32 };

/* Room for the state of BLAKE2b. */
struct fields { _Alignas(64) unsigned char state[384]; };

/* what: what it is for, such as "gatehouse value 1". */
void fields_begin(struct fields *fields, const char *what);
void fields_bytes(struct fields *fields, const void *bytes, size_t n);
void fields_text(struct fields *fields, const char *text);
void fields_number(struct fields *fields, uint64_t n);
void fields_end(struct fields *fields, uint8_t hash[FIELDS_HASH]);

/* Little endian, eight bytes. */
void bytes_number(struct buf *out, uint64_t n);

struct bytes { const uint8_t *at; size_t left; bool bad; };

/* n bytes into out; past the end nothing, and bad. */
void bytes_take(struct bytes *bytes, void *out, size_t n);
uint64_t bytes_take_number(struct bytes *bytes);
/* Does it begin with these four letters? */
bool bytes_begin(struct bytes *bytes, const char magic[4]);
/* Was it all, and only what is there? */
bool bytes_end(const struct bytes *bytes);

#endif
