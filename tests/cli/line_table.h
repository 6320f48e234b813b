/* line_table.h: what connecting a provider, adding a package, registering a token ask
 * for: what is required, wrong values with the words of the error, right ones.  One table
 * for the command line (form_values_test) and the console (tests/tty/form_typed_test). */
#ifndef TESTS_CLI_LINE_TABLE_H
#define TESTS_CLI_LINE_TABLE_H

#include <stddef.h>

enum { LINE_FIELDS = 5 };

/* A form with all that it requires.  open: the keys to it. */
struct line_form {
	const char *command;		/* '|' parts words */
	const char *open;
	struct line_field {
		const char *said;	/* "--ref|main", on the command line */
		const char *label, *keys;	/* in the form: typed into it */
		const char *lacks;		/* without it; NULL: it may be left out, or it
					 * starts with something */
	} field[LINE_FIELDS];
};

static const struct line_form line_forms[] __attribute__((unused)) = {
	{ "provider|connect|github", "3/github<Enter><Home><Enter>", {
	  { "--field|account=acme", "GitHub account", "acme", NULL } } },
	{ "provider|connect|github_enterprise", "3/github enterprise<Enter><Enter>", {
	  { "--field|url=git.acme.example", "Server URL", "git.acme.example",
	    "missing: Server URL" },
	  { "--field|organization=data", "Organization", "data",
	    "missing: Organization" },
	  { "--field|client_id=Iv1.8a", "Client ID", "Iv1.8a", "missing: Client ID" } } },
	{ "provider|connect|gitlab", "3/gitlab<Enter><Home><Enter>", {
	  { "--field|group=acme", "GitLab account", "acme", NULL } } },
	{ "provider|connect|bitbucket", "3/bitbucket<Enter><Enter>", {
	  { "--field|workspace_id=team", "Workspace ID", "team",
	    "missing: Workspace ID" },
	  { "--field|username=robot", "Username", "robot", "missing: Username" } } },
	{ "package|add|T", "3/ml-utils<Enter>nT", {
	  { "--provider|hub", "Provider", "<Enter>hub<Enter>", "missing: Provider" },
	  { "--repository|acme/x", "Repository", "acme/x", "missing: Repository" },
	  { "--ref|main", "Ref", "<C-u>main", NULL } } },
	{ "token|register|T", "3onT", {
	  { "--type|personal", "Kind", "<Enter>personal<Enter>", "--type is missing" },
	  { "--last-four|1a2b", "Last four", "1a2b", "--last-four is missing" },
	  { "--owner|ADMIN", "Owner", "maya<Enter>", "a personal token is somebody's" },
	  { "--expires|30", "Expires", "<C-u>30", "--expires is missing" } } },
};

/* In the i-th form the j-th field holds what is wrong, then what is right. */
struct line_value {
	int form, field;
	const char *wrong, *words, *way;
	const char *right;
};

static const struct line_value line_values[] __attribute__((unused)) = {
	{ 0, 0, "--field|account=a--b", "no account of GitHub", "acme, of github.com/acme",
	  "--field|account=acme-2" },
	{ 0, 0, "--field|account=-acme", "no account of GitHub", "acme, of github.com/acme",
	  "--field|account=a" },
	{ 1, 0, "--field|url=http://git.acme.example", "no https address",
	  "https://git.acme.example", "--field|url=https://git.acme.example:8443" },
	{ 1, 0, "--field|url=git", "no https address", "https://git.acme.example",
	  "--field|url=git.acme.example/data" },
	{ 1, 1, "--field|organization=a b", "no account of GitHub", "acme",
	  "--field|organization=data-team" },
	{ 2, 0, "--field|group=/acme", "no group of GitLab", "acme, of gitlab.com/acme",
	  "--field|group=acme/data" },
	{ 3, 0, "--field|workspace_id=a/b", "something else than letters", "acme-data",
	  "--field|workspace_id=a_b" },
	{ 3, 1, "--field|username=a b", "something else than letters", "acme-data",
	  "--field|username=a.b" },
	{ 4, 1, "--repository|x", "its owner is wanted too", "acme/ml-utils",
	  "--repository|https://github.com/acme/x.git" },
	{ 4, 1, "--repository|acme//x", "parted by one /", "acme/ml-utils",
	  "--repository|acme/x" },
	{ 4, 1, "--repository|acme/data/x", "nothing between and behind", "acme/ml-utils",
	  "--repository|acme/x.y" },
	{ 4, 2, "--ref|a:b", "not the name of a branch or tag", "main or v1.2.0",
	  "--ref|release/2" },
	{ 5, 1, "--last-four|hxtp_9f3c", "never the whole token", "as Hex lists it",
	  "--last-four|9f3c" },
	{ 5, 3, "--expires|8", "no end of a token", "7, 30, 60, 90 or 120 days",
	  "--expires|7" },
	{ 5, 3, "--expires|2001-01-31", "this is past", "7, 30, 60, 90 or 120 days",
	  "--expires|120 days" },
	{ 5, 3, "--expires|never", "always ends", "7, 30, 60, 90 or 120 days",
	  "--expires|60" },
};

#endif
