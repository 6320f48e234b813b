/* answering.c: somebody asks for more access to a project, or for a role (D32): grant it,
 * give it another way, grant less, or decline with a reason.  Each is a numbered row; what it moves stands
 * below, as where one shares. */
#include "screen/dialog/numbered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/preview.h"
#include "access/request_seen.h"
#include "access/rights.h"
#include "access/words.h"
#include "action/judge/people.h"
#include "action/run/fix_list.h"
#include "action/run/run.h"
#include "base/glyph.h"
#include "base/mem.h"

enum {
	CHOSEN = 64,
	WAYS_MOST = 4,		/* with the others no more rows than there are digits */
	STEPS = 2400000		/* of counting whom the ways move, while one waits */
};

static const char by_way[] = "way ";	/* and its key: the id of such a row */

/* What a row says besides, by its place: until the facts move. */
struct answers {
	struct arena arena;
	const char *held[NUMBERED_MOST];	/* a grant that would be: why; or NULL */
	const char *whole[NUMBERED_MOST];	/* a way in all its words; or NULL */
	const char *effects[NUMBERED_MOST];
	char chosen[CHOSEN];		/* the row of the last look: its id */
};

/* ---- what may be answered -------------------------------------------------------------- */

struct looking {
	const struct access_request *one;
	enum level then;
	const char *why;
	struct arena *arena;
};

static void look_at(struct app *app, void *ctx)
{
	struct looking *looking = ctx;
	struct answer answer;

	access_decide(seen_judged(app_seen(app)), looking->one->user,
		      looking->one->project, looking->arena, &answer);
	looking->then = answer.effective;
	looking->why = access_why(app_seen(app), &answer, looking->arena);
}

static struct form_row *add_row(struct form *form, const char *id, const char *text)
{
	return numbered_row(form, "answer", id, text);
}

/* A grant, with what is known of it before it is chosen: that it is refused, or held. */
static void add_grant(struct dialog_page *page, struct form *form,
		      const struct access_request *one, enum level level)
{
	struct answers *self = page->ctx;
	struct looking looking = { .one = one, .arena = &self->arena };
	const char *word = level == one->level ? "grant" : level_code(level);
	size_t at = form_field(form, "answer")->n_rows;
	struct form_row *row;
	struct batch batch;
	struct error err;

	row = add_row(form, word, form_printf(form, "grant %s, %s", level_label(level),
		      level == one->level ? "as asked" : "less than asked"));
	if (page->readonly)
		return;
	error_clear(&err);
	batch_init(&batch);
	batch_pairs(&batch, "access", "answer", "request", page->subject.id, "answer",
		    word, BATCH_END);
	if (!batch_look(page->screen->app, &batch, look_at, &looking, &err))
		row->fixed = form_printf(form, "%s", err.text);
	else if (looking.then < level)
		self->held[at] = arena_printf(&self->arena, "held at %s by %s",
					      level_label(looking.then), looking.why);
	batch_release(&batch);
}

/* One that only makes the grant as asked is that row; it says more where the grant alone
 * is refused. */
static bool is_the_grant(const struct fix_offer *fix)
{
	const char *const *word = fix->steps[0].word;

	return fix->n_steps == 1 && strcmp(word[0], "project") == 0 &&
		strcmp(word[1], "share") == 0 && strcmp(word[3], "--user") == 0;
}

static const char then_sign[] = ", then ";

/* Where a way goes on after Full Access is taken; 0: it is not. */
static size_t after_taking(const char *brief)
{
	const char *then = strstr(brief, then_sign);

	return then ? (size_t)(then - brief) + strlen(then_sign) : 0;
}

/* How much of its words a way begins with as the others do that take Full Access, or do
 * not: up to a step. */
static size_t in_common(const struct fix_offer *const *ways, size_t n, size_t at)
{
	const char *mine = ways[at]->brief;
	size_t step = after_taking(mine), same = strlen(mine), alike = 0, i, k;

	for (i = 0; i < n; i++) {
		if (!after_taking(ways[i]->brief) != !after_taking(mine))
			continue;
		alike++;
		for (k = 0; k < same; k++)
			if (ways[i]->brief[k] != mine[k])
				same = k;
	}
	for (k = step + 2; alike > 1 && k <= same; k++)
		if (mine[k - 2] == ',' && mine[k - 1] == ' ')
			step = k;
	return step;
}

/* A row has the words that tell one way from another: what others begin with stands below,
 * that the level is granted goes without saying; whole they stand where it is chosen. */
