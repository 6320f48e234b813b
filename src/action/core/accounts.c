/* accounts.c: see accounts.h.  The register stands in /var/lib/gatehouse where that
 * folder may be written to, else in the state folder of the user. */
#include "action/core/accounts.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/core/state_file.h"
#include "action/core/word_list.h"
#include "model/account_file.h"
#include "model/check/check.h"
#include "model/provider.h"

static const char file[] = "accounts.json";

static size_t read_all(struct arena *arena, struct account_line **out)
{
	struct buf text;
	size_t n;

	buf_init(&text, STATEFILE_MAX);
	statefile_read_shared(file, &text);
	n = accounts_read(buf_text(&text), arena, out);
	buf_release(&text);
	return n;
}

/* The path by which other commands know this store. */
static const char *own_path(const struct app *app, struct arena *arena)
{
	char real[PATH_MAX];

	return arena_strdup(arena, realpath(app->store_path, real) ? real :
			    app->store_path);
}

/* A line of a store that is no more holds nothing. */
static bool is_stale(const struct account_line *line)
{
	return access(line->store, F_OK) != 0 && errno == ENOENT;
}

/* A copy of a workspace is no other one. */
static bool is_other(const struct account_line *line, const char *store,
		     const char *workspace)
{
	return strcmp(line->store, store) != 0 &&
		strcmp(line->workspace, workspace) != 0 && !is_stale(line);
}

static bool taken(const struct account_line *line, struct arena *arena,
		  struct error *err)
{
	const char *at = strchr(line->account, '/');

	error_set(err, ERROR_CONFLICT, "ACCOUNT_TAKEN", "the account %s is "
		  "connected to the workspace %s already, and to one only",
		  word_cut(arena, at ? at + 1 : line->account),
		  word_cut(arena, line->workspace));
	return error_remedy(err, "disconnect it there first, or connect another "
			    "account; that workspace is %.200s", line->store);
}

bool accounts_free(const struct app *app, const struct fact_record *provider,
		   const char *workspace, struct error *err)
{
	struct arena arena = { 0 };
	const char *account = provider_account(provider, &arena), *store;
	struct account_line *lines;
	size_t i, n;
	bool good = true;

	if (!account || app->demo || !app->store_path) {
		arena_release(&arena);
		return true;
	}
	store = own_path(app, &arena);
	n = read_all(&arena, &lines);
	for (i = 0; i < n && good; i++)
		if (strcmp(lines[i].provider, provider->type) == 0 &&
		    strcmp(lines[i].account, account) == 0 &&
		    is_other(&lines[i], store, workspace))
			good = taken(&lines[i], &arena, err);
	arena_release(&arena);
	return good;
}

/* Up to the account. */
static size_t host(const char *account)
{
	return strcspn(account, "/");
}

const char *accounts_holder(const struct app *app, const struct fact_record *provider,
			    const char *id, struct arena *arena)
{
	const struct provider_type *type = provider_type(provider->type);
	const char *account = provider_account(provider, arena), *store;
	struct account_line *lines;
	size_t i, n;

	if (!account && type && type->host)
		account = type->host;
	if (!account || app->demo || !app->store_path)
		return NULL;
	store = own_path(app, arena);
	n = read_all(arena, &lines);
	for (i = 0; i < n; i++)
		if (strcmp(lines[i].provider, provider->type) == 0 &&
		    strcmp(lines[i].id, id) == 0 &&
		    host(lines[i].account) == host(account) &&
		    strncmp(lines[i].account, account, host(account)) == 0 &&
		    is_other(&lines[i], store, app->facts.name))
			return lines[i].workspace;
	return NULL;
}

bool accounts_all_free(const struct app *app, const struct facts *facts,
		       struct error *err)
{
	uint32_t i;

	for (i = 0; i < facts->n_providers; i++)
		if (!facts->providers[i].gone &&
		    !accounts_free(app, &facts->providers[i], facts->name, err))
			return false;
	return true;
}

/* As it signed in last; *id "": nobody knows.  NULL: no account at all. */
static const char *account_of(const struct app *app, const struct fact_record *one,
			      const char **id, struct arena *arena)
{
	const struct check_note *note = app_check(app, "provider", one->id);
	const struct provider_type *type = provider_type(one->type);
	const char *account = provider_account(one, arena);
	struct check check = { .id = NULL };

	*id = "";
	if (note && check_parse(&check, note->answer, arena) && check.account.id &&
	    (!account || !check.account.of || strcmp(account, check.account.of) == 0))
		*id = check.account.id;
	if (!account && **id && type && type->host)
		account = arena_printf(arena, "%s/%s", type->host, check.account.login ?
				       check.account.login : *id);
	return account;
}

/* Those of others, then ours. */
static size_t lines_now(const struct app *app, const struct facts *facts,
			struct arena *arena, struct account_line **out)
{
	const char *store = own_path(app, arena), *account, *id;
	struct account_line *was, *now;
	size_t n = read_all(arena, &was), i, kept = 0;
	uint32_t p;

	now = arena_array(arena, n + facts->n_providers + 1, sizeof(*now));
	for (i = 0; i < n; i++)
		if (strcmp(was[i].store, store) != 0 && !is_stale(&was[i]))
			now[kept++] = was[i];
	for (p = 0; p < facts->n_providers; p++) {
		account = facts->providers[p].gone ? NULL :
			account_of(app, &facts->providers[p], &id, arena);
		if (account)
			now[kept++] = (struct account_line){
				facts->providers[p].type, account, id, facts->name,
				store };
	}
	*out = now;
	return kept;
}

/* That it cannot be written keeps nobody from working. */
void accounts_note(const struct app *app, const struct facts *facts)
{
	struct arena arena = { 0 };
	struct account_line *lines;
	struct buf was, now;
	size_t n;

	if (app->demo || !app->store_path)
		return;
	buf_init(&was, STATEFILE_MAX);
	buf_init(&now, STATEFILE_MAX);
	n = lines_now(app, facts, &arena, &lines);
	accounts_write(lines, n, &now);
	statefile_read_shared(file, &was);
	if ((n || was.len) && strcmp(buf_text(&was), buf_text(&now)) != 0)
		(void)statefile_write_shared(file, &now);
	buf_release(&was);
	buf_release(&now);
	arena_release(&arena);
}
