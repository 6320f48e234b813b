/* findings_people.c: who is alone as an Admin, and who is taken for somebody else. */
#include "action/review/findings_priv.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/judge/people.h"
#include "base/mem.h"
#include "base/strmap.h"
#include "base/text.h"

static const char *person(struct search *search, uint32_t user)
{
	return word_user(&search->out->arena, search->seen, user);
}

static void find_admins(struct search *search)
{
	uint32_t i, n = facts_active_admins(search->facts);
	struct noted *finding;

	if (!n) {
		finding = finding_add(search, FIND_NO_ADMIN, OF_WORKSPACE, 0, NULL);
		finding_say(search, finding, "No active person is an Admin: whoever made "
			    "the workspace file acts for one.");
		finding_do(finding, "user", "role", "USER", "admin");
	}
	for (i = 0; n == 1 && i < seen_n_users(search->seen); i++) {
		const struct fact_user *user = seen_user(search->seen, i);

		if (!sees_user(search->seen, i) || !user->active ||
		    !role_has_all_assets(user->role))
			continue;
		finding = finding_add(search, FIND_SINGLE_ADMIN, OF_USER, i, NULL);
		finding_say(search, finding, "%s is the only active Admin: nobody else "
			    "can give access back.", person(search, i));
		finding_do(finding, "user", "role", "USER", "admin");
	}
}

/* ---- addresses --------------------------------------------------------------------------- */

static void alike(struct search *search, struct strmap *known, uint32_t user,
		  uint32_t other)
{
	const char *more = seen_user(search->seen, other)->id;
	struct noted *finding;
	uint32_t old;

	finding = finding_add(search, FIND_LOOK_ALIKE, OF_USER, user, more);
	if (!strmap_add(known, finding->id, 0, &old)) {
		search->out->n--;		/* both searches know it */
		return;
	}
	finding_say(search, finding, "%s looks like %s and is another address.",
		    word_cut(&search->out->arena, seen_user(search->seen, user)->email),
		    word_cut(&search->out->arena, seen_user(search->seen, other)->email));
	finding_do(finding, "user", "show", finding->thing);
}

static void find_alike(struct search *search)
{
	struct strmap known = { 0 };
	struct arena arena = { 0 };
	struct look_alike *list;
	size_t n, i;

	list = look_alikes(search->facts, &arena, &n);
	for (i = 0; i < n; i++)
		alike(search, &known, list[i].user, list[i].other);
	list = look_alike_admins(search->facts, &arena, &n);
	for (i = 0; i < n; i++)
		alike(search, &known, list[i].user, list[i].other);
	strmap_release(&known);
	arena_release(&arena);
}

void find_people(struct search *search)
{
	find_admins(search);
	find_alike(search);
}

/* ---- names ------------------------------------------------------------------------------- */

struct namesake { const char *folded, *id; uint32_t user; };

static int by_name(const void *a, const void *b)
{
	const struct namesake *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order ? order : strcmp(x->id, y->id);
}

static const char *folded(const char *name, struct arena *arena)
{
	struct buf text;
	const char *out;

	buf_init(&text, 1 << 12);
	text_fold(&text, name);
	out = arena_strdup(arena, buf_text(&text));
	buf_release(&text);
	return out;
}

/* Only of the active ones: who left is offered nowhere. */
static size_t gather(const struct search *search, struct namesake **out,
		     struct arena *arena)
{
	size_t n = 0, cap = 0;
	uint32_t i;

	for (i = 0; i < seen_n_users(search->seen); i++) {
		const struct fact_user *user = seen_user(search->seen, i);

		if (!sees_user(search->seen, i) || !user->active || !user->name[0] ||
		    !seen_twin(search->seen, OF_USER, i))
			continue;
		*out = mem_grow(*out, n, &cap, sizeof(**out));
		(*out)[n++] = (struct namesake){ folded(user->name, arena), user->id, i };
	}
	if (n)
		qsort(*out, n, sizeof(**out), by_name);
	return n;
}

void find_namesakes(struct search *search)
{
	struct namesake *list = NULL;
	struct arena arena = { 0 };
	size_t n = gather(search, &list, &arena), i, first = 0;
	struct noted *finding;

	for (i = 1; i < n; i++) {
		if (strcmp(list[first].folded, list[i].folded) != 0) {
			first = i;
			continue;
		}
		finding = finding_add(search, FIND_SAME_NAME, OF_USER, list[i].user,
				      list[first].id);
		finding_say(search, finding, "%s and %s have the same name.",
			    person(search, list[i].user),
			    person(search, list[first].user));
		finding_do(finding, "user", "edit", finding->thing, "--name", "NAME");
	}
	free(list);
	arena_release(&arena);
}