static void add_way(struct answers *self, struct form *form, const struct fix_offer *fix,
		    size_t common, enum level level)
{
	size_t at = form_field(form, "answer")->n_rows, n;
	const char *effects = fix_side_effects(fix, &self->arena), *end;
	const char *text = fix->brief + common;

	end = arena_printf(&self->arena, ", grant %s", level_label(level));
	n = strlen(text);
	if (n > strlen(end) && strcmp(text + n - strlen(end), end) == 0)
		n -= strlen(end);
	(void)add_row(form, form_printf(form, "%s%s", by_way, fix->key),
		      form_printf(form, "%s%s%.*s", common ? glyph(GLYPH_CUT) : "",
				  common ? " " : "", (int)n, text));
	self->whole[at] = fix->text;
	n = common;
	while (n > 0 && strchr(" ,", fix->brief[n - 1]))
		n--;
	self->effects[at] = arena_printf(&self->arena, "%s%s%s%s%.*s", *effects ? effects :
		"nothing else moves", n ? "; " : "", n ? glyph(GLYPH_CUT) : "",
		n ? " is: " : "", (int)n, fix->brief);
}

/* What the reader may not do is said, where nothing else leads there. */
static void add_ways(struct dialog_page *page, struct form *form,
		     const struct access_request *one, const struct answer *now)
{
	struct patience patience = { .left = STEPS };
	struct answers *self = page->ctx;
	const struct fix_offer *ways[WAYS_MOST];
	struct fix_list list;
	size_t i, n = 0, most;

	fix_list_within(page->screen->app, now, one->level, NULL, &patience,
			&self->arena, &list);
	for (i = 0; i < list.runnable; i++)
		if (!is_the_grant(&list.v[i]) && n++ < WAYS_MOST)
			ways[n - 1] = &list.v[i];
	most = n < WAYS_MOST ? n : WAYS_MOST;
	for (i = 0; i < most; i++)
		add_way(self, form, ways[i], in_common(ways, most, i), one->level);
	if (n > WAYS_MOST)
		form_field(form, "answer")->label = form_printf(form, "ANSWER, and %zu more "
			"way%s on the why page", n - WAYS_MOST, n - WAYS_MOST == 1 ? "" :
			"s");
	else if (patience.over)
		form_head(form, "Other ways would take long to count here: the why page of "
			  "this person has them.");
	else if (!list.runnable && list.n)
		form_head(form, "For all of it %s.", list.v[0].text);
}

/* The role that is asked for, and those between. */
static void add_roles(struct dialog_page *page, struct form *form,
		      const struct access_request *one)
{
	const struct seen *seen = dialog_seen(page);
	enum role had = seen_user(seen, one->user)->role, role;

	for (role = one->role; role_above(role, had); role++)
		if (role == one->role || people_has_role(seen, role))
			add_row(form, role == one->role ? "grant" : role_code(role),
				form_printf(form, "make %s, %s", role_label(role),
					    role == one->role ? "as asked" :
					    "less than asked"))->fixed =
				people_role_gate(seen, role);
}

static void add_levels(struct dialog_page *page, struct form *form,
		       const struct access_request *one, const struct answer *now)
{
	enum level level;

	if (one->level > now->effective)
		add_grant(page, form, one, one->level);
	if (!page->readonly)
		add_ways(page, form, one, now);
	for (level = one->level; level_opens(level) && --level > now->effective;)
		add_grant(page, form, one, level);
}

static void add_answers(struct dialog_page *page, struct form *form,
			const struct access_request *one, const struct answer *now)
{
	struct field *field = numbered_add(form, "answer", "ANSWER");

	field->help = "Space or a number chooses. A grant is what sharing the project makes; "
		"the other ways change what else keeps the person from the level. Below "
		"stands who gains and who loses. The answer and what it takes are one "
		"change, and undone together.";
	if (one->of_role && one->user != NOBODY)
		add_roles(page, form, one);
	else if (one->user != NOBODY && one->project != NOBODY)
		add_levels(page, form, one, now);
	(void)add_row(form, "decline", "decline, with a reason");
}

/* ---- the form ------------------------------------------------------------------------- */

static const char *name_of(const struct seen *seen, uint32_t user)
{
	return user == NOBODY ? "somebody who is gone" : seen_user_label(seen, user);
}

static void show(struct dialog_page *page, struct form *form,
		 const struct access_request *one, enum level now)
{
	const struct seen *seen = dialog_seen(page);
	const char *project = one->project == NOBODY ? "a project that is gone" :
		seen_project_label(seen, one->project);

	dialog_title(page, "%s asks for %s%s", name_of(seen, one->user), one->of_role ?
		     "the role " : "", one->of_role ? role_label(one->role) :
		     level_label(one->level));
	if (one->of_role) {
		page->consequence.about = thing_of(page->screen->app, one->user == NOBODY ?
						   THING_NONE : THING_USER, one->user);
		form_head(form, "Is %s now.", one->user == NOBODY ? "gone" :
			  role_label(seen_user(seen, one->user)->role));
	} else {
		page->consequence.about = thing_of(page->screen->app, one->project ==
						   NOBODY ? THING_NONE : THING_PROJECT,
						   one->project);
		form_head(form, "On %s; has %s now.", project, level_label(now));
	}
	if (*one->message)
		form_head(form, "\"%s\"", one->message);
}

