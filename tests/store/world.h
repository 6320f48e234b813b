/* world.h: a folder for one test, and a workspace that has something of all. */
#ifndef TESTS_STORE_WORLD_H
#define TESTS_STORE_WORLD_H

#include "store/store_priv.h"
#include "tests/expect.h"
#include "tests/store/create.h"

/* A fresh folder with a path for a store in it; removed with all it holds. */
struct world {
	char folder[64];
	char path[96];		/* of the store */
	struct store *store;	/* open for writing, holding the sample; or NULL */
	struct facts facts;	/* the sample */
};

void world_begin(struct world *world);		/* only the folder */
void world_open(struct world *world);		/* and the store */
void world_end(struct world *world);

void read_sample(struct facts *facts);
/* path + ending, in a buffer of its own. */
const char *beside(const struct world *world, const char *ending);

/* An event that says little; op ids are unique in the process tree. */
struct event small_event(const char *verb);
/* Begin, run the statement as it stands, commit. */
bool commit_sql(struct store *store, const char *sql, struct error *err);
/* Apply to the facts and to the store, commit; asserts that all is well. */
void commit_edit(struct world *world, struct edit edit);
/* From now on its connection takes any statement. */
void lift_guard(struct store *store);
/* Run the statement without the program's protection; asserts success. */
void raw_sql(const char *path, const char *sql);

/* The store, loaded, reads as these facts do. */
void assert_same(struct store *store, const struct facts *facts);
int64_t revision_of(struct store *store);
/* One number out of the store. */
int64_t number_of(struct store *store, const char *sql);
void copy_file(const char *from, const char *to);

#define GOOD(call) do { \
	if (!(call)) fail_msg("%s: %s", #call, err.text); \
} while (0)

#endif
