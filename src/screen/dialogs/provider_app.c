/* provider_app.c: the page of the GitHub App that is made on a server of one's own (A29):
 * what its form there holds, and a page that fills it in from a browser anywhere. */
#include "screen/dialogs/provider_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/newid.h"
#include "model/provider/provider_manifest.h"
#include "screen/frame/text_page.h"

enum { TEXT_MOST = 64 * 1024, TRIES = 100, PATH_MOST = 4096, READ_BY_ME = 0600 };

static const char *text_of(const struct form *form, const char *name)
{
	const struct field *field = form_field(form, name);

	return field ? field->input.text : "";
}

/* Texts of the form and of the arena. */
static struct provider_manifest manifest_of(struct dialog_page *page, struct arena *arena)
{
	return (struct provider_manifest){
		.workspace = seen_workspace(dialog_seen(page)).name,
		.url = value_read(value_type_of(kind_field(&provider_kind, "url")),
				  text_of(&page->form, "url"), arena),
		.organization = text_of(&page->form, "organization") };
}

static const char *where_of(const struct form *form, struct arena *arena)
{
	const char *server = value_read(value_type_of(kind_field(&provider_kind,
				"url")), text_of(form, "url"), arena);

	return arena_printf(arena, "%s/organizations/%s/settings/apps/new", server,
			    text_of(form, "organization"));
}

static void fixed_text(struct form *form, const char *name, const char *label,
		       const char *value, const char *help)
{
	struct field *field = form_add_text(form, name, label, value);

	field->fixed = true;
	field->help = help;
}

void provider_app_add(struct dialog_page *page, struct form *form)
{
	const char *workspace = seen_workspace(dialog_seen(page)).name;

	fixed_text(form, "app.name", "App name", form_printf(form, "Hex %s",
		   workspace), "The name that the form on the server has already. "
		   "It is not to be changed there.");
	fixed_text(form, "app.permissions", "Permissions", "Contents: read, "
		   "Metadata: read", "What the app asks for, and no more. The "
		   "server shows them before the app is made.");
	fixed_text(form, "app.where", "Form", "", "Where the form stands. An owner "
		   "of the organization opens it in a browser, with the page that is "
		   "saved here: that fills it in.");
	fixed_text(form, "app.page", "Page", "not saved yet", "A file of HTML: opened in a "
		   "browser, it opens the form on the server, filled in.");
	form_add(form, FIELD_BUTTON, "app.create", "Create GitHub App")->note =
		"saves the page as a file";
	form_add(form, FIELD_BUTTON, "app.view", "View what it asks for");
}

static void view_app(struct dialog_page *page)
{
	struct arena arena = { 0 };
	const struct provider_manifest of = manifest_of(page, &arena);
	struct buf text;

	buf_init(&text, TEXT_MOST);
	buf_printf(&text, "Do not change any field of the form on the server.\n\n"
		   "Form          %s\nApp name      Hex %s\nPermissions   Contents: read\n"
		   "              Metadata: read\nEvents        none\nWebhook       off\n\n"
		   "To sign in with a code as well, its owner ticks Enable Device Flow on the "
		   "page of the app once it is made.\n\nThe form as the page fills it in:\n\n",
		   where_of(&page->form, &arena), of.workspace);
	buf_printf(&text, "%s\n", provider_manifest(&of, &arena));
	text_page_prose(page->screen, "GitHub App: what it asks for", buf_text(&text));
	buf_release(&text);
	arena_release(&arena);
}

/* ---- the page as a file ------------------------------------------------------------------ */

static bool write_all(int fd, const char *text)
{
	size_t left = strlen(text);
	ssize_t n;

	for (; left; left -= (size_t)n, text += n) {
		n = write(fd, text, left);
		if (n <= 0)
			return false;
	}
	return true;
}

/* In the home folder, under a name that is not there yet; false, errno. */
static bool save(const char *text, const char *organization, char path[PATH_MOST])
{
	const char *home = getenv("HOME");
	int fd = -1, i;
	bool good;

	for (i = 1; i < TRIES && fd < 0; i++) {
		if (snprintf(path, PATH_MOST, i == 1 ? "%s/github-app-%s.html" :
			     "%s/github-app-%s-%d.html", home && *home ? home : ".",
			     organization, i) >= PATH_MOST)
			return false;
		fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			  READ_BY_ME);
		if (fd < 0 && errno != EEXIST)
			return false;
	}
	if (fd < 0)
		return false;
	good = write_all(fd, text);
	return close(fd) == 0 && good;
}

/* "~/github-app-data.html": as a shell takes it, too. */
static const char *told(const char *path, struct arena *arena)
{
	const char *home = getenv("HOME");
	size_t n = home ? strlen(home) : 0;

	return n && strncmp(path, home, n) == 0 && path[n] == '/' ?
		arena_printf(arena, "~%s", path + n) : path;
}

static void create_app(struct dialog_page *page)
{
	struct arena arena = { 0 };
	const struct provider_manifest of = manifest_of(page, &arena);
	char state[NEWID_TEXT], path[PATH_MOST];

	newid(state, "s");
	if (save(provider_manifest_page(&of, state, &arena), of.organization, path)) {
		input_set(&form_field(&page->form, "app.page")->input, told(path, &arena));
		pages_toast(page->screen->pages, "Saved for you alone: %s. Open it in a "
			    "browser.", told(path, &arena));
	} else {
		screen_refuse(page->screen, "The page is not saved: %s: %s", told(path, &arena),
			      strerror(errno));
	}
	arena_release(&arena);
}

void provider_app_show(struct form *form, bool on, struct arena *arena)
{
	static const char *const names[] = { "app.name", "app.permissions",
		"app.where", "app.page", "app.create", "app.view" };
	struct field *where = form_field(form, "app.where");

	for (size_t i = 0; i < COUNT_OF(names); i++)
		form_field(form, names[i])->hidden = !on;
	if (on)
		input_set(&where->input, where_of(form, arena));
}

bool provider_app_pressed(struct dialog_page *page, const char *button)
{
	bool view = strcmp(button, "app.view") == 0;
	bool create = strcmp(button, "app.create") == 0;

	if (view)
		view_app(page);
	else if (create)
		create_app(page);
	return view || create;
}
