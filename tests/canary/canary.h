/* canary.h: what one may see has one door (INTERFACES 2 and 3, D1, D31).
 *
 * A small workspace by lot in which every thing and every text has a name of its
 * own, a canary: "qz", three letters that no other has, two more signs.  What some
 * actor is told is searched for the canaries that this actor may not see.  What may
 * be seen is judged here a second time, from the pages, without the program. */
#ifndef TESTS_CANARY_H
#define TESTS_CANARY_H

#include "tests/expect.h"

#include "model/level.h"

enum {
	USERS = 12, GROUPS = 5, ASSETS = 9, PROJECTS = 10, OWNS = 2, PROVIDERS = 2,
	TEXTS = 8, BIRDS = 900, CODES = 26 * 26 * 26
};

/* Whose word a canary is. */
enum bird_kind {
	BIRD_WORKSPACE,
	BIRD_USER, BIRD_GROUP,
	BIRD_ASSET,		/* name, id */
	BIRD_FIELD,		/* of an asset: what Admins see */
	BIRD_PROVIDER,		/* the same */
	BIRD_TITLE,		/* of a project, and its id */
	BIRD_ABOUT,		/* description, status, categories */
	BIRD_OWN,		/* name, id of a project's own thing */
	BIRD_OWN_FIELD,
	BIRD_GONE		/* a thing that is no more, of any kind but: */
};

struct bird {
	char text[8];
	enum bird_kind kind;
	int of;			/* number of the user, group, asset, project */
	int who;		/* BIRD_GONE: who made and ended it */
	int same;		/* another bird with this text, or -1 */
};

struct dice_cup { uint64_t state; };

struct w_user { int id, email, name, login; enum role role; bool active; };
struct w_group { int id, name; bool members[USERS]; };
struct w_asset {
	int id, name, kind;	/* in order of canary_kinds[] */
	const char *type;
	struct { const char *field; int bird; bool top; } text[TEXTS];
	int n_texts, description, by, provider;
	bool workspace, guests, open, groups[GROUPS];
};
struct w_own { int id, name, host, user; bool secret; };
struct w_project {
	int id, title, description, status, category, owner;
	int state;		/* 0 active, 1 archived, 2 trashed */
	enum level users[USERS], groups[GROUPS], workspace, web;
	bool editors, imports[ASSETS];
	struct w_own own[OWNS];
	int n_own;
};

struct world {
	struct dice_cup dice;
	struct bird birds[BIRDS];
	int n_birds, name, first_code, n_codes;
	bool web, secret_values;
	struct w_user users[USERS];
	struct w_group groups[GROUPS];
	struct w_asset assets[ASSETS];
	struct w_project projects[PROJECTS];
	struct { int id, name, host; const char *type; } providers[PROVIDERS];
	int n_users, n_groups, n_assets, n_projects, default_asset;
	/* canary_past.c: the names of later, and of what comes and goes */
	int new_title[2], new_name[4], new_about, gone[8];
	int linked;		/* the user who is the login of this session, or -1 */
	short by_code[CODES];	/* 1 + bird, 0: none */
};

uint32_t throw(struct dice_cup *dice, uint32_t sides);

/* ---- canary_world.c: by lot, and as a file */
void world_make(struct world *w, uint64_t seed);
int bird_new(struct world *w, enum bird_kind kind, int of);
/* Another text for the same bird. */
void bird_rename(struct world *w, int bird);
const char *bird_text(const struct world *w, int bird);
const char *user_mail(const struct world *w, int user);	/* until the 8th next */
void world_write(const struct world *w, const char *path, const char *login);
extern const char *const canary_kinds[4];

/* ---- canary_oracle.c: the pages once more */
enum level oracle_granted(const struct world *w, int user, int project);
enum level oracle_effective(const struct world *w, int user, int project);
bool oracle_access(const struct world *w, int user, int asset);
/* log: whole exports and the audit log, where an Admin sees all that happened. */
bool oracle_sees(const struct world *w, int user, int bird, bool log);
const char *role_word(const struct world *w, int user);

/* ---- canary_past.c: events; the world is then as the store */
void past_make(struct world *w, const char *store);
/* One event more, of what only Admins see. */
void past_more(struct world *w, const char *store);
/* A new store: of a demo, where one acts as anybody, or one where w->linked is the
 * login of this session. */
void world_store(struct world *w, const char *path, bool demo);

/* ---- canary_twin.c: a world that differs only in what this user may not see */
enum twin { TWIN_RENAMED, TWIN_MORE, TWIN_SHARED, TWIN_EVENT, TWINS };
extern const char *const twin_words[TWINS];
void twin_make(struct world *twin, const struct world *w, int user,
	       enum twin way);

/* ---- canary_lines.c: plausible command lines */
enum { LINE_WORDS = 48, LINE_ROOM = 2000 };
struct line { const char *v[LINE_WORDS]; int n; char room[LINE_ROOM]; size_t used; };
struct action;
/* Arguments by lot; false where the verb is none to be asked here (files). */
bool line_make(struct world *w, const struct action *action, struct line *line);
/* The same, dry where it writes, in one of the formats. */
bool line_whole(struct world *w, const struct action *action, struct line *line);
void line_add(struct line *line, const char *word);
void line_text(const struct line *line, char *to, size_t room);

/* ---- canary_run.c: the program, in this process */
struct said { char *text; size_t n, cap; int status; };
/* Both streams.  as: e-mail or NULL. */
void run_line(struct said *said, const char *store, const char *as,
	      const struct line *line);
const char *nest(const char *name);	/* a path in the folder of this test */
/* Where leaks are told: the file that CANARY_REPORT names, else stderr. */
FILE *report_file(void);
/* A store that nobody has open, as bytes; and again as it was. */
void file_get(const char *path, struct said *bytes);
void file_put(const char *path, const struct said *bytes);

/* ---- canary_check.c: canaries in what was said */
struct walk {
	const struct world *w;
	int actor;		/* user */
	const char *how;	/* "--as", "login" */
	bool log;
	unsigned long outputs, screens, pairs, leaks, birds;
	struct said store;	/* as it was before somebody changed it */
	FILE *report;		/* one line a leak of a new kind, or NULL */
};
/* The actor's forbidden canaries in this text, those in `typed` not counted.
 * what, where: the verb or page, and the line that shows it. */
unsigned walk_check(struct walk *walk, const char *text, size_t n,
		    const char *typed, const char *what, const char *where);
int forbidden(const struct walk *walk);	/* how many canaries */

unsigned long number_of(const char *env, unsigned long otherwise);

#endif
