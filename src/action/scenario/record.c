/* record.c: see record.h. */
#include "action/scenario/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "action/scenario/record_priv.h"
#include "base/clock.h"
#include "base/mem.h"
#include "model/workspace_file.h"
#include "store/store.h"

enum { FILE_LIMIT = 64 << 20, WORKSPACE_LIMIT = 1 << 30 };

static struct recorder *of(struct witness *witness)
{
	return (struct recorder *)(void *)witness;
}

bool record_records(const struct action *action)
{
	return action == action_find("scenario", "record");
}

/* ---- while it lasts ------------------------------------------------------------------- */

static void flush(struct recorder *self)
{
	struct error err;

	error_clear(&err);
	self->witness.lost = record_flush(self, &err) ? NULL :
		arena_strdup(&self->arena, err.text);
}

/* What was saved until now that was not told: by others, or as no edit. */
static void catch_up(struct recorder *self, int64_t now)
{
	int64_t others = now - self->revision;

	if (others <= 0)
		return;
	record_note(self, "%lld other change%s, made meanwhile", (long long)others,
		    others == 1 ? "" : "s");
	self->revision = now;
}

static void begin_deed(struct recorder *self)
{
	arena_release(&self->deed);
	self->step = (struct scenario_step){ .expect = { .exit = -1 } };
	self->unfit = NULL;
	self->values = false;
}

static void before(struct witness *witness, struct app *app, const struct batch *batch)
{
	struct recorder *self = of(witness);

	begin_deed(self);
	if (batch->n)
		record_words(self, app, batch);
}

static void after(struct witness *witness, struct app *app, const struct batch *batch,
		  const struct result *result, const struct error *err)
{
	struct recorder *self = of(witness);
	size_t len = self->text.len;

	if (!batch->n || (!err && !result->event))
		return;		/* nothing had to change */
	catch_up(self, err ? witness_revision(app) : result->event - 1);
	if (err) {
		record_refused(self, err);
	} else {
		self->revision = result->event;
		self->refused = NULL;
		record_done(self, app, result);
	}
	if (self->text.len != len || self->text.overflow)
		flush(self);
}

/* Imports, the vault, a secret that was shown: they are in the log, and no edits. */
static void aside(struct witness *witness, struct app *app, const struct action *action,
		  int64_t events, int64_t last)
{
	struct recorder *self = of(witness);

	(void)app;
	begin_deed(self);
	catch_up(self, last - events);
	self->revision = last;
	record_note(self, "%s: it cannot be a step of a scenario",
		    action_name(action, &self->deed));
	flush(self);
}

static void end(struct witness *witness)
{
	struct recorder *self = of(witness);

	demo_discard(&self->copy);
	app_release(&self->copy);
	buf_release(&self->text);
	free(self->events);
	arena_release(&self->deed);
	arena_release(&self->arena);
	free(self);
}

/* ---- its beginning ---------------------------------------------------------------------- */

