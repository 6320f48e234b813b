/* canary_twins_test.c: two workspaces that differ only in what an actor may not see
 * answer this actor the same: bytes, screens and exit status.  CANARY_SEED,
 * CANARY_SEEDS, CANARY_TURNS, CANARY_PROBES, CANARY_EVERY as in the walk. */
#include "tests/canary/canary_eye.h"

#include "action/core/action.h"

enum { ANSWERS = 40000 };

struct heard {
	char *asked, *what, *text;
	int status;
};

/* What the first twin said, then held against the second. */
struct pair {
	struct world *w;
	int actor;
	enum twin way;
	struct heard *v;
	size_t n, at;
	bool second, anew;
	const char *how;	/* the console is opened */
	struct line *lines;
	unsigned long differ;
};

static unsigned long total_answers, total_screens, total_pairs, total_differ;

/* Ids that were drawn by lot ("g-9rep9cs0at") are nobody's secret. */
static void hide_ids(char *text)
{
	static const char lot[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char *at = text;
	size_t n;

	while ((at = strchr(at, '-'))) {
		at++;
		n = strspn(at, lot);
		/* whole, or cut at the end of a cell */
		if (at - text >= 2 && (n >= 10 || strncmp(at + n, "\u2026", 3) == 0))
			memset(at, '?', n < 10 ? n : 10);
	}
}

/* "revision":21, revision 21, rev 21: how often anybody changed anything. */
static void hide_revisions(char *text)
{
	char *at = text;

	while ((at = strstr(at, "evision"))) {
		at += strcspn(at, "0123456789\n");
		while (*at >= '0' && *at <= '9')
			*at++ = '?';
		while (*at == '?' && at[1] == '?')
			memmove(at, at + 1, strlen(at));
	}
}

static bool is_new(const char *what, const char *role, enum twin way)
{
	static char *seen[3000];
	static size_t n;
	char key[200];
	size_t i;

	snprintf(key, sizeof(key), "%s|%s|%d", what, role, (int)way);
	for (i = 0; i < n; i++)
		if (strcmp(seen[i], key) == 0)
			return false;
	if (n < COUNT_OF(seen))
		seen[n++] = strdup(key);
	return true;
}

/* The lines where they first differ. */
static void say(struct pair *pair, const struct heard *one, const char *text,
		int status)
{
	const char *role = role_word(pair->w, pair->actor), *a = one->text,
		*b = text;
	size_t same = 0, from;

	pair->differ++;
	if (!is_new(one->what, role, pair->way))
		return;
	while (a[same] && a[same] == b[same])
		same++;
	for (from = same; from > 0 && a[from - 1] != '\n' && same - from < 90;
	     from--)
		;
	fprintf(report_file(), "%-28s twin: %s, to %s (%s), status %d %d\n"
		"    $ %s\n    1 %.*s\n    2 %.*s\n", one->what,
		twin_words[pair->way], role, user_mail(pair->w, pair->actor),
		one->status, status, one->asked,
		(int)strcspn(a + same, "\n") < 60 ?
		(int)(same - from + strcspn(a + same, "\n")) :
		(int)(same - from + 60), a + from,
		(int)strcspn(b + same, "\n") < 60 ?
		(int)(same - from + strcspn(b + same, "\n")) :
		(int)(same - from + 60), b + from);
	fflush(report_file());
}

static void take(struct pair *pair, const char *asked, const char *what,
		 const char *said, int status)
{
	char *text = strdup(said);
	struct heard *one;

	assert_non_null(text);
	hide_ids(text);
	hide_revisions(text);
	if (!pair->second) {
		assert_true(pair->n < ANSWERS);
		one = &pair->v[pair->n++];
		one->asked = strdup(asked);
		one->what = strdup(what);
		one->text = text;
		one->status = status;
		return;
	}
	assert_true(pair->at < pair->n);
	one = &pair->v[pair->at++];
	assert_string_equal(one->asked, asked);
	if (strcmp(one->text, text) != 0 || one->status != status)
		say(pair, one, text, status);
	free(text);
}

static void forget(struct pair *pair)
{
	size_t i;

	for (i = 0; i < pair->n; i++) {
		free(pair->v[i].asked);
		free(pair->v[i].what);
		free(pair->v[i].text);
	}
	pair->n = pair->at = 0;
	pair->second = false;
}

/* Lines with names of the first twin, in both. */
static void ask_lines(struct pair *pair, const char *store,
		      const struct line *lines, size_t n)
{
	char where[LINE_ROOM + 100], what[80], mail[40];
	struct said said = { 0 };
	size_t i;

	snprintf(mail, sizeof(mail), "%s", user_mail(pair->w, pair->actor));
	for (i = 0; i < n; i++) {
		run_line(&said, store, mail, &lines[i]);
		line_text(&lines[i], where, sizeof(where));
		snprintf(what, sizeof(what), "%s %s", lines[i].v[0],
			 lines[i].n > 1 ? lines[i].v[1] : "");
		take(pair, where, what, said.text, said.status);
	}
	free(said.text);
}

/* Where an Admin is told all that is, and hashes are of all that is. */
static bool is_log(const struct action *action)
{
	return action->noun && (strcmp(action->noun, "audit") == 0 ||
		(strcmp(action->noun, "workspace") == 0 &&
		 strcmp(action->verb, "export") == 0));
}

/* A copy takes a project's own connections along (B10), and says so: whoever may
 * duplicate learns whether there are any. */
static bool tells_more(const struct action *action)
{
	return action->noun && strcmp(action->verb, "duplicate") == 0;
}

static size_t make_lines(struct world *w, enum twin way, struct line **out,
			 unsigned long turns)
{
	size_t n, i, made = 0;
	const struct action *const *all = actions(&n);
	unsigned long k;

	*out = calloc(n * turns + 1, sizeof(**out));
	assert_non_null(*out);
	for (i = 0; i < n; i++)
		for (k = 0; k < turns; k++)
			if (!is_log(all[i]) &&
			    !(way == TWIN_MORE && tells_more(all[i])) &&
			    line_whole(w, all[i], &(*out)[made]))
				made++;
	return made;
}

static void take_screen(struct eye *eye, const char *screen)
{
	take(eye->ctx, eye->path, eye->place, screen, 0);
	total_screens++;
}

static void ask_screens(struct pair *pair, const char *store,
			struct dice_cup dice, unsigned long ways)
{
	struct eye eye = { .dice = dice, .see = take_screen, .ctx = pair,
			   .anew = pair->anew };

	eye_open(&eye, pair->w, pair->actor, store, pair->how);
	eye_rows(&eye, 1, ways);
	eye_close(&eye);
}

static void one_pair(const struct world *fresh, int actor, enum twin way,
		     const char *how, struct heard *answers)
{
	struct pair pair = { .w = malloc(sizeof(*fresh)), .actor = actor,
		.way = way, .v = answers, .how = how };
	struct world *twin = malloc(sizeof(*fresh));
	unsigned long ways = number_of("CANARY_PROBES", 2);
	char store[200];
	struct dice_cup dice;
	struct line *lines;
	size_t n;

	assert_non_null(twin);
	assert_non_null(pair.w);
	snprintf(store, sizeof(store), "%s", nest("twin.db"));
	memcpy(pair.w, fresh, sizeof(*fresh));
	twin_make(twin, fresh, actor, way);
	world_store(pair.w, store, true);
	n = make_lines(pair.w, way, &lines, number_of("CANARY_TURNS", 1));
	dice = pair.w->dice;
	ask_lines(&pair, store, lines, n);
	ask_screens(&pair, store, dice, ways);
	pair.second = true;
	world_store(twin, store, true);
	if (way == TWIN_EVENT && fresh->users[actor].role != ROLE_ADMIN)
		past_more(twin, store);
	ask_lines(&pair, store, lines, n);
	ask_screens(&pair, store, dice, ways);
	total_differ += pair.differ;
	total_answers += pair.n;
	total_pairs++;
	free(lines);
	free(pair.w);
	free(twin);
	forget(&pair);
}

/* Who is acted as inside the console: nobody who is deactivated, nor oneself. */
static bool through_A(const struct world *w, int actor)
{
	return actor != 0 && w->users[actor].active;
}

TEST(twins_answer_the_same)
{
	unsigned long seeds = number_of("CANARY_SEEDS", 1), k;
	unsigned long first = number_of("CANARY_SEED", 1);
	unsigned long every = number_of("CANARY_EVERY", 8);
	struct world *w = malloc(sizeof(*w));
	struct heard *answers = calloc(ANSWERS, sizeof(*answers));
	unsigned long way, i;

	assert_non_null(w);
	assert_non_null(answers);
	for (k = first; k < first + seeds; k++) {
		world_make(w, k);
		for (i = 0; i < (unsigned long)w->n_users; i++)
			for (way = 0; way < TWINS; way++)
				if ((i + way) % every == k % every)
					one_pair(w, (int)i, (enum twin)way,
						 through_A(w, (int)i) && (i + k) % 2 ?
						 "A" : "--as", answers);
	}
	print_message("# %lu twins, %lu answers each, %lu screens, %lu differ\n",
		      total_pairs, total_answers, total_screens, total_differ);
	free(w);
	free(answers);
	assert_int_equal(total_differ, 0);
}

/* Started as the Admin and changed over by A, the console is what it is when it is
 * started as the other one, screen by screen; what the Admin did before is nowhere. */
TEST(acted_as_is_as_started_as)
{
	unsigned long seeds = number_of("CANARY_SEEDS", 1), k, ways;
	unsigned long first = number_of("CANARY_SEED", 1);
	unsigned long every = number_of("CANARY_EVERY", 8);
	struct world *w = malloc(sizeof(*w));
	struct heard *answers = calloc(ANSWERS, sizeof(*answers));
	struct pair pair = { .w = w, .v = answers, .anew = true };
	char store[200];
	int i;

	assert_non_null(w);
	assert_non_null(answers);
	ways = number_of("CANARY_PROBES", 3);
	snprintf(store, sizeof(store), "%s", nest("acted.db"));
	total_screens = total_differ = 0;
	for (k = first; k < first + seeds; k++) {
		world_make(w, k);
		world_store(w, store, true);
		for (i = 1; i < w->n_users; i++) {
			struct dice_cup dice = { k * 64 + (unsigned long)i };

			if (!through_A(w, i) || (unsigned long)i % every != k % every)
				continue;
			pair.actor = i;
			pair.how = "--as";
			ask_screens(&pair, store, dice, ways);
			pair.second = true;
			pair.how = "A";
			ask_screens(&pair, store, dice, ways);
			assert_int_equal(pair.at, pair.n);
			forget(&pair);
		}
	}
	print_message("# %lu screens, both ways, %lu differ\n", total_screens,
		      pair.differ);
	free(w);
	free(answers);
	assert_int_equal(pair.differ, 0);
}

/* It can say no. */
TEST(a_difference_is_found)
{
	struct heard *heard = calloc(ANSWERS, sizeof(*heard));
	struct world *w = malloc(sizeof(*w));
	struct pair pair = { .w = w, .v = heard };

	assert_non_null(heard);
	assert_non_null(w);
	world_make(w, 7);
	is_new("self", role_word(w, 0), TWIN_RENAMED);	/* not reported */
	take(&pair, "a", "self", "g-9rep9cs0at has 3", 0);
	take(&pair, "b", "self", "4 people", 0);
	take(&pair, "c", "self", "nothing", 4);
	pair.second = true;
	take(&pair, "a", "self", "g-zzzz9cs0at has 3", 0);
	assert_int_equal(pair.differ, 0);
	take(&pair, "b", "self", "5 people", 0);
	assert_int_equal(pair.differ, 1);
	take(&pair, "c", "self", "nothing", 3);
	assert_int_equal(pair.differ, 2);
	forget(&pair);
	free(heard);
	free(w);
}

RUN(CASE(a_difference_is_found),
    CASE(twins_answer_the_same),
    CASE(acted_as_is_as_started_as))
