/* undo_world.h: what the tests of undo and as-of share: the workspace as bytes, in
 * memory and in the store. */
#ifndef TESTS_UNDO_WORLD_H
#define TESTS_UNDO_WORLD_H

#include "tests/action/verbs_world.h"

#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "model/workspace_file.h"
#include "store/store.h"

static inline char *world_bytes(const struct facts *facts)
{
	struct buf out;
	char *text;

	buf_init(&out, 1 << 24);
	workspace_write_json(&out, facts);
	assert_false(out.overflow);
	text = strdup(buf_text(&out));
	buf_release(&out);
	assert_non_null(text);
	return text;
}

/* As the store has it. */
static inline char *stored_bytes(struct world *w)
{
	struct facts facts;
	char *text;

	facts_init(&facts);
	assert_true(store_load(w->app.store, &facts, &w->err));
	text = world_bytes(&facts);
	facts_release(&facts);
	return text;
}

/* The same in memory and in the store; says the first line that differs. */
static inline void same_bytes(const char *what, const char *a, const char *b)
{
	size_t at = 0, line = 0;

	while (a[at] && a[at] == b[at])
		if (a[at++] == '\n')
			line = at;
	if (a[at] || b[at])
		fail_msg("%s: differs at \"%.*s\" and \"%.*s\"", what,
			 (int)strcspn(a + line, "\n"), a + line,
			 (int)strcspn(b + line, "\n"), b + line);
}

static inline char *both_bytes(const char *what, struct world *w)
{
	char *memory = world_bytes(&w->app.facts), *stored = stored_bytes(w);

	same_bytes(what, memory, stored);
	free(stored);
	return memory;
}

static inline void is_bytes(const char *what, struct world *w, const char *bytes)
{
	char *now = both_bytes(what, w);

	same_bytes(what, bytes, now);
	free(now);
}

#define FILES_ASSET \
	"{\"id\":\"a-files\",\"kind\":\"file_integration\",\"name\":\"Lake\"}"

static inline void open_world(struct world *w)
{
	static const char fast[] = "/dev/shm";	/* many commits, each synced */
	struct buf text;
	static const char rest[] = WORLD_REST;
	const char *assets = strstr(rest, "\"assets\":[");
	size_t head;

	assert_non_null(assets);
	if (access(fast, W_OK) == 0)
		setenv("TMPDIR", fast, 0);
	head = (size_t)(assets - rest) + strlen("\"assets\":[");
	buf_init(&text, 1 << 20);
	buf_printf(&text, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		   "\"workspace\":{\"name\":\"T\",\"plan\":\"enterprise\","
		   "\"settings\":{}},\"providers\":[{\"id\":\"pr-gh\","
		   "\"type\":\"github\",\"name\":\"GH\"}]," WORLD_USERS ",%.*s" FILES_ASSET ",%s}",
		   (int)head, rest, rest + head);
	world_open_text(w, buf_text(&text));
	buf_release(&text);
}

static const char *const users[] = { "u-ben", "u-ed", "u-eve", "u-out", "u-max",
	"u-exp", "u-vic", "u-vin", "u-gus" };
static const char *const groups[] = { "g-in", "g-mix" };
static const char *const assets[] = { "a-all", "a-in", "a-pkg", "a-files" };
static const char *const projects[] = { "p", "q", "arch", "bin" };
static const char *const levels[] = { "app_only", "can_view", "can_edit",
	"full_access" };
static const char *const roles[] = { "manager", "editor", "explorer", "viewer",
	"guest" };

#define ONE(list) (list)[pick(COUNT_OF(list))]

static uint64_t seed;

static inline size_t pick(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(seed >> 33) % n;
}

