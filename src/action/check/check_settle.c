/* check_settle.c: see check_settle.h. */
#include "action/check/check_settle.h"

#include <string.h>

#include "action/core/accounts.h"
#include "model/config.h"
#include "model/provider.h"

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The step, or one more, is not as good as it was said to be. */
static void worsen(struct check *check, const char *name, enum check_status status,
		   const char *reason, const char *detail, struct arena *arena)
{
	struct check_step *step = check_step(check, name, arena);

	if (!step)
		return;
	step->begun = step->ended = true;
	step->status = status;
	step->reason = reason;
	step->detail = detail;
	check_judge(check);
}

/* ---- accounts ----------------------------------------------------------------------- */

/* Another provider of the workspace that signed in as the same. */
static const char *twin(const struct app *app, const struct fact_record *one,
			const char *id, struct arena *arena)
{
	const struct fact_record *other;
	const struct check_note *note;
	struct check check;
	uint32_t i;

	for (i = 0; i < app->facts.n_providers; i++) {
		other = &app->facts.providers[i];
		note = other == one || other->gone || strcmp(other->type, one->type) != 0 ?
			NULL : app_check(app, "provider", other->id);
		check = (struct check){ .id = NULL };
		if (note && check_parse(&check, note->answer, arena) &&
		    check.account.id && strcmp(check.account.id, id) == 0)
			return other->name;
	}
	return NULL;
}

static const char *shown(const struct check_account *account, struct arena *arena)
{
	return account->login ? arena_printf(arena, "%.60s (%.40s)", account->login,
					     account->id) : account->id;
}

/* A24, A32: one account a workspace, one workspace an account. */
static void alone(const struct app *app, const struct fact_record *one,
		  struct check *check, struct arena *arena)
{
	const struct provider_type *type = provider_type(one->type);
	const char *who, *where;

	if (!type || !type->single)
		return;
	who = shown(&check->account, arena);
	where = twin(app, one, check->account.id, arena);
	if (where)
		where = arena_printf(arena, "%s signs in as %.60s of this workspace does",
				     who, where);
	else if ((where = accounts_holder(app, one, check->account.id, arena)))
		where = arena_printf(arena, "%s is connected to the workspace %.80s", who,
				     where);
	if (!where)
		return;
	worsen(check, "account", CHECK_FAIL, "duplicate-account", where, arena);
	check->account.id = NULL;	/* it holds no claim to it */
}

static void settle_account(const struct app *app, const struct fact_record *one,
			   const struct check *before, struct check *check,
			   struct arena *arena)
{
	const struct check_account *was = &before->account;
	struct check_account *is = &check->account;
	bool known;

	is->of = provider_account(one, arena);
	known = was->id && same(was->of, is->of);
	if (is->id && known && strcmp(was->id, is->id) != 0) {
		worsen(check, "account", CHECK_FAIL, "wrong-account", arena_printf(arena,
			"now %s, before %s", shown(is, arena), shown(was, arena)), arena);
		*is = *was;
	} else if (is->id) {
		alone(app, one, check, arena);
	} else if (known) {
		*is = *was;
	}
}

/* ---- refs --------------------------------------------------------------------------- */

static void settle_ref(const struct app *app, struct check_subject subject,
		       const struct check *before, struct check *check,
		       struct arena *arena)
{
	struct kind_state own = check_state(app, subject, arena);
	const char *kind = kind_value(&own, "ref_kind"), *name = kind_value(&own, "ref");
	const struct check_ref *was = &before->ref;
	struct check_ref *is = &check->ref;

	if (!kind || !name)
		return;
	is->kind = kind;
	is->name = name;
	is->repository = kind_value(&own, "repository");
	is->was = same(was->kind, kind) && same(was->name, name) &&
		same(was->repository, is->repository) ? was->was : NULL;
	if (!is->was)
		is->was = is->commit;
	is->moved = strcmp(kind, "tag") == 0 && is->commit &&
		strcmp(is->commit, is->was) != 0;
	if (is->moved && check->status != CHECK_FAIL)
		worsen(check, "ref", CHECK_WARN, NULL, arena_printf(arena, "the tag %.60s has "
		       "moved: it was %.12s, and is %.12s", name, is->was, is->commit),
		       arena);
}

void check_settle(const struct app *app, struct check_subject subject,
		  struct check *check, struct arena *arena)
{
	const struct check_note *note = check_last(app, subject);
	struct check before = { .id = NULL };

	if (note && !check_parse(&before, note->answer, arena))
		before = (struct check){ .id = NULL };
	if (subject.whose == OF_PROVIDER)
		settle_account(app, seen_record(app_seen(app), OF_PROVIDER, subject.n),
			       &before, check, arena);
	else if (check_asked(app, subject).whose == OF_PROVIDER)
		settle_ref(app, subject, &before, check, arena);
	check->since = check->status != CHECK_FAIL ? 0 :
		before.since ? before.since : check->checked;
}
