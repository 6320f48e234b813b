/* canary_world.c: a workspace by lot in which every name is one of its own. */
#include "tests/canary/canary.h"

const char *const canary_kinds[4] = { "data_connection", "secret", "git_package",
	"file_integration" };

uint32_t throw(struct dice_cup *dice, uint32_t sides)
{
	dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(dice->state >> 33) % sides;
}

static bool often(struct world *w, uint32_t percent)
{
	return throw(&w->dice, 100) < percent;
}

const char *bird_text(const struct world *w, int bird)
{
	return w->birds[bird].text;
}

/* 7919 and 26^3 have no common factor: no code comes twice. */
void bird_rename(struct world *w, int bird)
{
	static const char tail[] = "bcdfghjkmnpqrstvwxz0123456789";
	int code = (w->first_code + w->n_codes++ * 7919) % CODES;
	char *text = w->birds[bird].text;

	assert_true(w->n_codes < CODES);
	text[0] = 'q';
	text[1] = 'z';
	text[2] = (char)('a' + code / 676);
	text[3] = (char)('a' + code / 26 % 26);
	text[4] = (char)('a' + code % 26);
	text[5] = tail[throw(&w->dice, sizeof(tail) - 1)];
	text[6] = tail[throw(&w->dice, sizeof(tail) - 1)];
	text[7] = '\0';
	w->by_code[code] = (short)(bird + 1);
}

int bird_new(struct world *w, enum bird_kind kind, int of)
{
	struct bird *bird = &w->birds[w->n_birds];

	assert_true(w->n_birds < BIRDS);
	bird->kind = kind;
	bird->of = of;
	bird->who = bird->same = -1;
	bird_rename(w, w->n_birds);
	return w->n_birds++;
}

/* A thing with the name of another. */
static int bird_same(struct world *w, enum bird_kind kind, int of, int other)
{
	int bird = bird_new(w, kind, of);

	memcpy(w->birds[bird].text, w->birds[other].text, sizeof(w->birds[0].text));
	w->birds[other].same = bird;
	return bird;
}

const char *user_mail(const struct world *w, int user)
{
	static char text[8][32];
	static unsigned at;

	at = (at + 1) % 8;
	snprintf(text[at], sizeof(text[at]), "%s@mail.example",
		 bird_text(w, w->users[user].email));
	return text[at];
}

static void make_users(struct world *w)
{
	static const enum role roles[USERS] = { ROLE_ADMIN, ROLE_ADMIN,
		ROLE_MANAGER, ROLE_EDITOR, ROLE_EDITOR, ROLE_EXPLORER,
		ROLE_VIEWER, ROLE_VIEWER, ROLE_GUEST, ROLE_GUEST, ROLE_EDITOR,
		ROLE_GUEST };
	int i;

	w->n_users = USERS - 1;		/* one place for a twin's */
	for (i = 0; i < USERS; i++) {
		struct w_user *user = &w->users[i];

		user->role = roles[i];
		user->active = i != 10;
		user->id = bird_new(w, BIRD_USER, i);
		user->email = bird_new(w, BIRD_USER, i);
		user->login = bird_new(w, BIRD_USER, i);
		user->name = i == 7 && often(w, 50) ?
			bird_same(w, BIRD_USER, i, w->users[4].name) :
			bird_new(w, BIRD_USER, i);
	}
	if (often(w, 30))
		w->users[10].role = (enum role)throw(&w->dice, ROLES);
}

static void make_groups(struct world *w)
{
	int i, k;

	w->n_groups = GROUPS - 1;
	for (i = 0; i < GROUPS; i++) {
		struct w_group *group = &w->groups[i];

		group->id = bird_new(w, BIRD_GROUP, i);
		group->name = i == 2 && often(w, 40) ?
			bird_same(w, BIRD_GROUP, i, w->groups[1].name) :
			bird_new(w, BIRD_GROUP, i);
		for (k = 0; k < w->n_users; k++)
			group->members[k] = often(w, 35);
	}
}

static void add_text(struct world *w, int at, const char *field, bool top)
{
	struct w_asset *asset = &w->assets[at];

	assert_true(asset->n_texts < TEXTS);
	asset->text[asset->n_texts].field = field;
	asset->text[asset->n_texts].top = top;
	asset->text[asset->n_texts++].bird = bird_new(w, BIRD_FIELD, at);
}

