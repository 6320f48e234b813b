/* move_list.c: see move_list.h. */
#include "screen/preview/move_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "base/mem.h"
#include "screen/frame/keys.h"
#include "screen/frame/thing.h"

enum { WAY, WHO, WHAT, WAS, NOW, WHY, COLUMNS };

static const struct list_column columns[COLUMNS] = {
	[WAY] = { "", "way", 5, 5, 2, false, false, false },
	[WHO] = { "USER", "user", 9, 16, 0, false, false, false },
	[WHAT] = { "PROJECT", "project", 9, 18, 0, false, false, false },
	[WAS] = { "WAS", "was", 11, 11, 1, false, false, false },
	[NOW] = { "NOW", "now", 14, 14, 0, false, false, false },
	[WHY] = { "WHY", "why", 8, 0, 3, false, false, false },
};

static const char *const words[WAYS] = {
	[WAY_LOSES] = "loses", [WAY_GAINS] = "gains", [WAY_HELD] = "held",
	[WAY_SAME] = "same",
};

static size_t source_rows(void *ctx)
{
	return ((const struct move_list *)ctx)->n;
}

static uint64_t source_id(void *ctx, size_t row)
{
	(void)ctx;
	return row;		/* the list is filled anew as a whole */
}

static void source_cell(void *ctx, size_t row, size_t column, struct buf *out,
			unsigned *style)
{
	const struct move *move = &((const struct move_list *)ctx)->v[row];

	switch (column) {
	case WAY:
		buf_adds(out, words[move->way]);
		*style |= move->way == WAY_LOSES || move->way == WAY_HELD ?
			STYLE_RED | STYLE_BOLD : STYLE_BOLD;
		break;
	case WHO:
		buf_adds(out, move->user);
		break;
	case WHAT:
		buf_adds(out, move->title);
		break;
	case WAS:
		buf_adds(out, level_label((enum level)move->was));
		break;
	case NOW:
		if (move->was == move->now)
			buf_adds(out, level_label((enum level)move->now));
		else
			buf_printf(out, "-> %s",
				   level_label((enum level)move->now));
		break;
	default:
		if (move->granted != move->was_granted)
			buf_printf(out, "granted %s -> %s; ",
				   level_label((enum level)move->was_granted),
				   level_label((enum level)move->granted));
		buf_adds(out, move->why);
		break;
	}
}

static bool source_number(void *ctx, size_t row, size_t column, int64_t *out)
{
	const struct move *move = &((const struct move_list *)ctx)->v[row];

	*out = column == WAS ? move->was : column == NOW ? move->now :
		(int64_t)move->way;
	return column == WAS || column == NOW || column == WAY;
}

void move_list_init(struct move_list *moves, struct screen *screen)
{
	struct list_source source = {
		.ctx = moves, .rows = source_rows, .id = source_id,
		.cell = source_cell, .number = source_number
	};

	*moves = (struct move_list){ .screen = screen };
	list_init(&moves->list, &source, columns, COLUMNS);
}

void move_list_release(struct move_list *moves)
{
	list_release(&moves->list);
	arena_release(&moves->arena);
	free(moves->v);
	moves->v = NULL;
	moves->n = 0;
}

/* One copy of each name, however many rows have it; whom it makes has none. */
struct names {
	const char **id, **name;
	size_t n;
	const struct result *of;
};

static const char *new_name(const struct names *names, uint32_t u)
{
	return names->of && u >= names->of->made_from &&
		u - names->of->made_from < names->of->n_made ?
		names->of->made[u - names->of->made_from] : "the new person";
}

static void name_user(struct move_list *moves, struct names *names, uint32_t u,
		      struct move *move)
{
	const struct seen *seen = app_seen(moves->screen->app);

	if (u == ANYONE) {
		move->user_id = "anonymous";
		move->user = "anyone (web)";
		return;
	}
	if (u >= names->n) {
		move->user = arena_strdup(&moves->arena, new_name(names, u));
		move->user_id = move->user;
		move->made = true;
		return;
	}
	if (!names->id[u]) {
		names->id[u] = arena_strdup(&moves->arena, seen_user(seen, u)->id);
		names->name[u] = arena_strdup(&moves->arena,
					      seen_user_label(seen, u));
	}
	move->user_id = names->id[u];
	move->user = names->name[u];
}

static void take(struct move_list *moves, const struct preview *preview,
		 struct names *names, enum way way)
{
	const struct seen *seen = app_seen(moves->screen->app);
	struct arena scratch = { 0 };
	const struct move *last = NULL;
	uint32_t i;

	for (i = 0; i < preview->n; i++) {
		const struct change *c = &preview->changes[i];
		const struct fact_project *p = seen_project(seen, c->project);
		struct move *move = &moves->v[moves->n];

		if (change_way(c) != way)
			continue;
		name_user(moves, names, c->user, move);
		if (last && strcmp(last->project_id, p->id) == 0) {
			move->project_id = last->project_id;
			move->title = last->title;
		} else {
			move->project_id = arena_strdup(&moves->arena, p->id);
			move->title = arena_strdup(&moves->arena,
				c->project >= seen_n_projects(seen) ? "the new project" :
				seen_project_label(seen, c->project));
		}
		move->why = access_why(seen, &c->after, &scratch);
		move->why = last && strcmp(last->why, move->why) == 0 ?
			last->why : arena_strdup(&moves->arena, move->why);
		arena_release(&scratch);
		move->was_granted = (uint8_t)c->before.granted;
		move->was = (uint8_t)c->before.effective;
		move->granted = (uint8_t)c->after.granted;
		move->now = (uint8_t)c->after.effective;
		move->way = way;
		moves->n++;
		last = move;
	}
}

