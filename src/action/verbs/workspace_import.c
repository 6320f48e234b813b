/* workspace_import.c: make the workspace equal to a file, or add one to it. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/core/action.h"
#include "action/core/read_file.h"
#include "action/core/word_list.h"
#include "action/judge/operator.h"
#include "action/judge/people.h"
#include "action/vault/vault_input.h"
#include "action/workspace/replace_workspace.h"
#include "model/workspace_file.h"

enum { ROWS_SHOWN = 40 };

enum { ALIKE_SAID = 20 };

static bool read_json(const char *file, const char *name, struct facts *facts,
		      struct file_notes *notes, struct error *err)
{
	struct buf data;
	bool good;

	if (!slurp(file, &data, err))
		return false;
	good = workspace_read_json(file, buf_text(&data), data.len, facts,
				   notes, err);
	buf_wipe(&data);		/* values may have stood there */
	if (good && name)
		facts->name = arena_strdup(&facts->text, name);
	return good;
}

static bool read_file(const struct action *self, const struct args *args,
		      struct facts *facts, struct file_notes *notes,
		      struct error *err)
{
	const char *file = arg_text(self, args, "file");
	const char *name = arg_text(self, args, "name");
	const char *plan_word = arg_text(self, args, "plan");
	enum plan plan = PLAN_ENTERPRISE;
	struct stat st;

	if (plan_word)
		(void)plan_parse(plan_word, &plan);
	if (stat(file, &st) == 0 && S_ISDIR(st.st_mode))
		return workspace_read_csv(file, name, plan, facts, notes, err);
	if (!read_json(file, name, facts, notes, err))
		return false;
	if (plan_word)
		facts->plan = plan;
	return true;
}

static void keep_faults(struct result *out, const struct file_faults *faults)
{
	size_t n = faults->n < FILE_FAULTS ? faults->n : FILE_FAULTS;
	struct error *kept = arena_array(&out->arena, n + 1, sizeof(*kept));

	memcpy(kept, faults->v, n * sizeof(*kept));
	out->faults = kept;
	out->n_faults = n;
	out->all_faults = faults->n;
}

/* One warning more. */
static void add_warning(struct result *out, const char *code, const char *text)
{
	struct warning *all = arena_array(&out->arena, out->n_warnings + 1,
					  sizeof(*all));

	if (out->n_warnings)
		memcpy(all, out->warnings, out->n_warnings * sizeof(*all));
	all[out->n_warnings].code = code;
	all[out->n_warnings++].text = text;
	out->warnings = all;
}

/* Addresses of the file that look like another of it. */
static void warn_alike(struct result *out, const struct facts *file)
{
	struct look_alike *alike;
	size_t i, n;

	alike = look_alikes(file, &out->arena, &n);
	for (i = 0; i < n && i < ALIKE_SAID; i++)
		add_warning(out, "LOOK_ALIKE", arena_printf(&out->arena,
			"%s looks like %s and is another address",
			word_cut(&out->arena,
				 file->users[alike[i].user].email),
			word_cut(&out->arena,
				 file->users[alike[i].other].email)));
}

static struct replacement whole_of(const struct action *self, struct app *app,
				   const struct args *args, struct facts *facts,
				   struct file_values *values, struct result *out)
{
	return (struct replacement){
		.values = values, .args = args, .file = arg_text(self, args, "file"),
		.action = self, .app = app, .after = facts,
		.merge = arg_count(self, args, "merge") > 0,
		.admin = arg_text(self, args, "admin"),
		.looks = true, .brakes = true,
		.removing = arg_text(self, args, "removing"),
		.rows = arg_count(self, args, "all") ? 0 : ROWS_SHOWN,
		.summary = arena_printf(&out->arena, "Imported %s",
					arg_text(self, args, "file")),
	};
}

/* Against nothing: all of it is added. */
static void look_at_new(const struct replacement *whole, const struct facts *facts,
			const struct facts *nothing, struct result *out)
{
	struct facts_diff diff;

	facts_diff(nothing, facts, &diff);
	replace_show(whole, &diff, out);
	out->has_plan = true;
	out->message = arena_printf(&out->arena, "Would make %s: %s.",
				    whole->app->store_path,
				    facts_diff_holds(&diff, &out->arena));
	facts_diff_release(&diff);
}

static void tell_new(struct app *app, const char *file,
		     const struct facts *facts, const struct facts *nothing,
		     struct result *out)
{
	struct facts_diff diff;
	struct json json;

