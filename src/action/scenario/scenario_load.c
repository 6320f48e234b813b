/* scenario_load.c: a scenario by its name: built in, or a file. */
#include <string.h>

#include "action/core/read_file.h"
#include "action/scenario/embedded.h"
#include "action/scenario/scenario.h"

enum { END = 5 /* ".json" */ };

/* ---- those that are built in ------------------------------------------------ */

static bool is_scenario(size_t i)
{
	return strcmp(embedded_name(i), "demo.json") != 0;
}

static const char *name_of(size_t i, struct arena *arena)
{
	return arena_strndup(arena, embedded_name(i),
			     strlen(embedded_name(i)) - END);
}

const char *scenario_named(size_t i, struct arena *arena)
{
	size_t at;

	for (at = 0; at < embedded_count(); at++)
		if (is_scenario(at) && i-- == 0)
			return name_of(at, arena);
	return NULL;
}

/* One of the words of a name: "interview" of "practice-interview". */
static bool has_word(const char *name, const char *word)
{
	size_t n = strlen(word);
	const char *at = name;

	while (n && (at = strstr(at, word))) {
		if ((at == name || at[-1] == '-') &&
		    (at[n] == '-' || at[n] == '.'))
			return true;
		at++;
	}
	return false;
}

/* Those that fit, comma-joined; all where word is NULL. */
static const char *names(const char *word, struct arena *arena, size_t *n,
			 size_t *last)
{
	const char *text = "";
	size_t i;

	*n = 0;
	for (i = 0; i < embedded_count(); i++) {
		if (!is_scenario(i) ||
		    (word && !has_word(embedded_name(i), word)))
			continue;
		text = arena_printf(arena, "%s%s%s", text, (*n)++ ? ", " : "",
				    name_of(i, arena));
		*last = i;
	}
	return text;
}

static bool load_builtin(size_t i, struct arena *arena, struct scenario *out,
			 struct error *err)
{
	const char *text = embedded_text(embedded_name(i));

	return scenario_read(embedded_name(i), ".", text, strlen(text), arena,
			     out, err);
}

/* ---- files ------------------------------------------------------------------ */

static bool load_file(const char *path, struct arena *arena,
		      struct scenario *out, struct error *err)
{
	const char *slash = strrchr(path, '/');
	const char *folder = ".";
	struct buf data;
	bool ok;

	if (slash)
		folder = arena_strndup(arena, path, (size_t)(slash - path) + 1);
	if (!slurp(path, &data, err))
		return false;
	ok = scenario_read(path, folder, buf_text(&data), data.len, arena, out,
			   err);
	buf_release(&data);
	return ok;
}

static bool no_such(const char *name, struct arena *arena, struct error *err)
{
	size_t n, last;

	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
		  "there is neither a scenario nor a file \"%.100s\"", name);
	return error_remedy(err, "there are: %s", names(NULL, arena, &n, &last));
}

bool scenario_load(const char *name, struct arena *arena, struct scenario *out,
		   struct error *err)
{
	const char *fit;
	size_t i, n;

	for (i = 0; i < embedded_count(); i++)
		if (is_scenario(i) && strcmp(name_of(i, arena), name) == 0)
			return load_builtin(i, arena, out, err);
	if (load_file(name, arena, out, err))
		return true;
	if (err->kind != ERROR_NOT_FOUND)
		return false;
	fit = names(name, arena, &n, &i);
	if (n == 1)
		return load_builtin(i, arena, out, err);
	if (!n)
		return no_such(name, arena, err);
	error_set(err, ERROR_INVALID, "NAME_AMBIGUOUS",
		  "\"%.100s\" is a word of %zu scenarios", name, n);
	return error_remedy(err, "say which: %s", fit);
}
