/* demo_test.c: what the demo promises, and that nothing of it stays behind. */
#include "tests/action/verbs_world.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(it_opens_as_the_first_admin_and_leaves_nothing)
{
	struct app app;
	struct error err;
	struct stat st;
	char *path;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	assert_true(app.demo);
	assert_string_equal(app_actor_text(&app), "maya@acme.example");
	path = strdup(app.store_path);
	assert_non_null(path);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
	demo_discard(&app);
	app_release(&app);
	assert_int_not_equal(stat(path, &st), 0);
	*strrchr(path, '/') = '\0';
	assert_int_not_equal(stat(path, &st), 0);
	free(path);
}

static void clear(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	assert_int_equal(rmdir(folder), 0);
}

TEST(what_is_kept_is_never_removed)
{
	char folder[] = "/tmp/gatehouse-test-XXXXXX";
	struct app app;
	struct error err;
	struct stat st;
	char path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/workspace.db", folder);
	app_init(&app, NULL);
	assert_true(demo_open(&app, "practice-interview", path, &err));
	demo_discard(&app);
	app_release(&app);
	assert_int_equal(stat(path, &st), 0);
	app_init(&app, NULL);
	assert_false(demo_open(&app, NULL, path, &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	app_release(&app);
	assert_int_equal(stat(path, &st), 0);
	clear(folder);
}

/* A folder of somebody that is called like ours, and has a store like ours. */
TEST(a_name_like_ours_is_nobodys_to_remove)
{
	char folder[] = "/tmp/gatehouse-demo-XXXXXX";
	struct app app;
	struct error err;
	struct stat st;
	char path[64], other[64];
	int fd;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/workspace.db", folder);
	snprintf(other, sizeof(other), "%s/letter", folder);
	fd = open(other, O_CREAT | O_WRONLY, 0600);
	assert_true(fd >= 0);
	close(fd);
	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, path, &err));
	demo_discard(&app);
	app_release(&app);
	assert_int_equal(stat(path, &st), 0);
	app_init(&app, NULL);
	assert_false(demo_open(&app, NULL, path, &err));
	app_release(&app);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(stat(other, &st), 0);
	clear(folder);
}

/* What was killed leaves its folder, which the next demo of the same user sweeps: one
 * that is marked, and that nobody holds. */
TEST(what_was_killed_is_swept_by_the_next)
{
	char killed[512], other[] = "/tmp/gatehouse-demo-XXXXXX", path[64];
	struct app app, living;
	struct error err;
	struct stat st;
	int status, out[2];
	ssize_t n;
	pid_t pid;

	assert_non_null(mkdtemp(other));
	snprintf(path, sizeof(path), "%s/letter", other);
	close(open(path, O_CREAT | O_WRONLY, 0600));
	app_init(&living, NULL);
	assert_true(demo_open(&living, NULL, NULL, &err));
	assert_int_equal(pipe(out), 0);
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		app_init(&app, NULL);
		if (!demo_open(&app, NULL, NULL, &err) ||
		    write(out[1], app.store_path, strlen(app.store_path)) < 0)
			_exit(1);
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	n = read(out[0], killed, sizeof(killed) - 1);
	assert_true(n > 0);
	killed[n] = '\0';
	assert_int_equal(stat(killed, &st), 0);
	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	assert_int_equal(stat(killed, &st), -1);
	*strrchr(killed, '/') = '\0';
	assert_int_equal(stat(killed, &st), -1);
	assert_int_equal(stat(living.store_path, &st), 0);
	assert_int_equal(stat(path, &st), 0);
	demo_discard(&app);
	app_release(&app);
	demo_discard(&living);
	app_release(&living);
	close(out[0]);
	close(out[1]);
	clear(other);
}

/* The child of a fork has the app too, but made nothing. */
TEST(only_who_made_the_folder_removes_it)
{
	struct app app;
	struct error err;
	struct stat st;
	char *moved, *path;
	pid_t pid;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		demo_discard(&app);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_int_equal(stat(app.store_path, &st), 0);
	/* Another folder has come to stand under its name. */
	path = strdup(app.store_path);
	assert_non_null(path);
	*strrchr(path, '/') = '\0';
	moved = malloc(strlen(path) + 8);
	assert_non_null(moved);
	snprintf(moved, strlen(path) + 8, "%s.moved", path);
	assert_int_equal(rename(path, moved), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	demo_discard(&app);
	app_release(&app);
	assert_int_equal(rmdir(path), 0);
	clear(moved);
	free(moved);
	free(path);
}

/* Every kind of downgrade and of no reaching is there to be seen. */
TEST(it_shows_every_kind_of_downgrade)
{
	struct app app;
	struct error err;
	struct arena arena = { 0 };
	struct answer a;
	bool code[REASONS] = { false }, blocked[REASONS] = { false };
	bool kind[8] = { false };
	size_t many = 0, capped_owner = 0;
	uint32_t user, project, i;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	assert_int_equal(app.facts.n_users, 40);
	assert_int_equal(app.facts.n_groups, 8);
	assert_true(app.facts.n_projects >= 15);
	for (project = 0; project < app.facts.n_projects; project++)
		for (user = 0; user < app.facts.n_users; user++) {
			access_decide(&app.facts, user, project, &arena, &a);
			for (i = 0; i < a.n_limits; i++) {
				code[a.limits[i].code] = true;
				if (a.n_limits == 1 &&
				    a.limits[i].asset != NOBODY)
					kind[app.facts.assets[
						a.limits[i].asset].kind] = true;
			}
			for (i = 0; i < a.n_blocked; i++)
				blocked[a.blocked[i].blocked] = true;
			many += a.n_limits > 2;
			capped_owner += a.effective < a.granted &&
				app.facts.projects[project].owner == user;
		}
	assert_true(code[REASON_ROLE_CAP_VIEWER]);
	assert_true(code[REASON_ROLE_CAP_EXPLORER]);
	assert_true(code[REASON_ASSET_MISSING]);
	assert_true(code[REASON_STATE_READ_ONLY]);
	for (i = 0; i < 4; i++)		/* each kind alone holds somebody */
		assert_true(kind[i]);
	assert_true(blocked[REASON_WORKSPACE_EXCLUDES_GUEST]);
	assert_true(blocked[REASON_TRASHED_LINK_SUSPENDED]);
	assert_true(blocked[REASON_DEACTIVATED]);
	assert_true(many > 0);
	assert_true(capped_owner > 1);
	demo_discard(&app);
	app_release(&app);
	arena_release(&arena);
}

TEST(the_first_project_makes_the_point)
{
	struct app app;
	struct error err;
	struct buf out;
	uint32_t first;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	first = demo_first_project(&app.facts);
	assert_string_equal(app.facts.projects[first].id, "p-ads");
	buf_init(&out, 1 << 20);
	demo_table(&app.facts, first, &out);
	assert_non_null(strstr(out.data,
		"Hana Sato             Editor     Can Edit     Can View"));
	assert_non_null(strstr(out.data, "Hana Sato can view Ad spend"));
	assert_null(strstr(out.data, "Gus Novak can"));
	assert_non_null(strstr(out.data, "5 more people have no access."));
	buf_release(&out);
	demo_discard(&app);
	app_release(&app);
}

RUN(CASE(it_opens_as_the_first_admin_and_leaves_nothing),
    CASE(what_is_kept_is_never_removed),
    CASE(a_name_like_ours_is_nobodys_to_remove),
    CASE(what_was_killed_is_swept_by_the_next),
    CASE(only_who_made_the_folder_removes_it),
    CASE(it_shows_every_kind_of_downgrade),
    CASE(the_first_project_makes_the_point))