/* Somebody was faster: who, and what came of it. */
static const char *ended(const struct dialog_page *page, struct form *form,
			 const struct access_request *one)
{
	static const char *const how[ACCESS_REQUEST_STATES] = {
		[ACCESS_REQUEST_OPEN] = "waits", [ACCESS_REQUEST_GRANTED] = "was granted",
		[ACCESS_REQUEST_LESS] = "was granted in part",
		[ACCESS_REQUEST_DECLINED] = "was declined",
		[ACCESS_REQUEST_REACHED] = "came by another way",
		[ACCESS_REQUEST_CLOSED] = "was closed",
	};

	return form_printf(form, "What is asked for %s already%s%s.", how[one->state],
			   one->by == NOBODY ? "" : ", by ", one->by == NOBODY ? "" :
			   seen_user_label(dialog_seen(page), one->by));
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct facts *facts = seen_judged(dialog_seen(page));
	struct access_request one;
	struct answer now = { .effective = LEVEL_NONE };
	struct field *field;
	uint32_t n;

	if (page->subject.kind != THING_REQUEST) {
		error_set(err, ERROR_INVALID, NULL, "choose first whom to answer");
		return error_remedy(err, "gatehouse access requests lists who asks");
	}
	if (!dialog_subject(page, &n, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct answers));
	arena_release(&((struct answers *)page->ctx)->arena);
	*(struct answers *)page->ctx = (struct answers){ .held = { NULL } };
	if (!access_request_read(facts, n, &form->arena, &one)) {
		error_set(err, ERROR_CONFLICT, "STALE", "this request is gone");
		return false;
	}
	if (one.user != NOBODY && one.project != NOBODY)
		access_decide(facts, one.user, one.project, &form->arena, &now);
	if (one.state != ACCESS_REQUEST_OPEN)
		page->readonly = ended(page, form, &one);
	else if (request_sight(dialog_seen(page), n) == REQUEST_OWN)
		page->readonly = "Your own request is for others to answer.";
	show(page, form, &one, now.effective);
	add_answers(page, form, &one, &now);
	field = form_add_text(form, "message", "Reason", "");
	field->help = "Told to whoever asked, in at most 150 characters. Declining wants one.";
	numbered_focus(form, "answer");
	return true;
}

/* What a number stands for depends on the facts, and keys may come faster than it is
 * drawn: another choice than was in sight is shown first. */
static void show_first(struct dialog_page *page, const struct form_row *row)
{
	struct answers *self = page->ctx;
	const char *id = row ? row->id : "";

	if (strcmp(self->chosen, id) == 0)
		return;
	snprintf(self->chosen, sizeof(self->chosen), "%s", id);
	page->unseen = true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct form_row *row = numbered_chosen(form, "answer");
	const char *message = form_field(form, "message")->input.text, *way;

	show_first(page, row);
	if (!row && *message) {
		error_set(err, ERROR_INVALID, NULL, "what the answer is, is not said yet");
		error_field(err, "answer");
		return error_remedy(err, "choose one above the reason");
	}
	if (!row)
		return true;
	way = strncmp(row->id, by_way, strlen(by_way)) == 0 ? row->id + strlen(by_way) :
		NULL;
	batch_pairs(batch, "access", "answer", "request", page->subject.id,
		    "answer", way ? "grant" : row->id,
		    "way", way, "message", *message ? message : NULL, BATCH_END);
	return true;
}

static bool key(struct dialog_page *page, const struct key *key)
{
	return numbered_key(page, "answer", key);
}

/* What is said beside the rows lasts for a look. */
static void notes(struct dialog_page *page, struct form *form)
{
	const struct answers *self = page->ctx;
	struct field *field = form_field(form, "answer");
	size_t i;

	for (i = 0; i < field->n_rows && i < NUMBERED_MOST; i++) {
		if (self->held[i]) {
			dialog_note(page, &field->rows[i], STYLE_RED | STYLE_BOLD,
				    "held %s", glyph(GLYPH_HELD));
			dialog_more(page, &field->rows[i], "%s", self->held[i]);
		} else if (self->effects[i]) {
			dialog_more(page, &field->rows[i], "%s", self->effects[i]);
		}
	}
}

/* The way that is chosen in all its words, which a row may have no room for. */
static void tell(struct dialog_page *page)
{
	const struct answers *self = page->ctx;
	const struct form_row *row = numbered_chosen(&page->form, "answer");
	size_t at = row ? (size_t)(row - form_field(&page->form, "answer")->rows) : NUMBERED_MOST;

	if (page->good && !page->readonly && at < NUMBERED_MOST && self->whole[at])
		(void)lines_add(&page->consequence.lines, "%c  %s.", row->text[0],
				self->whole[at]);
}

static void release(struct dialog_page *page)
{
	if (page->ctx)
		arena_release(&((struct answers *)page->ctx)->arena);
	free(page->ctx);
}

const struct dialog dialog_answering = {
	.actions = { "access answer", NULL }, .load = load, .commands = commands,
	.notes = notes, .tell = tell, .key = key, .release = release, .hints = numbered_hints,
	.save = "Answer"
};
