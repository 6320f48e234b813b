/* facts_image.c: one walk over every pointer of the facts, used three ways: to count
 * the bytes, to copy what they point at into a block, to move them (see facts_image.h). */
#include "model/image/facts_image.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "model/edit_field.h"
#include "model/image/facts_order.h"
#include "model/kind.h"

enum { ALIGN = 8, STAMPS = 4 };

/* A block begins with the facts themselves, their pointers for `base`.
 * text, array: what the pointer becomes.  at: where that can be reached now. */
struct walk {
	char *(*text)(struct walk *walk, const char *text);
	void *(*array)(struct walk *walk, void *array, size_t n);
	char *block;			/* being filled */
	size_t n;			/* bytes of it so far */
	uint64_t base;
	ptrdiff_t delta;		/* how far a block was moved */
	const struct facts *from;	/* as they were before; NULL: moved already */
};

/* ---- counting, copying, moving ------------------------------------------------------ */

static char *text_counted(struct walk *walk, const char *text)
{
	walk->n += strlen(text) + 1;
	return (char *)(uintptr_t)text;
}

static size_t aligned(size_t n)
{
	return (n + ALIGN - 1) / ALIGN * ALIGN;
}

static void *array_counted(struct walk *walk, void *array, size_t n)
{
	walk->n = aligned(walk->n) + n;
	return array;
}

/* An address of the base is no pointer yet. */
static void *there(const struct walk *walk, size_t offset)
{
	return (void *)(uintptr_t)(walk->base + offset);
}

static char *text_copied(struct walk *walk, const char *text)
{
	size_t n = strlen(text) + 1, at = walk->n;

	memcpy(walk->block + at, text, n);
	walk->n += n;
	return there(walk, at);
}

static void *array_copied(struct walk *walk, void *array, size_t n)
{
	size_t at = aligned(walk->n);

	memcpy(walk->block + at, array, n);
	walk->n = at + n;
	return there(walk, at);
}

static char *text_moved(struct walk *walk, const char *text)
{
	return (char *)((uintptr_t)text + (uintptr_t)walk->delta);
}

static void *array_moved(struct walk *walk, void *array, size_t n)
{
	(void)n;
	return (void *)((uintptr_t)array + (uintptr_t)walk->delta);
}

/* Where the array can be written to while the walk goes on. */
static void *reach(const struct walk *walk, void *array)
{
	if (!walk->block || !array)
		return array;
	return walk->block + ((uintptr_t)array - walk->base);
}

/* ---- the walk -------------------------------------------------------------------------- */

static void *array(struct walk *walk, void *array, size_t n, size_t size)
{
	if (n > 0)
		return walk->array(walk, array, n * size);
	return walk->block ? NULL : array;
}

static void text(struct walk *walk, const char **at)
{
	if (*at)
		*at = walk->text(walk, *at);
}

static void set(struct walk *walk, struct numbers *one)
{
	one->v = array(walk, one->v, one->n, sizeof(*one->v));
	if (walk->block)
		one->cap = 0;
}

/* Several fields may share who stamped them. */
static void stamp(struct walk *walk, const struct field_stamp *one, void *thing,
		  const struct field_stamp *seen[STAMPS])
{
	size_t i = 0;

	if (!one || !one->by_column)
		return;
	while (i < STAMPS && seen[i] && seen[i] != one)
		i++;
	assert(i < STAMPS);
	if (seen[i])
		return;
	seen[i] = one;
	text(walk, (const char **)(void *)((char *)thing + one->by));
}

/* Texts that are fields of the thing, and who stamped it. */
static void fields(struct walk *walk, enum whose whose, void *thing)
{
	const struct field_stamp *seen[STAMPS] = { NULL };
	const struct edit_field *field = NULL;

	while ((field = edit_field_next(whose, field))) {
		if (field_is_text(field))
			text(walk, (const char **)(void *)((char *)thing +
							   field->at));
		stamp(walk, field->stamp, thing, seen);
	}
}