	facts_diff_new(nothing, facts, &diff);
	out->message = arena_printf(&out->arena, "Imported %s into %s: %s.",
				    file, app->store_path,
				    facts_diff_holds(&diff, &out->arena));
	jsonw_begin(&json, &out->changes);
	facts_diff_counts_json(&diff, &json);
	jsonw_object_end(&json);
	facts_diff_release(&diff);
}

static bool into_new(const struct action *self, struct app *app,
		     const struct args *args, struct facts *facts,
		     struct file_values *values, struct result *out, struct error *err)
{
	const char *file = arg_text(self, args, "file");
	struct replacement whole = whole_of(self, app, args, facts, values, out);
	struct facts nothing;
	bool done = true;

	if (!file_values_ready(values, self, args, file, err))
		return false;
	facts_init(&nothing);
	if (app->opts && app->opts->dry_run)
		look_at_new(&whole, facts, &nothing, out);
	else
		done = replace_make(app, facts, "workspace import",
				  arena_printf(&out->arena, "Imported %s",
					       file), err);
	if (done && !out->has_plan)
		tell_new(app, file, facts, &nothing, out);
	facts_release(&nothing);
	return done;
}

static bool into_filled(const struct action *self, struct app *app,
			const struct args *args, struct facts *facts,
			struct file_values *values, struct result *out,
			struct error *err)
{
	struct replacement whole = whole_of(self, app, args, facts, values, out);

	return replace_change(&whole, out, err);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *admin = arg_text(self, args, "admin");
	struct file_values values = { .app = app, .arena = &out->arena,
		.unwanted = arg_count(self, args, "without-values") > 0 };
	struct file_notes notes = { .value = file_values_take, .ctx = &values };
	struct facts facts;
	bool done;

	facts_init(&facts);
	done = read_file(self, args, &facts, &notes, err);
	if (!done)
		keep_faults(out, &notes.faults);
	done = done && file_values_fit(&values, &facts, err);
	if (done) {
		if (values.unwanted && notes.secret_values)
			add_warning(out, "SECRET_VALUES", arena_printf(&out->arena,
				"%zu secret value%s of the file not kept",
				notes.secret_values,
				notes.secret_values == 1 ? " is" : "s are"));
		warn_alike(out, &facts);
	}
	if (done && (app->store || access(app->store_path, F_OK) == 0))
		done = into_filled(self, app, args, &facts, &values, out, err);
	else if (done)
		done = (!admin || replace_link(app, &facts, admin, NULL, err)) &&
			into_new(self, app, args, &facts, &values, out, err);
	if (done && !app->store)
		operator_warn(app, &facts, out);
	facts_release(&facts);
	file_values_release(&values);
	return done;
}

const struct action action_workspace_import = {
	.noun = "workspace", .verb = "import",
	.summary = "Make the workspace equal to a JSON file or CSV folder",
	.help = "Makes the workspace where there is none.  In a filled one, "
		"what the file lacks goes, unless --merge: then it only adds "
		"and changes.  The difference is shown first, row by row, with "
		"whom it moves; a backup is written beside the store, and all "
		"is one event.  Secret values of the file are sealed in the "
		"vault, which is opened for it.  Where more than a tenth of the active people "
		"or of the projects would go, their number is asked for.",
	.example = "workspace import acme.json",
	.synonyms = "load read json csv",
	.params = {
		{ .name = "file", .label = "File",
		  .help = "a JSON file, or a folder of CSV files",
		  .type = PARAM_FILE, .required = true },
		{ .name = "merge", .label = "Only add and change",
		  .help = "nothing is removed", .type = PARAM_FLAG,
		  .option = true },
		{ .name = "removing", .label = "Removing",
		  .help = "how many go, where it is more than a tenth",
		  .type = PARAM_NUMBER, .option = true },
		{ .name = "all", .label = "All rows",
		  .help = "shows every row of the difference",
		  .type = PARAM_FLAG, .option = true },
		{ .name = "name", .label = "Name", .help = "of the workspace",
		  .type = PARAM_NAME, .option = true },
		{ .name = "plan", .label = "Plan",
		  .help = "of the workspace, where the file has none",
		  .type = PARAM_PLAN, .option = true },
		{ .name = "without-values", .label = "Without secret values",
		  .help = "secret values of the file are not kept",
		  .type = PARAM_FLAG, .option = true },
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase of the vault is "
				    "read, where the file has secret values"),
		{ .name = "admin", .label = "Admin",
		  .help = "e-mail of the user to link to this login",
		  .type = PARAM_EMAIL, .option = true },
	},
	.flags = ACTION_NO_STORE | ACTION_FILES | ACTION_WHOLE,
	.run = run,
};
