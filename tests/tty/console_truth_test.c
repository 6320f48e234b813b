/* console_truth_test.c: nothing is invented.  Workspaces made by dice are imported;
 * every name, level and count on the five tabs is what the file says, by an
 * evaluator of its own. */
#include "tests/tty/console.h"

enum { USERS = 14, GROUPS = 5, ASSETS = 12, PROJECTS = 10, NO = 0, APP, VIEW,
       EDIT, FULL };

static const char *const level_code[] = {
	"none", "app_only", "can_view", "can_edit", "full_access"
}, *const level_name[] = {
	"None", "App", "View", "Edit", "Full"
}, *const role_code[] = { "admin", "editor", "viewer", "guest" },
   *const role_name[] = { "Admin", "Editor", "Viewer", "Guest" },
   *const kind_code[] = { "data_connection", "secret", "git_package",
	"file_integration" };
enum { ADMIN, EDITOR, VIEWER, GUEST };

struct world {
	int role[USERS], active[USERS], member[GROUPS][USERS];
	int kind[ASSETS], open[ASSETS], guests[ASSETS], public[ASSETS];
	int shared[ASSETS][GROUPS], imports[PROJECTS][ASSETS];
	int owner[PROJECTS], workspace[PROJECTS], web[PROJECTS];
	int direct[PROJECTS][USERS], grant[PROJECTS][GROUPS];
	int standard;		/* connection or -1 */
	char user[USERS][48], group[GROUPS][48], asset[ASSETS][48],
	     project[PROJECTS][48];
};

static void name_it(struct dice *dice, char out[48], const char *what, int n)
{
	static const char *const part[] = {
		"ka", "lo", "mi", "ne", "ru", "so", "ta", "ve", "xi", "zu"
	};
	int i, parts = 2 + (int)roll(dice, 2);
	size_t at = 0;

	for (i = 0; i < parts; i++)
		at += (size_t)snprintf(out + at, 48 - at, "%s",
				       part[roll(dice, 10)]);
	out[0] = (char)(out[0] - 32);
	snprintf(out + at, 48 - at, " %s%02d", what, n);
}

static struct world *make_world(uint64_t seed)
{
	struct dice dice = { seed };
	struct world *w = calloc(1, sizeof(*w));
	int u, g, a, p;

	assert_non_null(w);
	for (u = 0; u < USERS; u++) {
		w->role[u] = u ? (int)roll(&dice, 4) : ADMIN;
		w->active[u] = !u || roll(&dice, 6) > 0;
		name_it(&dice, w->user[u], "U", u);
	}
	for (g = 0; g < GROUPS; g++) {
		name_it(&dice, w->group[g], "G", g);
		for (u = 0; u < USERS; u++)
			w->member[g][u] = roll(&dice, 3) == 0;
	}
	w->standard = -1;
	for (a = 0; a < ASSETS; a++) {
		w->kind[a] = a < 4 ? a : (int)roll(&dice, 4);
		name_it(&dice, w->asset[a], "A", a);
		if (w->kind[a] == 1)	/* a secret's name has no blanks */
			*strchr(w->asset[a], ' ') = '_';
		w->open[a] = roll(&dice, 3) == 0;
		w->guests[a] = roll(&dice, 5) == 0;
		w->public[a] = roll(&dice, 9) == 0;
		for (g = 0; g < GROUPS; g++)
			w->shared[a][g] = roll(&dice, 3) == 0;
		if (w->kind[a] == 0 && roll(&dice, 2))
			w->standard = a;
	}
	for (p = 0; p < PROJECTS; p++) {
		name_it(&dice, w->project[p], "P", p);
		w->owner[p] = (int)roll(&dice, USERS);
		w->workspace[p] = (int)roll(&dice, 5);
		w->web[p] = (int)roll(&dice, 3);
		for (u = 0; u < USERS; u++)
			w->direct[p][u] = u != w->owner[p] &&
				roll(&dice, 6) == 0 ? 1 + (int)roll(&dice, 4) : 0;
		for (g = 0; g < GROUPS; g++)
			w->grant[p][g] = roll(&dice, 3) == 0 ?
				1 + (int)roll(&dice, 4) : 0;
		for (a = 0; a < ASSETS; a++)
			w->imports[p][a] = roll(&dice, 5) == 0;
	}
	return w;
}

/* ---- the evaluator (DOMAIN 4 and 5, for active projects) ------------------- */

