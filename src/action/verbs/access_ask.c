/* access_ask.c: a question in words: the same words that the palette takes. */
#include "access/preview.h"
#include "action/ask/ask_answer.h"
#include "action/judge/answers.h"

static const char *question(const struct arg *words, struct arena *arena)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < words->n; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " " : "",
				    words->v[i]);
	return text;
}

static bool read_it(const struct app *app, const char *text, struct ask *ask,
		    struct error *err)
{
	struct name_index names = { .n = 0 };
	bool good;

	(void)name_index_build(&names, app_seen(app), SIZE_MAX / 16);
	good = ask_read(text, app_seen(app), &names, NULL, ask);
	name_index_release(&names);
	if (good)
		return true;
	error_set(err, ERROR_INVALID, NULL, "that is no question that I know");
	return error_remedy(err, "ask as \"can bob edit revenue\", \"who can use "
			    "snowflake\", \"why not dana on churn\"");
}

/* Of several that are called so: their ids, to be said instead. */
static void candidates(const struct app *app, const struct ask *ask,
		       struct error *err)
{
	static const enum whose sorts[] = {
		[NAME_PROJECT] = OF_PROJECT, [NAME_USER] = OF_USER,
		[NAME_GROUP] = OF_GROUP, [NAME_ASSET] = OF_ASSET
	};
	struct buf text;
	size_t i;

	buf_init(&text, 4096);
	for (i = 0; i < ask->n_choices; i++)
		buf_printf(&text, "%s%s (%s)", i ? ", " : "say one of: ",
			   seen_name(app_seen(app), sorts[ask->choice[i].kind],
				     ask->choice[i].n),
			   whose_id(seen_judged(app_seen(app)),
				    sorts[ask->choice[i].kind],
				    ask->choice[i].n));
	(void)error_remedy(err, "%s", buf_text(&text));
	buf_release(&text);
}

static void as_json(struct result *out, const struct ask_answer *answer,
		    const char *text)
{
	struct json json;
	size_t i;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "question", text);
	jsonw_karray(&json, "answer");
	for (i = 0; i < answer->n; i++)
		jsonw_string(&json, answer->line[i]);
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static void as_text(struct result *out, const struct ask_answer *answer)
{
	const struct fix_list *list = &answer->fixes;
	size_t i;

	for (i = 0; i < answer->n; i++)
		buf_printf(&out->text, "%s\n", answer->line[i]);
	for (i = 0; i < list->n; i++)
		buf_printf(&out->text, "%s%s%s\n", list->v[i].key ? "fix: " :
			   "ask ", list->v[i].key ? "" :
			   arena_printf(&out->arena, "%s: ", list->v[i].ask),
			   list->v[i].text);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *text = question(&args->of[0], &out->arena);
	struct patience patience = { .left = SIZE_MAX };
	struct ask_answer answer;
	struct ask ask;
	bool good;

	(void)self;
	if (!read_it(app, text, &ask, err))
		return false;
	good = ask_answer(app, &ask, text, &answer, err);
	if (!good && ask.lack == LACK_CHOICE)
		candidates(app, &ask, err);
	good = good && ask_answer_fixes(app, &answer, &patience);
	if (good && answers_format(app) == FORMAT_JSON)
		as_json(out, &answer, text);
	else if (good)
		as_text(out, &answer);
	ask_answer_release(&answer);
	return good;
}

const struct action action_access_ask = {
	.noun = "access", .verb = "ask",
	.summary = "Ask in words: can bob edit revenue",
	.help = "Who, why, what, can: with names by the beginnings of their words, "
		"e-mail or initials. The answer is that of access explain, "
		"project, user and asset.",
	.example = "access ask can bob edit \"revenue model\"",
	.synonyms = "question who why can",
	.params = {
		{ .name = "question", .label = "Question",
		  .help = "as you would ask a colleague",
		  .type = PARAM_WORDS, .required = true },
	},
	.run = run,
};
