/* drafts.c: what was typed into dialogs and not saved.  In memory, and for stores
 * that stay in the file "drafts" of the state folder, an entry:
 *	draft TAB store TAB action TAB subject TAB title TAB bytes NL, the bytes.
 * The subject is a thing, "-" for none, or "set" and the things that were marked.
 * Those made while one acts as somebody are theirs, and only in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/asked.h"
#include "base/mem.h"
#include "screen/dialog/dialog.h"
#include "screen/dialog/drafts.h"
#include "screen/dialog/marked.h"
#include "screen/frame/finder.h"
#include "action/core/state_file.h"
#include "screen/frame/keymap.h"
#include "screen/frame/text_page.h"
#include "screen/frame/verb.h"

enum { DRAFTS_MAX = 50, FIELDS = 6, SET_BYTES = 256 * 1024 };

static const char file_name[] = "drafts";
static const char set_sign[] = "set";	/* before the things of a marked set */

struct draft {
	char *store, *action, *subject, *title, *text;
	char *as;		/* id of whom one acted as; "": as oneself */
};

struct drafts {
	struct draft v[DRAFTS_MAX];	/* newest last */
	size_t n;
};

static void draft_free(struct draft *draft)
{
	free(draft->store);
	free(draft->action);
	free(draft->subject);
	free(draft->title);
	free(draft->text);
	free(draft->as);
}

static void drop(struct drafts *drafts, size_t i)
{
	draft_free(&drafts->v[i]);
	memmove(&drafts->v[i], &drafts->v[i + 1],
		(drafts->n - i - 1) * sizeof(drafts->v[0]));
	drafts->n--;
}

static void append(struct drafts *drafts, const struct draft *draft)
{
	if (drafts->n == DRAFTS_MAX)
		drop(drafts, 0);
	drafts->v[drafts->n++] = *draft;
}

static void empty(struct drafts *drafts)
{
	while (drafts->n)
		drop(drafts, drafts->n - 1);
}

/* ---- the file ------------------------------------------------------------------- */

static char *cut_copy(const char *text, size_t n)
{
	char *copy = mem_alloc(n + 1);

	memcpy(copy, text, n);
	return copy;
}

/* One entry; the place after it, or NULL where it is none. */
static char *take_entry(struct drafts *drafts, char *at)
{
	char *field[FIELDS], *end = strchr(at, '\n');
	struct draft draft;
	size_t i, bytes;

	if (!end)
		return NULL;
	*end++ = '\0';
	for (i = 0; i < FIELDS; i++) {
		field[i] = at;
		at = strchr(at, '\t');
		if (at)
			*at++ = '\0';
		else if (i + 1 < FIELDS)
			return NULL;
		else
			break;
	}
	bytes = strtoul(field[5], NULL, 10);
	if (strcmp(field[0], "draft") != 0 || bytes > strlen(end))
		return NULL;
	draft.store = mem_strdup(field[1]);
	draft.action = mem_strdup(field[2]);
	draft.subject = mem_strdup(field[3]);
	draft.title = mem_strdup(field[4]);
	draft.text = cut_copy(end, bytes);
	draft.as = mem_strdup("");
	append(drafts, &draft);
	return end + bytes;
}

static void read_file(struct drafts *drafts)
{
	struct buf text;
	char *at;

	buf_init(&text, STATEFILE_MAX);
	statefile_read(file_name, &text);
	at = text.len ? text.data : NULL;
	while (at && *at)
		at = take_entry(drafts, at);
	buf_release(&text);
}

static bool write_draft_file(const struct drafts *drafts)
{
	struct buf text;
	bool done;
	size_t i;

	buf_init(&text, STATEFILE_MAX);
	for (i = 0; i < drafts->n; i++) {
		const struct draft *draft = &drafts->v[i];

		if (draft->as[0])
			continue;
		buf_printf(&text, "draft\t%s\t%s\t%s\t%s\t%zu\n%s",
			   draft->store, draft->action, draft->subject,
			   draft->title, strlen(draft->text), draft->text);
	}
	done = !text.overflow && statefile_write(file_name, &text);
	buf_release(&text);
	return done;
}

