/* world.c: see world.h. */
#include "tests/store/world.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/newid.h"
#include "model/workspace_file.h"
#include "store/page/page_sum.h"

static const char sample[] =
"{\"format\":\"gatehouse-workspace\",\"version\":1,"
"\"workspace\":{\"name\":\"Harbour\",\"plan\":\"team\","
" \"settings\":{\"share_to_web\":true}},"
"\"users\":["
" {\"id\":\"u-ada\",\"email\":\"ada@harbour.example\",\"name\":\"Ada\","
"  \"role\":\"admin\",\"unix_login\":\"ada\"},"
" {\"id\":\"u-ben\",\"email\":\"ben@harbour.example\",\"name\":\"Ben\","
"  \"role\":\"editor\"},"
" {\"id\":\"u-eve\",\"email\":\"eve@harbour.example\",\"name\":\"\","
"  \"role\":\"viewer\"},"
" {\"id\":\"u-gus\",\"email\":\"gus@elsewhere.example\",\"name\":\"Gus\","
"  \"role\":\"guest\"},"
" {\"id\":\"u-old\",\"email\":\"old@harbour.example\",\"name\":\"Old\","
"  \"role\":\"manager\",\"active\":false}],"
"\"groups\":["
" {\"id\":\"g-sea\",\"name\":\"Sea\",\"members\":[\"u-ben\",\"u-gus\"]},"
" {\"id\":\"g-land\",\"name\":\"Land\",\"members\":[\"u-eve\"]}],"
"\"providers\":[{\"id\":\"pr-tide\",\"type\":\"gitlab\",\"name\":\"tide\","
	"\"config\":{\"group\":\"tide\"}}],"
	"\"tokens\":[{\"id\":\"t-one\",\"type\":\"personal\",\"name\":\"One\","
	"\"config\":{\"last_four\":\"abcd\"}}],"
	"\"assets\":["
" {\"id\":\"a-tide\",\"kind\":\"data_connection\",\"name\":\"Tides\","
"  \"type\":\"postgres\",\"config\":{\"host\":\"db.harbour.example\"},"
"  \"access\":[\"g-sea\"]},"
" {\"id\":\"a-key\",\"kind\":\"secret\",\"name\":\"BUOY_KEY\"},"
" {\"id\":\"a-bare\",\"kind\":\"file_integration\",\"name\":\"Charts\","
"  \"access\":[]}],"
"\"default_connection\":\"a-tide\","
"\"projects\":["
" {\"id\":\"p-port\",\"title\":\"Port\",\"owner\":\"u-ada\","
"  \"grants\":[{\"user\":\"u-ben\",\"level\":\"can_edit\"},"
"   {\"user\":\"u-eve\",\"level\":\"full_access\"},"
"   {\"group\":\"g-sea\",\"level\":\"can_view\"}],"
"  \"workspace\":\"app_only\",\"public_web\":\"can_view\","
"  \"assets\":[\"a-tide\",\"a-key\"],"
"  \"own\":[{\"id\":\"o-1\",\"kind\":\"secret\",\"name\":\"OWN_KEY\"}]},"
" {\"id\":\"p-quay\",\"title\":\"Quay\",\"owner\":\"u-ben\","
"  \"state\":\"archived\",\"editors_may_share\":false}]}";

static int op_number;

void world_begin(struct world *world)
{
	const char *tmp = getenv("TMPDIR");

	memset(world, 0, sizeof(*world));
	snprintf(world->folder, sizeof(world->folder), "%s/gatehouse-XXXXXX",
		 tmp && strlen(tmp) < 40 ? tmp : "/tmp");
	assert_non_null(mkdtemp(world->folder));
	snprintf(world->path, sizeof(world->path), "%s/w.db", world->folder);
}

void read_sample(struct facts *facts)
{
	struct file_notes notes = { 0 };
	struct error err;

	facts_init(facts);
	GOOD(workspace_read_json("sample", sample, strlen(sample), facts,
				 &notes, &err));
}

void world_open(struct world *world)
{
	struct event event;
	struct error err;

	world_begin(world);
	read_sample(&world->facts);
	world->store = store_create(world->path, "ada", false, &err);
	if (!world->store)
		fail_msg("%s", err.text);
	GOOD(store_begin(world->store, &err));
	GOOD(store_replace(world->store, &world->facts, &err));
	event = small_event("workspace import");
	GOOD(store_commit(world->store, &event, &err));
}

static void remove_folder(const char *folder)
{
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *dir = opendir(folder);

	while (dir && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.' && (!entry->d_name[1] ||
						entry->d_name[1] == '.'))
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (unlink(path) != 0)
			remove_folder(path);
	}
	if (dir)
		closedir(dir);
	rmdir(folder);
}

void world_end(struct world *world)
{
	store_close(world->store);
	if (world->facts.name)
		facts_release(&world->facts);
	remove_folder(world->folder);
}

const char *beside(const struct world *world, const char *ending)
{
	static char path[4][160];
	static int next;

	next = (next + 1) % 4;
	snprintf(path[next], sizeof(path[next]), "%s%s", world->path, ending);
	return path[next];
}

struct event small_event(const char *verb)
{
	static char ids[64][48];
	char *id = ids[op_number++ % 64];
	char part[NEWID_TEXT];

	newid(part, "op");
	snprintf(id, sizeof(ids[0]), "%s", part);
	return (struct event){
		.time = 1700000000000000, .op_id = id,
		.actor = "ada@harbour.example", .login = "ada", .verb = verb,
		.targets = "p-port", .summary = "test", .edits = "[]"
	};
}

bool commit_sql(struct store *store, const char *sql, struct error *err)
{
	struct event event = small_event("test");

	if (!store_begin(store, err))
		return false;
	if (!sql_script(store, err, sql)) {
		store_rollback(store);
		return false;
	}
	return store_commit(store, &event, err);
}

void commit_edit(struct world *world, struct edit edit)
{
	struct event event = small_event(edit_kind_name(edit.kind));
	struct error err;

	edit_apply(&world->facts, &edit);
	GOOD(store_begin(world->store, &err));
	GOOD(store_apply(world->store, &world->facts, &edit, &err));
	GOOD(store_commit(world->store, &event, &err));
}

void lift_guard(struct store *store)
{
	assert_int_equal(sqlite3_set_authorizer(store->db, NULL, NULL),
			 SQLITE_OK);
}

void raw_sql(const char *path, const char *sql)
{
	char *said = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
					 page_sum_vfs()), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

void assert_same(struct store *store, const struct facts *facts)
{
	struct buf want, have;
	struct facts loaded;
	struct error err;

	facts_init(&loaded);
	GOOD(store_load(store, &loaded, &err));
	buf_init(&want, 1 << 24);
	buf_init(&have, 1 << 24);
	workspace_write_json(&want, facts);
	workspace_write_json(&have, &loaded);
	assert_string_equal(buf_text(&have), buf_text(&want));
	buf_release(&want);
	buf_release(&have);
	facts_release(&loaded);
}

int64_t number_of(struct store *store, const char *sql)
{
	struct error err;
	int64_t out;

	GOOD(sql_int(store, &err, sql, &out));
	return out;
}

int64_t revision_of(struct store *store)
{
	struct error err;
	int64_t out;

	GOOD(store_revision(store, &out, &err));
	return out;
}

void copy_file(const char *from, const char *to)
{
	char bytes[8192];
	ssize_t n;
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(in >= 0 && out >= 0);
	while ((n = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)n), n);
	assert_int_equal(n, 0);
	close(in);
	close(out);
}