static void own(struct walk *walk, struct fact_own *one)
{
	text(walk, &one->id);
	text(walk, &one->name);
	text(walk, &one->type);
	text(walk, &one->config);
}

static void project(struct walk *walk, struct fact_project *one)
{
	struct fact_own *all;

	one->grants = array(walk, one->grants, one->n_grants,
			    sizeof(*one->grants));
	one->own = array(walk, one->own, one->n_own, sizeof(*one->own));
	all = reach(walk, one->own);
	for (uint32_t i = 0; i < one->n_own; i++)
		own(walk, &all[i]);
	if (walk->block)
		one->cap_grants = one->cap_own = 0;
}

/* `facts`: as they are reached; their array of things is so already. */
static void thing(struct walk *walk, const struct facts *facts, enum whose whose,
		  uint32_t n)
{
	void *one = whose_thing(facts, whose, n);
	struct numbers *numbers;

	text(walk, (const char **)one);		/* the id stands first */
	fields(walk, whose, one);
	if (whose == OF_USER)
		text(walk, &((struct fact_user *)one)->email);
	if (whose == OF_ASSET)
		text(walk, &((struct fact_asset *)one)->created_by);
	for (size_t i = 0; (numbers = whose_set(facts, whose, n, i)); i++)
		set(walk, numbers);
	if (whose == OF_PROJECT)
		project(walk, one);
}

/* An id, or an e-mail where nothing had to be folded, is the thing's own text: asked of
 * the facts as they were. */
static const char *own_key(const struct facts *facts, enum whose whose, bool email,
			   uint32_t n)
{
	return email ? facts->users[n].email : whose_id(facts, whose, n);
}

static void map(struct walk *walk, const struct facts *facts, enum whose whose,
		bool email, struct strmap *one)
{
	struct strmap_slot *slots, *slot;
	size_t cap = one->cap;

	one->slot = array(walk, one->slot, cap, sizeof(*one->slot));
	if (walk->block)
		one->borrowed = cap > 0;
	slots = reach(walk, one->slot);
	for (size_t i = 0; i < cap; i++) {
		slot = &slots[i];
		if (!slot->key)
			continue;
		if (walk->from && slot->key == own_key(walk->from, whose, email,
						       slot->value))
			slot->key = own_key(facts, whose, email, slot->value);
		else
			text(walk, &slot->key);
	}
}

/* Without one there is none in the block either. */
static void order(struct walk *walk, const struct facts *facts, struct facts *out)
{
	if (!facts->order.named)
		return;
	out->order.people = array(walk, out->order.people, facts->n_users,
				  sizeof(uint32_t));
	out->order.titles = array(walk, out->order.titles, facts->n_projects,
				  sizeof(uint32_t));
	out->order.twins = array(walk, out->order.twins, facts->n_users,
				 sizeof(bool));
}