/* ---- those of this console -------------------------------------------------------- */

static bool lasts(const struct screen *screen)
{
	return !screen->app->demo && !screen->acted[0] &&
		!strpbrk(screen->app->store_path, "\t\n");
}

/* Other consoles of the same user write the file, too: look each time. */
static struct drafts *all_drafts(struct screen *screen)
{
	if (!screen->drafts)
		screen->drafts = mem_alloc(sizeof(*screen->drafts));
	if (lasts(screen)) {
		empty(screen->drafts);
		read_file(screen->drafts);
	}
	return screen->drafts;
}

static bool put_back(struct screen *screen)
{
	return !lasts(screen) || write_draft_file(screen->drafts);
}

static bool is_here(const struct screen *screen, const struct draft *draft)
{
	return strcmp(draft->store, screen->app->store_path) == 0 &&
		strcmp(draft->as, screen->acted) == 0;
}

/* A dialog over several actions has one draft a subject. */
static const char *draft_action(const struct dialog_page *page,
				struct arena *arena)
{
	const char *first = page->dialog->actions[0];

	return first ? first : action_name(asked_lead(page->action), arena);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Of marked things all of them, in whatever order they were marked: another set, and
 * each of them alone, has drafts of its own. */
static const char *set_id(const struct marked *marked, struct arena *arena)
{
	const char **id = arena_array(arena, marked->n + 1, sizeof(*id));
	const char *all;
	struct buf text;
	size_t i;

	buf_init(&text, SET_BYTES);
	for (i = 0; i < marked->n; i++)
		id[i] = finder_id(&marked->v[i], arena);
	qsort(id, marked->n, sizeof(*id), by_text);
	buf_adds(&text, set_sign);
	for (i = 0; i < marked->n; i++)
		buf_printf(&text, " %s", id[i]);
	all = arena_strdup(arena, buf_text(&text));
	buf_release(&text);
	return all;
}

static const char *subject_id(const struct dialog_page *page, struct arena *arena)
{
	return page->marked ? set_id(page->marked, arena) :
		page->subject.kind == THING_NONE ? "-" :
		finder_id(&page->subject, arena);
}

/* Its place, or n.  A page that reads a file has none: the draft of its action is that of
 * the dialog that it was opened from. */
static size_t find(struct dialog_page *page, const struct drafts *drafts)
{
	struct arena arena = { 0 };
	const char *action = draft_action(page, &arena);
	const char *subject = subject_id(page, &arena);
	size_t i = page->dialog->file ? drafts->n : 0;

	for (; i < drafts->n; i++)
		if (is_here(page->screen, &drafts->v[i]) &&
		    strcmp(drafts->v[i].action, action) == 0 &&
		    strcmp(drafts->v[i].subject, subject) == 0)
			break;
	arena_release(&arena);
	return i;
}

static char *one_line(const char *text)
{
	char *copy = mem_strdup(text), *s;

	for (s = copy; *s; s++)
		if (*s == '\t' || *s == '\n')
			*s = ' ';
	return copy;
}

bool drafts_keep(struct dialog_page *page)
{
	struct drafts *drafts = all_drafts(page->screen);
	struct arena arena = { 0 };
	struct draft draft;
	struct buf text;
	size_t at = find(page, drafts);
	bool kept;

	if (page->dialog->file)
		return false;
	buf_init(&text, 256 * 1024);
	form_save(&page->form, &text);
	if (at < drafts->n)
		drop(drafts, at);
	kept = text.len && !text.overflow;
	if (kept) {
		draft.store = mem_strdup(page->screen->app->store_path);
		draft.action = mem_strdup(draft_action(page, &arena));
		draft.subject = one_line(subject_id(page, &arena));
		draft.title = one_line(page->title);
		draft.text = mem_strdup(buf_text(&text));
		draft.as = mem_strdup(page->screen->acted);
		append(drafts, &draft);
	}
	kept = put_back(page->screen) && kept;
	page->screen->kept_draft = page->screen->kept_draft || kept;
	buf_release(&text);
	arena_release(&arena);
	return kept;
}

void drafts_forget(struct dialog_page *page)
{
	struct drafts *drafts = all_drafts(page->screen);
	size_t at = find(page, drafts);

	if (at == drafts->n)
		return;
	drop(drafts, at);
	(void)put_back(page->screen);	/* at worst one too many is offered */
}

bool drafts_take(struct dialog_page *page)
{
	struct drafts *drafts = all_drafts(page->screen);
	size_t at = find(page, drafts);

	if (at == drafts->n)
		return false;
	form_restore(&page->form, drafts->v[at].text);
	return form_changed(&page->form);
}

size_t drafts_lost(struct screen *screen)
{
	const struct drafts *drafts = all_drafts(screen);
	size_t i, n = 0;

	for (i = 0; i < drafts->n && !lasts(screen); i++)
		n += strcmp(drafts->v[i].store, screen->app->store_path) == 0;
	return n;
}

size_t drafts_kept(struct screen *screen)
{
	const struct drafts *drafts = all_drafts(screen);
	size_t i, n = 0;

	for (i = 0; i < drafts->n && lasts(screen); i++)
		n += is_here(screen, &drafts->v[i]);
	return n;
}

/* ---- coming back to one ------------------------------------------------------------ */

/* The things of a set; NULL: it is of none, or one. */
static struct marked *marked_of(const struct draft *draft)
{
	char *copy = mem_strdup(draft->subject), *rest = copy;
	const char *word = strsep(&rest, " ");
	struct marked *marked = NULL;

