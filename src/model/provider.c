/* provider.c: see provider.h. */
#include "model/provider.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "model/config.h"
#include "model/kind_types.h"
#include "model/value_web.h"
#include "model/whose.h"

enum { ACCOUNT_LIMIT = 4096 };

/* ---- fields --------------------------------------------------------------------- */

static const char *const approvals[] = { "pending", "approved", NULL };

static const struct kind_field fields[] = {
	{ .name = "url", .origin = true, .label = "Server URL", .type = &value_server,
	  .note = "of GitHub Enterprise Server",
	  .help = "Where the server is, as people open it in a browser: its host "
		"with https in front, and a port if it has one of its own." },
	{ .name = "organization", .label = "Organization", .type = &value_git_account,
	  .help = "Whose repositories are meant: the GitHub App is made in this "
		"organization, by one of its owners." },
	{ .name = "account", .label = "GitHub account", .type = &value_git_account,
	  .help = "The user or organization whose repositories become packages. "
		"A workspace has one account, and an account one workspace." },
	{ .name = "group", .label = "GitLab account", .type = &value_group_path,
	  .help = "The user or top group whose repositories become packages. A "
		"workspace has one account, and an account one workspace." },
	{ .name = "workspace_id", .label = "Workspace ID", .type = &value_slug,
	  .note = "as in bitbucket.org/ID",
	  .help = "What stands behind bitbucket.org/ in the address of the "
		"workspace; Settings of the workspace shows it as well." },
	{ .name = "auth", .label = "Sign in with", .type = &value_auth,
	  .help = "A device code is typed into a browser anywhere, on a laptop as "
		"well. A token or an app is made on the other side first." },
	{ .name = "username", .label = "Username", .type = &value_slug,
	  .help = "The account that made the password, best a service account "
		"apart from people: it stays when somebody leaves." },
	{ .name = "email", .label = "E-mail", .type = &value_email,
	  .help = "The address of the Atlassian account that made the API token." },
	{ .name = "app_id", .label = "App ID", .type = &value_digits,
	  .help = "The number on the page of the GitHub App, under About." },
	{ .name = "client_id", .label = "Client ID", .type = &value_slug,
	  .note = "as Iv1.8a61f9b3",
	  .help = "Of the app through which one signs in. For GitHub Enterprise Server it "
		"stands on the page of the GitHub App of step 2, under About; at GitLab "
		"it is called Application ID." },
	{ .name = "client_secret", .label = "Client secret", .secret = true },
	{ .name = "token", .label = "Token", .secret = true },
	{ .name = "refresh_token", .label = "Refresh token", .secret = true,
	  .help = "What a sign-in with a code gave beside the token, to have it made anew." },
	{ .name = "private_key", .label = "Private key", .secret = true,
	  .type = &value_lines },
	{ .name = "app_password", .label = "App Password", .secret = true },
	{ .name = "api_token", .label = "API token", .secret = true },
	{ .name = "ca_file", .way = "", .label = "CA file", .note = "optional",
	  .help = "A file of PEM certificates, where the server's was not issued "
		"by a public authority." },
	{ .name = "endpoint", .origin = true, .label = "Test endpoint",
	  .type = &value_test_endpoint },
	{ .name = "approval", .label = "Repository admin", .type = &value_choice,
	  .choices = approvals, .aside = true,
	  .help = "An administrator of the repositories must approve the access "
		"on the other side. Say Approved once that is done." },
	{ .name = NULL }
};

static const char *const github_auth[] = { "device", "token", "app", NULL };
static const char *const client_auth[] = { "client", NULL };
static const char *const gitlab_auth[] = { "device", "token", NULL };
static const char *const bitbucket_auth[] = { "app_password", "api_token", NULL };

/* What comes of a sign-in with a code. */
#define SIGNED_IN(how) \
	{ .field = "token", .when = how, .given = true }, \
	{ .field = "refresh_token", .when = how, .given = true }

static const struct kind_need github[] = {
	{ .field = "account", .page = 1 },
	{ .field = "auth", .required = true, .initial = "device",
	  .choices = github_auth, .page = 1 },
	{ .field = "client_id", .when = "device", .page = 2 },
	SIGNED_IN("device"),
	{ .field = "token", .required = true, .when = "token", .page = 2 },
	{ .field = "app_id", .required = true, .when = "app", .page = 2 },
	{ .field = "private_key", .required = true, .when = "app", .page = 2 },
	{ .field = "endpoint", .page = 3 },
	{ .field = "approval", .required = true, .initial = "pending", .page = 3 },
	{ .field = NULL }
};

