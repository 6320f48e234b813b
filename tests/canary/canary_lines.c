/* canary_lines.c: a command line for each verb, with arguments by lot: things one
 * may see, things one may not, names that are none or nearly one. */
#include "tests/canary/canary.h"

#include "access/words.h"
#include "action/core/action.h"
#include "model/level.h"

#define ANY(list) list[throw(&w->dice, sizeof(list) / sizeof(list[0]))]

void line_add(struct line *line, const char *word)
{
	size_t n = strlen(word) + 1;

	assert_true(line->n < LINE_WORDS && line->used + n < LINE_ROOM);
	memcpy(line->room + line->used, word, n);
	line->v[line->n++] = line->room + line->used;
	line->used += n;
}

void line_text(const struct line *line, char *to, size_t room)
{
	size_t used = 0;
	int i;

	to[0] = '\0';
	for (i = 0; i < line->n && used + 1 < room; i++) {
		bool quote = !*line->v[i] || strchr(line->v[i], ' ');

		used += (size_t)snprintf(to + used, room - used, "%s%s%s%s",
					 i ? " " : "", quote ? "'" : "",
					 line->v[i], quote ? "'" : "");
	}
}

/* A slip of the finger: near enough to be guessed, and no canary itself. */
static const char *slip(const char *name)
{
	static char text[16];

	snprintf(text, sizeof(text), "%s", name);
	text[0] = 'x';
	return text;
}

static const char *no_name(struct world *w)
{
	static const char *const none[] = { "nowhere", "", "a", "q", "0",
		"no such thing", "workspace", "all" };

	return ANY(none);
}

static int some(struct world *w, int n)
{
	return (int)throw(&w->dice, (uint32_t)n);
}

static int some_own(struct world *w)
{
	const struct w_project *project = &w->projects[some(w, w->n_projects)];

	if (!project->n_own)
		return w->assets[0].name;
	return throw(&w->dice, 2) ? project->own[0].id : project->own[0].name;
}

static int kind_of(const char *noun)
{
	static const char *const nouns[4] = { "connection", "secret", "package",
		"files" };
	int i;

	for (i = 0; noun && i < 4; i++)
		if (strcmp(nouns[i], noun) == 0)
			return i;
	return -1;
}

static int some_asset(struct world *w, const char *noun)
{
	int kind = kind_of(noun), at, tries;

	if (kind >= 0 && kind < 2 && throw(&w->dice, 5) == 0)
		return some_own(w);
	for (tries = 0; tries < 50; tries++) {
		at = some(w, w->n_assets);
		if (kind < 0 || w->assets[at].kind == kind)
			break;
	}
	return throw(&w->dice, 2) ? w->assets[at].id : w->assets[at].name;
}

static const char *a_user(struct world *w)
{
	int at = some(w, w->n_users);

	switch (throw(&w->dice, 4)) {
	case 0:
		return bird_text(w, w->users[at].id);
	case 1:
		return bird_text(w, w->users[at].name);
	}
	return user_mail(w, at);
}

static const char *a_thing(struct world *w, enum param_type type,
			   const char *noun)
{
	uint32_t way = throw(&w->dice, 12);
	const char *name;
	int at;

	switch (type) {
	case PARAM_USER:
		name = a_user(w);
		break;
	case PARAM_PROJECT:
		at = some(w, w->n_projects);
		name = bird_text(w, throw(&w->dice, 2) ? w->projects[at].id :
				 w->projects[at].title);
		break;
	case PARAM_ASSET:
		name = bird_text(w, some_asset(w, noun));
		break;
	default:
		at = some(w, w->n_groups);
		name = bird_text(w, throw(&w->dice, 2) ? w->groups[at].id :
				 w->groups[at].name);
	}
	return way == 0 ? no_name(w) : way == 1 ? slip(name) : name;
}

static const char *a_text(struct world *w, const struct param *param)
{
	static const char *const words[] = { "zulu", "host=h", "Fresh", "on",
		"username=u", "bucket=b", "" };
	static const enum param_type things[] = { PARAM_USER, PARAM_PROJECT,
		PARAM_ASSET, PARAM_GROUP };
	static char mail[40];

	if (strcmp(param->name, "field") == 0)
		return words[throw(&w->dice, 2) ? 1 : 4];
	if (strcmp(param->name, "provider") == 0)
		return bird_text(w, w->providers[some(w, PROVIDERS)].id);
	if (strcmp(param->name, "email") == 0 && throw(&w->dice, 2)) {
		snprintf(mail, sizeof(mail), "new%u@mail.example",
			 throw(&w->dice, 9));
		return mail;
	}
	if (strcmp(param->name, "when") == 0) {
		snprintf(mail, sizeof(mail), "%u", throw(&w->dice, 40));
		return mail;
	}
	if (strcmp(param->name, "thing") == 0 || throw(&w->dice, 2))
		return a_thing(w, ANY(things), NULL);
	return ANY(words);
}

