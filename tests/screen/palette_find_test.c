/* palette_find_test.c: whatever the program can do is found in the palette: by its title,
 * by its command, by each of its other words, and by the words that people and the
 * pages have for it. */
#include "tests/expect.h"

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "screen/palette/palette_priv.h"

static struct {
	struct app app;
	struct pages pages;
	struct screen screen;
} at;

static void open_all(void)
{
	struct error err;

	app_init(&at.app, NULL);
	assert_true(demo_open(&at.app, NULL, NULL, &err));
	at.pages = (struct pages){ .app = &at.screen };
	screen_init(&at.screen, &at.app, &at.pages);
	while (!screen_names_read(&at.screen))
		;
}

static void close_all(void)
{
	pages_release(&at.pages);
	recent_release(&at.screen);
	screen_release(&at.screen);
	demo_discard(&at.app);
	app_release(&at.app);
}

/* The rank of the first entry of the action (NULL: of the command of a key); 0: none. */
static size_t rank_of(const char *typed, const struct action *action,
		      enum command command)
{
	const struct thing none = { .kind = THING_NONE };
	const struct palette *palette;
	size_t i, found = 0;

	palette_push(&at.screen, &none, typed);
	palette = (const struct palette *)at.pages.stack[at.pages.n - 1];
	for (i = 0; i < palette->n && !found; i++)
		if (action ? palette->entry[i].action == action :
		    palette->entry[i].kind == ENTRY_COMMAND &&
		    palette->entry[i].command == command)
			found = i + 1;
	pages_pop(&at.pages);
	return found;
}

static unsigned not_found(const struct action *action, const char *typed, size_t within)
{
	struct arena arena = { 0 };
	size_t rank = rank_of(typed, action, CMD_NONE);
	bool there = rank && rank <= within;

	if (!there)
		print_error("\"%s\" finds %s at %zu\n", typed,
			    action_name(action, &arena), rank);
	arena_release(&arena);
	return !there;
}

TEST(each_is_found_by_its_title_and_command)
{
	const struct action *const *all;
	struct arena arena = { 0 };
	unsigned lost = 0;
	size_t n, i;

	open_all();
	all = actions(&n);
	for (i = 0; i < n; i++) {
		/* those of all kinds of assets share a title */
		lost += not_found(all[i], all[i]->summary, 5);
		lost += not_found(all[i], action_name(all[i], &arena), 1);
	}
	assert_int_equal(lost, 0);
	arena_release(&arena);
	close_all();
}

TEST(each_is_found_by_its_other_words)
{
	const struct action *const *all;
	struct arena arena = { 0 };
	unsigned lost = 0;
	char *words, *word, *rest;
	size_t n, i;

	open_all();
	all = actions(&n);
	for (i = 0; i < n; i++) {
		if (!all[i]->synonyms)
			continue;
		words = arena_strdup(&arena, all[i]->synonyms);
		rest = NULL;
		word = strtok_r(words, " ", &rest);
		for (; word; word = strtok_r(NULL, " ", &rest))
			if (word[1])	/* one letter is in too many */
				lost += not_found(all[i], word, 40);
	}
	assert_int_equal(lost, 0);
	arena_release(&arena);
	close_all();
}