static inline void line_of_people(char *out, size_t size, int serial)
{
	switch (pick(8)) {
	case 0:
		snprintf(out, size, "user role %s %s", ONE(users), ONE(roles));
		break;
	case 1:
		snprintf(out, size, "user edit %s --name N%d", ONE(users), serial);
		break;
	case 2:
		snprintf(out, size, "user add n%d@t.example --role %s", serial,
			 ONE(roles));
		break;
	case 3:
		snprintf(out, size, "user %s %s --yes", pick(2) ? "deactivate" :
			 "reactivate", ONE(users));
		break;
	case 4:
		snprintf(out, size, "group %s %s %s", pick(2) ? "add" : "remove",
			 ONE(groups), ONE(users));
		break;
	case 5:
		snprintf(out, size, "group create G%d", serial);
		break;
	case 6:
		snprintf(out, size, pick(3) ? "group rename %s G%d" :
			 "group delete %s", ONE(groups), serial);
		break;
	default:
		snprintf(out, size, "workspace set --share-to-web %s",
			 pick(2) ? "on" : "off");
	}
}

static inline void line_of_project(char *out, size_t size, int serial)
{
	const char *p = ONE(projects);

	switch (pick(11)) {
	case 0:
		snprintf(out, size, "project share %s --user %s --level %s", p,
			 ONE(users), ONE(levels));
		break;
	case 1:
		snprintf(out, size, "project share %s --group %s --level %s", p,
			 ONE(groups), ONE(levels));
		break;
	case 2:
		snprintf(out, size, "project unshare %s --user %s", p, ONE(users));
		break;
	case 3:
		snprintf(out, size, "project share-web %s %s", p,
			 pick(2) ? "none" : "app_only");
		break;
	case 4:
		snprintf(out, size, "project share-workspace %s %s", p,
			 ONE(levels));
		break;
	case 5:
		snprintf(out, size, "project %s %s --asset %s", pick(3) ?
			 "import" : "remove", p, ONE(assets));
		break;
	case 6:
		snprintf(out, size, "project rename %s P%d", p, serial);
		break;
	case 7:
		snprintf(out, size, "project create C%d", serial);
		break;
	case 8:
		snprintf(out, size, "project %s %s", pick(2) ? "delete" :
			 pick(2) ? "restore" : pick(2) ? "archive" : "unarchive", p);
		break;
	case 9:
		snprintf(out, size, "project editors-may-share %s %s", p,
			 pick(2) ? "on" : "off");
		break;
	default:
		snprintf(out, size, "project duplicate %s", p);
	}
}

static inline void line_of_asset(char *out, size_t size, int serial)
{
	switch (pick(7)) {
	case 0:
		snprintf(out, size, "connection edit a-in --field port=%d",
			 serial);
		break;
	case 1:
		snprintf(out, size, "secret edit a-all --name K%d", serial);
		break;
	case 2:
		snprintf(out, size, "connection edit a-in --description D%d "
			 "--name V%d", serial, serial);
		break;
	case 3:
		snprintf(out, size, "connection create C%d --draft --type "
			 "postgres --group g-in", serial);
		break;
	case 4:
		snprintf(out, size, "secret create S%d --project %s", serial,
			 ONE(projects));
		break;
	case 5:
		snprintf(out, size, "connection %s", pick(2) ?
			 "set-default a-in" : "clear-default");
		break;
	default:
		snprintf(out, size, "project set %s --description D%d "
			 "--category C%d", ONE(projects), serial, serial);
	}
}

static inline void random_line(char *out, size_t size, int serial)
{
	const char *asset;

	if (pick(5) == 0) {
		asset = ONE(assets);
		snprintf(out, size, "%s access %s --%s %s",
			 asset == assets[0] ? "secret" :
			 asset == assets[1] ? "connection" :
			 asset == assets[2] ? "package" : "files", asset,
			 pick(2) ? "add" : "remove",
			 pick(2) ? ONE(groups) : "workspace");
	} else if (pick(5) == 0) {
		line_of_asset(out, size, serial);
	} else if (pick(2)) {
		line_of_people(out, size, serial);
	} else {
		line_of_project(out, size, serial);
	}
}

/* A random change that is one: its line. */
static inline void random_change(struct world *w, int serial)
{
	int64_t was = revision(w);
	char line[128];

	do
		random_line(line, sizeof(line), serial);
	while (world_do(w, "u-ada", line) != 0 || revision(w) == was);
}

static inline void take_all(struct world *w)
{
	char line[64];
	size_t i;

	for (i = 0; i + 1 < COUNT_OF(projects); i++) {
		snprintf(line, sizeof(line), "project take-access %s --yes",
			 projects[i]);
		world_do(w, "u-ada", line);
	}
}

#endif
