/* strmap.h: text -> number, for look-ups by id and e-mail.  Keys are borrowed
 * and must outlive the map. */
#ifndef BASE_STRMAP_H
#define BASE_STRMAP_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

struct strmap {
	struct strmap_slot { const char *key; uint32_t value; uint32_t hash; } *slot;
	size_t n, cap;
	bool borrowed;		/* the slots are not the map's own to free */
};

/* Room for so many in an empty map: it does not grow on the way there. */
void strmap_reserve(struct strmap *map, size_t n);
void strmap_release(struct strmap *map);
/* False if the key was there; its value stays, and *value gets it. */
bool strmap_add(struct strmap *map, const char *key, uint32_t value,
		uint32_t *old);
void strmap_set(struct strmap *map, const char *key, uint32_t value);
bool strmap_get(const struct strmap *map, const char *key, uint32_t *value);
void strmap_remove(struct strmap *map, const char *key);

#endif
