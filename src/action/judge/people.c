/* people.c: what the verbs on users share: addresses, names, roles, logins. */
#include "action/judge/people.h"

#include <string.h>

#include "access/rights.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may_workspace.h"
#include "action/judge/names.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/value.h"

enum { KEY_LIMIT = 4096, SAID = 20, QUOTED_CELLS = 24 };

bool people_email_good(const char *email, struct error *err)
{
	const char *fault = email_fault(email);

	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "EMAIL_INVALID", "the e-mail address %.60s %s",
		  email, fault);
	error_field(err, "email");
	return error_remedy(err, "give an address like ana@acme.example");
}

/* Up to 20 of those that cannot be addresses are named at once. */
static bool emails_good(const struct mail *mail, size_t n, struct error *err)
{
	const char *fault = NULL;
	size_t i, bad = 0, first = 0;
	struct buf list;

	buf_init(&list, sizeof(err->text));
	for (i = 0; i < n; i++) {
		if (!email_fault(mail[i].email))
			continue;
		if (!bad++) {
			fault = email_fault(mail[i].email);
			first = i;
		}
		if (bad > SAID)
			continue;
		buf_adds(&list, bad > 1 ? ", " : "");
		text_cut(&list, mail[i].email, QUOTED_CELLS);
	}
	if (bad > SAID)
		buf_printf(&list, " and %zu more", bad - SAID);
	if (bad > 1) {
		error_set(err, ERROR_INVALID, "EMAIL_INVALID", "%zu of %zu are no "
			  "e-mail addresses (the first %s): %s", bad, n, fault,
			  buf_text(&list));
		error_field(err, "email");
		error_remedy(err, "give addresses like ana@acme.example");
	}
	buf_release(&list);
	return bad == 1 ? people_email_good(mail[first].email, err) : !bad;
}

bool people_name_good(const char *name, struct error *err)
{
	return *name == '\0' || may_be_named("name", name, err);
}

bool people_emails(struct edit_plan *plan, const char *name, struct mail **out,
		   size_t *n, struct error *err)
{
	struct buf all;
	size_t i;

	buf_init(&all, SIZE_MAX / 2);
	for (i = 0; i < plan_count(plan, name); i++)
		buf_printf(&all, "%s%s", i ? "\n" : "",
			   arg_at(plan->action, plan->args, name, i));
	*out = mails_read(plan->arena, buf_text(&all), n);
	buf_release(&all);
	if (*n)
		return emails_good(*out, *n, err);
	error_set(err, ERROR_INVALID, NULL, "no e-mail address is given");
	return error_field(err, "email");
}

bool people_role(struct edit_plan *plan, const char *name, enum role *out,
		 struct error *err)
{
	if (!role_parse(plan_text(plan, name), out)) {
		error_set(err, ERROR_INVALID, NULL, "the role is one of admin, "
			  "manager, editor, explorer, viewer, guest");
		return error_field(err, "%s", name);
	}
	return may_give_role(plan, *out, err);
}

/* ---- in a form ------------------------------------------------------------------------ */

bool people_has_role(const struct seen *seen, enum role role)
{
	uint32_t i;

	for (i = 0; i < seen_n_users(seen) && role_is_optional(role); i++)
		if (sees_user(seen, i) && seen_user(seen, i)->role == role)
			break;
	return !role_is_optional(role) || i < seen_n_users(seen);
}

const char *people_role_gate(const struct seen *seen, enum role role)
{
	return role == ROLE_EXPLORER && seen_workspace(seen).plan < PLAN_TEAM ?
		"needs the Team plan" : NULL;
}

const char *people_role_greyed(const struct asked *asked, const char *value)
{
	const struct seen *seen = asked_seen(asked);
	enum role role;

	if (!value || !role_parse(value, &role) ||
	    (asked->number < seen_n_users(seen) &&
	     seen_user(seen, asked->number)->role == role))
		return NULL;
	return people_has_role(seen, role) ? people_role_gate(seen, role) :
		"nobody has this role";
}

/* ---- look-alikes -------------------------------------------------------------------- */

static const char *skeleton(const char *email, struct arena *arena)
{
	struct buf shape;
	const char *kept;

	buf_init(&shape, KEY_LIMIT);
	text_skeleton(&shape, email);
	kept = arena_strdup(arena, buf_text(&shape));
	buf_release(&shape);
	return kept;
}

