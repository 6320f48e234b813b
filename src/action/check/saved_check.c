/* saved_check.c: see saved_check.h. */
#include "action/check/saved_check.h"

#include <string.h>

#include "action/check/check_which.h"
#include "action/check/listing.h"
#include "action/check/signing.h"
#include "action/core/word_list.h"
#include "action/vault/vault_input.h"
#include "base/clock.h"
#include "model/whose.h"

enum { TELL_LIMIT = 1 << 20 };

static const char not_verified[] = "NOT_VERIFIED", file_verb[] = "import-file";

struct saved {
	struct app *app;
	const struct action *action;
	const struct args *args;
	struct result *out;
	struct check_subject subject;
	int64_t ms;
	const char *why;		/* nothing was asked, because of this; or NULL */
};

static bool given(const struct saved *saved, const char *name)
{
	return arg_count(saved->action, saved->args, name) > 0;
}

/* ---- warnings of the plan, which know better now ---------------------------------------- */

static void drop(struct result *out, const char *code)
{
	struct warning *to = out->warnings;
	size_t i, n = 0;

	for (i = 0; i < out->n_warnings; i++)
		if (strcmp(out->warnings[i].code, code) != 0)
			to[n++] = out->warnings[i];
	out->n_warnings = n;
}

static void warn(struct result *out, const char *code, const char *text)
{
	struct warning *all = arena_array(&out->arena, out->n_warnings + 1, sizeof(*all));

	if (out->n_warnings)
		memcpy(all, out->warnings, out->n_warnings * sizeof(*all));
	all[out->n_warnings++] = (struct warning){ code, text, false };
	out->warnings = all;
}

/* ---- the check -------------------------------------------------------------------------- */

static void tell(const struct checking *checking, struct result *out)
{
	const struct check *check = &checking->v[0].check;
	struct json json;

	buf_init(&out->checks, TELL_LIMIT);
	buf_init(&out->check_text, TELL_LIMIT);
	jsonw_init(&json, &out->checks, 0);
	jsonw_array(&json);
	check_json(check, &json);
	jsonw_array_end(&json);
	check_text(check, &out->check_text);
	if (check->status != CHECK_SKIP)
		drop(out, not_verified);
	if (check->status == CHECK_FAIL)
		warn(out, "CHECK_FAILED", "it is saved, but its check failed");
}

bool saved_check_now(struct app *app, enum whose whose, uint32_t n, int64_t ms,
		     struct result *out, struct error *err)
{
	const struct check_subject subject = { whose, n };
	struct checking checking;
	bool done = checking_begin(&checking, app, &subject, 1, false, ms, err);

	while (done && !checking_over(&checking))
		if (!checking_step(&checking))
			checking_wait(&checking);
	done = done && checking_keep(&checking, err);
	if (done)
		tell(&checking, out);
	checking_release(&checking);
	return done;
}

/* Nobody was asked: it says why, and nothing is kept. */
static void tell_skipped(struct saved *saved)
{
	struct arena *arena = &saved->out->arena;
	const struct check_about about = check_about(saved->app, saved->subject);
	struct checking_one one = { .check = { .id = about.id, .name = about.name,
					       .kind = about.kind, .type = about.type,
					       .checked = clock_now() } };
	struct checking only = { .v = &one, .n = 1 };

	check_only(&one.check, "config", CHECK_SKIP, NULL, saved->why, arena);
	tell(&only, saved->out);
}

/* ---- what it takes ------------------------------------------------------------------------ */

/* The vault is open, or is opened by what was given for that; nobody is asked for a
 * passphrase only to check. */
static bool has_vault(struct saved *saved)
{
	struct error err;

	error_clear(&err);
	if (saved->app->vault)
		return true;
	saved->why = "not checked: the vault is locked";
	if (!given(saved, "passphrase-fd"))
		return false;
	if (vault_opened(saved->app, saved->action, saved->args, &err))
		return true;
	saved->why = arena_printf(&saved->out->arena, "not checked: %s", err.text);
	return false;
}

