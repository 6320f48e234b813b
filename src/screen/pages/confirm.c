/* confirm.c: the question before a write: what it changes for whom, and the key that
 * does it, which is never Enter by reflex. */
#include "screen/pages/confirm_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/preview.h"
#include "action/core/witness.h"
#include "action/run/run.h"
#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"
#include "screen/frame/text_page.h"
#include "screen/frame/verb.h"
#include "screen/preview/change_news.h"

enum {
	MANY = 20,		/* people moved by a deletion, beyond which it is severe */
	LOOK_STEPS = 600000	/* of a preview for one key: some milliseconds */
};

static bool deletes(const struct confirm *self)
{
	return strcmp(self->request.action->verb, "delete") == 0;
}

/* ---- what it is about ------------------------------------------------------------ */

/* The thing that this argument names. */
static struct thing named_by(const struct confirm *self, size_t at)
{
	const struct action *action = self->request.action;
	const struct arg *arg = &self->request.args.of[at];
	const struct app *app = self->screen->app;
	struct thing none = { .kind = THING_NONE };
	struct error err;
	uint32_t n;

	if (action->params[at].option || !arg->n)
		return none;
	error_clear(&err);
	switch (action->params[at].type) {
	case PARAM_PROJECT:
		return app_find_project(app, arg->v[0], &n, &err) ?
			thing_of(app, THING_PROJECT, n) : none;
	case PARAM_USER:
		return app_find_user(app, arg->v[0], &n, &err) ?
			thing_of(app, THING_USER, n) : none;
	case PARAM_GROUP:
		return app_find_group(app, arg->v[0], &n, &err) ?
			thing_of(app, THING_GROUP, n) : none;
	case PARAM_ASSET:
		return app_find_asset(app, action->noun, arg->v[0], &n, &err) ?
			thing_of(app, THING_ASSET, n) : none;
	case PARAM_PROVIDER:
		return app_find_record(app, OF_PROVIDER, arg->v[0], &n, &err) ?
			thing_of(app, THING_PROVIDER, n) : none;
	case PARAM_TOKEN:
		return app_find_record(app, OF_TOKEN, arg->v[0], &n, &err) ?
			thing_of(app, THING_TOKEN, n) : none;
	default:
		return none;
	}
}

static const char *word_of(const struct action *action)
{
	static const struct { const char *verb, *word; } words[] = {
		{ "delete", "Delete" }, { "archive", "Archive" },
		{ "unarchive", "Unarchive" }, { "restore", "Restore" },
		{ "deactivate", "Deactivate" }, { "reactivate", "Reactivate" },
		{ "duplicate", "Duplicate" }, { "import", "Import" },
		{ "undo", "Undo" }, { "redo", "Redo" }
	};
	size_t i;

	for (i = 0; i < COUNT_OF(words); i++)
		if (strcmp(words[i].verb, action->verb) == 0)
			return words[i].word;
	return "Do it";
}

static void set_title(struct confirm *self)
{
	const struct app *app = self->screen->app;
	struct thing first = named_by(self, 0);
	bool known = first.kind != THING_NONE;
	const char *name = known ? thing_name(app, &first) : NULL;
	struct buf title;

	buf_init(&title, 4096);
	if (deletes(self) && known)
		buf_printf(&title, "Delete %s", name);
	else if (self->request.action->flags & ACTION_WHOLE)
		buf_printf(&title, "%s the workspace",
			   word_of(self->request.action));
	else if (self->request.action->params[0].type == PARAM_NUMBER &&
		 self->request.args.of[0].n)
		buf_printf(&title, "%s change #%s", word_of(self->request.action),
			   self->request.args.of[0].v[0]);
	else
		verb_title(self->request.action, name, &title);
	snprintf(self->deed.title, sizeof(self->deed.title), "%s", buf_text(&title));
	buf_release(&title);
}

