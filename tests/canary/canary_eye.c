/* canary_eye.c: see canary_eye.h. */
#include "tests/canary/canary_eye.h"

#include "action/core/action.h"

static void see(struct eye *eye)
{
	char *screen = pty_screen(eye->pty);

	if (eye->see)
		eye->see(eye, screen);
	else
		walk_check(&eye->walk, screen, strlen(screen), eye->typed, eye->place,
		   eye->path);
	if (getenv("CANARY_SHOW"))
		print_message("%s: %s\n%s\n", eye->place, eye->path, screen);
	free(screen);
}

static void add_path(struct eye *eye, const char *text, size_t n)
{
	size_t used = strlen(eye->path);

	if (used + n + 1 > sizeof(eye->path))
		used = 0;
	memcpy(eye->path + used, text, n);
	eye->path[used + n] = '\0';
}

/* One by one, looked at after each. */
static void press(struct eye *eye, const char *all)
{
	char one[64];
	size_t n;

	for (; *all; all += n) {
		n = *all == '<' ? strcspn(all, ">") + 1 : 1;
		assert_true(n < sizeof(one));
		memcpy(one, all, n);
		one[n] = '\0';
		add_path(eye, one, n);
		if (!pty_keys(eye->pty, one))
			fail_msg("%s: %s: %s", user_mail(eye->w, eye->walk.actor),
				 eye->place, eye->path);
		see(eye);
	}
}

/* What the actor types is told to nobody new. */
static void type(struct eye *eye, const char *text)
{
	size_t used = strlen(eye->typed), n = strlen(text);

	if (used + n + 2 > sizeof(eye->typed))
		used = 0;
	snprintf(eye->typed + used, sizeof(eye->typed) - used, " %s", text);
	add_path(eye, text, n);
	assert_true(pty_send(eye->pty, text, n));
	see(eye);
}

/* Of oneself, before one acts as somebody: none of it is shown to them.  Each ends on the
 * lists. */
static const char *const before[] = {
	"", "5/a<Enter>jP4j<Space>", "hj<Esc>", "5nqzq<Esc>", "tt<Esc>td", "5jjw<Esc>",
	"5D", "4O<Down><Space><Esc>", "1s<Down><Enter>", ":reload<Enter>",
	"4jjj<Enter><Esc>p", "5<Tab>jj", "1D<Tab><Esc>c", "2jS<Tab><Space><Esc>",
};

/* As whom one looks. */
static void act(struct eye *eye)
{
	char line[60];

	snprintf(line, sizeof(line), "A%s<Enter>", user_mail(eye->w, eye->walk.actor));
	assert_true(pty_keys(eye->pty, line));
	assert_false(pty_has(eye->pty, "Act as"));
}

static void start(struct eye *eye)
{
	static struct dice_cup dice = { 11 };
	const struct pty_options options = {
		.rows = throw(&eye->dice, 4) ? 40 : 24,
		.cols = throw(&eye->dice, 4) ? 120 : 80
	};
	const char *argv[8] = { program(), "--store", eye->store, NULL };
	char mail[40];

	snprintf(mail, sizeof(mail), "%s", user_mail(eye->w, eye->walk.actor));
	if (strcmp(eye->how, "--as") == 0) {
		argv[3] = "--as";
		argv[4] = mail;
		argv[5] = NULL;
	}
	eye->pty = pty_start(&options, argv);
	assert_true(pty_frames(eye->pty) > 0);
	if (strcmp(eye->how, "A") == 0) {
		assert_true(pty_keys(eye->pty, before[throw(&dice,
						COUNT_OF(before))]));
		act(eye);
	}
}

/* All layers away, filters too. */
static void home(struct eye *eye)
{
	static const char back[] = "\003\007\007\007\007\007\007\007\007";

	if (eye->anew) {
		leave(eye->pty);
		start(eye);
	} else {
		assert_true(pty_send(eye->pty, back, sizeof(back) - 1));
		if (strcmp(eye->how, "A") == 0)		/* oneself again by now */
			act(eye);
	}
	eye->path[0] = '\0';
}

void eye_open(struct eye *eye, struct world *w, int actor, const char *store,
	      const char *how)
{
	eye->w = w;
	eye->store = store;
	eye->how = how;
	eye->walk.w = w;
	eye->walk.actor = actor;
	eye->walk.how = how;
	eye->walk.birds = (unsigned long)forbidden(&eye->walk);
	start(eye);
	eye->path[0] = eye->typed[0] = '\0';
	eye->place = "start";
	see(eye);
}

void eye_close(struct eye *eye)
{
	leave(eye->pty);
}

static const struct { const char *name, *keys; } lists[] = {
	{ "data sources", "1" }, { "secrets", "2" }, { "integrations", "3" },
	{ "users", "4" }, { "groups", "4o" }, { "projects", "5" },
};

