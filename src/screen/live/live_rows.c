/* live_rows.c: the rows of a live list that pass what is typed. */
#include "screen/live/live_list_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char *cell_at(const struct live_list *self, size_t row, const char *key)
{
	const struct check_list *list = &self->listing.list;
	const char *text;
	size_t k;

	for (k = 0; k < list->kind->n; k++)
		if (strcmp(list->kind->column[k].key, key) == 0) {
			text = check_list_cell(list, row, k);
			return text ? text : "";
		}
	return "";
}

static const char *named(const struct live_list *self, size_t row)
{
	return cell_at(self, row, self->wish.kind == &check_list_files ? "key" : "name");
}

static const char *below(const struct live_list *self, const char *name)
{
	size_t n = strlen(self->prefix);

	return strncmp(name, self->prefix, n) == 0 ? name + n : name;
}

/* Each word of what is typed is in it, whatever their order. */
static bool passes(const struct live_list *self, const char *name)
{
	const char *at = self->input.text;
	char word[INPUT_MAX];
	size_t n;

	for (at += strspn(at, " "); *at; at += n, at += strspn(at, " ")) {
		n = strcspn(at, " ");
		memcpy(word, at, n);
		word[n] = '\0';
		if (!strcasestr(name, word))
			return false;
	}
	return true;
}

void live_rows_look(struct live_list *self)
{
	const char *name;

	for (; self->looked < self->listing.list.n; self->looked++) {
		name = below(self, named(self, self->looked));
		if (!*name || !passes(self, name))
			continue;		/* the folder itself is no row of it */
		self->found = mem_grow(self->found, self->n_found, &self->cap_found,
				       sizeof(*self->found));
		self->found[self->n_found++] = self->looked;
	}
}

void live_rows_anew(struct live_list *self)
{
	self->n_found = self->looked = self->at = self->top = 0;
	live_rows_look(self);
}

void live_rows_release(struct live_list *self)
{
	free(self->found);
	self->found = NULL;
	self->n_found = self->cap_found = self->looked = self->at = self->top = 0;
}

const char *live_rows_cell(const struct live_list *self, size_t n, const char *key)
{
	return cell_at(self, self->found[n], key);
}

bool live_rows_folder(const struct live_list *self, size_t n)
{
	return strcmp(live_rows_cell(self, n, "folder"), "true") == 0;
}

const char *live_rows_name(const struct live_list *self, size_t n)
{
	return below(self, named(self, self->found[n]));
}
