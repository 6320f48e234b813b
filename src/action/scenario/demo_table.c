/* demo_table.c: who can do what in a project, for where no terminal is. */
#include "action/scenario/demo.h"

#include "access/words.h"
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

static void add_person(const struct seen *seen, const struct answer *answer,
		       struct arena *arena, struct buf *out)
{
	bool web = answer->user == ANYONE;

	add_row(out, web ? "anyone (web)" : seen_user_name(seen, answer->user),
		web ? "-" : role_label(answer->role),
		level_label(answer->granted), level_label(answer->effective),
		access_why(seen, answer, arena));
}

/* Everybody who was granted something: first those held below it, then those
 * who have it.  Returns how many have nothing. */
static uint32_t add_people(const struct facts *facts, uint32_t project,
			   bool held, struct arena *arena, struct buf *out)
{
	struct seen seen = seen_everything(facts);
	struct answer answer;
	uint32_t i, without = 0;

	for (i = 0; i < facts->n_users; i++) {
		if (facts->users[i].gone)
			continue;
		access_decide(facts, i, project, arena, &answer);
		if (answer.granted == LEVEL_NONE)
			without++;
		else if ((answer.effective < answer.granted) == held)
			add_person(&seen, &answer, arena, out);
	}
	return without;
}

static void add_sentences(const struct facts *facts, uint32_t project,
			  struct arena *arena, struct buf *out)
{
	struct seen seen = seen_everything(facts);
	struct answer answer;
	uint32_t i;

	for (i = 0; i < facts->n_users; i++) {
		if (facts->users[i].gone)
			continue;
		access_decide(facts, i, project, arena, &answer);
		if (answer.effective >= answer.granted)
			continue;
		buf_addc(out, '\n');
		text_safe(out, access_sentence(&seen, &answer, arena));
		buf_addc(out, '\n');
	}
}

void demo_table(const struct facts *facts, uint32_t project, struct buf *out)
{
	struct seen seen = seen_everything(facts);
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t without;

	text_safe(out, facts->projects[project].title);
	buf_adds(out, ": who can do what\n\n");
	add_row(out, "USER", "ROLE", "GRANTED", "EFFECTIVE", "WHY");
	without = add_people(facts, project, true, &arena, out);
	add_people(facts, project, false, &arena, out);
	if (access_has_anonymous(facts, project)) {
		access_decide(facts, ANYONE, project, &arena, &answer);
		add_person(&seen, &answer, &arena, out);
	}
	if (without)
		buf_printf(out, "\n%u more %s no access.\n", (unsigned)without,
			   without == 1 ? "person has" : "people have");
	add_sentences(facts, project, &arena, out);
	arena_release(&arena);
}
