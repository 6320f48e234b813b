/* check_list.h: what a service was asked to list: repositories, branches and tags, files
 * (INTERFACES 6), as its courier says it, a row a line. */
#ifndef MODEL_CHECK_CHECK_LIST_H
#define MODEL_CHECK_CHECK_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"

enum { CHECK_LIST_COLUMNS = 4, CHECK_LIST_MOST = 100000 };

enum check_list_cell { LIST_TEXT, LIST_NUMBER, LIST_BOOL };

struct check_list_kind {
	const char *code;		/* "repos": of the list, and the job of a courier */
	struct { const char *key; enum check_list_cell cell; } column[CHECK_LIST_COLUMNS];
	size_t n;			/* columns */
};

extern const struct check_list_kind
	check_list_repos,		/* id name default_branch private */
	check_list_refs,		/* kind name commit */
	check_list_files;		/* key size modified folder */

struct check_list {
	const struct check_list_kind *kind;
	const char **cells;		/* n * kind->n; foreign text; NULL: not said */
	size_t n, cap;
	struct arena arena;
};

void check_list_init(struct check_list *list, const struct check_list_kind *kind);
void check_list_release(struct check_list *list);
/* Text as it came; a number in digits; "true" or "false"; NULL: not said. */
const char *check_list_cell(const struct check_list *list, size_t row, size_t column);
/* Of one object, as jansson has it; false: it is no such row, or there are too many. */
struct json_t;
bool check_list_take(struct check_list *list, const struct json_t *row) MUST_CHECK;

#endif
