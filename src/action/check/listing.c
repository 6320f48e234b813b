/* listing.c: see listing.h. */
#include "action/check/listing.h"

#include <string.h>

#include "action/check/check_which.h"
#include "action/vault/vault_input.h"

enum { LIST_LIMIT = 1 << 26 };

bool listing_begin(struct listing *listing, struct app *app,
		   const struct listing_wish *wish, int64_t timeout, struct error *err)
{
	const char *const ask[CHECK_ASKS][2] = {
		{ "repository", wish->repository }, { "kind", wish->ref_kind },
		{ "filter", wish->filter }, { "prefix", wish->prefix } };
	size_t i, n = 0;

	listing->task = (struct check_task){ .subject = wish->subject,
		.job = wish->kind == &check_list_files ? "browse" : wish->kind->code,
		.ear = &listing->ear };
	for (i = 0; i < CHECK_ASKS; i++)
		if (ask[i][1]) {
			listing->task.ask[n][0] = ask[i][0];
			listing->task.ask[n++][1] = ask[i][1];
		}
	check_list_init(&listing->list, wish->kind);
	listing->ear = (struct check_ear){ .list = &listing->list };
	return checking_ask(&listing->checking, app, &listing->task, timeout, err);
}

bool listing_good(const struct listing *listing, struct error *err)
{
	return checking_good(&listing->checking, "it was not listed", err);
}

void listing_release(struct listing *listing)
{
	checking_release(&listing->checking);
	check_list_release(&listing->list);
}

bool listing_has(const struct listing *listing, const char *text)
{
	size_t i;

	for (i = 0; i < listing->list.n; i++)
		if (strcmp(check_list_cell(&listing->list, i, 0), text) == 0)
			return true;
	return false;
}

/* ---- verbs -------------------------------------------------------------------------- */

static void rows_json(const struct check_list *list, struct buf *out)
{
	const struct check_list_kind *kind = list->kind;
	const char *text;
	struct json json;
	size_t i, k;

	buf_init(out, LIST_LIMIT);
	jsonw_begin(&json, out);
	jsonw_karray(&json, kind->code);
	for (i = 0; i < list->n; i++) {
		jsonw_object(&json);
		for (k = 0; k < kind->n; k++) {
			text = check_list_cell(list, i, k);
			jsonw_key(&json, kind->column[k].key);
			if (text && kind->column[k].cell != LIST_TEXT)
				jsonw_raw(&json, text);
			else
				jsonw_string(&json, text);
		}
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	jsonw_object_end(&json);
	buf_addc(out, '\n');
}

static void tell(const struct check_list *list, struct result *out)
{
	static const enum cell_type cells[] = {
		[LIST_TEXT] = CELL_TEXT, [LIST_NUMBER] = CELL_NUMBER,
		[LIST_BOOL] = CELL_BOOL };
	static const char *const heads[][CHECK_LIST_COLUMNS] = {
		{ "ID", "NAME", "DEFAULT BRANCH", "PRIVATE" }, { "KIND", "NAME", "COMMIT" },
		{ "KEY", "SIZE", "MODIFIED", "FOLDER" } };
	const struct check_list_kind *kind = list->kind;
	const char *const *head = heads[kind == &check_list_repos ? 0 :
					kind == &check_list_refs ? 1 : 2];
	size_t i, k;

	for (k = 0; k < kind->n; k++) {
		out->column[k] = kind->column[k].key;
		out->heading[k] = head[k];
		out->type[k] = cells[kind->column[k].cell];
	}
	out->n_columns = kind->n;
	for (i = 0; i < list->n; i++) {
		result_row(out);
		for (k = 0; k < kind->n; k++)
			result_cell(out, k, check_list_cell(list, i, k));
	}
	if (!list->n)
		out->message = "There is nothing of that.";
	rows_json(list, &out->json);
}

bool listing_run(const struct action *self, struct app *app, const struct args *args,
		 const struct listing_wish *wish, struct result *out, struct error *err)
{
	struct check_wish given = { .app = app, .action = self, .args = args,
				    .arena = &out->arena };
	bool vault = check_needs_vault(app, wish->subject), done;
	struct listing listing;

	if (!check_seconds(&given, err) || !check_may_now(app, vault, err) ||
	    (vault && !vault_opened(app, self, args, err)))
		return false;
	done = listing_begin(&listing, app, wish, given.ms, err);
	while (done && !checking_over(&listing.checking))
		if (!checking_step(&listing.checking))
			checking_wait(&listing.checking);
	done = done && listing_good(&listing, err);
	if (done)
		tell(&listing.list, out);
	listing_release(&listing);
	return done;
}
