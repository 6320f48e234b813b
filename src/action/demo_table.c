/* demo_table.c: who can do what in a project, for where no terminal is. */
#include "action/demo.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { NAME_CELLS = 20, LEVEL_CELLS = 13, ROLE_CELLS = 11 };

uint32_t demo_first_project(const struct facts *facts)
{
	uint32_t i, first = NOBODY;

	for (i = 0; i < facts->n_projects; i++)
		if (!facts->projects[i].gone &&
		    facts->projects[i].state != STATE_TRASHED &&
		    (first == NOBODY ||
		     text_natcmp(facts->projects[i].title,
				 facts->projects[first].title) < 0))
			first = i;
	return first;
}

static void add_row(struct buf *out, const char *name, const char *role,
		    const char *granted, const char *effective, const char *why)
{
	text_fit(out, name, NAME_CELLS);
	buf_adds(out, "  ");
	text_fit(out, role, ROLE_CELLS);
	text_fit(out, granted, LEVEL_CELLS);
	text_fit(out, effective, LEVEL_CELLS);
	text_safe(out, why);
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	buf_addc(out, '\n');
}

/* What stands for the user in the table; false: no access, no row. */
static bool add_person(const struct facts *facts, uint32_t user,
		       uint32_t project, struct arena *arena, struct buf *out)
{
	struct answer answer;
	bool web = user == ANYONE;

	access_decide(facts, user, project, arena, &answer);
	if (!web && answer.granted == LEVEL_NONE)
		return false;
	add_row(out, web ? "anyone (web)" : facts_user_name(facts, user),
		web ? "-" : role_label(answer.role), level_label(answer.granted),
		level_label(answer.effective), access_why(facts, &answer, arena));
	return true;
}

static void add_sentences(const struct facts *facts, uint32_t project,
			  struct arena *arena, struct buf *out)
{
	struct answer answer;
	uint32_t i;

	for (i = 0; i < facts->n_users; i++) {
		if (facts->users[i].gone)
			continue;
		access_decide(facts, i, project, arena, &answer);
		if (answer.effective >= answer.granted)
			continue;
		buf_addc(out, '\n');
		text_safe(out, access_sentence(facts, &answer, arena));
		buf_addc(out, '\n');
	}
}

void demo_table(const struct facts *facts, uint32_t project, struct buf *out)
{
	struct arena arena = { 0 };
	uint32_t i, without = 0;

	text_safe(out, facts->projects[project].title);
	buf_adds(out, ": who can do what\n\n");
	add_row(out, "USER", "ROLE", "GRANTED", "EFFECTIVE", "WHY");
	for (i = 0; i < facts->n_users; i++)
		if (!facts->users[i].gone &&
		    !add_person(facts, i, project, &arena, out))
			without++;
	if (access_has_anonymous(facts, project))
		add_person(facts, ANYONE, project, &arena, out);
	if (without)
		buf_printf(out, "\n%u more %s no access.\n", (unsigned)without,
			   without == 1 ? "person has" : "people have");
	add_sentences(facts, project, &arena, out);
	arena_release(&arena);
}