static bool uses(const struct world *w, int u, int a)
{
	int g;

	if (w->role[u] == ADMIN || w->public[a] ||
	    (w->open[a] && w->role[u] != GUEST) ||
	    (w->guests[a] && w->role[u] == GUEST))
		return true;
	for (g = 0; g < GROUPS; g++)
		if (w->shared[a][g] && w->member[g][u])
			return true;
	return false;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int granted(const struct world *w, int u, int p)
{
	int g, best = w->web[p];

	if (!w->active[u])
		return best;
	best = larger(best, w->direct[p][u]);
	if (w->owner[p] == u)
		best = FULL;
	if (w->role[u] != GUEST)
		best = larger(best, w->workspace[p]);
	for (g = 0; g < GROUPS; g++)
		if (w->member[g][u])
			best = larger(best, w->grant[p][g]);
	return best;
}

static int effective(const struct world *w, int u, int p)
{
	int a, level = granted(w, u, p);

	if (level <= VIEW)
		return level;
	if (w->role[u] == VIEWER)
		return VIEW;
	for (a = 0; a < ASSETS; a++)
		if (w->imports[p][a] && !uses(w, u, a))
			return VIEW;
	return level;
}

/* ---- the file --------------------------------------------------------------- */

static void write_access(FILE *out, const struct world *w, int a)
{
	const char *comma = "";
	int g;

	fprintf(out, ",\"access\":[");
	if (w->open[a]) {
		fprintf(out, "\"workspace\"");
		comma = ",";
	}
	if (w->guests[a]) {
		fprintf(out, "%s\"workspace_guests\"", comma);
		comma = ",";
	}
	if (w->public[a]) {
		fprintf(out, "%s\"public\"", comma);
		comma = ",";
	}
	for (g = 0; g < GROUPS; g++)
		if (w->shared[a][g]) {
			fprintf(out, "%s\"g%d\"", comma, g);
			comma = ",";
		}
	fprintf(out, "]}");
}

static void write_project(FILE *out, const struct world *w, int p)
{
	const char *comma = "";
	int i;

	fprintf(out, "%s{\"id\":\"p%d\",\"title\":\"%s\",\"owner\":\"u%d\","
		"\"workspace\":\"%s\",\"public_web\":\"%s\",\"grants\":[",
		p ? "," : "", p, w->project[p], w->owner[p],
		level_code[w->workspace[p]], level_code[w->web[p]]);
	for (i = 0; i < USERS; i++)
		if (w->direct[p][i]) {
			fprintf(out, "%s{\"user\":\"u%d\",\"level\":\"%s\"}",
				comma, i, level_code[w->direct[p][i]]);
			comma = ",";
		}
	for (i = 0; i < GROUPS; i++)
		if (w->grant[p][i]) {
			fprintf(out, "%s{\"group\":\"g%d\",\"level\":\"%s\"}",
				comma, i, level_code[w->grant[p][i]]);
			comma = ",";
		}
	fprintf(out, "],\"assets\":[");
	for (comma = "", i = 0; i < ASSETS; i++)
		if (w->imports[p][i]) {
			fprintf(out, "%s\"a%d\"", comma, i);
			comma = ",";
		}
	fprintf(out, "]}");
}

static void write_world(const struct world *w, const char *path)
{
	FILE *out = fopen(path, "w");
	const char *comma;
	int i, u;

	assert_non_null(out);
	fprintf(out, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"workspace\":{\"name\":\"Dice\"},\"users\":[");
	for (i = 0; i < USERS; i++)
		fprintf(out, "%s{\"id\":\"u%d\",\"email\":\"mail%02d@dice.example\","
			"\"name\":\"%s\",\"role\":\"%s\",\"active\":%s}",
			i ? "," : "", i, i, w->user[i], role_code[w->role[i]],
			w->active[i] ? "true" : "false");
	fprintf(out, "],\"groups\":[");
	for (i = 0; i < GROUPS; i++) {
		fprintf(out, "%s{\"id\":\"g%d\",\"name\":\"%s\",\"members\":[",
			i ? "," : "", i, w->group[i]);
		for (comma = "", u = 0; u < USERS; u++)
			if (w->member[i][u]) {
				fprintf(out, "%s\"u%d\"", comma, u);
				comma = ",";
			}
		fprintf(out, "]}");
	}
	fprintf(out, "],\"assets\":[");
	for (i = 0; i < ASSETS; i++) {
		fprintf(out, "%s{\"id\":\"a%d\",\"kind\":\"%s\",\"name\":\"%s\"",
			i ? "," : "", i, kind_code[w->kind[i]], w->asset[i]);
		write_access(out, w, i);
	}
	fprintf(out, "]");
	if (w->standard >= 0)
		fprintf(out, ",\"default_connection\":\"a%d\"", w->standard);
	fprintf(out, ",\"projects\":[");
	for (i = 0; i < PROJECTS; i++)
		write_project(out, w, i);
	fprintf(out, "]}");
	assert_int_equal(fclose(out), 0);
}

/* ---- reading the screen ----------------------------------------------------- */

static void is(struct pty *pty, const char *name, const char *got,
	       const char *want)
{
	char *screen;

	if (strcmp(got, want) == 0)
		return;
	screen = pty_screen(pty);
	fprintf(stderr, "%s: \"%s\" and not \"%s\" on:\n%s", name, got, want,
		screen);
	free(screen);
	fail();
}

/* The sign at the end of the focused name is a blank. */
static void without_focus(const char *row, char *out, size_t size)
{
	size_t n = 0;

	for (; *row && n + 1 < size; row++)
		if (strncmp(row, "\u2590", 3) == 0) {
			out[n++] = ' ';
			row += 2;
		} else {
			out[n++] = *row;
		}
	out[n] = '\0';
}

/* The fields of the row that has this name, from the name on: two blanks or a
 * border between them. */
static int fields(struct pty *pty, const char *name, char out[12][160])
{
	static char line[2048];
	const char *s = NULL, *end;
	int row, n = 0;

	for (row = 2; row < pty_rows(pty) && !s; row++) {
		without_focus(pty_row(pty, row), line, sizeof(line));
		s = strstr(line, name);
		if (s && strncmp(s + strlen(name), "  ", 2) != 0)
			s = NULL;	/* in a sentence */
	}
	if (!s)
		is(pty, name, "not there", name);
	while (*s && n < 12) {
		end = strstr(s, "  ");
		if (!end)
			end = s + strlen(s);
		if (strncmp(s, "\xe2\x94\x82", 3) == 0)
			break;			/* the next pane */
		snprintf(out[n++], 160, "%.*s", (int)(end - s), s);
		s = end + strspn(end, " ");
	}
	return n;
}

static void is_number(struct pty *pty, const char *name, const char *got,
		      int want)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", want);
	is(pty, name, got, text);
}