static void make_fields(struct world *w, int at)
{
	static const char *const of[5][6] = {
		{ "host", "database", "username", "ssh_host", "include_tables" },
		{ NULL },
		{ "repository", "ref", "install_commands" },
		{ "bucket", "region", "access_key_id" },
		{ "account", "warehouse", "database", "schema", "username" },
	};
	struct w_asset *asset = &w->assets[at];
	bool snow = asset->kind == 0 && often(w, 40);
	const char *const *field = of[snow ? 4 : asset->kind];

	asset->type = asset->kind == 0 ? snow ? "snowflake" : "postgres" :
		asset->kind == 3 ? "s3" : NULL;
	for (; *field; field++)
		add_text(w, at, *field, asset->kind >= 2);
	asset->description = bird_new(w, BIRD_FIELD, at);
	asset->by = bird_new(w, BIRD_FIELD, at);
	asset->provider = (int)throw(&w->dice, PROVIDERS);
}

static void make_assets(struct world *w)
{
	static const int kinds[ASSETS] = { 0, 0, 1, 1, 2, 3, 0, 2, 0 };
	int i, k;

	for (i = 0; i < PROVIDERS; i++) {
		w->providers[i].id = bird_new(w, BIRD_PROVIDER, i);
		w->providers[i].name = bird_new(w, BIRD_PROVIDER, i);
		w->providers[i].type = i ? "gitlab" : "github";
	}
	w->n_assets = ASSETS - 1;
	for (i = 0; i < ASSETS; i++) {
		struct w_asset *asset = &w->assets[i];

		asset->kind = kinds[i];
		asset->id = bird_new(w, BIRD_ASSET, i);
		asset->name = i == 6 && often(w, 30) ?
			bird_same(w, BIRD_ASSET, i, w->assets[0].name) :
			bird_new(w, BIRD_ASSET, i);
		make_fields(w, i);
		asset->workspace = often(w, 30);
		asset->guests = often(w, 15);
		asset->open = often(w, 8);
		for (k = 0; k < w->n_groups; k++)
			asset->groups[k] = often(w, 20);
	}
	w->default_asset = often(w, 70) ? (int)throw(&w->dice, 2) : -1;
}

static enum level some_level(struct world *w, uint32_t percent)
{
	if (!often(w, percent))
		return LEVEL_NONE;
	return (enum level)(LEVEL_APP_ONLY + throw(&w->dice, 4));
}

static void make_own(struct world *w, int at)
{
	struct w_project *project = &w->projects[at];
	int i;

	project->n_own = (int)throw(&w->dice, OWNS + 1);
	for (i = 0; i < OWNS; i++) {
		struct w_own *own = &project->own[i];

		own->secret = i == 1;
		own->id = bird_new(w, BIRD_OWN, at);
		own->name = bird_new(w, BIRD_OWN, at);
		own->host = bird_new(w, BIRD_OWN_FIELD, at);
		own->user = bird_new(w, BIRD_OWN_FIELD, at);
	}
}

static void make_project(struct world *w, int at)
{
	struct w_project *project = &w->projects[at];
	int k;

	project->id = bird_new(w, BIRD_TITLE, at);
	project->title = at == 5 && often(w, 50) ?
		bird_same(w, BIRD_TITLE, at, w->projects[0].title) :
		bird_new(w, BIRD_TITLE, at);
	project->description = bird_new(w, BIRD_ABOUT, at);
	project->status = bird_new(w, BIRD_ABOUT, at);
	project->category = bird_new(w, BIRD_ABOUT, at);
	project->owner = (int)throw(&w->dice, (uint32_t)w->n_users);
	project->state = at == 3 ? 1 : at == 4 ? 2 : 0;
	project->workspace = some_level(w, 25);
	project->web = often(w, 15) ? LEVEL_APP_ONLY : LEVEL_NONE;
	if (project->web && often(w, 40))
		project->web = LEVEL_CAN_VIEW;
	project->editors = often(w, 70);
	for (k = 0; k < w->n_users; k++)
		project->users[k] = k == project->owner ? LEVEL_NONE :
			some_level(w, 22);
	for (k = 0; k < w->n_groups; k++)
		project->groups[k] = some_level(w, 25);
	for (k = 0; k < w->n_assets; k++)
		project->imports[k] = often(w, 25);
	make_own(w, at);
}

