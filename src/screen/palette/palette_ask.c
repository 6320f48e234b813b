/* palette_ask.c: a question in the line: its answer, the ways that help, and what
 * Enter opens. */
#include "screen/palette/palette_priv.h"

#include "access/preview.h"
#include "screen/frame/request.h"

/* People: with more an answer waits until nobody types. */
enum { AT_ONCE = 5000, FIXES_MOST = 5 };

/* ---- read ---------------------------------------------------------------------------- */

static struct ask_focus focus_of(const struct palette *palette)
{
	const struct thing *thing = &palette->focus;
	uint32_t n = thing_number(palette->screen->app, thing);
	struct ask_focus focus = { NOBODY, NOBODY, NOBODY, NOBODY };

	switch (thing->kind) {
	case THING_PROJECT:
		focus.project = n;
		break;
	case THING_USER:
		focus.user = n == ANYONE ? NOBODY : n;
		break;
	case THING_GROUP:
		focus.group = n;
		break;
	case THING_ASSET:
		focus.asset = n;
		break;
	default:
		break;
	}
	return focus;
}

/* Of several of one name: the one that was meant takes its place in the line. */
static void add_choices(struct palette *palette)
{
	struct app *app = palette->screen->app;
	struct entry *entry;
	struct thing thing;
	size_t i;

	for (i = 0; i < palette->ask.n_choices; i++) {
		thing = palette_thing(app, &palette->ask.choice[i]);
		entry = palette_add(palette, ENTRY_CHOICE, thing_name(app, &thing),
				    "", thing_label(app, &thing));
		entry->thing = thing;
		entry->score = (unsigned)i;
	}
}

static struct thing opened(const struct palette *palette)
{
	static const enum thing_kind kinds[] = {
		[ASK_OPENS_PROJECT] = THING_PROJECT, [ASK_OPENS_USER] = THING_USER,
		[ASK_OPENS_GROUP] = THING_GROUP, [ASK_OPENS_ASSET] = THING_ASSET,
		[ASK_OPENS_WHY] = THING_PROJECT
	};

	return thing_of(palette->screen->app, kinds[palette->answer.opens],
			palette->answer.thing);
}

static void add_open(struct palette *palette)
{
	const struct seen *seen = app_seen(palette->screen->app);
	struct thing thing = opened(palette);
	struct entry *entry;

	if (palette->answer.opens == ASK_OPENS_NOTHING)
		return;
	entry = palette_add(palette, ENTRY_OPEN, palette->answer.opens ==
			    ASK_OPENS_WHY ? arena_printf(&palette->arena,
			    "Why: %s on %s", seen_user_label(seen,
			    palette->answer.user),
			    thing_name(palette->screen->app, &thing)) :
			    palette_go_title(palette, &thing), "", "");
	entry->thing = thing;
}

static void add_fixes(struct palette *palette)
{
	const struct fix_list *list = &palette->answer.fixes;
	const struct fix_offer *fix;
	const char *also;
	struct entry *entry;
	size_t i;

	if (!palette->fixed)
		return;
	palette_head(palette, list->n ? arena_printf(&palette->arena,
		     "%s %s", list->runnable ? "Fixes: these give" :
		     "This would give", level_label(palette->answer.want)) :
		     arena_printf(&palette->arena, "No single change gives %s",
				  level_label(palette->answer.want)));
	palette->entry[palette->n - 1].score = 1;
	for (i = 0; i < list->n && i < FIXES_MOST; i++) {
		fix = &list->v[i];
		also = fix_side_effects(fix, &palette->arena);
		entry = palette_add(palette, ENTRY_FIX, arena_printf(
			&palette->arena, "%s: %s", fix->text, *also ? also :
			"nothing else moves"), "", fix->key ? "" :
			arena_printf(&palette->arena, "ask %s", fix->ask));
		entry->greyed = entry->shut = !fix->key;
		entry->whole = entry->note;
		entry->place = i + 1;
		entry->score = 1 + (unsigned)i;
	}
}

static void find_answer(struct palette *palette)
{
	struct error err;

	error_clear(&err);
	palette->waits = false;
	palette->answered = ask_answer(palette->screen->app, &palette->ask,
				       palette->input.text, &palette->answer,
				       &err);
	if (!palette->answered)
		palette->answer.line[palette->answer.n++] = arena_printf(
			&palette->answer.arena, "%s%s%s", err.text,
			err.remedy[0] ? ": " : "", err.remedy);
}

static bool is_large(const struct palette *palette)
{
	return seen_n_users(app_seen(palette->screen->app)) > AT_ONCE;
}

void palette_ask_read(struct palette *palette)
{
	struct screen *screen = palette->screen;
	const struct seen *seen = app_seen(screen->app);
	struct ask_focus focus = focus_of(palette);

	palette_ask_release(palette);
	palette->nameless = !screen_names(screen)->done;
	if (palette->nameless || palette->help)
		return;
	palette->asked = ask_read(palette->input.text, seen, screen_names(screen),
				  &focus, &palette->ask);
	if (!palette->asked)
		return;
	palette->waits = is_large(palette) &&
		palette->ask.lack == LACK_NOTHING;
	if (!palette->waits)
		find_answer(palette);
}

void palette_ask_entries(struct palette *palette)
{
	if (!palette->asked)
		return;
	if (palette->ask.lack == LACK_CHOICE)
		add_choices(palette);
	if (palette->answered)
		add_open(palette);
	add_fixes(palette);
}

/* ---- while nobody types -------------------------------------------------------------- */

bool palette_ask_waits(const struct palette *palette)
{
	return palette->asked && (palette->waits ||
		(palette->answered && palette->answer.improvable &&
		 !palette->fixed));
}

void palette_ask_more(struct palette *palette)
{
	struct patience patience = { .left = SIZE_MAX, .wanted = work_wanted,
		.ctx = &palette->screen->pages->work };

	if (palette->waits) {
		find_answer(palette);
	} else {
		palette->fixed = ask_answer_fixes(palette->screen->app,
						  &palette->answer, &patience);
	}
}

bool palette_ask_stale(const struct palette *palette)
{
	return palette->nameless && screen_names(palette->screen)->done;
}

/* ---- what Enter does ------------------------------------------------------------------ */

void palette_ask_open(struct palette *palette)
{
	struct screen *screen = palette->screen;

	if (palette->answer.opens == ASK_OPENS_WHY)
		screen->go = (struct go){ .kind = GO_WHY,
			.user = palette->answer.user,
			.project = palette->answer.thing };
	else
		screen->go = (struct go){ .kind = GO_ROW,
					  .thing = opened(palette) };
	if (screen->go.kind == GO_ROW)
		pages_to_base(screen->pages);
}

void palette_ask_fix(struct palette *palette, size_t n)
{
	const struct fix_list *list = &palette->answer.fixes;
	const char *const *word;
	size_t words;

	if (!n || n-- > list->n || !list->v[n].key)
		return;
	word = fix_words(seen_judged(app_seen(palette->screen->app)), list,
			 &list->v[n], true, &palette->arena, &words);
	request_go(palette->screen, word, words);
}

void palette_ask_choose(const struct palette *palette, const struct thing *thing,
			struct buf *line)
{
	const struct ask *ask = &palette->ask;

	buf_add(line, palette->input.text, ask->at);
	thing_argument(palette->screen->app, thing, line);
	buf_adds(line, palette->input.text + ask->at + ask->len);
}

void palette_ask_release(struct palette *palette)
{
	ask_answer_release(&palette->answer);
	palette->asked = palette->answered = palette->waits = palette->fixed = false;
}