/* The panel's row of this name: what was granted and what it comes to. */
static void is_level(struct pty *pty, const char *name, int was, int now)
{
	char field[12][160], want[32];
	int n = fields(pty, name, field), at = 1;

	while (at < n && strcmp(field[at], was ? level_name[was] : "-") != 0)
		at++;
	if (at + 1 >= n)
		is(pty, name, "nothing", level_name[was]);
	snprintf(want, sizeof(want), "%s%s", now < was ? "▼ " : "",
		 level_name[now]);
	is(pty, name, field[at + 1], want);
}

static void look_for(struct pty *pty, const char *name)
{
	keys(pty, "/");
	assert_true(pty_send(pty, name, strlen(name)));
	keys(pty, "<Enter>");
}

/* Ten cells, as many of them full as the part of those who hold editing; a word where
 * the project is put away. */
static void is_bar(struct pty *pty, const char *name, const char *got, int hold,
		   int gave)
{
	char want[64] = "";
	int i, full = gave ? (20 * hold + gave - 1) / (2 * gave) : 0;

	if (strcmp(got, "archived") == 0 || strcmp(got, "in trash") == 0) {
		assert_int_equal(hold, 0);
		return;
	}
	full = full == 10 && hold < gave ? 9 : full == 0 && hold ? 1 : full;
	for (i = 0; i < 10; i++)
		strcat(want, i < full ? "\u2588" : "\u2591");
	is(pty, name, got, want);
}

/* What stands before the handle at the row's end. */
static void without_handle(char *field)
{
	char *handle = strstr(field, " \u22ef");

	if (handle)
		*handle = '\0';
}

/* Where CAN EDIT stands. */
static int field_of_bar(char field[12][160], int n)
{
	int bar = 2;

	while (bar + 2 < n && strncmp(field[bar], "\u2588", 3) != 0 &&
	       strncmp(field[bar], "\u2591", 3) != 0 &&
	       strcmp(field[bar], "archived") != 0 &&
	       strcmp(field[bar], "in trash") != 0)
		bar++;
	without_handle(field[bar + 1]);
	return bar;
}

static void check_projects(struct pty *pty, const struct world *w)
{
	char field[12][160], want[32], head[64];
	int p, u, a, n, hold, gave, down, bar;

	row_shows(pty, 1, "10 of 10");
	keys(pty, "v");			/* a row for everybody */
	for (p = 0; p < PROJECTS; p++) {
		look_for(pty, w->project[p]);
		n = fields(pty, w->project[p], field);
		assert_true(n >= 4);
		bar = field_of_bar(field, n);
		snprintf(want, sizeof(want), "mail%02d", w->owner[p]);
		is(pty, w->project[p], field[1], want);
		for (n = a = 0; a < ASSETS; a++)
			n += w->imports[p][a];
		snprintf(want, sizeof(want), "assets %d", n);
		shows(pty, want);
		for (hold = gave = down = u = 0; u < USERS; u++) {
			gave += granted(w, u, p) >= EDIT;
			hold += effective(w, u, p) >= EDIT;
			down += effective(w, u, p) < granted(w, u, p);
			is_level(pty, w->user[u], granted(w, u, p),
				 effective(w, u, p));
		}
		if (hold == gave)
			snprintf(want, sizeof(want), "%d", gave);
		else
			snprintf(want, sizeof(want), "%d/%d", hold, gave);
		is_bar(pty, w->project[p], field[bar], hold, gave);
		is(pty, w->project[p], field[bar + 1], want);
		snprintf(head, sizeof(head), ", %d held", down);
		shows(pty, head);
		keys(pty, "<C-g>");
	}
}