void world_make(struct world *w, uint64_t seed)
{
	int i;

	memset(w, 0, sizeof(*w));
	w->dice.state = seed * 1000003u + 17u;
	for (i = 0; i < 8; i++)
		throw(&w->dice, 2);
	w->first_code = (int)throw(&w->dice, CODES);
	w->linked = -1;
	w->web = often(w, 75);
	w->secret_values = often(w, 75);
	w->name = bird_new(w, BIRD_WORKSPACE, 0);
	make_users(w);
	make_groups(w);
	make_assets(w);
	w->n_projects = PROJECTS - 1;
	for (i = 0; i < PROJECTS; i++)
		make_project(w, i);
	for (i = 0; i < 2; i++)
		w->new_title[i] = bird_new(w, BIRD_TITLE, i);
	w->new_name[0] = bird_new(w, BIRD_ASSET, 1);
	w->new_name[1] = bird_new(w, BIRD_GROUP, 3);
	w->new_name[2] = bird_new(w, BIRD_USER, 6);
	w->new_name[3] = bird_new(w, BIRD_ASSET, 3);
	w->new_about = bird_new(w, BIRD_ABOUT, 2);
	for (i = 0; i < 8; i++)
		w->gone[i] = bird_new(w, BIRD_GONE, i);
}

/* ---- as a file */

static void write_users(const struct world *w, FILE *out, const char *login)
{
	int i, k;
	bool comma;

	fputs("\"users\":[", out);
	for (i = 0; i < w->n_users; i++) {
		const struct w_user *user = &w->users[i];

		fprintf(out, "%s{\"id\":\"%s\",\"email\":\"%s\",\"name\":\"%s\","
			"\"role\":\"%s\",\"active\":%s,\"unix_login\":\"%s\"}",
			i ? ",\n" : "", bird_text(w, user->id), user_mail(w, i),
			bird_text(w, user->name), role_code(user->role),
			user->active ? "true" : "false",
			i == w->linked && login ? login :
			bird_text(w, user->login));
	}
	fputs("],\n\"groups\":[", out);
	for (i = 0; i < w->n_groups; i++) {
		fprintf(out, "%s{\"id\":\"%s\",\"name\":\"%s\",\"members\":[",
			i ? ",\n" : "", bird_text(w, w->groups[i].id),
			bird_text(w, w->groups[i].name));
		for (k = 0, comma = false; k < w->n_users; k++) {
			if (!w->groups[i].members[k])
				continue;
			fprintf(out, "%s\"%s\"", comma ? "," : "",
				bird_text(w, w->users[k].id));
			comma = true;
		}
		fputs("]}", out);
	}
	fputs("],\n", out);
}

static void write_config(const struct world *w, const struct w_asset *asset,
			 bool top, FILE *out)
{
	bool comma = false;
	int i;

	if (!top)
		fputs(",\"config\":{", out);
	for (i = 0; i < asset->n_texts; i++) {
		if (asset->text[i].top != top)
			continue;
		fprintf(out, "%s\"%s\":\"%s%s\"", top || comma ? "," : "",
			asset->text[i].field, bird_text(w, asset->text[i].bird),
			strcmp(asset->text[i].field, "repository") == 0 ?
			"/lib" : "");
		comma = true;
	}
	if (!top)
		fputs("}", out);
}

static void write_assets(const struct world *w, FILE *out)
{
	int i, k;

	fputs("\"assets\":[", out);
	for (i = 0; i < w->n_assets; i++) {
		const struct w_asset *asset = &w->assets[i];
		const char *comma = "";

		fprintf(out, "%s{\"id\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\","
			"\"description\":\"about %s\",\"updated_by\":\"%s\","
			"\"updated_at\":\"2026-11-01T00:00:00Z\"",
			i ? ",\n" : "", bird_text(w, asset->id),
			canary_kinds[asset->kind], bird_text(w, asset->name),
			bird_text(w, asset->description), bird_text(w, asset->by));
		if (asset->type)
			fprintf(out, ",\"type\":\"%s\"", asset->type);
		if (asset->kind == 2)
			fprintf(out, ",\"ref_kind\":\"branch\",\"provider\":"
				"\"%s\"", bird_text(w,
				w->providers[asset->provider].id));
		if (asset->kind != 1)
			write_config(w, asset, asset->kind >= 2, out);
		fputs(",\"access\":[", out);
#define PRINCIPAL(text) do { fprintf(out, "%s\"%s\"", comma, text); \
		comma = ","; } while (0)
		if (asset->workspace)
			PRINCIPAL("workspace");
		if (asset->guests)
			PRINCIPAL("workspace_guests");
		if (asset->open)
			PRINCIPAL("public");
		for (k = 0; k < w->n_groups; k++)
			if (asset->groups[k])
				PRINCIPAL(bird_text(w, w->groups[k].id));
		fputs("]}", out);
	}
	fputs("],\n", out);
}