	if (word && strcmp(word, set_sign) == 0) {
		marked = marked_new(MARKED_MOST);
		while (marked->n < MARKED_MOST && (word = strsep(&rest, " ")))
			marked->n += finder_thing(word, &marked->v[marked->n]);
	}
	free(copy);
	return marked;
}

static void resume(struct screen *screen, const struct draft *draft)
{
	struct go go = { .kind = GO_VERB_ON,
			 .action = verb_called(draft->action) };

	snprintf(go.text, sizeof(go.text), "The draft of %s cannot be opened: ",
		 draft->title);
	(void)finder_thing(draft->subject, &go.thing);
	if (go.action && (go.marked = marked_of(draft)) != NULL)
		go.kind = GO_VERB_SET;
	if (go.action)
		screen->go = go;
	else
		pages_toast(screen->pages, "%sthis version does not know it",
			    go.text);
}

static const struct draft *newest(struct screen *screen)
{
	const struct drafts *drafts = all_drafts(screen);
	size_t i;

	for (i = drafts->n; i > 0; i--)
		if (is_here(screen, &drafts->v[i - 1]))
			return &drafts->v[i - 1];
	return NULL;
}

void drafts_resume(struct screen *screen)
{
	const struct draft *draft = newest(screen);

	if (draft)
		resume(screen, draft);
	else
		pages_toast(screen->pages, "There is no draft.");
}

bool drafts_offer(struct screen *screen)
{
	const struct draft *draft = newest(screen);

	if (draft)
		pages_toast(screen->pages, "Draft kept: %s. %s resumes it, "
			    "%s lists.", draft->title, key_said(CMD_DRAFT),
			    key_said(CMD_DRAFTS));
	return draft != NULL;
}

void drafts_list(struct screen *screen)
{
	const struct drafts *drafts = all_drafts(screen);
	struct buf text;
	size_t i;

	buf_init(&text, 64 * 1024);
	for (i = drafts->n; i > 0; i--)
		if (is_here(screen, &drafts->v[i - 1]))
			buf_printf(&text, "%s\n    %s, not saved\n",
				   drafts->v[i - 1].title,
				   drafts->v[i - 1].action);
	keys_said(&text, text.len ? "\nOpen the same dialog again and its draft "
		  "is back; {draft} opens the newest.\n" : "There is no draft.\n");
	text_page_go(screen, "Drafts", buf_text(&text));
	buf_release(&text);
}

void drafts_release(struct screen *screen)
{
	if (screen->drafts)
		empty(screen->drafts);
	free(screen->drafts);
	screen->drafts = NULL;
}