static void check_users(struct pty *pty, const struct world *w)
{
	char field[12][160], want[256], mail[32];
	int u, g, p, n;
	size_t at;

	keys(pty, "4");
	row_shows(pty, 1, "14 of 14");
	for (u = 0; u < USERS; u++) {
		look_for(pty, w->user[u]);
		n = fields(pty, w->user[u], field);
		assert_true(n >= 3);
		is(pty, w->user[u], field[1], role_name[w->role[u]]);
		want[0] = '\0';
		for (at = 0, g = 0; g < GROUPS; g++)
			if (w->member[g][u])
				at += (size_t)snprintf(want + at,
					sizeof(want) - at, "%s%s",
					at ? ", " : "", w->group[g]);
		if (!at)
			is(pty, w->user[u], field[2], "-");
		else	/* perhaps cut */
			assert_memory_equal(field[2], want, 6);
		snprintf(mail, sizeof(mail), "mail%02d@", u);
		shows(pty, mail);
		for (p = 0; p < PROJECTS; p++)
			is_level(pty, w->project[p], granted(w, u, p),
				 effective(w, u, p));
		keys(pty, "<C-g>");
	}
	keys(pty, "o");
	row_shows(pty, 1, "8 of 8");
	for (g = 0; g < GROUPS; g++) {
		n = fields(pty, w->group[g], field);
		assert_true(n >= 4);
		for (n = u = 0; u < USERS; u++)
			n += w->member[g][u];
		is_number(pty, w->group[g], field[1], n);
		for (n = p = 0; p < PROJECTS; p++)
			n += w->grant[p][g] > 0;
		is_number(pty, w->group[g], field[2], n);
		for (n = u = 0; u < ASSETS; u++)
			n += w->shared[u][g];
		is_number(pty, w->group[g], field[3], n);
	}
}

/* But for the tip, which is about the default sharing. */
static bool says_default(struct pty *pty)
{
	const char *at;
	int row;

	for (row = 0; row < pty_rows(pty); row++) {
		at = strstr(pty_row(pty, row), "default");
		if (at && strncmp(at, "default sharing", 15) != 0)
			return true;
	}
	return false;
}

/* Connections, secrets, and what stands on Integrations. */
static void check_assets(struct pty *pty, const struct world *w)
{
	char field[12][160], count[32];
	int a, p, f, n, used, kind;

	for (kind = 0; kind < 4; kind++) {
		keys(pty, kind == 0 ? "1" : kind == 1 ? "2" : "3");
		for (n = a = 0; a < ASSETS; a++)
			n += w->kind[a] == kind;
		snprintf(count, sizeof(count), "%d of %d", n, n);
		if (kind < 2)
			row_shows(pty, 1, count);
		for (a = 0; a < ASSETS; a++) {
			if (w->kind[a] != kind) {
				if (kind < 2)
					shows_not(pty, w->asset[a]);
				continue;
			}
			look_for(pty, w->asset[a]);
			n = fields(pty, w->asset[a], field);
			without_handle(field[n - 1]);
			for (used = p = 0; p < PROJECTS; p++)
				used += w->imports[p][a];
			snprintf(count, sizeof(count), "%d", used);
			for (f = 1; f < n && strcmp(field[f], count) != 0; f++)
				;
			if (f == n)
				is(pty, w->asset[a], "no such field", count);
			assert_int_equal(says_default(pty), w->standard == a);
			keys(pty, "<C-g>");
		}
	}
}

static void check_world(uint64_t seed)
{
	const struct pty_options options = { .rows = 50, .cols = 220 };
	struct world *w = make_world(seed);
	struct pty *pty;
	char name[32];

	snprintf(name, sizeof(name), "world-%llu", (unsigned long long)seed);
	write_world(w, in_room("world.json"));
	pty = open_store(&options, import_store(name, in_room("world.json")));
	check_projects(pty, w);
	check_users(pty, w);
	check_assets(pty, w);
	is_fresh(pty);
	leave(pty);
	free(w);
}

TEST(nothing_is_invented)
{
	uint64_t seed;

	for (seed = 1; seed <= 4; seed++)
		check_world(seed);
}

RUN(CASE(nothing_is_invented))
