/* facts_order.c: see facts_order.h. */
#include "model/image/facts_order.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/rank.h"
#include "base/text.h"
#include "model/whose.h"

static const char *name_of(const struct facts *facts, enum whose whose, uint32_t n)
{
	return whose == OF_USER ? facts_user_name(facts, n) :
		facts->projects[n].title;
}

static uint32_t *in_order(struct facts *facts, enum whose whose)
{
	uint32_t n = whose_n(facts, whose);
	uint32_t *order = arena_array(&facts->text, n + 1u, sizeof(*order));
	struct rank rank;

	rank_init(&rank);
	for (uint32_t i = 0; i < n; i++) {
		assert(!*whose_gone(facts, whose, i));
		rank_add(&rank, name_of(facts, whose, i));
		rank_tie(&rank, whose_id(facts, whose, i));
		order[i] = i;
	}
	rank_texts(&rank, order, n, false);
	rank_release(&rank);
	return order;
}

/* A table of hashes, the lowest bit of which says that two have it. */
static uint64_t *place(uint64_t *slots, uint64_t mask, uint64_t hash)
{
	uint64_t at = hash >> 2 & mask;

	while (slots[at] && (slots[at] & ~(uint64_t)1) != hash)
		at = (at + 1) & mask;
	return &slots[at];
}

static bool *twins_of(struct facts *facts)
{
	uint32_t n = facts->n_users;
	bool *twins = arena_array(&facts->text, n + 1u, sizeof(*twins));
	uint64_t *hashes = mem_array(n + 1u, sizeof(*hashes)), size = 16, *slot;
	uint64_t *slots;

	while (size < 2 * (uint64_t)n)
		size *= 2;
	slots = mem_array((size_t)size, sizeof(*slots));
	for (uint32_t i = 0; i < n; i++) {
		hashes[i] = text_fold_hash(facts_user_name(facts, i));
		slot = place(slots, size - 1, hashes[i]);
		*slot = *slot ? hashes[i] | 1u : hashes[i];
	}
	for (uint32_t i = 0; i < n; i++)
		twins[i] = *place(slots, size - 1, hashes[i]) & 1u;
	free(slots);
	free(hashes);
	return twins;
}

void facts_order_make(struct facts *facts)
{
	facts->order.people = in_order(facts, OF_USER);
	facts->order.titles = in_order(facts, OF_PROJECT);
	facts->order.twins = twins_of(facts);
	facts->order.named = facts->named;
}

bool facts_order_known(const struct facts *facts)
{
	return facts->order.named && facts->order.named == facts->named;
}

const uint32_t *facts_order_people(const struct facts *facts)
{
	return facts->order.people;
}

const uint32_t *facts_order_titles(const struct facts *facts)
{
	return facts->order.titles;
}

bool facts_order_twin(const struct facts *facts, uint32_t user)
{
	return facts->order.twins[user];
}
