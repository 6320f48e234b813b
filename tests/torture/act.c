/* act.c: see act.h. */
#include "tests/torture/act.h"

#include <dirent.h>
#include <unistd.h>

#include "tests/action/verbs_world.h"

enum { WORDS = 24 };

bool act(const char *store, const char *line, struct error *err)
{
	char copy[600], *rest = copy, *word;
	const char *words[WORDS];
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .yes = true };
	struct result result;
	struct args args;
	struct app app;
	bool good;
	int n = 0;

	snprintf(copy, sizeof(copy), "%s", line);
	while (n < WORDS && (word = strsep(&rest, "|")))
		words[n++] = word;
	if (!args_parse(n, words, &arena, &action, &args, &opts, err)) {
		arena_release(&arena);
		return false;
	}
	app_init(&app, store);
	good = (action->flags & ACTION_NO_STORE) ||
		app_open(&app, (action->flags & ACTION_WRITES) != 0, NULL, err);
	if (good) {
		good = action_run(&app, action, &args, &opts, &result, err);
		result_release(&result);
	}
	app_release(&app);
	arena_release(&arena);
	return good;
}

void place_begin(struct place *place)
{
	const char *tmp = getenv("TMPDIR");
	char file[96], line[200];
	struct error err;
	FILE *out;

	snprintf(place->folder, sizeof(place->folder), "%s/gatehouse-XXXXXX",
		 tmp && strlen(tmp) < 40 ? tmp : "/tmp");
	assert_non_null(mkdtemp(place->folder));
	snprintf(place->store, sizeof(place->store), "%s/w.db", place->folder);
	snprintf(file, sizeof(file), "%s/in.json", place->folder);
	out = fopen(file, "w");
	assert_non_null(out);
	fprintf(out, "{\"format\":\"gatehouse-workspace\",\"version\":1,\"workspace\":"
		"{\"name\":\"T\",\"plan\":\"enterprise\"},%s,%s}", WORLD_USERS, WORLD_REST);
	assert_int_equal(fclose(out), 0);
	snprintf(line, sizeof(line), "workspace|import|%s", file);
	if (!act(place->store, line, &err))
		fail_msg("%s", err.text);
}

void place_end(struct place *place)
{
	DIR *dir = opendir(place->folder);
	struct dirent *entry;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	assert_int_equal(rmdir(place->folder), 0);
}

char *workspace_of(const char *path, struct error *err)
{
	struct store *store = store_open(path, STORE_READ, err);
	struct facts facts;
	struct buf all;
	char *text = NULL;

	if (!store)
		return NULL;
	facts_init(&facts);
	buf_init(&all, 1 << 24);
	if (store_load(store, &facts, err)) {
		workspace_write_json(&all, &facts);
		text = strdup(buf_text(&all));
	}
	buf_release(&all);
	facts_release(&facts);
	store_close(store);
	return text;
}

const char *unsound(const char *path)
{
	static char why[400];
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	struct store *store = store_open(path, STORE_READ, &err);
	size_t n = 0;
	bool good = store && store_verify(store, &arena, &all, &n, &err);

	snprintf(why, sizeof(why), "%.300s", good ? "" : err.text);
	for (size_t i = 0; good && i < n; i++)
		if (!all[i].good) {
			snprintf(why, sizeof(why), "%s: %.200s", all[i].what, all[i].detail);
			good = false;
		}
	arena_release(&arena);
	store_close(store);
	return good ? NULL : why;
}