static const char *beside(const char *file, struct arena *arena)
{
	size_t n = strlen(file);

	if (n > strlen(".json") && strcmp(file + n - strlen(".json"), ".json") == 0)
		n -= strlen(".json");
	return arena_printf(arena, "%.*s.workspace.json", (int)n, file);
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool write_workspace(const char *path, const struct facts *facts, enum write_over over,
			    struct error *err)
{
	struct buf text;
	bool good;

	buf_init(&text, WORKSPACE_LIMIT);
	workspace_write_json(&text, facts);
	good = text.overflow ? error_set(err, ERROR_INVALID, "TOO_LARGE", "the workspace is "
		"too large for one file") : write_file(path, &text, over, err);
	buf_release(&text);
	return good;
}

static struct recorder *new_recorder(const char *file, bool again)
{
	struct recorder *self = mem_alloc(sizeof(*self));

	self->witness = (struct witness){ before, after, aside, end, 0, 0, NULL };
	self->path = arena_strdup(&self->arena, file);
	self->over = again ? WRITE_AGAIN : WRITE_NEW;
	buf_init(&self->text, FILE_LIMIT);
	app_init(&self->copy, NULL);
	return self;
}

static void first_words(struct recorder *self, const struct app *app, const char *workspace)
{
	char now[CLOCK_TEXT];
	struct arena *arena = &self->arena;

	clock_rfc3339(clock_now(), now);
	record_head(self, arena_printf(arena, "Recorded in %s, %s", app->facts.name, now),
		    workspace, "What was done in the console, and what came of it. Values of "
		    "secrets are not written here.");
}

static bool may(const struct app *app, struct error *err)
{
	if (app->witness) {
		error_set(err, ERROR_CONFLICT, "RECORDING", "a scenario is being recorded");
		return error_remedy(err, "it ends when the console is left");
	}
	if (!app->what_if && !app->as_of)
		return true;
	error_set(err, ERROR_CONFLICT, app->what_if ? "WHAT_IF" : "AS_OF",
		  "a recording begins at what is saved now");
	return error_remedy(err, app->what_if ? "apply or drop the what-if first" :
			    "come back to now first");
}

/* From here; workspace: the file in which that stands, NULL: it is the demo's. */
static bool begin(struct app *app, const char *file, const char *workspace, bool again,
		  struct error *err)
{
	struct recorder *self = new_recorder(file, again);

	self->began = self->revision = app->facts.revision;
	first_words(self, app, workspace ? last_part(workspace) : "demo");
	if (demo_open_workspace(&self->copy, workspace, NULL, err) &&
	    record_flush(self, err)) {
		app->witness = &self->witness;
		return true;
	}
	end(&self->witness);
	return false;
}

/* The workspace beside FILE, once it is seen that FILE may be written.  An earlier one is
 * replaced with the recording that it is of, and never alone.  *made: none was there. */
static bool lay_beside(const char *file, const char *workspace, const struct facts *facts,
		       bool again, bool *made, struct error *err)
{
	if (!record_may_stand(file, last_part(workspace), again ? WRITE_AGAIN : WRITE_NEW, err))
		return false;
	*made = !again || access(file, F_OK) != 0;
	if (write_workspace(workspace, facts, *made ? WRITE_NEW : WRITE_AGAIN, err))
		return true;
	if (again && *made)
		error_remedy(err, "name another file: it is of no recording that would be "
			     "replaced");
	return false;
}

/* The same, and the workspace beside.  What was made goes where the rest fails. */
static bool begin_with(struct app *app, const char *file, const char *workspace, bool again,
		       struct error *err)
{
	bool made;

	if (!lay_beside(file, workspace, &app->facts, again, &made, err))
		return false;
	if (begin(app, file, workspace, again, err))
		return true;
	if (made)
		unlink(workspace);
	return false;
}

bool record_begin(struct app *app, const char *file, bool again, struct error *err)
{
	struct arena arena = { 0 };
	bool good;

	if (!may(app, err))
		return false;
	if (!app_is_admin(app)) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "a recording begins with the whole "
			  "workspace, which is for Admins");
		error_needs(err, "admin");
		return error_remedy(err, "record in the demo: gatehouse scenario record FILE "
				    "--demo");
	}
	good = app_refresh(app, NULL, err) &&
		begin_with(app, file, beside(file, &arena), again, err);
	arena_release(&arena);
	return good;
}

/* The store as it is, as its own demo. */
static bool open_copy(struct app *app, const char *file, const char *as, bool again,
		      struct error *err)
{
	const char *workspace = beside(file, &app->arena);
	struct app from;
	bool good, made;

	app_init(&from, app->store_path);
	good = app_open(&from, false, NULL, err) &&
		(app_is_admin(&from) || app_admins_only("recording on a copy", err)) &&
		lay_beside(file, workspace, &from.facts, again, &made, err);
	app_release(&from);
	if (!good)
		return false;
	good = demo_open_workspace(app, workspace, NULL, err) &&
		(!as || app_act_as(app, as, err)) && begin(app, file, workspace, again, err);
	if (!good && made)
		unlink(workspace);
	return good;
}

bool record_open(struct app *app, const char *file, enum record_on on, const char *as,
		 bool again, struct error *err)
{
	switch (on) {
	case RECORD_DEMO:
		return demo_open_workspace(app, NULL, NULL, err) &&
			(!as || app_act_as(app, as, err)) && begin(app, file, NULL, again, err);
	case RECORD_COPY:
		return open_copy(app, file, as, again, err);
	case RECORD_STORE:
		break;
	}
	return app_open(app, true, as, err) && record_begin(app, file, again, err);
}

void record_state(const struct app *app, bool brief, char *out, size_t size)
{
	const struct witness *witness = app->witness;

	if (!witness)
		*out = '\0';
	else
		snprintf(out, size, " %s %zu %s", brief ? "REC" : "RECORDING",
			 witness->steps, witness->lost ? "NOT WRITTEN " : "");
}

/* ---- its end ------------------------------------------------------------------------------ */

void record_receipt(const struct app *app, struct buf *out)
{
	const struct witness *witness = app->witness;
	const struct recorder *self = (const struct recorder *)(const void *)witness;

	if (!witness)
		return;
	buf_printf(out, "Recorded %zu step%s in %s", witness->steps,
		   witness->steps == 1 ? "" : "s", self->path);
	if (witness->missed)
		buf_printf(out, " (%zu not recorded: the file says which)", witness->missed);
	buf_adds(out, ".");
	if (witness->lost)
		buf_printf(out, " Its last steps are NOT written: %s.", witness->lost);
}
