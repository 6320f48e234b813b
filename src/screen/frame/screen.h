/* screen.h: what all pages of the console share: the open workspace, the pages,
 * and what was counted from the facts of this age. */
#ifndef SCREEN_FRAME_SCREEN_H
#define SCREEN_FRAME_SCREEN_H

#include "access/ask/name_index.h"
#include "action/asking/answered.h"
#include "action/core/app.h"
#include "action/core/result.h"
#include "screen/frame/clicks.h"
#include "screen/frame/counts.h"
#include "screen/frame/go.h"
#include "screen/frame/thing.h"
#include "ui/page.h"

struct desk;
struct move_list;
struct drafts;
struct recent;
struct receipt;
struct acting;
struct visit;
struct loop_watch;

enum { TABS_MOST = 9 };

/* What stands around every page; the desk keeps it true. */
struct around {
	struct around_tab { const char *title, *brief; } tab[TABS_MOST];
	size_t n, at;
	const char *path;	/* of the tab one is on */
};

struct screen {
	struct app *app;
	struct pages *pages;
	struct go go;		/* what the last key asks for */
	struct around around;
	struct desk *desk;	/* the page at the bottom */
	bool polled;		/* no watcher: the store is looked at */
	struct loop_watch *watched;	/* the loop's, of the workspace on top */
	struct visit *visit;	/* visit.c: it is a copy, another is below; or NULL */
	/* Of the present facts: thrown away when they move. */
	struct counting counting;	/* counts.h */
	uint32_t *people;	/* users the subject may see, by name */
	size_t n_people;
	uint32_t *titles;	/* projects the subject may see, by title */
	size_t n_titles;
	bool ordered;		/* people and titles are made */
	bool asking_known;	/* requests that wait for the subject's answer, and the
				 * subject's own that are answered and not looked at */
	uint32_t asking, new_answers;
	struct answered answered;
	bool plan_on_top;	/* the first row of the screen says the plan */
	bool state_apart, default_apart;	/* the list shows the state, the default, in
						 * a column of its own */
	int cell_cols;		/* that a cell is asked for; 0: not drawn yet */
	struct verdict *verdicts;	/* room for a project's or a user's */
	size_t n_verdicts;
	struct name_index names;	/* read as far as screen_names_read() went */
	struct arena scratch;	/* for the length of one call */
	/* Kept by change_news.c. */
	struct move_list *last;	/* whom the last change moved, or NULL */
	char last_title[TOAST_MAX];
	int64_t last_revision;	/* of the facts after it */
	struct acting *acting;	/* one acts as somebody else: console/acting.c; or NULL */
	char acted[THING_ID];	/* as whom: the id; "": as oneself */
	struct drafts *drafts;	/* drafts.c; or NULL */
	struct recent *recent;	/* palette_recent.c; or NULL */
	struct receipt *receipt;	/* receipt.c; NULL: nothing was saved */
	bool kept_draft;	/* one was written in this session */
	struct { bool fresh; struct thing at; unsigned long toast; } refusal;
	/* Another commit came: the revision before it; toasts then. */
	struct { bool fresh; int64_t from; unsigned long toast; } news;
	int64_t lock_at;	/* by loop_now(): the vault is locked then; 0: never */
	/* A secret value that was copied: known: one was told what that is; at: when it
	 * is offered to be cleared, by loop_now(), or 0; name: "" after that. */
	struct { bool known; int64_t at; char name[72]; } clip;
	/* A letter of another keyboard layout that is no key here (layout.h): the key in
	 * its place, to be tried next, code 0: none; typed: the letter, while it is. */
	struct { struct key key; uint32_t typed; bool told; } place;
	unsigned long passing;	/* toasts when something was said until the next key */
	char theme[24];		/* settings.h; "": as the terminal is */
	bool slow_esc, told_esc;	/* Esc was pressed in tmux; and it was told */
	char fallen[TOAST_MAX];	/* what-if steps that fell away, or "" */
	struct clicks clicks;	/* of the last drawing */
	enum { MOUSE_USUAL, MOUSE_ON, MOUSE_OFF } mouse;	/* as one asked for */
};

void screen_init(struct screen *screen, struct app *app, struct pages *pages);
void screen_release(struct screen *screen);

/* The facts are others now: forget what was made from them and tell all pages. */
void screen_aged(struct screen *screen);
/* Look whether another commit moved the facts: then it is in screen->news, of which
 * the loop tells.  False: toasted. */
bool screen_reload(struct screen *screen, bool quiet);

/* Say on the message line why something cannot be done here.  It goes with the
 * focus: screen_focused tells where that is now. */
void screen_refuse(struct screen *screen, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void screen_focused(struct screen *screen, const struct thing *focus);

/* Say it until the next key, if nothing else is said. */
void screen_passing(struct screen *screen, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* So, that it is no key here; a letter of another layout is tried in its place first. */
void screen_unknown(struct screen *screen, const struct key *key);
/* The key to be tried now.  False: none; else screen_placed() after it. */
bool screen_place(struct screen *screen, struct key *out);
/* Says so, the first time in a session: "ш taken as i". */
void screen_placed(struct screen *screen);

/* Room for the verdicts of one project or one user. */
struct verdict *screen_verdicts(struct screen *screen, size_t n);
void screen_order(struct screen *screen);	/* fills people and titles */
/* The same where the facts are others for a moment, and after it. */
void screen_order_anew(struct screen *screen);

/* The names of all that is seen; empty until they are read.  A part of them is read
 * at a time, of a large workspace; true: that was the last. */
const struct name_index *screen_names(const struct screen *screen);
bool screen_names_read(struct screen *screen);

/* The handler's answer: this page, which is taken. */
void screen_go_page(struct screen *screen, struct page *page);
/* ... or whom this moves, under the title. */
void screen_go_changes(struct screen *screen, const char *title,
		       const struct preview *preview, const struct result *of);

/* May the subject ask who can do what on this project, or what this user can do
 * (INTERFACES 2)?  NULL, or the reason why not. */
const char *screen_may_ask(struct screen *screen, uint32_t user,
			   uint32_t project);

/* " 1 ask, 2 answered: W ": requests that wait for whoever sits here, and own ones with
 * an answer that was not looked at; "" for none. */
void screen_asking_words(struct screen *screen, bool brief, char *out, size_t size);

/* An arena that is emptied now: for texts of one drawing step. */
struct arena *screen_scratch(struct screen *screen);

#endif
