/* strmap.c: open addressing, linear probing, no tombstones (see strmap.h). */
#include "base/strmap.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Eight bytes a step, folded by multiplication, mixed at the end so that the
 * low bits, which choose the slot, depend on every byte. */
static uint32_t hash_of(const char *key)
{
	size_t n = strlen(key);
	uint64_t h = UINT64_C(0x9e3779b97f4a7c15) ^ n, word;

	for (; n >= sizeof(word); n -= sizeof(word), key += sizeof(word)) {
		memcpy(&word, key, sizeof(word));
		h = (h ^ word) * UINT64_C(0xff51afd7ed558ccd);
		h ^= h >> 32;
	}
	word = 0;
	memcpy(&word, key, n);
	h = (h ^ word) * UINT64_C(0xff51afd7ed558ccd);
	h ^= h >> 33;
	h *= UINT64_C(0xc4ceb9fe1a85ec53);
	h ^= h >> 33;
	return (uint32_t)h;
}

/* The slot that holds key, or the free one where it would go. */
static size_t find(const struct strmap *map, const char *key, uint32_t hash)
{
	size_t mask = map->cap - 1, i = hash & mask;

	while (map->slot[i].key && (map->slot[i].hash != hash ||
				    strcmp(map->slot[i].key, key) != 0))
		i = (i + 1) & mask;
	return i;
}

static void grow(struct strmap *map)
{
	struct strmap_slot *old = map->slot;
	size_t old_cap = map->cap, mask, i, to;

	map->cap = old_cap ? old_cap * 2 : 16;
	map->slot = mem_array(map->cap, sizeof(*map->slot));
	mask = map->cap - 1;
	for (i = 0; i < old_cap; i++) {
		if (!old[i].key)
			continue;
		for (to = old[i].hash & mask; map->slot[to].key;)
			to = (to + 1) & mask;
		map->slot[to] = old[i];
	}
	if (!map->borrowed)
		free(old);
	map->borrowed = false;
}

void strmap_reserve(struct strmap *map, size_t n)
{
	size_t cap = 16;

	if (map->cap)
		return;
	while (n >= cap / 4 * 3)
		cap *= 2;
	map->slot = mem_array(cap, sizeof(*map->slot));
	map->cap = cap;
}

void strmap_release(struct strmap *map)
{
	if (!map->borrowed)
		free(map->slot);
	memset(map, 0, sizeof(*map));
}

/* The slot of key, made if it is new. */
static struct strmap_slot *put(struct strmap *map, const char *key,
			       uint32_t value, bool *added)
{
	uint32_t hash = hash_of(key);
	struct strmap_slot *slot;

	if (map->n >= map->cap / 4 * 3)
		grow(map);
	slot = &map->slot[find(map, key, hash)];
	*added = !slot->key;
	if (*added) {
		slot->key = key;
		slot->hash = hash;
		slot->value = value;
		map->n++;
	}
	return slot;
}

bool strmap_add(struct strmap *map, const char *key, uint32_t value,
		uint32_t *old)
{
	bool added;
	struct strmap_slot *slot = put(map, key, value, &added);

	if (!added && old)
		*old = slot->value;
	return added;
}

void strmap_set(struct strmap *map, const char *key, uint32_t value)
{
	bool added;

	put(map, key, value, &added)->value = value;
}

bool strmap_get(const struct strmap *map, const char *key, uint32_t *value)
{
	const struct strmap_slot *slot;

	if (!map->n)
		return false;
	slot = &map->slot[find(map, key, hash_of(key))];
	if (!slot->key)
		return false;
	if (value)
		*value = slot->value;
	return true;
}

void strmap_remove(struct strmap *map, const char *key)
{
	size_t mask = map->cap - 1, hole, i;

	if (!map->n)
		return;
	hole = find(map, key, hash_of(key));
	if (!map->slot[hole].key)
		return;
	/* Pull back what follows in the same run, unless it would come to
	 * stand before the slot where its search begins. */
	for (i = (hole + 1) & mask; map->slot[i].key; i = (i + 1) & mask) {
		size_t home = map->slot[i].hash & mask;

		if (((i - home) & mask) < ((i - hole) & mask))
			continue;
		map->slot[hole] = map->slot[i];
		hole = i;
	}
	map->slot[hole].key = NULL;
	map->n--;
}
