/* seen_label.c: a name that tells apart what has the same name (D27); see seen.h.
 *
 * Of each sort the visible names are folded and hashed into one table when the
 * first is asked for; two names of one hash would only be told apart needlessly. */
#include "access/seen.h"

#include "access/seen_priv.h"
#include "base/text.h"
#include "model/image/facts_order.h"

static bool sees(const struct seen *seen, enum whose sort, uint32_t n)
{
	switch (sort) {
	case OF_USER:
		return sees_user(seen, n);
	case OF_GROUP:
		return sees_group(seen, n);
	case OF_ASSET:
		return sees_asset(seen, n) != SIGHT_NOTHING;
	case OF_PROVIDER:
	case OF_TOKEN:
		return sees_record(seen, sort, n);
	default:
		return sees_project(seen, n) != SIGHT_NOTHING;
	}
}

const char *seen_name(const struct seen *seen, enum whose sort, uint32_t n)
{
	switch (sort) {
	case OF_USER:
		return seen_user_name(seen, n);
	case OF_GROUP:
		return seen_group(seen, n)->name;
	case OF_ASSET:
		return seen_asset(seen, n)->name;
	case OF_PROVIDER:
	case OF_TOKEN:
		return seen_record(seen, sort, n)->name;
	default:
		return seen_project(seen, n)->title;
	}
}

/* The e-mail of people, the id of what has none. */
static const char *mark_of(const struct seen *seen, enum whose sort, uint32_t n)
{
	const char *email = sort == OF_USER ? seen_user(seen, n)->email : "";

	return *email ? email : whose_id(seen->facts, sort, n);
}

/* Where it is, or the free place where it would be. */
static uint64_t *place_of(const struct seen_names *names, uint64_t hash)
{
	uint64_t at = (hash >> 2) & names->mask;

	while (names->slots[at] && (names->slots[at] & ~(uint64_t)1) != hash)
		at = (at + 1) & names->mask;
	return &names->slots[at];
}

static void collect(const struct seen *seen, enum whose sort,
		    struct seen_names *names)
{
	uint32_t n = whose_n(seen->facts, sort);
	uint64_t size = 16, hash, *slot;

	while (size < 2 * (uint64_t)n)
		size *= 2;
	names->mask = size - 1;
	arena_release(&names->arena);
	names->labels = NULL;
	names->named = seen->facts->named;
	names->changes = seen->facts->changes;
	names->slots = arena_array(&names->arena, (size_t)size,
				   sizeof(*names->slots));
	for (uint32_t i = 0; i < n; i++) {
		if (!sees(seen, sort, i))
			continue;
		hash = text_fold_hash(seen_name(seen, sort, i));
		slot = place_of(names, hash);
		*slot = *slot ? hash | 1u : hash;
	}
}

static struct seen_names *names_now(const struct seen *seen, enum whose sort)
{
	struct seen_names *names = &seen_lists_now(seen)->names[sort];
	bool whole = seen->all || sort == OF_USER || sort == OF_GROUP;

	if (!names->slots || names->named != seen->facts->named ||
	    (!whole && names->changes != seen->facts->changes))
		collect(seen, sort, names);
	return names;
}

const char *seen_twin(const struct seen *seen, enum whose sort, uint32_t n)
{
	const char *name;

	if (!seen->lists || !sees(seen, sort, n))
		return NULL;
	if (sort == OF_USER && seen->people && facts_order_known(seen->facts))
		return facts_order_twin(seen->facts, n) ?
			mark_of(seen, sort, n) : NULL;
	name = seen_name(seen, sort, n);
	return *place_of(names_now(seen, sort), text_fold_hash(name)) & 1u ?
		mark_of(seen, sort, n) : NULL;
}

static const char *made(struct seen_names *names, const char *name, const char *mark)
{
	return mark ? arena_printf(&names->arena, "%s (%s)", name, mark) : name;
}

/* Made once.  Of people only where there are two of a name: there are too many. */
static const char *label(const struct seen *seen, enum whose sort, uint32_t n)
{
	const char *name = seen_name(seen, sort, n), *mark, **at;
	struct seen_names *names;

	if (!seen->lists || !sees(seen, sort, n))
		return name;
	mark = sort == OF_USER ? seen_twin(seen, sort, n) : NULL;
	if (!mark && sort == OF_USER)
		return name;
	names = names_now(seen, sort);
	if (sort != OF_USER && names->labels && names->labels[n])
		return names->labels[n];
	if (sort != OF_USER)
		mark = seen_twin(seen, sort, n);
	if (!names->labels)
		names->labels = arena_array(&names->arena, whose_n(seen->facts, sort),
					    sizeof(*names->labels));
	at = &names->labels[n];
	if (!*at)
		*at = made(names, name, mark);
	return *at;
}

const char *seen_user_label(const struct seen *seen, uint32_t user)
{
	return label(seen, OF_USER, user);
}

const char *seen_group_label(const struct seen *seen, uint32_t group)
{
	return label(seen, OF_GROUP, group);
}

const char *seen_asset_label(const struct seen *seen, uint32_t asset)
{
	return label(seen, OF_ASSET, asset);
}

const char *seen_project_label(const struct seen *seen, uint32_t project)
{
	return label(seen, OF_PROJECT, project);
}

const char *seen_limit_label(const struct seen *seen, const struct answer *answer,
			     const struct limit *limit)
{
	return sees_asset(seen, limit->asset) ?
		seen_asset_label(seen, limit->asset) :
		seen_limit_asset(seen, answer, limit)->name;
}

const uint32_t *seen_order(const struct seen *seen, enum whose sort)
{
	bool whole = sort == OF_USER ? seen->people : seen->all;

	if (!whole || !facts_order_known(seen->facts))
		return NULL;
	return sort == OF_USER ? facts_order_people(seen->facts) :
		facts_order_titles(seen->facts);
}