/* What has to be typed: the name, where one can type it as it is shown. */
static void set_name(struct confirm *self)
{
	const struct app *app = self->screen->app;
	const struct arg *arg = &self->request.args.of[0];
	struct deed *deed = &self->deed;
	bool known = deed->subject.kind != THING_NONE;
	const char *name = self->preview.confirm ? self->preview.confirm :
		known ? thing_bare_name(app, &deed->subject) : arg->n ? arg->v[0] :
		self->request.action->verb;
	struct buf safe;

	buf_init(&safe, sizeof(deed->name));
	text_safe(&safe, name);
	if (strcmp(buf_text(&safe), name) != 0 ||
	    strlen(name) >= sizeof(deed->name))
		name = known ? deed->subject.id : self->request.action->verb;
	snprintf(deed->name, sizeof(deed->name), "%s", name);
	buf_release(&safe);
}

static const char *way_back(const struct confirm *self)
{
	static char again[80];

	if (self->screen->app->what_if)
		return verb_way_back(self->screen->app);
	if (self->preview.has_plan)
		return "A backup is written first: it is the way back, undo is "
			"not.";
	if (self->for_good)
		return "";		/* it is said on the frame */
	snprintf(again, sizeof(again), "%s (now) does it again, %s history later.",
		 key_said(CMD_REDO), key_said(CMD_HISTORY));
	return self->preview.undid ? again : verb_way_back(self->screen->app);
}

/* What stands around it. */
static void set_deed(struct confirm *self)
{
	struct deed *deed = &self->deed;
	bool refused = self->how == CONFIRM_REFUSED || self->how == CONFIRM_NOTHING;
	bool counting = self->how == CONFIRM_COUNTING;
	bool tried = self->screen->app->what_if != NULL;

	deed->no = refused ? "Close" : "Back";
	deed->doing = refused ? "as it is" : tried ? "if you try it" :
		"if you do it";
	deed->way_back = refused || counting ? "" : way_back(self);
	deed->mark = self->how == CONFIRM_REFUSED ? " It cannot be done " : refused ? "" : self->for_good && !tried &&
		!counting ? " cannot be undone " : "";
	if (refused || counting)
		deed->yes[0] = '\0';
	else
		snprintf(deed->yes, sizeof(deed->yes), "%s%s", *deed->name ? "" :
			 command_key_before(CMD_YES), word_of(self->request.action));
}

/* ---- looking ---------------------------------------------------------------------- */

/* For a deletion the message would tell as done what is still a question. */
static void set_message(struct confirm *self)
{
	struct result *preview = &self->preview;
	const char *impact = deletes(self) ?
		confirm_impact(self->screen->app, &self->deed.subject,
			       &preview->arena) : NULL;

	if (impact)
		preview->message = *impact ? impact : NULL;
}

static void judge(struct confirm *self)
{
	const struct result *preview = &self->preview;
	bool severe;

	/* A change of the whole has its backup. */
	self->for_good = !preview->has_plan && (preview->confirm ||
		preview->irreversible || (preview->ask && deletes(self)));
	severe = self->for_good || preview->confirm || (deletes(self) &&
		confirm_people(self->screen->app, &preview->preview) > MANY);
	if (severe)
		set_name(self);
	else
		self->deed.name[0] = '\0';
	if ((self->how == CONFIRM_SEVERE) != severe)
		deed_begin(&self->deed);
	self->how = severe ? CONFIRM_SEVERE : preview->nothing && !preview->has_plan ?
		CONFIRM_NOTHING : CONFIRM_NORMAL;
}

static void refuse(struct confirm *self, const struct error *err)
{
	consequence_refuse(&self->deed.consequence, "It cannot be done", err);
	self->how = CONFIRM_REFUSED;
	self->deed.name[0] = '\0';
	deed_begin(&self->deed);
}

static void wait_for(struct confirm *self)
{
	result_release(&self->preview);
	result_init(&self->preview);
	consequence_say(&self->deed.consequence, "counting...", "");
	self->deed.name[0] = '\0';
	if (self->how != CONFIRM_COUNTING)
		deed_begin(&self->deed);
	self->how = CONFIRM_COUNTING;
}

