/* console.h: the real program in a pseudo terminal, and beside it, as another
 * process, on its command line. */
#ifndef TESTS_TTY_CONSOLE_H
#define TESTS_TTY_CONSOLE_H

#include "tests/expect.h"
#include "tests/tty/pty.h"

enum { SOON = 10000 };	/* ms; a loaded machine is not a fault */

/* build/src/gatehouse */
const char *program(void);
/* A folder of this test program, removed at its end; TMPDIR of all it starts. */
const char *room(void);
/* A path in the room; valid until the fourth next call. */
const char *in_room(const char *name);
/* A file of the source tree; the same. */
const char *in_source(const char *name);
void put_file(const char *path, const char *bytes, size_t n);
char *read_file(const char *path, size_t *n);	/* free it */

/* The store as a workspace file; free it. */
char *dump(const char *store);
/* It still is what was dumped before, which is freed. */
void is_unchanged(const char *store, char *before);

/* Run the program with these words, no terminal at any end; the exit status.
 * What it said goes to *out (both streams, free it) unless out is NULL. */
int run(char **out, const char *const words[]);
#define RUN_CLI(...) run(NULL, (const char *const[]){ __VA_ARGS__, NULL })
/* It must succeed. */
void must(const char *const words[]);
#define MUST(...) must((const char *const[]){ __VA_ARGS__, NULL })

/* A store of that name in the room, from the demo's file; a demo store, where
 * one acts as Maya, who is an Admin. */
const char *demo_store(const char *name);
/* The same from another workspace file, whose logins are left out; one acts as
 * the operator. */
const char *import_store(const char *name, const char *workspace);

struct pty *open_demo(const struct pty_options *options);
struct pty *open_store(const struct pty_options *options, const char *store);
struct pty *open_as(const struct pty_options *options, const char *store,
		    const char *email);
/* A demo store in a folder of that name that may only be read, and the console on
 * it as somebody who may not write it (root may write everything). */
const char *read_only_store(const char *name);
struct pty *open_as_nobody(const char *store);
void leave(struct pty *pty);	/* Ctrl-G (Esc) and q; it ends with 0 */

void keys(struct pty *pty, const char *keys);		/* must settle */
void shows(struct pty *pty, const char *text);
void shows_not(struct pty *pty, const char *text);
/* Has the screen this text, broken over lines or not? */
bool says_in_all(struct pty *pty, const char *text);
void row_shows(struct pty *pty, int row, const char *text);
/* The row with the hardware cursor. */
int cursor_row(struct pty *pty);
int cursor_col(struct pty *pty);
void cursor_on(struct pty *pty, const char *text);
/* The column at which this text begins on its row; -1: it is not there.  What is
 * before it is narrow. */
int col_of(struct pty *pty, int row, const char *text);
/* The screen is what Ctrl-L draws: text, styles and cursor; else what differs is told. */
bool draws_afresh(struct pty *pty);
void is_fresh(struct pty *pty);
/* What a shell expects after it. */
void is_restored(struct pty *pty);

/* Seeded; the same in every run. */
struct dice { uint64_t state; };
uint32_t roll(struct dice *dice, uint32_t sides);

#endif