static const struct kind_need github_enterprise[] = {
	{ .field = "url", .required = true, .page = 1 },
	{ .field = "organization", .required = true, .page = 1 },
	{ .field = "ca_file", .page = 1 },
	{ .field = "auth", .required = true, .initial = "client",
	  .choices = client_auth, .page = 3 },
	{ .field = "client_id", .required = true, .page = 3 },
	{ .field = "client_secret", .required = true, .page = 3 },
	SIGNED_IN("client"),
	{ .field = "approval", .required = true, .initial = "pending", .page = 4 },
	{ .field = NULL }
};

static const struct kind_need gitlab[] = {
	{ .field = "group", .page = 1 },
	{ .field = "auth", .required = true, .initial = "device",
	  .choices = gitlab_auth, .page = 1 },
	{ .field = "client_id", .when = "device", .page = 2 },
	SIGNED_IN("device"),
	{ .field = "token", .required = true, .when = "token", .page = 2 },
	{ .field = "endpoint", .page = 3 },
	{ .field = "approval", .required = true, .initial = "pending", .page = 3 },
	{ .field = NULL }
};

static const struct kind_need bitbucket[] = {
	{ .field = "auth", .required = true, .initial = "app_password",
	  .choices = bitbucket_auth, .page = 1 },
	{ .field = "workspace_id", .required = true, .page = 2 },
	{ .field = "username", .required = true, .when = "app_password", .page = 2 },
	{ .field = "app_password", .required = true, .when = "app_password",
	  .page = 2 },
	{ .field = "email", .required = true, .when = "api_token", .page = 2 },
	{ .field = "api_token", .required = true, .when = "api_token", .page = 2 },
	{ .field = "endpoint", .page = 3 },
	{ .field = "approval", .required = true, .initial = "pending", .page = 3 },
	{ .field = NULL }
};

static const struct kind_type forms[] = {
	{ .code = "github", .label = "GitHub",
	  .needs = github, .courier = COURIER_WEB },
	{ .code = "github_enterprise", .label = "GitHub Enterprise Server",
	  .needs = github_enterprise, .courier = COURIER_WEB },
	{ .code = "gitlab", .label = "GitLab",
	  .needs = gitlab, .courier = COURIER_WEB },
	{ .code = "bitbucket", .label = "Bitbucket",
	  .needs = bitbucket, .courier = COURIER_WEB },
	{ .code = NULL }
};

const struct asset_kind provider_kind = {
	.code = "git_provider",
	.noun = "provider",
	.label = "Git provider",
	.one = "provider",
	.title = "Git provider",
	.argument = "Provider",
	.plural = "Git providers",
	.home = "Settings > Integrations > Git package import",
	.plan = PLAN_TEAM,
	.fields = fields,
	.forms = forms,
};

/* ---- types ---------------------------------------------------------------------- */

#define APPROVAL { "Approval", "An administrator of the repositories must approve " \
	"the access on the other side. Until then packages cannot be fetched." }
#define AUTHORIZE(where) { "Install and authorize", "The app is installed on the " \
	"account at " where ". With a device code: saving shows a code, and whoever may " \
	"enters it there in a browser anywhere. Other ways are checked when saved." }

static const struct provider_type types[] = {
	{ .code = "github", .label = "GitHub", .notes = "github.com only",
	  .host = "github.com", .plan = PLAN_TEAM, .single = true,
	  .pages = {
		{ "Account", "One GitHub account per workspace, and one workspace per "
		  "GitHub account. Other machines cannot be asked." },
		AUTHORIZE("github.com"), APPROVAL, { NULL, NULL } } },
	{ .code = "github_enterprise", .label = "GitHub Enterprise Server",
	  .notes = "Enterprise plan",
	  .plan = PLAN_ENTERPRISE,
	  .pages = {
		{ "The server", "A server behind a VPN cannot be reached: contact "
		  "support before you go on." },
		{ "Create the GitHub App", "The form on the server is filled in "
		  "already. Do not change any field of it." },
		{ "Client ID and secret", "On the page of the new app generate a "
		  "client secret, then enter both here and authorize by OAuth. The "
		  "server is asked whether they hold when this is saved." },
		APPROVAL, { NULL, NULL } } },
	{ .code = "gitlab", .label = "GitLab", .notes = "gitlab.com only",
	  .host = "gitlab.com", .plan = PLAN_TEAM, .single = true,
	  .pages = {
		{ "Account", "One GitLab account per workspace, and one workspace per "
		  "GitLab account. Other machines cannot be asked." },
		AUTHORIZE("gitlab.com"), APPROVAL, { NULL, NULL } } },
	{ .code = "bitbucket", .label = "Bitbucket", .notes = "bitbucket.org only",
	  .host = "bitbucket.org", .plan = PLAN_TEAM,
	  .pages = {
		{ "App Password", "In Bitbucket: Personal Bitbucket settings > App "
		  "passwords > Create, with Read on Repositories and nothing else. "
		  "Best as a service account. bitbucket.org takes no App Passwords since "
		  "28 July 2026: an API token with the account's e-mail does the same." },
		{ "Who signs in", "Bitbucket is asked whether it holds when this is "
		  "saved." },
		APPROVAL, { NULL, NULL } } },
};

