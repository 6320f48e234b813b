/* check_list.c: see check_list.h. */
#include "model/check/check_list.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { DIGITS = 18 };

const struct check_list_kind check_list_repos = {
	"repos", { { "id", LIST_TEXT }, { "name", LIST_TEXT },
		   { "default_branch", LIST_TEXT }, { "private", LIST_BOOL } }, 4 };
const struct check_list_kind check_list_refs = {
	"refs", { { "kind", LIST_TEXT }, { "name", LIST_TEXT }, { "commit", LIST_TEXT } }, 3 };
const struct check_list_kind check_list_files = {
	"files", { { "key", LIST_TEXT }, { "size", LIST_NUMBER },
		   { "modified", LIST_TEXT }, { "folder", LIST_BOOL } }, 4 };

void check_list_init(struct check_list *list, const struct check_list_kind *kind)
{
	*list = (struct check_list){ .kind = kind };
}

void check_list_release(struct check_list *list)
{
	free(list->cells);
	arena_release(&list->arena);
	check_list_init(list, list->kind);
}

const char *check_list_cell(const struct check_list *list, size_t row, size_t column)
{
	return list->cells[row * list->kind->n + column];
}

/* A number is said in digits, as it may be longer than others can read. */
static bool number(const json_t *value, struct arena *arena, const char **out)
{
	const char *text = json_string_value(value);

	if (json_is_integer(value) && json_integer_value(value) >= 0)
		*out = arena_printf(arena, "%lld", (long long)json_integer_value(value));
	else if (text && *text && strlen(text) <= DIGITS &&
		 strspn(text, "0123456789") == strlen(text) && (*text != '0' || !text[1]))
		*out = arena_strdup(arena, text);
	return *out != NULL;
}

static bool cell(struct check_list *list, size_t column, const json_t *value,
		 const char **out)
{
	*out = NULL;
	if (!value || json_is_null(value))
		return column > 0;	/* the first one says what it is */
	if (list->kind->column[column].cell == LIST_NUMBER)
		return number(value, &list->arena, out);
	if (list->kind->column[column].cell == LIST_BOOL) {
		*out = json_is_true(value) ? "true" : "false";
		return json_is_boolean(value);
	}
	if (json_is_string(value))
		*out = arena_strdup(&list->arena, json_string_value(value));
	return *out != NULL;
}

bool check_list_take(struct check_list *list, const json_t *row)
{
	const struct check_list_kind *kind = list->kind;
	const char *cells[CHECK_LIST_COLUMNS];
	size_t i;

	if (!json_is_object(row) || list->n == CHECK_LIST_MOST)
		return false;
	for (i = 0; i < kind->n; i++)
		if (!cell(list, i, json_object_get(row, kind->column[i].key), &cells[i]))
			return false;
	while (list->cap < (list->n + 1) * kind->n)
		list->cells = mem_grow(list->cells, list->cap, &list->cap,
				       sizeof(*list->cells));
	memcpy(list->cells + list->n++ * kind->n, cells, kind->n * sizeof(*cells));
	return true;
}