static void write_grants(const struct world *w, const struct w_project *project,
			 FILE *out)
{
	const char *comma = "";
	int k;

	fputs(",\"grants\":[", out);
	for (k = 0; k < w->n_users + w->n_groups; k++) {
		bool group = k >= w->n_users;
		int at = group ? k - w->n_users : k;
		enum level level = group ? project->groups[at] :
			project->users[at];

		if (level == LEVEL_NONE)
			continue;
		fprintf(out, "%s{\"%s\":\"%s\",\"level\":\"%s\"}", comma,
			group ? "group" : "user",
			bird_text(w, group ? w->groups[at].id : w->users[at].id),
			level_code(level));
		comma = ",";
	}
	fputs("],\"assets\":[", out);
	for (k = 0, comma = ""; k < w->n_assets; k++)
		if (project->imports[k]) {
			PRINCIPAL(bird_text(w, w->assets[k].id));
		}
	fputs("],\"own\":[", out);
	for (k = 0, comma = ""; k < project->n_own; k++) {
		const struct w_own *own = &project->own[k];

		fprintf(out, "%s{\"id\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\"",
			comma, bird_text(w, own->id), canary_kinds[own->secret],
			bird_text(w, own->name));
		if (!own->secret)
			fprintf(out, ",\"type\":\"postgres\",\"config\":{"
				"\"host\":\"%s\",\"username\":\"%s\"}",
				bird_text(w, own->host), bird_text(w, own->user));
		fputs("}", out);
		comma = ",";
	}
	fputs("]}", out);
}

static void write_projects(const struct world *w, FILE *out)
{
	static const char *const states[] = { "active", "archived", "trashed" };
	int i;

	fputs("\"projects\":[", out);
	for (i = 0; i < w->n_projects; i++) {
		const struct w_project *project = &w->projects[i];

		fprintf(out, "%s{\"id\":\"%s\",\"title\":\"%s\",\"owner\":"
			"\"%s\",\"state\":\"%s\",\"editors_may_share\":%s,"
			"\"workspace\":\"%s\",\"public_web\":\"%s\","
			"\"description\":\"on %s\",\"status\":\"%s\","
			"\"categories\":[\"%s\"]", i ? ",\n" : "",
			bird_text(w, project->id), bird_text(w, project->title),
			bird_text(w, w->users[project->owner].id),
			states[project->state],
			project->editors ? "true" : "false",
			level_code(project->workspace), level_code(project->web),
			bird_text(w, project->description),
			bird_text(w, project->status),
			bird_text(w, project->category));
		write_grants(w, project, out);
	}
	fputs("]}\n", out);
}

void world_write(const struct world *w, const char *path, const char *login)
{
	FILE *out = fopen(path, "w");
	int i;

	assert_non_null(out);
	fprintf(out, "{\"format\":\"gatehouse-workspace\",\"version\":1,\n"
		"\"workspace\":{\"name\":\"%s\",\"plan\":\"enterprise\","
		"\"settings\":{\"share_to_web\":%s,\"show_secret_values\":%s}},\n",
		bird_text(w, w->name), w->web ? "true" : "false",
		w->secret_values ? "true" : "false");
	write_users(w, out, login);
	fputs("\"providers\":[", out);
	for (i = 0; i < PROVIDERS; i++)
		fprintf(out, "%s{\"id\":\"%s\",\"type\":\"%s\",\"name\":\"%s\"}",
			i ? "," : "", bird_text(w, w->providers[i].id),
			w->providers[i].type, bird_text(w, w->providers[i].name));
	fputs("],\n", out);
	write_assets(w, out);
	if (w->default_asset >= 0)
		fprintf(out, "\"default_connection\":\"%s\",\n",
			bird_text(w, w->assets[w->default_asset].id));
	write_projects(w, out);
	assert_int_equal(fclose(out), 0);
}
