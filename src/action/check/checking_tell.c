/* checking_tell.c: see checking_tell.h. */
#include "action/check/checking_tell.h"

#include "base/clock.h"

enum { TELL_LIMIT = 1 << 26 };

static void rows(const struct checking *checking, struct result *out)
{
	char when[CLOCK_TEXT];
	size_t i;

	result_columns(out, 6, "id", "ID", CELL_CODE, "name", "NAME", CELL_TEXT,
		       "type", "TYPE", CELL_CODE, "status", "STATUS", CELL_CODE,
		       "reason", "REASON", CELL_CODE, "checked", "CHECKED", CELL_CODE);
	for (i = 0; i < checking->n; i++) {
		const struct check *check = &checking->v[i].check;

		clock_rfc3339(check->checked, when);
		result_cells(out, check->id, check->name, check->type,
			     check_status_code(check->status), check->reason, when);
	}
}

void checking_tell(const struct checking *checking, const bool *was_good, bool all,
		   struct result *out)
{
	bool fell = false, fails = false;
	struct json json;
	size_t i;

	buf_init(&out->json, TELL_LIMIT);
	buf_init(&out->text, TELL_LIMIT);
	jsonw_begin(&json, &out->json);
	jsonw_karray(&json, "checks");
	for (i = 0; i < checking->n; i++) {
		const struct check *check = &checking->v[i].check;

		check_json(check, &json);
		check_text(check, &out->text);
		if (check->status != CHECK_FAIL)
			continue;
		fails = true;
		fell = fell || was_good[i];
	}
	jsonw_array_end(&json);
	jsonw_object_end(&json);
	buf_addc(&out->json, '\n');
	rows(checking, out);
	out->failed = all && fell;
	out->unreached = fails && !out->failed;
}
