/* roster_instead.c: see roster_instead.h. */
#include "action/roster/roster_instead.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/batch.h"
#include "base/mem.h"
#include "model/mails.h"

enum { WORDS = 1000,		/* of one command */
       COMMANDS = 4000 };	/* of one step (scenario_read.c reads 4096) */

struct instead {
	struct arena *arena;
	struct batch_command *v;
	size_t n, cap;
};

static struct batch_command *begin(struct instead *self, const struct action *action)
{
	self->v = mem_grow(self->v, self->n, &self->cap, sizeof(*self->v));
	self->v[self->n] = (struct batch_command){ .action = action };
	return &self->v[self->n++];
}

static void give(struct batch_command *command, const char *name, const char **v, size_t n)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && command->action->params[i].name; i++)
		if (strcmp(command->action->params[i].name, name) == 0)
			command->args.of[i] = (struct arg){ v, n };
}

static void give_one(struct instead *self, struct batch_command *command, const char *name,
		     const char *value)
{
	const char **v = arena_array(self->arena, 1, sizeof(*v));

	*v = value;
	give(command, name, v, 1);
}

/* "Ana Bell <ana@acme.example>", if that is read as it was meant; else NULL. */
static const char *one_word(struct instead *self, const struct roster_row *row)
{
	const char *word = *row->name ? arena_printf(self->arena, strpbrk(row->name, ",;") ?
		"\"%s\" <%s>" : "%s <%s>", row->name, row->email) :
		arena_strdup(self->arena, row->email);
	struct mail *mail;
	size_t n;

	mail = mails_read(self->arena, word, &n);
	return n == 1 && strcmp(mail->email, row->email) == 0 &&
		strcmp(mail->name, row->name) == 0 ? word : NULL;
}

static void add_by_name(struct instead *self, const struct action *add,
			const struct roster_row *row)
{
	struct batch_command *command = begin(self, add);

	give_one(self, command, "email", arena_strdup(self->arena, row->email));
	give_one(self, command, "role", role_code(row->role));
	give_one(self, command, "name", arena_strdup(self->arena, row->name));
}

static void add_words(struct instead *self, const struct action *add, enum role role,
		      const char **word, size_t n)
{
	struct batch_command *command;
	size_t at, some;

	for (at = 0; at < n; at += some) {
		some = n - at < WORDS ? n - at : WORDS;
		command = begin(self, add);
		give(command, "email", word + at, some);
		give_one(self, command, "role", role_code(role));
	}
}

static void people(struct instead *self, const struct roster_row *const *rows, size_t n)
{
	const struct action *add = action_find("user", "add");
	const char **words, *word;
	size_t role, i, k;

	for (role = 0; role < ROLES; role++) {
		words = arena_array(self->arena, n + 1, sizeof(*words));
		for (i = k = 0; i < n; i++) {
			if (rows[i]->role != (enum role)role)
				continue;
			word = one_word(self, rows[i]);
			if (word)
				words[k++] = word;
			else
				add_by_name(self, add, rows[i]);
		}
		add_words(self, add, (enum role)role, words, k);
	}
}

static void members(struct instead *self, const struct facts *facts, const struct edit *edits,
		    size_t n)
{
	const struct action *add = action_find("group", "add");
	bool *done = arena_array(self->arena, n + 1, sizeof(*done));
	struct batch_command *command;
	const char **words;
	size_t i, j, k;

	for (i = 0; i < n; i++) {
		if (done[i])
			continue;
		words = arena_array(self->arena, WORDS, sizeof(*words));
		for (j = i, k = 0; j < n && k < WORDS; j++)
			if (!done[j] && edits[j].group == edits[i].group) {
				done[j] = true;
				words[k++] = arena_strdup(self->arena,
							  facts->users[edits[j].user].email);
			}
		command = begin(self, add);
		give_one(self, command, "group",
			 arena_strdup(self->arena, facts->groups[edits[i].group].id));
		give(command, "user", words, k);
	}
}

void roster_instead(struct edit_plan *plan, const struct roster_row *const *rows, size_t n,
		    const struct edit *edits, size_t n_edits)
{
	struct instead self = { .arena = plan->arena };
	struct batch_command *kept;

	if (!plan->app->witness || plan->n_instead)
		return;
	people(&self, rows, n);
	members(&self, &plan->app->facts, edits, n_edits);
	if (self.n && self.n <= COMMANDS) {
		kept = arena_array(plan->arena, self.n, sizeof(*kept));
		memcpy(kept, self.v, self.n * sizeof(*kept));
		plan->instead = kept;
		plan->n_instead = self.n;
	}
	free(self.v);
}
