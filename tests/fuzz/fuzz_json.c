/* fuzz_json.c: a workspace file: refused with a reason, or read, and then it is written
 * and read again as the same. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "model/json_memory.h"
#include "model/workspace_file.h"

enum { LIMIT = 1 << 24 };

static void comes_back(const struct facts *facts)
{
	struct buf one, two;
	struct facts again;
	struct error err;

	buf_init(&one, LIMIT);
	buf_init(&two, LIMIT);
	workspace_write_json(&one, facts);
	facts_init(&again);
	HOLDS(workspace_read_json("again", one.data, one.len, &again, NULL, &err));
	workspace_write_json(&two, &again);
	HOLDS(strcmp(buf_text(&one), buf_text(&two)) == 0);
	facts_release(&again);
	buf_release(&one);
	buf_release(&two);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct file_notes notes;
	struct facts facts;
	struct error err = { 0 };

	json_memory_use();
	facts_init(&facts);
	if (workspace_read_json("file", (const char *)data, n, &facts, &notes, &err)) {
		comes_back(&facts);
	} else {
		HOLDS(*err.text);
		HOLDS(text_is_safe(err.text));
		HOLDS(notes.faults.n >= 1);
	}
	facts_release(&facts);
	return 0;
}