const struct provider_type *provider_types(size_t *n)
{
	*n = COUNT_OF(types);
	return types;
}

const struct provider_type *provider_type(const char *code)
{
	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (strcmp(types[i].code, code) == 0)
			return &types[i];
	return NULL;
}

/* A26: what starts with github.com is GitHub; another host is a server of one's own. */
const struct provider_type *provider_of_url(const char *url, struct arena *arena)
{
	const char *host = web_host(url, arena);
	const char *bare = host && strncmp(host, "www.", 4) == 0 ? host + 4 : host;

	if (!bare || !strchr(bare, '.'))
		return NULL;
	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (types[i].host && strcmp(types[i].host, bare) == 0)
			return &types[i];
	return provider_type("github_enterprise");
}

/* ---- repositories --------------------------------------------------------------- */

const char *provider_repository_fault(const char *type, const char *repository)
{
	const char *name = strchr(repository, '/');
	size_t owner = strcspn(repository, "/");

	if (value_repository.fault(repository))
		return value_repository.fault(repository);
	if (strcmp(type, "gitlab") == 0)	/* groups in groups */
		return NULL;
	if (name && strchr(name + 1, '/'))
		return "here it is owner and name, nothing between and behind them";
	if (strcmp(type, "bitbucket") == 0)
		return strpbrk(repository, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") ?
			"Bitbucket names have no capital letters" : NULL;
	return strcspn(repository, "._") < owner ?
		"the owner has letters, digits and - only" : NULL;
}

bool provider_has_repository(const char *account, const char *repository)
{
	const char *owner = account ? strchr(account, '/') : NULL;
	size_t n = owner ? strlen(owner + 1) : 0;

	return !n || (strncasecmp(owner + 1, repository, n) == 0 &&
		      repository[n] == '/');
}

/* ---- accounts ------------------------------------------------------------------- */

const char *provider_account(const struct fact_record *one, struct arena *arena)
{
	static const struct { const char *type, *field; } names[] = {
		{ "github", "account" }, { "github_enterprise", "organization" },
		{ "gitlab", "group" }, { "bitbucket", "workspace_id" },
	};
	const struct provider_type *type = provider_type(one->type);
	const char *name = NULL, *host = type ? type->host : NULL, *text;
	struct buf folded;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].type, one->type) == 0)
			name = config_get(one->config, names[i].field, arena);
	if (type && !host) {
		text = config_get(one->config, "url", arena);
		host = text ? web_host(text, arena) : NULL;
	}
	if (!name || !*name || !host)
		return NULL;
	buf_init(&folded, ACCOUNT_LIMIT);
	text_fold(&folded, name);
	text = arena_printf(arena, "%s/%s", host, buf_text(&folded));
	buf_release(&folded);
	return text;
}

uint32_t provider_rival(const struct facts *facts, const struct fact_record *one,
			uint32_t n, struct arena *arena)
{
	const struct provider_type *type = provider_type(one->type);
	const char *account = provider_account(one, arena), *his;
	const struct fact_record *other;
	uint32_t i;

	for (i = 0; i < facts->n_providers; i++) {
		other = &facts->providers[i];
		if (i == n || other->gone || strcmp(other->type, one->type) != 0)
			continue;
		his = provider_account(other, arena);
		if ((type && type->single) ||
		    (account && his && strcmp(account, his) == 0))
			return i;
	}
	return NOBODY;
}

/* ---- states --------------------------------------------------------------------- */

const char *provider_state(const char *config, struct arena *arena)
{
	const char *state = config_get(config, "state", arena);

	return state ? state : "";
}

const char *provider_state_label(const char *state)
{
	static const char *const labels[][2] = {
		{ "connected", "connected" }, { "broken", "broken" },
		{ "waiting", "waiting for the other side" },
		{ "stale", "stale: checked more than a day ago, or changed since" } };

	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (strcmp(state, labels[i][0]) == 0)
			return labels[i][1];
	return "not connected: never checked";
}

bool provider_approved(const char *config, struct arena *arena)
{
	const char *approval = config_get(config, "approval", arena);

	return approval && strcmp(approval, "approved") == 0;
}

bool provider_is_test(const char *config, struct arena *arena)
{
	const char *endpoint = config_get(config, "endpoint", arena);

	return endpoint && web_is_here(endpoint);
}