/* From a row of a list; nothing here says yes to a change. */
static const struct { const char *name, *keys; } probes[] = {
	{ "thing page", "<Enter><PgDn><PgDn>" },
	{ "thing page, on", "<Enter><Down><Down><Enter><PgDn>" },
	{ "thing page, end", "<Enter>G<Enter>w<PgDn>" },
	{ "panel", "<Tab>jjjj<PgDn>g" },
	{ "panel, open", "<Tab>G<Enter><PgDn>" },
	{ "panel, why", "<Tab>jw<PgDn><PgDn>" },
	{ "panel, end, why", "<Tab>Gw<PgDn>" },
	{ "panel, end, tab 1", "<Tab>jG1" },
	{ "panel, end, tab 5", "<Tab>jG5" },
	{ "panel full", "pjjjj<PgDn>p" },
	{ "panel, explanation", "<Tab><Tab>jjjj<PgDn>" },
	{ "panel pinned", "Pjj1j4j" },
	{ "panel, downgraded", "D<Tab>jjD" },
	{ "panel, menu", "<Tab>j.<Down><PgDn>" },
	{ "menu", ".<PgDn><PgUp>" },
	{ "menu, first", ".<Enter><Tab><Tab>" },
	{ "menu, third", ".<Down><Down><Enter><Tab>" },
	{ "usage", "lj<PgDn><Enter>" },
	{ "share", "S<Tab><Tab><Down><Down><PgDn>" },
	{ "share, pick", "S<Down>a<Down><Down>" },
	{ "share, search", "Sa" },
	{ "import", "i<Down><Down><PgDn>" },
	{ "edit", "e<Tab><Tab><PgDn>" },
	{ "new", "n<Tab><Tab><Down>" },
	{ "delete", "d<Tab><PgDn>" },
	{ "default", "D<Tab>" },
	{ "take access", "F" },
	{ "history", "hjj<PgDn>" },
	{ "history, event", "h<Enter><PgDn>" },
	{ "history, last event", "hG<Enter><PgDn>" },
	{ "history, undo", "hju" },
	{ "history, as of", "hja<Down>" },
	{ "undo", "u" },
	{ "redo", "U" },
	{ "fix", "<Tab>jf1" },
	{ "fix of the row", "f" },
	{ "everybody", "v<PgDn>" },
	{ "what-if", "tS<Tab><Esc>tt" },
	{ "copy", "c" },
	{ "bare text", "C<PgDn>" },
	{ "columns", "O<Down><PgDn>" },
	{ "sort", "s<Down><Enter>" },
	{ "help", "?<PgDn><PgDn>" },
	{ "mark and share", "<Space>j<Space>S<Tab><PgDn>" },
	{ "mark all, menu", "*.<PgDn>" },
	{ "mark all, delete", "*d<PgDn>" },
	{ "filter", "/a<Enter>" },
	{ "filter, none", "/zzzz<Enter>" },
	{ "filter column", "/owner:a" },
	{ "palette", ":<Down><Down><PgDn>" },
	{ "palette, a", ":a<Down>" },
	{ "drafts", ":drafts<Enter>" },
};

static void probe(struct eye *eye, size_t list, int row, size_t at)
{
	char name[80];

	snprintf(name, sizeof(name), "%s: %s", lists[list].name,
		 probes[at].name);
	home(eye);
	eye->place = lists[list].name;
	press(eye, "5");
	press(eye, lists[list].keys);
	press(eye, "<Home>");
	while (row-- > 0)
		press(eye, "<Down>");
	eye->place = name;
	press(eye, probes[at].keys);
	home(eye);
	/* Groups and users take turns behind the same key, on the same desk. */
	if (strcmp(lists[list].keys, "4o") == 0 && !eye->anew &&
	    strcmp(eye->how, "A") != 0)
		press(eye, "5<C-g>4o5");
	eye->place = "";
}

void eye_rows(struct eye *eye, unsigned long rows, unsigned long ways)
{
	size_t list, at;
	unsigned long row;

	for (list = 0; list < COUNT_OF(lists); list++)
		for (row = 0; row < rows; row++)
			for (at = 0; at < COUNT_OF(probes); at++) {
				if (throw(&eye->dice, COUNT_OF(probes)) >=
				    ways)
					continue;
				probe(eye, list, (int)throw(&eye->dice, 12),
				      at);
			}
}

/* Each action by its name, and typed with arguments by lot. */
void eye_palette(struct eye *eye, unsigned long ways)
{
	char text[LINE_ROOM + 100];
	struct line line;
	size_t n, i;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++) {
		if (throw(&eye->dice, (uint32_t)n) >= 2 * ways)
			continue;
		snprintf(text, sizeof(text), "%s%s%s",
			 all[i]->noun ? all[i]->noun : "",
			 all[i]->noun ? " " : "", all[i]->verb);
		memset(&line, 0, sizeof(line));
		home(eye);
		eye->typed[0] = '\0';
		eye->place = "palette";
		press(eye, ":");
		if (throw(&eye->dice, 2)) {
			type(eye, text);
			press(eye, "<Down><Up><Enter><Tab><Down><PgDn>");
		} else if (line_make(eye->w, all[i], &line)) {
			line_text(&line, text, sizeof(text));
			type(eye, text);
			press(eye, "<Enter><PgDn><Down>");
		}
		home(eye);
	}
	eye->typed[0] = '\0';
}
