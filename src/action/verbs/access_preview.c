/* access_preview.c: what a writing verb would change, without doing it. */
#include "action/judge/changes.h"
#include "action/run/preview_action.h"

extern const struct action action_access_preview;

/* The object of INTERFACES 3, with the warnings beside. */
static void as_json(struct result *out)
{
	struct json json;
	size_t i;

	jsonw_init(&json, &out->json, 0);
	jsonw_object(&json);
	changes_members(&json, &out->changes);
	jsonw_kstring(&json, "message", out->message);
	jsonw_key(&json, "warnings");
	jsonw_array(&json);
	for (i = 0; i < out->n_warnings; i++) {
		jsonw_object(&json);
		jsonw_kstring(&json, "code", out->warnings[i].code);
		jsonw_kstring(&json, "text", out->warnings[i].text);
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	struct options opts = { .format = FORMAT_TEXT, .yes = true,
				.dry_run = true };
	const struct arg *words = &args->of[0];
	const struct action *inner;
	struct args inner_args;
	bool done;

	if (app->opts)
		opts.format = app->opts->format;
	if (!args_parse((int)words->n, words->v, &out->arena, &inner,
			&inner_args, &opts, err))
		return false;
	done = action_what_if(app, inner, &inner_args, &opts, out, err);
	if (!done && !out->has_plan)
		return false;
	if (opts.format == FORMAT_JSON)
		as_json(out);
	else if (opts.format == FORMAT_CSV)
		buf_adds(&out->csv, buf_text(&out->changes));
	else
		buf_adds(&out->text, buf_text(&out->changes));
	return done;
}

const struct action action_access_preview = {
	.noun = "access", .verb = "preview",
	.summary = "Show who would lose, gain or be held, were a verb run",
	.help = "The same as --dry-run on the verb itself.",
	.example = "access preview group add g-data bob@acme.example",
	.synonyms = "what if dry run simulate",
	.params = {
		{ .name = "command", .label = "Command",
		  .help = "a writing verb with its arguments",
		  .type = PARAM_WORDS, .required = true },
	},
	.run = run,
};
