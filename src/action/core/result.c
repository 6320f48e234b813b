/* result.c: the answer of an action. */
#include "action/core/result.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { DOCUMENT_LIMIT = 1 << 30 };	/* bytes of a document of its own form */

void result_init(struct result *result)
{
	memset(result, 0, sizeof(*result));
	buf_init(&result->json, DOCUMENT_LIMIT);
	buf_init(&result->csv, DOCUMENT_LIMIT);
	buf_init(&result->text, DOCUMENT_LIMIT);
	buf_init(&result->changes, DOCUMENT_LIMIT);
	buf_init(&result->rows, DOCUMENT_LIMIT);
	result->project = result->user = result->group = NOBODY;
	result->asset = NOBODY;
}

void result_release(struct result *result)
{
	buf_release(&result->json);
	buf_release(&result->csv);
	buf_release(&result->text);
	buf_release(&result->checks);
	buf_release(&result->check_text);
	buf_release(&result->rows);
	buf_release(&result->changes);
	free(result->cells);
	arena_release(&result->arena);
	memset(result, 0, sizeof(*result));
}

void result_columns(struct result *result, size_t n, ...)
{
	va_list list;
	size_t i;

	assert(n <= RESULT_COLUMNS && result->n_rows == 0);
	va_start(list, n);
	for (i = 0; i < n; i++) {
		result->column[i] = va_arg(list, const char *);
		result->heading[i] = va_arg(list, const char *);
		result->type[i] = va_arg(list, enum cell_type);
	}
	va_end(list);
	result->n_columns = n;
}

void result_row(struct result *result)
{
	size_t i;

	assert(result->n_columns);
	if (result->n_rows == result->cap_rows) {
		result->cap_rows = result->cap_rows ? result->cap_rows * 2 : 64;
		result->cells = mem_resize(result->cells, result->cap_rows,
					   result->n_columns *
					   sizeof(*result->cells));
	}
	for (i = 0; i < result->n_columns; i++)
		result->cells[result->n_rows * result->n_columns + i] = NULL;
	result->n_rows++;
}

void result_cell(struct result *result, size_t column, const char *text)
{
	assert(result->n_rows && column < result->n_columns);
	result->cells[(result->n_rows - 1) * result->n_columns + column] =
		text ? arena_strdup(&result->arena, text) : NULL;
}

void result_cells_of(struct result *result, size_t n, const char *const *cells)
{
	size_t i;

	result_row(result);
	for (i = 0; i < n; i++)
		result_cell(result, i, cells[i]);
}

void result_fields(struct result *result)
{
	result_columns(result, 2, "field", "FIELD", CELL_CODE,
		       "value", "VALUE", CELL_TEXT);
}

void result_field(struct result *result, const char *field, const char *value)
{
	if (!value || !*value)
		return;
	result_cells(result, field, value);
}

void result_cellf(struct result *result, size_t column, const char *fmt, ...)
{
	va_list list, again;
	char *text;
	int n;

	va_start(list, fmt);
	va_copy(again, list);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	assert(n >= 0 && result->n_rows && column < result->n_columns);
	text = arena_alloc(&result->arena, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, list);
	va_end(list);
	result->cells[(result->n_rows - 1) * result->n_columns + column] = text;
}
