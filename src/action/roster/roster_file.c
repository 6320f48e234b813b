/* roster_file.c: see roster_file.h. */
#include "action/roster/roster_file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "action/core/read_file.h"

enum { INPUT_MOST = 1 << 30 };

static bool no_input(const char *why, const char *remedy, struct error *err)
{
	error_set(err, ERROR_INVALID, "NO_INPUT", "standard input %s", why);
	error_field(err, "file");
	return error_remedy(err, "%s", remedy);
}

/* For the session: it may be asked for twice, and is read once. */
static bool read_input(struct app *app, struct error *err)
{
	struct buf *all = arena_alloc(&app->arena, sizeof(*all));
	char block[64 * 1024];
	ssize_t got;

	if (app->input_taken || isatty(STDIN_FILENO))
		return no_input("is what you type", "name a file", err);
	buf_init(all, INPUT_MOST);
	do {
		got = read(STDIN_FILENO, block, sizeof(block));
		if (got > 0)
			buf_add(all, block, (size_t)got);
	} while (!all->overflow && (got > 0 || (got < 0 && errno == EINTR)));
	app->input = all;
	return (got == 0 && !all->overflow) ||
		no_input(got < 0 ? "cannot be read" : "is larger than 1 GiB",
			 "hand over a file or a pipe", err);
}

bool roster_file_read(struct app *app, const char *path, struct buf *data,
		    struct error *err)
{
	if (strcmp(path, "-") != 0)
		return slurp(path, data, err) || error_field(err, "file");
	if (!app->input && !read_input(app, err))
		return false;
	buf_init(data, INPUT_MOST);
	buf_add(data, buf_text(app->input), app->input->len);
	return true;
}

bool roster_wish_parse(const char *text, struct arena *arena, struct roster_wish *out,
		     struct error *err)
{
	const char *sign = strchr(text, '=');

	if (sign && roster_field_parse(arena_strndup(arena, text, (size_t)(sign - text)),
				     &out->field)) {
		out->header = arena_strdup(arena, sign + 1);
		return true;
	}
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%.60s names no field and its column", text);
	error_field(err, "column");
	return error_remedy(err, "say FIELD=HEADER, FIELD being one of email, "
			    "login, status, kind, name, first_name, last_name, role, groups");
}

static bool wishes_of(struct edit_plan *plan, struct roster_wish *wishes, size_t n,
		      struct error *err)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!roster_wish_parse(arg_at(plan->action, plan->args, "column", i),
				     plan->arena, &wishes[i], err))
			return false;
	return true;
}

bool roster_file_open(struct edit_plan *plan, struct roster *list, struct error *err)
{
	const char *path = plan_text(plan, "file");
	size_t n = plan_count(plan, "column");
	struct roster_wish *wishes = arena_array(plan->arena, n + 1, sizeof(*wishes));
	const char *slash = strrchr(path, '/');
	struct buf data;
	bool good;

	if (!wishes_of(plan, wishes, n, err) ||
	    !roster_file_read(plan->app, path, &data, err))
		return false;
	plan->shown = roster_hash(buf_text(&data), data.len);
	good = roster_open(list, strcmp(path, "-") == 0 ? "standard input" :
			   slash ? slash + 1 : path,
			 buf_text(&data), data.len, wishes, n, err);
	buf_release(&data);
	if (!good)
		roster_close(list);
	return good;
}