#define SORT(whose, many, one) { whose, offsetof(struct facts, many), \
	offsetof(struct facts, cap_##many), sizeof(struct one) }

static const struct {
	enum whose whose;
	size_t things, cap;		/* in the facts */
	size_t size;			/* of a thing */
} sorts[] = {
	SORT(OF_USER, users, fact_user),
	SORT(OF_GROUP, groups, fact_group),
	SORT(OF_ASSET, assets, fact_asset),
	SORT(OF_PROJECT, projects, fact_project),
	SORT(OF_PROVIDER, providers, fact_record),
	SORT(OF_TOKEN, tokens, fact_record),
	SORT(OF_REQUEST, requests, fact_record),
};

/* facts: whose arrays are where they can be reached; out: what becomes of them.  They
 * are one and the same but in copying. */
static void walk_facts(struct walk *walk, struct facts *facts, struct facts *out)
{
	void *all;

	for (size_t i = 0; i < COUNT_OF(sorts); i++) {
		enum whose whose = sorts[i].whose;
		uint32_t n = whose_n(facts, whose);

		memcpy(&all, (char *)facts + sorts[i].things, sizeof(all));
		all = array(walk, all, n, sorts[i].size);
		memcpy((char *)out + sorts[i].things, &all, sizeof(all));
		all = reach(walk, all);
		memcpy((char *)facts + sorts[i].things, &all, sizeof(all));
		if (walk->block)
			memset((char *)out + sorts[i].cap, 0, sizeof(uint32_t));
		for (uint32_t k = 0; k < n; k++)
			thing(walk, facts, whose, k);
		map(walk, facts, whose, false, whose_ids(out, whose));
	}
	map(walk, facts, OF_USER, true, &out->emails);
	fields(walk, OF_WORKSPACE, out);
	order(walk, facts, out);
}

/* ---- blocks ------------------------------------------------------------------------------ */

static bool is_whole(const struct facts *facts)
{
	for (size_t i = 0; i < COUNT_OF(sorts); i++)
		for (uint32_t k = 0; k < whose_n(facts, sorts[i].whose); k++)
			if (*whose_gone(facts, sorts[i].whose, k))
				return false;
	return true;
}

void *facts_freeze(struct facts *facts, uint64_t base, size_t *n)
{
	struct walk count = { .text = text_counted, .array = array_counted,
		.n = sizeof(struct facts), .from = facts };
	struct walk copy = { .text = text_copied, .array = array_copied,
		.n = sizeof(struct facts), .from = facts, .base = base };
	struct facts reached = *facts, out = *facts;

	if (!facts_order_known(facts))
		facts->order.named = reached.order.named = out.order.named = 0;

	assert(is_whole(facts));
	walk_facts(&count, facts, facts);
	copy.block = mem_alloc(count.n);
	walk_facts(&copy, &reached, &out);
	assert(copy.n == count.n);
	out.text = (struct arena){ .head = NULL };
	out.block.at = NULL;
	out.block.drop = NULL;
	memcpy(copy.block, &out, sizeof(out));
	*n = copy.n;
	return copy.block;
}

void facts_thaw(struct facts *facts, void *at, size_t n, uint64_t base,
		void (*drop)(void *at, size_t n))
{
	struct walk move = { .text = text_moved, .array = array_moved,
		.delta = (ptrdiff_t)((uintptr_t)at - (uintptr_t)base) };
	uint64_t changes = facts->changes;

	assert(facts->n_users == 0 && !facts->text.head);
	memcpy(facts, at, sizeof(*facts));
	if (move.delta)
		walk_facts(&move, facts, facts);
	facts->changes = facts->named = changes;
	if (facts->order.named)
		facts->order.named = changes;
	facts->block.at = at;
	facts->block.n = n;
	facts->block.drop = drop;
}

/* ---- the layout -------------------------------------------------------------------------- */

static uint64_t mix(uint64_t hash, uint64_t with)
{
	hash = (hash ^ with) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 32;
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
	do
		hash = mix(hash, (unsigned char)*text);
	while (*text++);
	return hash;
}

uint64_t facts_image_layout(void)
{
	const uint64_t sizes[] = { LEVELS, ROLES, sizeof(struct facts),
		sizeof(struct fact_own), sizeof(struct fact_grant),
		sizeof(struct numbers), sizeof(struct strmap_slot),
		offsetof(struct facts, users), offsetof(struct facts, emails),
		offsetof(struct fact_user, last_login),
		offsetof(struct fact_asset, kind), 0x0102030405060708 };
	const unsigned char *bytes = (const unsigned char *)sizes;
	const struct edit_field *field;
	uint64_t hash = 1;

	for (size_t i = 0; i < sizeof(sizes); i++)
		hash = mix(hash, bytes[i]);
	for (size_t i = 0; i < COUNT_OF(sorts); i++) {
		hash = mix(hash, sorts[i].size);
		hash = mix(hash, sorts[i].things);
	}
	for (enum whose whose = OF_WORKSPACE; whose <= OF_PROJECT; whose++)
		for (field = NULL; (field = edit_field_next(whose, field));) {
			hash = mix_text(hash, field->name);
			hash = mix(hash, field->at);
		}
	for (size_t i = 0; i < kind_count(); i++)
		hash = mix_text(hash, kind_at(i)->code);
	return hash;
}