static const char *a_value(struct world *w, const struct action *action,
			   const struct param *param)
{
	static const char *const builtin[] = { "workspace", "workspace_guests",
		"public" };
	static char number[16];
	int n = 0;

	switch (param->type) {
	case PARAM_LEVEL_CAN:
		if (throw(&w->dice, 2))
			return can_code((enum can)throw(&w->dice, CANS));
		/* fall through */
	case PARAM_LEVEL:
		return level_code((enum level)(1 + throw(&w->dice, 4)));
	case PARAM_LEVEL_NONE:
		return level_code((enum level)throw(&w->dice, LEVELS));
	case PARAM_ROLE:
		return role_code((enum role)throw(&w->dice, ROLES));
	case PARAM_PLAN:
		return plan_code((enum plan)throw(&w->dice, PLANS));
	case PARAM_ONOFF:
		return throw(&w->dice, 2) ? "on" : "off";
	case PARAM_NUMBER:
	case PARAM_FD:
		snprintf(number, sizeof(number), "%u", throw(&w->dice, 45));
		return number;
	case PARAM_CHOICE:
		while (param->choices[n])
			n++;
		return param->choices[throw(&w->dice, (uint32_t)n)];
	case PARAM_PRINCIPAL:
		if (throw(&w->dice, 3) == 0)
			return ANY(builtin);
		return a_thing(w, PARAM_GROUP, NULL);
	case PARAM_TEXT:
		return a_text(w, param);
	default:
		return a_thing(w, param->type, action->noun);
	}
}

/* A verb for a preview, or for an earlier state. */
static bool add_inner(struct world *w, bool writes, struct line *line)
{
	size_t n;
	const struct action *const *all = actions(&n), *one;

	for (;;) {
		one = all[throw(&w->dice, (uint32_t)n)];
		if ((one->flags & ACTION_NO_STORE) ||
		    !(one->flags & ACTION_WRITES) == writes ||
		    (!writes && (!one->noun || strcmp(one->noun, "access"))))
			continue;
		if (one->noun && !one->verb)
			continue;
		if (!writes && strcmp(one->verb, "preview") == 0)
			continue;
		return line_make(w, one, line);
	}
}

static bool add_param(struct world *w, const struct action *action,
		      const struct param *param, struct line *line)
{
	uint32_t times = 1;
	char name[80];

	if (param->option && !param->required && throw(&w->dice, 10) >= 3)
		return true;
	if (!param->option && !param->required && throw(&w->dice, 10) >= 7)
		return true;
	if (param->type == PARAM_FILE)
		return !param->required;
	if (param->type == PARAM_WORDS)
		return add_inner(w, strcmp(action->verb, "as-of") != 0, line);
	if (param->many && throw(&w->dice, 3) == 0)
		times = 2;
	while (times-- > 0) {
		snprintf(name, sizeof(name), "--%s", param->name);
		if (param->option)
			line_add(line, name);
		if (param->type != PARAM_FLAG)
			line_add(line, a_value(w, action, param));
	}
	return true;
}

bool line_make(struct world *w, const struct action *action, struct line *line)
{
	int i;

	if (action->flags & ACTION_NO_STORE)
		return false;
	if (action->noun && strcmp(action->noun, "scenario") == 0)
		return false;
	if (action->noun)
		line_add(line, action->noun);
	line_add(line, action->verb);
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (!add_param(w, action, &action->params[i], line))
			return false;
	return true;
}

bool line_whole(struct world *w, const struct action *action, struct line *line)
{
	static const char *const formats[] = { "json", "csv", NULL };
	const char *format = ANY(formats);
	bool writes = action->flags & ACTION_WRITES;
	bool rows = action->flags & ACTION_ROWS;

	memset(line, 0, sizeof(*line));
	if (!line_make(w, action, line))
		return false;
	if (writes)
		line_add(line, "--dry-run");
	if (!format || (strcmp(format, "csv") == 0 && !rows) ||
	    !(writes || rows || strcmp(action->verb, "preview") == 0))
		return true;
	line_add(line, "--format");
	line_add(line, format);
	return true;
}