static void pair(struct look_alike *list, size_t *n, uint32_t a, uint32_t b)
{
	list[*n].user = a > b ? a : b;
	list[(*n)++].other = a > b ? b : a;
}

/* Of two addresses in ASCII none looks like the other: one of a pair is not. */
struct look_alike *look_alikes(const struct facts *facts, struct arena *arena,
			       size_t *n)
{
	struct look_alike *list = NULL;
	struct strmap shapes = { 0 };
	uint32_t i, other, others = 0;
	const char *shape;

	*n = 0;
	for (i = 0; i < facts->n_users; i++)
		others += !text_is_ascii(facts->users[i].email);
	list = arena_array(arena, others * (size_t)2 + 1, sizeof(*list));
	for (i = 0; others && i < facts->n_users; i++) {
		if (facts->users[i].gone || text_is_ascii(facts->users[i].email))
			continue;
		shape = skeleton(facts->users[i].email, arena);
		other = facts_user_by_email(facts, shape);
		if (other != NOBODY && other != i)
			pair(list, n, i, other);
		if (!strmap_add(&shapes, shape, i, &other))
			pair(list, n, i, other);
	}
	strmap_release(&shapes);
	return list;
}

/* Letters and digits of ASCII that are taken for each other in many a font: nobody is
 * warned of them but where a key or the role Admin goes with the address. */
static const char *narrow(const char *email, struct arena *arena)
{
	static const struct { const char *from, *to; } alike[] = {
		{ "rn", "m" }, { "vv", "w" }, { "cl", "d" }, { "0", "o" }, { "1", "l" },
		{ "i", "l" }, { "|", "l" }, { "5", "s" }, { "2", "z" }, { "8", "b" },
	};
	const char *shape = skeleton(email, arena);
	char *out = arena_alloc(arena, strlen(shape) + 1);
	size_t n = 0, i, len;

	while (*shape) {
		for (i = 0; i < COUNT_OF(alike); i++)
			if (strncmp(shape, alike[i].from, strlen(alike[i].from)) == 0)
				break;
		len = i < COUNT_OF(alike) ? strlen(alike[i].from) : 1;
		out[n++] = i < COUNT_OF(alike) ? *alike[i].to : *shape;
		shape += len;
	}
	out[n] = '\0';
	return out;
}

uint32_t look_alike_of(const struct facts *facts, const char *email, uint32_t but)
{
	struct arena arena = { 0 };
	const char *shape = narrow(email, &arena);
	uint32_t i, found = NOBODY;

	for (i = 0; i < facts->n_users && found == NOBODY; i++) {
		struct arena one = { 0 };

		if (i != but && !facts->users[i].gone &&
		    strcmp(facts->users[i].email, email) != 0 &&
		    strcmp(narrow(facts->users[i].email, &one), shape) == 0)
			found = i;
		arena_release(&one);
	}
	arena_release(&arena);
	return found;
}

void people_warn_alike(struct edit_plan *plan, uint32_t user)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t other = look_alike_of(facts, facts->users[user].email, user);

	if (other != NOBODY)
		plan_warn(plan, "LOOK_ALIKE", "%s looks like %s and is another address",
			  word_cut(plan->arena, facts->users[user].email),
			  word_cut(plan->arena, facts->users[other].email));
}

struct look_alike *look_alike_admins(const struct facts *facts, struct arena *arena,
				     size_t *n)
{
	struct look_alike *list = NULL;
	struct strmap shapes = { 0 };
	uint32_t i, other, admins = 0;

	*n = 0;
	for (i = 0; i < facts->n_users; i++)
		if (facts->users[i].role == ROLE_ADMIN && !facts->users[i].gone) {
			admins++;
			(void)strmap_add(&shapes, narrow(facts->users[i].email, arena), i,
					 &other);
		}
	list = arena_array(arena, (size_t)facts->n_users + 1, sizeof(*list));
	for (i = 0; admins && i < facts->n_users; i++)
		if (!facts->users[i].gone &&
		    strmap_get(&shapes, narrow(facts->users[i].email, arena), &other) &&
		    other != i)
			pair(list, n, i, other);
	strmap_release(&shapes);
	return list;
}