void move_list_fill(struct move_list *moves, const struct preview *preview,
		    const struct result *of)
{
	struct names names = { .n = seen_n_users(app_seen(moves->screen->app)), .of = of };
	struct arena scratch = { 0 };
	uint32_t i;
	int way;

	arena_release(&moves->arena);
	free(moves->v);
	moves->v = mem_array((size_t)preview->n + 1, sizeof(*moves->v));
	moves->n = 0;
	moves->projects = 0;
	for (i = 0; i < preview->n; i++)
		moves->projects += !i || preview->changes[i].project !=
			preview->changes[i - 1].project;
	names.id = mem_array(names.n + 1, sizeof(*names.id));
	names.name = mem_array(names.n + 1, sizeof(*names.name));
	for (way = 0; way < WAYS; way++)
		take(moves, preview, &names, (enum way)way);
	free(names.id);
	free(names.name);
	moves->verdict = arena_strdup(&moves->arena,
				      verdict_text(preview, NULL, &scratch));
	arena_release(&scratch);
	list_refresh(&moves->list);
}

/* The copy of a text, where it is another one than in the row before. */
static const char *again(struct arena *arena, const char *text,
			 const char *text_before, const char *copy_before)
{
	return text_before == text ? copy_before : arena_strdup(arena, text);
}

void move_list_copy(struct move_list *moves, const struct move_list *from)
{
	struct move none = { .way = WAY_SAME };
	size_t i;

	moves->v = mem_array(from->n + 1, sizeof(*moves->v));
	moves->n = from->n;
	moves->projects = from->projects;
	moves->verdict = from->verdict ? arena_strdup(&moves->arena,
						      from->verdict) : NULL;
	for (i = 0; i < from->n; i++) {
		const struct move *row = &from->v[i];
		const struct move *was = i ? &from->v[i - 1] : &none;
		const struct move *copied = i ? &moves->v[i - 1] : &none;
		struct arena *arena = &moves->arena;
		struct move *move = &moves->v[i];

		*move = *row;
		move->user_id = arena_strdup(arena, row->user_id);
		move->user = again(arena, row->user, was->user, copied->user);
		move->project_id = again(arena, row->project_id,
					 was->project_id, copied->project_id);
		move->title = again(arena, row->title, was->title,
				    copied->title);
		move->why = again(arena, row->why, was->why, copied->why);
	}
	list_refresh(&moves->list);
}

const char *move_list_totals(const struct move_list *moves)
{
	return moves->verdict ? moves->verdict : "nobody's level changes";
}

size_t move_list_projects(const struct move_list *moves, const char *project_id)
{
	size_t i;

	for (i = 0; i < moves->n; i++)
		if (strcmp(moves->v[i].project_id, project_id) == 0)
			return moves->projects - 1;
	return moves->projects;
}

static void open_why(struct move_list *moves)
{
	struct app *app = moves->screen->app;
	struct thing user = { .kind = THING_USER };
	struct thing project = { .kind = THING_PROJECT };
	size_t row;
	uint32_t u, p;

	if (!list_current(&moves->list, &row))
		return;
	snprintf(user.id, sizeof(user.id), "%s", moves->v[row].user_id);
	snprintf(project.id, sizeof(project.id), "%s",
		 moves->v[row].project_id);
	if (moves->v[row].made) {
		pages_toast(moves->screen->pages, "%.80s is not there before it is saved.",
			    moves->v[row].user);
		return;
	}
	u = thing_number(app, &user);
	p = thing_number(app, &project);
	if (u == NOBODY || p == NOBODY)
		pages_toast(moves->screen->pages, "It is no longer there.");
	else
		moves->screen->go = (struct go){ .kind = GO_WHY, .user = u,
						 .project = p };
}

bool move_list_key(struct move_list *moves, const struct key *key)
{
	enum command command = keys_command(key);

	if (filter_line_key(&moves->filter, &moves->list, key))
		return true;
	if (command == CMD_OPEN || command == CMD_WHY) {
		open_why(moves);
		return true;
	}
	return list_key(&moves->list, key);
}

void move_list_draw(struct move_list *moves, struct canvas *canvas,
		   const struct area *area, bool focused)
{
	struct area at = *area;

	filter_line_draw(&moves->filter, &moves->list, canvas, &at, 30, 36,
			 moves->n, focused);
	list_draw(&moves->list, canvas, at.row, at.col, at.rows, at.cols,
		  focused && !moves->filter.typing);
	if (moves->list.n_shown || at.rows < 2)
		return;
	canvas_text(canvas, at.row + 1, at.col + 2, at.cols - 3, 0,
		    moves->filter.input.n ? "No match. Esc clears." :
		    "Nobody's level changes.");
	if (focused && !moves->filter.typing)
		canvas_cursor(canvas, at.row + 1, at.col + 2);
}
