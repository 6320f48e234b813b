/* facts_differ.c: see facts_differ.h. */
#include "model/image/facts_differ.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/edit_field.h"

struct pair {
	const struct facts *a, *b;
	uint32_t *map[OF_PROJECT + 1];	/* number in a -> in b, or NOBODY */
	struct arena *arena;
	const char *found;
};

/* The sorts of the sets that whose_set() tells of, by place. */
static enum whose other_of(enum whose whose, size_t place)
{
	static const enum whose others[][3] = {
		[OF_USER] = { OF_GROUP, OF_PROJECT },
		[OF_GROUP] = { OF_USER, OF_PROJECT, OF_ASSET },
		[OF_ASSET] = { OF_GROUP, OF_PROJECT },
		[OF_PROJECT] = { OF_ASSET },
	};

	return others[whose][place];
}

static void differs(struct pair *pair, enum whose whose, uint32_t n,
		    const char *what)
{
	if (!pair->found)
		pair->found = arena_printf(pair->arena, "%s %s: %s",
			whose_word(whose), whose == OF_WORKSPACE ? "itself" :
			whose_id(pair->a, whose, n), what);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static uint32_t mapped(const struct pair *pair, enum whose whose, uint32_t n)
{
	return n == NOBODY || n >= whose_n(pair->a, whose) ? NOBODY :
		pair->map[whose][n];
}

static bool same_set(const struct pair *pair, enum whose other,
		     const struct numbers *a, const struct numbers *b)
{
	for (uint32_t i = 0; i < a->n; i++)
		if (!*whose_gone(pair->a, other, a->v[i]) &&
		    !numbers_has(b, pair->map[other][a->v[i]]))
			return false;
	return whose_live(pair->a, other, a) == whose_live(pair->b, other, b);
}

static bool same_stamp(const struct field_stamp *stamp, const void *a,
		       const void *b)
{
	return !stamp || (field_when(stamp, a) == field_when(stamp, b) &&
			  same_text(field_by(stamp, a), field_by(stamp, b)));
}

static bool same_field(const struct pair *pair, const struct edit_field *field,
		       const void *a, const void *b)
{
	if (!same_stamp(field->stamp, a, b))
		return false;
	if (field_is_text(field))
		return same_text(field_text(field, a), field_text(field, b));
	if (field->holds == HOLDS_THING)
		return mapped(pair, field->other, field_number(field, a)) ==
			field_number(field, b);
	return field_value(field, a) == field_value(field, b);
}

static void fields(struct pair *pair, enum whose whose, uint32_t n,
		   const void *a, const void *b)
{
	const struct edit_field *field = NULL;

	while ((field = edit_field_next(whose, field)))
		if (!same_field(pair, field, a, b))
			differs(pair, whose, n, field->name);
}

static uint32_t live_grants(const struct facts *facts,
			    const struct fact_project *project)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < project->n_grants; i++)
		n += !*whose_gone(facts, project->grants[i].group ? OF_GROUP :
				  OF_USER, project->grants[i].who);
	return n;
}

static bool same_grants(const struct pair *pair, const struct fact_project *a,
			const struct fact_project *b, uint32_t number)
{
	for (uint32_t i = 0; i < a->n_grants; i++) {
		const struct fact_grant *one = &a->grants[i], *other;
		enum whose whose = one->group ? OF_GROUP : OF_USER;
		uint32_t who = pair->map[whose][one->who];

		if (*whose_gone(pair->a, whose, one->who))
			continue;
		other = who == NOBODY ? NULL :
			facts_grant(pair->b, number, one->group, who);
		if (!other || other->level != one->level)
			return false;
	}
	return live_grants(pair->a, a) == live_grants(pair->b, b);
}

static bool same_own(const struct facts *facts, const struct fact_project *a,
		     const struct fact_project *b, uint32_t number)
{
	for (uint32_t i = 0; i < a->n_own; i++) {
		uint32_t at = facts_own(facts, number, a->own[i].id);
		const struct fact_own *one = &a->own[i], *other = b->own + at;

		if (at == NOBODY || one->kind != other->kind ||
		    !same_text(one->name, other->name) ||
		    !same_text(one->type, other->type) ||
		    !same_text(one->config, other->config))
			return false;
	}
	return a->n_own == b->n_own;
}

static void project(struct pair *pair, uint32_t n, uint32_t number)
{
	const struct fact_project *a = &pair->a->projects[n];
	const struct fact_project *b = &pair->b->projects[number];

	if (mapped(pair, OF_USER, a->owner) != b->owner)
		differs(pair, OF_PROJECT, n, "its owner");
	if (!same_grants(pair, a, b, number))
		differs(pair, OF_PROJECT, n, "its grants");
	if (!same_own(pair->b, a, b, number))
		differs(pair, OF_PROJECT, n, "what it has of its own");
}

static void thing(struct pair *pair, enum whose whose, uint32_t n,
		  uint32_t number)
{
	const void *a = whose_thing(pair->a, whose, n);
	const void *b = whose_thing(pair->b, whose, number);
	const struct numbers *set;

	fields(pair, whose, n, a, b);
	for (size_t i = 0; (set = whose_set(pair->a, whose, n, i)); i++)
		if (!same_set(pair, other_of(whose, i), set,
			      whose_set(pair->b, whose, number, i)))
			differs(pair, whose, n, "what it is tied to");
	if (whose == OF_USER) {
		const struct fact_user *one = a, *other = b;

		if (!same_text(one->email, other->email) ||
		    one->last_login != other->last_login)
			differs(pair, whose, n, "its e-mail or last login");
	}
	if (whose == OF_ASSET) {
		const struct fact_asset *one = a, *other = b;

		if (one->kind != other->kind || one->created != other->created ||
		    one->refreshed != other->refreshed ||
		    !same_text(one->created_by, other->created_by))
			differs(pair, whose, n, "its kind, or who made it");
	}
	if (whose == OF_PROJECT)
		project(pair, n, number);
}

static void meet(struct pair *pair, enum whose whose)
{
	uint32_t n = whose_n(pair->a, whose), live = 0;

	pair->map[whose] = mem_array(n + 1u, sizeof(uint32_t));
	for (uint32_t i = 0; i < n; i++) {
		bool gone = *whose_gone(pair->a, whose, i);

		pair->map[whose][i] = gone ? NOBODY : whose_find(pair->b, whose,
			whose_id(pair->a, whose, i));
		live += !gone;
		if (!gone && pair->map[whose][i] == NOBODY)
			differs(pair, whose, i, "only one side has it");
	}
	for (uint32_t i = 0; i < whose_n(pair->b, whose); i++)
		live -= !*whose_gone(pair->b, whose, i);
	if (live != 0 && !pair->found)
		pair->found = arena_printf(pair->arena, "how many %s there are",
					   whose_table(whose));
}

const char *facts_differ(const struct facts *a, const struct facts *b,
			 struct arena *arena)
{
	struct pair pair = { .a = a, .b = b, .arena = arena };

	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		meet(&pair, whose);
	if (!pair.found)
		fields(&pair, OF_WORKSPACE, 0, a, b);
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		for (uint32_t i = 0; !pair.found && i < whose_n(a, whose); i++)
			if (!*whose_gone(a, whose, i))
				thing(&pair, whose, i, pair.map[whose][i]);
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		free(pair.map[whose]);
	return pair.found;
}