static bool look(struct confirm *self, struct patience *patience, struct error *err)
{
	struct result *preview = &self->preview;
	bool ok;

	result_release(preview);
	error_clear(err);
	ok = action_preview_within(self->screen->app, self->request.action,
				   &self->request.args, patience, preview, err) ||
		(preview->has_plan && strcmp(err->code, "COUNT_NEEDED") == 0);
	if (ok && patience->over) {
		wait_for(self);
	} else if (ok) {
		judge(self);
		set_message(self);
		consequence_fill(&self->deed.consequence, self->screen,
				 self->screen->app->what_if ? "If you try it" :
				 "If you do it", preview);
	} else {
		refuse(self, err);
	}
	set_deed(self);
	set_title(self);
	return ok;
}

static bool count_on(void *ctx)
{
	struct confirm *self = ctx;
	struct patience patience = { .left = SIZE_MAX, .wanted = work_wanted,
				     .ctx = &self->screen->pages->work };
	struct error err;

	(void)look(self, &patience, &err);
	return self->how == CONFIRM_COUNTING;
}

static void counted(void *ctx, bool last)
{
	(void)last;
	((struct confirm *)ctx)->screen->pages->dirty = true;
}

/* As much as a key may take; the rest while nobody types. */
static bool look_some(struct confirm *self, struct error *err)
{
	struct patience patience = { .left = LOOK_STEPS };
	bool ok = look(self, &patience, err);

	if (self->how != CONFIRM_COUNTING)
		return ok;
	self->job = (struct job){ .step = count_on, .told = counted, .ctx = self,
				  .quiet = true, .next = self->job.next };
	work_start(&self->screen->pages->work, &self->job);
	return ok;
}

static void changed(struct page *page)
{
	struct error err;

	(void)look_some((struct confirm *)page, &err);
}

/* ---- doing ------------------------------------------------------------------------ */

/* Exactly what was shown: of another revision it is refused, and shown anew. */
static bool run(struct confirm *self, struct result *result, struct error *err)
{
	struct batch_command command = { .action = self->request.action,
					 .args = self->request.args };
	struct options opts = self->request.opts;
	struct batch batch;
	bool ok;

	opts.yes = true;
	opts.dry_run = false;
	if (self->request.action->flags & ACTION_WHOLE) {
		opts.format = FORMAT_TEXT;
		opts.plan = self->preview.plan;
		opts.typed = self->how == CONFIRM_SEVERE ? self->deed.typed.text :
			NULL;
		return action_run(self->screen->app, command.action,
				  &command.args, &opts, result, err);
	}
	batch_init(&batch);
	batch_copy(&batch, &command, 1);
	batch.revision = seen_workspace(app_seen(self->screen->app)).revision;
	ok = batch_run(self->screen->app, &batch, &opts, result, err);
	batch_release(&batch);
	return ok;
}

static void failed(struct confirm *self, struct pages *pages,
		   const struct error *err)
{
	if (strcmp(err->code, "STALE") == 0) {
		struct error again;

		(void)screen_reload(self->screen, true);
		if (self->preview.has_plan)	/* it may have been the file */
			(void)look_some(self, &again);
		pages_toast(pages, "Not done: the workspace was changed "
			    "meanwhile. Look again.");
		return;
	}
	request_toast(self->screen, "", err);
}

static void go(struct confirm *self, struct pages *pages)
{
	struct screen *screen = self->screen;
	const char *summary = self->request.action->summary;
	struct result result;
	struct error err;

	if (!deed_ready(&self->deed)) {
		if (self->how == CONFIRM_SEVERE)
			pages_toast(pages, "Type %s first, letter by letter.",
				    self->deed.name);
		return;
	}
	error_clear(&err);
	if (run(self, &result, &err)) {
		pages_pop(pages);	/* frees self */
		change_news_saved(screen, &result, summary);
	} else {
		failed(self, pages, &err);
	}
	result_release(&result);
}