/* Has nothing changed that its last check tried? */
static bool is_known(const struct app *app, struct check_subject subject)
{
	const struct check_note *note = check_last(app, subject);

	if (!note)
		return false;
	return subject.whose == OF_PROVIDER ?
		!app_record_is_stale(app, note, &app->facts.providers[subject.n]) :
		!app_check_is_stale(app, note, &app->facts.assets[subject.n]);
}

/* ---- signing in --------------------------------------------------------------------------- */

static bool fresh(const struct saved *saved)
{
	return strcmp(saved->action->verb, "connect") == 0;
}

/* Freshly connected, or said to sign in so (again). */
static bool wants_sign_in(const struct saved *saved)
{
	const char *auth = arg_text(saved->action, saved->args, "auth"), *why;

	return saved->subject.whose == OF_PROVIDER &&
		(auth ? strcmp(auth, "device") == 0 : fresh(saved)) &&
		signing_is(saved->app, saved->subject, &why) && (!why || auth) &&
		!app_value(saved->app, "provider", "",
			   check_about(saved->app, saved->subject).id, "client_secret") &&
		!given(saved, "value-fd") && !given(saved, "ask");
}

/* What was kept of the sign-in that failed. */
static void tell_failure(struct saved *saved)
{
	struct checking checking;

	checking_recall(&checking, saved->app, &saved->subject, 1, 0);
	if (checking.n)
		tell(&checking, saved->out);
	checking_release(&checking);
}

static bool sign_in(struct saved *saved, struct error *err)
{
	const char *why, *id = check_about(saved->app, saved->subject).id;
	struct error locked;

	error_clear(&locked);
	(void)signing_is(saved->app, saved->subject, &why);
	if (why) {
		warn(saved->out, "NOT_SIGNED_IN", arena_printf(&saved->out->arena,
		     "nobody is signed in yet: %s is missing, through which one signs in", why));
		return true;
	}
	if (vault_opened(saved->app, saved->action, saved->args, &locked)) {
		if (signing_run(saved->app, saved->subject, (int64_t)SIGNING_SECONDS * 1000,
				fresh(saved), err))
			return true;
		tell_failure(saved);
		return false;
	}
	warn(saved->out, "NOT_SIGNED_IN", arena_printf(&saved->out->arena,
	     "nobody is signed in yet (%s): gatehouse provider sign-in %.100s", locked.text,
	     id));
	return true;
}

/* ---- a file --------------------------------------------------------------------------------- */

/* Is it in the bucket?  Where that cannot be known, the plan's warning stands. */
static bool check_file(struct saved *saved, struct error *err)
{
	const char *path = arg_text(saved->action, saved->args, "path");
	const struct listing_wish wish = { .kind = &check_list_files,
					   .subject = saved->subject, .prefix = path };
	struct listing listing;
	struct error why;
	bool done;

	error_clear(&why);
	done = listing_begin(&listing, saved->app, &wish, saved->ms, err);
	while (done && !checking_over(&listing.checking))
		if (!checking_step(&listing.checking))
			checking_wait(&listing.checking);
	if (done && !listing_good(&listing, &why)) {
		warn(saved->out, "CHECK_FAILED", arena_printf(&saved->out->arena,
		     "it could not be looked for: %s", why.text));
	} else if (done) {
		drop(saved->out, not_verified);
		if (!listing_has(&listing, path))
			warn(saved->out, "FILE_MISSING", arena_printf(&saved->out->arena,
			     "there is no %s in %s now", word_cut(&saved->out->arena, path),
			     word_cut(&saved->out->arena,
				      check_about(saved->app, saved->subject).name)));
	}
	listing_release(&listing);
	return done;
}

/* ---- what was saved -------------------------------------------------------------------------- */

static bool is_checked_kind(size_t kind)
{
	const struct kind_type *type = kind_at(kind)->forms;

	if (kind_field_of(kind_at(kind), &value_provider))
		return true;
	while (type->code && !type->courier)
		type++;
	return type->code != NULL;
}

