/* scenario.c: see scenario.h. */
#include "tests/torture/scenario.h"

#include <unistd.h>

#include "model/workspace_file.h"

void (*scenario_opened)(struct store *store);

/* ---- the changes --------------------------------------------------------------------- */

static struct edit random_edit(const struct facts *facts, struct lot *lot, char text[32],
			       char id[32])
{
	struct edit edit;

	snprintf(text, 32, "name %u", toss(lot, 1000000));
	snprintf(id, 32, "x-%06u", toss(lot, 1000000));
	switch (toss(lot, 9)) {
	case 0:
		edit = edit_of(EDIT_WORKSPACE_NAME);
		break;
	case 1:
		edit = edit_of(EDIT_GROUP_NAME);
		edit.group = toss(lot, facts->n_groups);
		break;
	case 2:
		edit = edit_of(EDIT_MEMBER);
		edit.group = toss(lot, facts->n_groups);
		edit.user = toss(lot, facts->n_users);
		edit.value = (int)toss(lot, 2);
		break;
	case 3:
		edit = edit_of(EDIT_USER_ROLE);
		edit.user = facts_user(facts, "u-ben");
		edit.value = (int)toss(lot, ROLES);
		break;
	case 4:
		edit = edit_of(EDIT_GRANT_GROUP);
		edit.project = toss(lot, facts->n_projects);
		edit.group = toss(lot, facts->n_groups);
		edit.value = (int)toss(lot, LEVELS);
		break;
	case 5:
		edit = edit_of(EDIT_GROUP_ADD);
		break;
	case 6:
		edit = edit_of(EDIT_IMPORT);
		edit.project = toss(lot, facts->n_projects);
		edit.asset = toss(lot, facts->n_assets);
		edit.value = (int)toss(lot, 2);
		break;
	default:
		edit = edit_of(EDIT_PROJECT_TITLE);
		edit.project = toss(lot, facts->n_projects);
	}
	edit.text = edit.kind == EDIT_GROUP_ADD ? id : text;
	edit.text2 = text;
	return edit;
}

static char *as_text(const struct facts *facts)
{
	struct buf out;
	char *text;

	buf_init(&out, 1 << 24);
	workspace_write_json(&out, facts);
	text = strdup(buf_text(&out));
	buf_release(&out);
	assert_non_null(text);
	return text;
}

void scenario_make(struct scenario *it, uint64_t seed)
{
	struct lot lot = { seed };
	struct facts facts;
	struct edit edit;
	int i;

	memset(it, 0, sizeof(*it));
	it->seed = seed;
	read_sample(&facts);
	it->holds[0] = as_text(&facts);
	for (i = 0; i < STEPS; i++) {
		/* Each is a change: no two states are the same. */
		do {
			edit = random_edit(&facts, &lot, it->text[i], it->id[i]);
			it->edits[i] = edit;
			edit_apply(&facts, &edit);
			it->holds[i + 1] = as_text(&facts);
			if (strcmp(it->holds[i], it->holds[i + 1]) != 0)
				break;
			free(it->holds[i + 1]);
		} while (true);
		snprintf(it->op[i], sizeof(it->op[i]), "op-%d", i);
	}
	facts_release(&facts);
}

void scenario_free(struct scenario *it)
{
	for (int i = 0; i <= STEPS; i++)
		free(it->holds[i]);
}

/* ---- doing them ---------------------------------------------------------------------- */

void scenario_begin(struct world *world)
{
	world_open(world);
	store_close(world->store);
	world->store = NULL;
	copy_file(world->path, beside(world, ".pattern"));
}

void scenario_again(struct world *world)
{
	unlink(beside(world, "-wal"));
	unlink(beside(world, "-shm"));
	unlink(beside(world, "-journal"));
	copy_file(beside(world, ".pattern"), world->path);
}

static bool one_step(struct store *store, const struct scenario *it, int i,
		     struct error *err)
{
	struct event event = small_event("test");
	struct edit edit = it->edits[i];
	struct facts facts;
	bool good;

	event.op_id = it->op[i];
	facts_init(&facts);
	good = store_load(store, &facts, err) && store_begin(store, err);
	if (good) {
		edit_apply(&facts, &edit);
		good = store_apply(store, &facts, &edit, err);
		if (!good)
			store_rollback(store);
		good = good && store_commit(store, &event, err);
	}
	facts_release(&facts);
	return good;
}

bool scenario_run(const struct world *world, const struct scenario *it, int from,
		  volatile struct progress *progress, struct error *err)
{
	struct store *store = NULL;
	bool good = true;
	int i;

	for (i = from; good && i < STEPS; i++) {
		if (!store && !(store = store_open(world->path, STORE_WRITE, err)))
			return false;
		if (scenario_opened)
			scenario_opened(store);
		good = one_step(store, it, i, err);
		if (good && progress)
			progress->said = i + 1;
		/* Closing writes the -wal file back into the store. */
		if (i == STEPS / 2) {
			store_close(store);
			store = NULL;
		}
	}
	store_close(store);
	return good;
}

/* ---- looking ------------------------------------------------------------------------- */

static bool is_sound(struct store *store, char *why, size_t size)
{
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	bool good;
	size_t n = 0;

	good = store_verify(store, &arena, &all, &n, &err);
	if (!good)
		snprintf(why, size, "verify: %.200s", err.text);
	for (size_t i = 0; good && i < n; i++)
		if (!all[i].good) {
			snprintf(why, size, "%s: %.200s", all[i].what, all[i].detail);
			good = false;
		}
	arena_release(&arena);
	return good;
}

/* The import that made it, and after it these, in their order. */
static bool has_ops(struct store *store, const struct scenario *it, int holds, char *why,
		    size_t size)
{
	struct arena arena = { 0 };
	struct event *events;
	struct error err;
	bool more, good;
	size_t n = 0;

	good = store_events(store, 0, 0, &arena, &events, &n, &more, &err) &&
		n == (size_t)holds + 1;
	if (!good)
		snprintf(why, size, "%zu events for %d changes", n, holds);
	for (int i = 0; good && i < holds; i++)
		if (strcmp(events[holds - 1 - i].op_id, it->op[i]) != 0) {
			snprintf(why, size, "op id %s is %s", it->op[i],
				 events[holds - 1 - i].op_id);
			good = false;
		}
	arena_release(&arena);
	return good;
}

static int what_holds(struct store *store, const struct scenario *it, char *why,
		      size_t size)
{
	struct facts facts;
	struct error err;
	char *text;
	int i;

	facts_init(&facts);
	if (!store_load(store, &facts, &err)) {
		snprintf(why, size, "load: %.200s", err.text);
		facts_release(&facts);
		return -1;
	}
	text = as_text(&facts);
	facts_release(&facts);
	for (i = STEPS; i >= 0; i--)
		if (strcmp(text, it->holds[i]) == 0)
			break;
	free(text);
	if (i < 0)
		snprintf(why, size, "it holds what none of the states is");
	return i;
}

int scenario_holds(const struct world *world, const struct scenario *it, char *why,
		   size_t size)
{
	struct error err;
	struct store *store = store_open(world->path, STORE_READ, &err);
	int holds;

	*why = '\0';
	if (!store) {
		snprintf(why, size, "open: %.200s", err.text);
		return -1;
	}
	holds = what_holds(store, it, why, size);
	if (holds >= 0 && (!has_ops(store, it, holds, why, size) ||
			   !is_sound(store, why, size)))
		holds = -1;
	store_close(store);
	return holds;
}