static void cancel(struct pages *pages)
{
	pages_pop(pages);
	pages_toast(pages, "Nothing was changed.");
}

/* ---- keys ------------------------------------------------------------------------- */

static void full_list(struct confirm *self, struct pages *pages)
{
	if (self->how == CONFIRM_COUNTING)
		pages_hint(pages, "counting...");
	else if (self->preview.has_plan)
		text_page_go(self->screen, self->deed.title,
			      buf_text(&self->preview.text));
	else if (self->deed.consequence.list)
		screen_go_changes(self->screen, self->deed.title,
				  &self->preview.preview, &self->preview);
	else
		pages_toast(pages, self->preview.moved.n ? "No level moves by it." :
			    "Nobody's level changes by it.");
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct confirm *self = (struct confirm *)page;

	switch (deed_key(&self->deed, key)) {
	case DEED_BACK:
		cancel(pages);
		break;
	case DEED_DO:
	case DEED_PRESS:
		go(self, pages);
		break;
	case DEED_LIST:
		full_list(self, pages);
		break;
	case DEED_OTHER:
		screen_unknown(self->screen, key);
		break;
	default:
		break;
	}
	return true;
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct confirm *self = (struct confirm *)page;
	const struct hint hints[] = {
		{ self->how == CONFIRM_NORMAL ? command_key_name(CMD_YES) :
		  self->how == CONFIRM_SEVERE ?
		  "Enter" : NULL, self->how == CONFIRM_NORMAL ? "do it" :
		  "do it, once typed" }, { NULL, NULL }
	};

	deed_draw(&self->deed, canvas, hints);
}

/* ---- the page --------------------------------------------------------------------- */

static void release(struct page *page)
{
	struct confirm *self = (struct confirm *)page;

	work_drop(&self->screen->pages->work, &self->job);
	deed_release(&self->deed);
	result_release(&self->preview);
	request_release(&self->request);
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed,
	.free = release
};

/* What a rule forbids is shown, with the way out; what was mistyped goes back to
 * where it can be typed again. */
static bool shows(const struct error *err)
{
	return err->kind == ERROR_DENIED || err->kind == ERROR_CONFLICT;
}

/* A file with more faults than one line can say: a page of them.  False: it has
 * not. */
static bool say_faults(struct confirm *self)
{
	const struct result *result = &self->preview;
	struct buf text;
	size_t i;

	if (result->n_faults < 2)
		return false;
	buf_init(&text, 256 * 1024);
	for (i = 0; i < result->n_faults; i++) {
		request_error(&result->faults[i], &text);
		buf_addc(&text, '\n');
	}
	if (result->all_faults > result->n_faults)
		buf_printf(&text, "and %zu more\n", result->all_faults -
			   result->n_faults);
	text_page_go(self->screen, "The file is not good: nothing was changed",
		      buf_text(&text));
	buf_release(&text);
	return true;
}

static void tell_refused(struct confirm *self, const struct error *err)
{
	struct batch_command command = { .action = self->request.action,
					 .args = self->request.args };
	struct batch batch = { .v = &command, .n = 1 };

	if (command.action->flags & ACTION_WRITES)
		witness_refused(self->screen->app, &batch, err);
}

bool confirm_push(struct screen *screen, const struct request *request,
		  struct error *err)
{
	struct confirm *self = page_new(sizeof(*self), &ops);
	bool done;

	self->screen = screen;
	deed_init(&self->deed, screen);
	result_init(&self->preview);
	request_words(&self->request, request->word, request->n);
	if (!request_parse(&self->request, screen, err)) {
		release(&self->page);
		return false;
	}
	self->deed.subject = self->deed.consequence.about =
		named_by(self, self->request.action->form.about);
	done = look_some(self, err);
	if (!done && !shows(err)) {
		done = say_faults(self);
		release(&self->page);
		return done;
	}
	if (!done)
		tell_refused(self, err);
	pages_push(screen->pages, &self->page);
	return true;
}