/* Whose check it is about; n NOBODY: of none. */
static struct check_subject subject_of(const struct saved *saved)
{
	const struct action *action = saved->action;
	const char *id = saved->out->targets, *files;
	struct check_subject none = { OF_NOTHING, NOBODY };
	struct error ignored;

	if ((action->does == KIND_CREATE || action->does == KIND_EDIT) &&
	    is_checked_kind(action->kind) && !given(saved, "project"))
		return id ? check_present(saved->app, OF_ASSET, id) : none;
	if (!action->noun)
		return none;
	if (strcmp(action->noun, "provider") == 0 && (strcmp(action->verb, "connect") == 0 ||
						      strcmp(action->verb, "edit") == 0))
		return id ? check_present(saved->app, OF_PROVIDER, id) : none;
	if (strcmp(action->noun, "project") != 0 || strcmp(action->verb, file_verb) != 0)
		return none;
	files = arg_text(action, saved->args, "files");
	none.whose = OF_ASSET;
	if (!files || !app_find_asset(saved->app, "files", files, &none.n, &ignored))
		none.n = NOBODY;
	return none;
}

static bool check(struct saved *saved, struct error *err)
{
	bool file = strcmp(saved->action->verb, file_verb) == 0;

	if (wants_sign_in(saved) && !sign_in(saved, err))
		return false;
	if (check_about(saved->app, saved->subject).draft || (!file && is_known(saved->app, saved->subject)))
		return true;
	if (check_needs_vault(saved->app, saved->subject) && !has_vault(saved)) {
		if (!file)
			tell_skipped(saved);
		return true;
	}
	return file ? check_file(saved, err) :
		saved_check_now(saved->app, saved->subject.whose, saved->subject.n, saved->ms,
				saved->out, err);
}

/* --timeout, of the verbs that have it. */
static bool time_for(const struct action *action, const struct args *args, int64_t *ms,
		     struct error *err)
{
	struct check_wish wish = { .action = action, .args = args };

	if (!check_seconds(&wish, err))
		return false;
	*ms = wish.ms;
	return true;
}

/* Has it what a sign-in gives, or signs in without one? */
static bool has_signed_in(const struct app *app, struct check_subject provider)
{
	const char *id = check_about(app, provider).id;

	return app_value(app, "provider", "", id, "token") ||
		app_value(app, "provider", "", id, "client_secret");
}

bool saved_check_due(const struct app *app, struct check_subject subject, bool *signs_in)
{
	const char *why = NULL;

	*signs_in = false;
	if (subject.n == NOBODY || app->demo || app->what_if || app->as_of ||
	    app->acting_as != NOBODY || !app_is_admin(app) ||
	    check_about(app, subject).draft ||
	    (subject.whose == OF_ASSET && !is_checked_kind(app->facts.assets[subject.n].kind)))
		return false;
	*signs_in = subject.whose == OF_PROVIDER && signing_is(app, subject, &why) && !why &&
		!has_signed_in(app, subject);
	return *signs_in || !is_known(app, subject);
}

bool saved_check_may(const struct action *action, const struct args *args,
		     struct error *err)
{
	int64_t ms;

	return !(action->flags & ACTION_WRITES) || time_for(action, args, &ms, err);
}

bool saved_check(struct app *app, const struct action *action, const struct args *args,
		 const struct options *opts, struct result *out, struct error *err)
{
	struct saved saved = { .app = app, .action = action, .args = args, .out = out };
	bool done;

	if (!(action->flags & ACTION_WRITES) || opts->dry_run || app->demo || app->what_if ||
	    given(&saved, "draft") || !app_is_admin(app))
		return true;
	saved.subject = subject_of(&saved);
	if (saved.subject.n == NOBODY)
		return true;
	if (!time_for(action, args, &saved.ms, err))
		return false;
	app->opts = opts;
	done = check(&saved, err);
	app->opts = NULL;
	return done;
}
