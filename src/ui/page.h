/* page.h: what can be on the screen, one on top of another.  A handler answers
 * what is needed; the loop acts. */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/canvas.h"
#include "ui/key.h"
#include "ui/work.h"

/* TOAST_ROOM: of a buf whose text is cut only when it is shown. */
enum { PAGES_MAX = 16, TOAST_MAX = 320, TOAST_ROOM = 256 * 1024,
       PAGES_SAID = 64 };

struct pages;
struct page;

/* A descriptor that a page listens to; the owner fills it in, keeps it, and takes it
 * away with pages_deaf(). */
struct ear {
	int fd;				/* -1: none, only the time counts */
	int64_t at;			/* by loop_now(): then, too; 0: never */
	void (*heard)(void *ctx);
	void *ctx;
	struct ear *next;		/* page.c's own */
};

struct page_ops {
	bool overlay;			/* drawn over the page below it */
	void (*draw)(struct page *page, struct canvas *canvas);
	/* True if used; otherwise the page below is asked, unless overlay. */
	bool (*key)(struct page *page, struct pages *pages,
		    const struct key *key);
	void (*changed)(struct page *page);	/* data moved */
	void (*free)(struct page *page);	/* NULL: it is all there is to free */
	/* Secrets that were typed in it and are not done with: how many.  NULL: it asks
	 * for none.  wipe: they are wiped, which it says. */
	size_t (*secrets)(struct page *page, bool wipe);
};

struct page {			/* embed first */
	const struct page_ops *ops;
};

struct pages {
	struct page *stack[PAGES_MAX];
	int n;
	bool dirty;		/* a new frame is wanted */
	bool quit;		/* leave the loop */
	char toast[TOAST_MAX];	/* the message line; stays until the next write or key
				 * that sets it */
	unsigned long toasts;	/* how many were said */
	struct work work;	/* what is done while no key waits */
	unsigned long turns;	/* keys handled, frames drawn */
	int cols;		/* of the canvas of the last drawing */
	/* The newest of them and when; the next one goes to n_said % PAGES_SAID. */
	struct { int64_t time; char text[TOAST_MAX]; } said[PAGES_SAID];
	size_t n_said;
	void *app;		/* whatever the composition root wants to carry */
	/* A click or key on what stands around the pages, as the key it stands for,
	 * KEY_NONE where that is done; false: it is the pages' own.  May be NULL. */
	bool (*around)(struct pages *pages, const struct key *key,
		       struct key *meant);
	void (*drawn)(struct pages *pages, struct canvas *canvas);	/* or NULL */
	void (*after)(struct pages *pages);	/* each key's handlers; or NULL */
	void (*wake)(struct pages *pages);	/* at wake_at, by loop_now(); 0: never */
	int64_t wake_at;
	struct ear *ears;
	void (*aside)(struct pages *pages);	/* before one suspends it; or NULL */
};

/* All zero; size: of what embeds it. */
void *page_new(size_t size, const struct page_ops *ops);
void pages_push(struct pages *pages, struct page *page);	/* takes it */
void pages_pop(struct pages *pages);
/* The top one, off the stack and not freed: to be put back (it is told that data
 * moved: it may have), or dropped. */
struct page *pages_take(struct pages *pages);
void pages_put_back(struct pages *pages, struct page *page);
void page_drop(struct page *page);
void pages_to_base(struct pages *pages);	/* closes all above it */
void pages_key(struct pages *pages, const struct key *key);
void pages_draw(struct pages *pages, struct canvas *canvas);
void pages_changed(struct pages *pages);
void pages_toast(struct pages *pages, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* On the message line only, not among what was said. */
void pages_hint(struct pages *pages, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void pages_listen(struct pages *pages, struct ear *ear);
void pages_deaf(struct pages *pages, struct ear *ear);
void pages_release(struct pages *pages);
/* Of all that are on the stack. */
size_t pages_secrets(const struct pages *pages, bool wipe);
size_t page_secrets(struct page *page, bool wipe);

#endif