/* As people say it, and as the pages of the domain do: in sight at 80x24. */
TEST(the_words_of_the_domain_find_it)
{
	static const struct { const char *typed, *noun, *verb; } words[] = {
		{ "remove", "project", "delete" }, { "remove", "secret", "delete" },
		{ "remove", "connection", "delete" }, { "remove", "group", "delete" },
		{ "remove", "group", "remove" }, { "remove", "project", "unshare" },
		{ "revoke", "project", "unshare" }, { "trash", "project", "delete" },
		{ "untrash", "project", "restore" }, { "undelete", "project", "restore" },
		{ "grant", "project", "share" }, { "invite", "user", "add" },
		{ "invite", "project", "share" }, { "give access", "project", "share" },
		{ "permissions", "access", "project" }, { "who can", "access", "project" },
		{ "groups with access", "connection", "access" },
		{ "groups with access", "secret", "access" },
		{ "restrict", "connection", "access" },
		{ "make admin", "user", "role" }, { "promote", "user", "role" },
		{ "change role", "user", "role" }, { "offboard", "user", "deactivate" },
		{ "delete person", "user", "deactivate" },
		{ "disable user", "user", "deactivate" },
		{ "new user", "user", "add" }, { "new group", "group", "create" },
		{ "new project", "project", "create" },
		{ "new connection", "connection", "create" },
		{ "new database", "connection", "create" },
		{ "new secret", "secret", "create" },
		{ "password", "secret", "create" },
		{ "new package", "package", "add" }, { "github", "package", "add" },
		{ "github", "provider", "list" }, { "branch", "package", "edit" },
		{ "s3", "files", "connect" }, { "google drive", "files", "connect" },
		{ "writeback", "files", "edit" },
		{ "default connection", "connection", "set-default" },
		{ "set as default", "connection", "set-default" },
		{ "usage", "connection", "usage" }, { "imported", "secret", "usage" },
		{ "public", "project", "share-web" }, { "web", "project", "share-web" },
		{ "link", "project", "share-web" },
		{ "everybody", "project", "share-workspace" },
		{ "workspace guests", "connection", "access" },
		{ "owner", "project", "transfer" }, { "copy", "project", "duplicate" },
		{ "certify", "project", "set" }, { "status", "project", "set" },
		{ "category", "project", "set" }, { "take full access", "project", "take-access" },
		{ "override", "project", "take-access" },
		{ "editors may share", "project", "editors-may-share" },
		{ "member", "group", "add" }, { "kick", "group", "remove" },
		{ "audit", "audit", "list" }, { "log", "audit", "list" },
		{ "back", NULL, "undo" }, { "revert", NULL, "undo" },
		{ "again", NULL, "redo" }, { "past", NULL, "as-of" },
		{ "yesterday", NULL, "as-of" }, { "why", "access", "explain" },
		{ "fix", "access", "fixes" }, { "simulate", "access", "preview" },
		{ "api", "token", "list" }, { "plan", "workspace", "plan" },
		{ "upgrade", "workspace", "plan" }, { "settings", "workspace", "set" },
		{ "backup", "workspace", "backup" }, { "json", "workspace", "export" },
		{ "csv", "workspace", "import" }, { "team", "group", "create" },
		{ "example", "scenario", "run" },
	};
	static const struct { const char *typed; enum command command; } keys[] = {
		{ "downgraded", CMD_DOWNGRADED }, { "held", CMD_DOWNGRADED },
		{ "panel", CMD_PANEL }, { "pin", CMD_PIN }, { "why", CMD_WHY },
		{ "what-if", CMD_WHATIF }, { "quit", CMD_QUIT }, { "exit", CMD_QUIT },
		{ "filter", CMD_FILTER }, { "search", CMD_FILTER },
		{ "sort", CMD_SORT }, { "order", CMD_SORT },
		{ "columns", CMD_COLUMNS }, { "clipboard", CMD_COPY },
		{ "keys", CMD_HELP }, { "help", CMD_HELP }, { "new", CMD_NEW },
		{ "history", CMD_HISTORY }, { "usage", CMD_USAGE },
		{ "mouse", CMD_MOUSE }, { "back", CMD_BACK },
	};
	unsigned lost = 0;
	size_t i, rank;

	open_all();
	for (i = 0; i < COUNT_OF(words); i++)
		lost += not_found(action_find(words[i].noun, words[i].verb),
				  words[i].typed, 16);
	for (i = 0; i < COUNT_OF(keys); i++) {
		rank = rank_of(keys[i].typed, NULL, keys[i].command);
		if (!rank || rank > 16) {
			print_error("\"%s\" finds its key at %zu\n",
				    keys[i].typed, rank);
			lost++;
		}
	}
	assert_int_equal(lost, 0);
	close_all();
}

RUN(CASE(each_is_found_by_its_title_and_command),
    CASE(each_is_found_by_its_other_words), CASE(the_words_of_the_domain_find_it))
