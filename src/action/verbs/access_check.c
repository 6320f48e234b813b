/* access_check.c: does somebody have a level or a capability?  For scripts. */
#include "access/words.h"
#include "action/judge/answers.h"

/* at_least: the words for people and files of what was asked. */
static bool holds(const struct answer *answer, const char *wanted,
		  const char **label)
{
	enum level level;
	enum can can;

	if (level_parse(wanted, &level)) {
		*label = level_label(level);
		return answer->effective >= level;
	}
	if (can_find(wanted, &can)) {
		*label = can_label(can);
		return answer->can & 1u << can;
	}
	*label = wanted;
	return false;
}

static void as_json(struct result *out, const struct seen *seen,
		    const struct answer *answer, const char *wanted)
{
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kbool(&json, "ok", !out->failed);
	jsonw_kstring(&json, "wanted", wanted);
	jsonw_kstring(&json, "user", seen_user(seen, answer->user)->id);
	jsonw_kstring(&json, "project", seen_project(seen, answer->project)->id);
	jsonw_kstring(&json, "granted", level_code(answer->granted));
	jsonw_kstring(&json, "effective", level_code(answer->effective));
	jsonw_kstring(&json, "sentence",
		     access_sentence(seen, answer, &out->arena));
	jsonw_object_end(&json);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *wanted = arg_text(self, args, "level"), *label;
	struct answer answer;

	if (!answers_ask(self, app, args, out, &answer, err))
		return false;
	out->failed = !holds(&answer, wanted, &label);
	out->message = access_sentence(app_seen(app), &answer, &out->arena);
	if (answers_format(app) == FORMAT_JSON)
		as_json(out, app_seen(app), &answer, wanted);
	return true;
}

const struct action action_access_check = {
	.noun = "access", .verb = "check",
	.summary = "Check that a person has a level or a capability",
	.help = "Prints the sentence; the exit status is 0 if the effective "
		"level is at least the one asked for, or the capability is "
		"there, else 1.",
	.example = "access check bob@acme.example p-rev can_view",
	.synonyms = "test assert",
	.params = {
		ANSWERS_PARAM_USER,
		PARAM_THE_PROJECT("id or title"),
		{ .name = "level", .label = "Level or capability",
		  .help = "can_edit, or a capability such as share",
		  .type = PARAM_LEVEL_CAN, .required = true },
	},
	.run = run,
};
