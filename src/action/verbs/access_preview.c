/* access_preview.c: what a writing verb would change, without doing it. */
#include "action/judge/changes.h"
#include "action/run/run.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct options opts = { .format = FORMAT_TEXT, .yes = true,
				.dry_run = true };
	const struct arg *words = &args->of[0];
	const struct action *inner;
	struct args inner_args;
	bool done;

	(void)self;
	if (app->opts) {
		opts.format = app->opts->format;
		opts.few = app->opts->few;
		opts.drain = app->opts->drain;
		opts.drain_ctx = app->opts->drain_ctx;
	}
	if (!args_parse((int)words->n, words->v, &out->arena, &inner,
			&inner_args, &opts, err))
		return false;
	done = action_preview_into(app, inner, &inner_args, &opts, out, err);
	if (!done && !out->has_plan)
		return false;
	if (opts.format == FORMAT_JSON)
		changes_document(&out->json, out, false);
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
