/* fuzz_lines.c: what a courier answers, line by line, what was kept of an earlier check,
 * and the register of accounts: none of it was written by this program for certain. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "model/account_file.h"
#include "model/check/check.h"
#include "model/check/check_reason.h"
#include "model/json_memory.h"

enum { ROOM = 1 << 20 };

static void is_whole(const struct check *check)
{
	size_t i;

	HOLDS(check->n_steps <= CHECK_STEPS);
	for (i = 0; i < check->n_steps; i++) {
		const struct check_step *step = &check->steps[i];

		HOLDS(step->step && step->status <= CHECK_SKIP);
		HOLDS(!step->reason || check_reason_known(step->reason) == step->reason);
		HOLDS(!step->detail || strlen(step->detail) <= CHECK_DETAIL);
		HOLDS(!step->native || strlen(step->native) <= CHECK_DETAIL);
	}
}

/* As text it is safe; as JSON what is read again says the same. */
static void told(const struct check *check, struct arena *arena)
{
	struct buf text, json;
	struct check again = { .id = check->id };
	struct json out;
	size_t i;

	buf_init(&text, ROOM);
	check_text(check, &text);
	for (i = 0; i < text.len; i++)
		text.data[i] = text.data[i] == '\n' ? ' ' : text.data[i];
	HOLDS(!text.overflow && text_is_safe(buf_text(&text)));
	buf_release(&text);
	buf_init(&json, ROOM);
	jsonw_init(&out, &json, 0);
	check_json(check, &out);
	HOLDS(!json.overflow && check_parse(&again, buf_text(&json), arena));
	is_whole(&again);
	HOLDS(again.n_steps == check->n_steps && again.status == check->status);
	for (i = 0; i < check->n_steps; i++)
		HOLDS(strcmp(again.steps[i].step, check->steps[i].step) == 0 &&
		      again.steps[i].status == check->steps[i].status);
	buf_release(&json);
}

static void courier(const char *text)
{
	struct check check = { .id = "a-one", .name = "One", .kind = "connection",
			       .type = "postgres", .checked = 1 };
	struct arena arena = { 0 };
	const char *end;

	for (; *text; text = *end ? end + 1 : end) {
		end = strchr(text, '\n');
		end = end ? end : text + strlen(text);
		if (!check_line(&check, text, (size_t)(end - text), &arena))
			break;
		is_whole(&check);
	}
	if (!check.done)
		check_end(&check, "courier-broken", &arena);
	check_judge(&check);
	is_whole(&check);
	told(&check, &arena);
	arena_release(&arena);
}

static void kept(const char *text)
{
	struct check check = { .id = "a-one", .name = "One", .kind = "connection",
			       .type = "postgres" };
	struct arena arena = { 0 };

	if (check_parse(&check, text, &arena)) {
		is_whole(&check);
		told(&check, &arena);
	}
	arena_release(&arena);
}

static void accounts(const char *text)
{
	struct account_line *lines, *again;
	struct arena arena = { 0 };
	struct buf out;
	size_t n = accounts_read(text, &arena, &lines), i;

	buf_init(&out, ROOM);
	accounts_write(lines, n, &out);
	HOLDS(accounts_read(buf_text(&out), &arena, &again) == n);
	for (i = 0; i < n; i++)
		HOLDS(strcmp(lines[i].account, again[i].account) == 0 &&
		      strcmp(lines[i].workspace, again[i].workspace) == 0 &&
		      strcmp(lines[i].store, again[i].store) == 0);
	buf_release(&out);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *text = fuzz_string(data, n);

	json_memory_use();
	courier(text);
	kept(text);
	accounts(text);
	free(text);
	return 0;
}
