/* file_accounts.c: see model/account_file.h. */
#include "model/account_file.h"

#include <jansson.h>
#include <stdlib.h>

static const char *member(const json_t *object, const char *key,
			  struct arena *arena)
{
	const char *text = json_string_value(json_object_get(object, key));

	return arena_strdup(arena, text ? text : "");
}

size_t accounts_read(const char *text, struct arena *arena,
		     struct account_line **out)
{
	json_t *list = json_loads(text, 0, NULL);
	size_t n = json_array_size(list), kept = 0;

	*out = arena_array(arena, n + 1, sizeof(**out));
	for (size_t i = 0; i < n; i++) {
		const json_t *one = json_array_get(list, i);
		struct account_line *line = &(*out)[kept];

		*line = (struct account_line){
			.provider = member(one, "provider", arena),
			.account = member(one, "account", arena),
			.id = member(one, "account_id", arena),
			.workspace = member(one, "workspace", arena),
			.store = member(one, "store", arena) };
		kept += *line->provider && *line->account && *line->store;
	}
	json_decref(list);
	return kept;
}

static void put(json_t *object, const char *key, const char *text)
{
	json_object_set_new(object, key, json_pack("s", text));
}

void accounts_write(const struct account_line *lines, size_t n, struct buf *out)
{
	json_t *list = json_pack("[]"), *one;
	char *text;

	for (size_t i = 0; i < n; i++) {
		one = json_pack("{}");
		put(one, "provider", lines[i].provider);
		put(one, "account", lines[i].account);
		if (*lines[i].id)
			put(one, "account_id", lines[i].id);
		put(one, "workspace", lines[i].workspace);
		put(one, "store", lines[i].store);
		json_array_append_new(list, one);
	}
	text = json_dumps(list, JSON_INDENT(1));
	buf_adds(out, text ? text : "[]");
	buf_addc(out, '\n');
	free(text);
	json_decref(list);
}
