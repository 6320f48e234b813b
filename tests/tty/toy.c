/* toy.c: the smallest console of the ui room, for its tests: a list, a filter, a
 * dialog, ways to die, and ways to write to the terminal twice. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/input.h"
#include "ui/list.h"
#include "ui/loop.h"
#include "ui/page.h"
#include "ui/term.h"

struct desk {
	struct page page;
	struct pages *pages;
	struct list list;
	struct input filter;
	bool filtering;
};

struct dialog {
	struct page page;
	struct input name;
};

/* "S", "Ctrl-P", "F8", "PgDn" */
static void key_name(const struct key *key, char *out, size_t size)
{
	static const char *const name[] = {
		"", "Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Del",
		"Ins", "Up", "Down", "Left", "Right", "Home", "End", "PgUp",
		"PgDn", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9",
		"F10", "F11", "F12", "Paste", "Mouse"
	};
	char bytes[8] = "", letter_[2] = "";
	const char *text = bytes;

	if (key->code >= KEY_NONE) {
		size_t i = key->code - KEY_NONE;

		text = i < COUNT_OF(name) ? name[i] : "";
	} else if (key->code == ' ') {
		text = "Space";
	} else if (key->mods & KEY_CTRL && key->code >= 'a' && key->code <= 'z') {
		letter_[0] = (char)(key->code & ~0x20u);
		text = letter_;
	} else {
		bytes[text_encode(key->code, bytes)] = '\0';
	}
	snprintf(out, size, "%s%s%s%s", key->mods & KEY_CTRL ? "Ctrl-" : "",
		 key->mods & KEY_ALT ? "Alt-" : "",
		 key->mods & KEY_SHIFT ? "Shift-" : "", text);
}

static size_t n_rows = 500;

static size_t rows(void *ctx)
{
	(void)ctx;
	return n_rows;
}

static uint64_t row_id(void *ctx, size_t row)
{
	(void)ctx;
	return row + 1;
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	(void)ctx;
	switch (column) {
	case 0:
		buf_printf(out, "Person number %zu", row);
		break;
	case 1:
		buf_adds(out, row % 3 ? "Viewer" : "Editor");
		break;
	case 2:
		buf_adds(out, row % 4 ? "Can View" : "Can Edit");
		*style |= STYLE_RED;
		break;
	default:
		buf_printf(out, "%zu", row * 7 % 10);
	}
}

static const struct list_column columns[] = {
	{ "NAME", "name", 10, 0, 0, false, false, false },
	{ "ROLE", "role", 6, 8, 2, false, true, false },
	{ "EFFECTIVE", "effective", 9, 12, 1, false, true, false },
	{ "N", "n", 2, 3, 3, true, false, false }
};

static void dialog_draw(struct page *page, struct canvas *canvas)
{
	struct dialog *dialog = (struct dialog *)page;
	int row = canvas->rows / 2 - 3, col = canvas->cols / 2 - 20;

	canvas_box(canvas, row, col, 6, 40, "Rename");
	canvas_text(canvas, row + 2, col + 2, 8, STYLE_PLAIN, "Name");
	canvas_text(canvas, row + 2, col + 9, 1, STYLE_PLAIN, "[");
	canvas_text(canvas, row + 2, col + 36, 1, STYLE_PLAIN, "]");
	input_draw(&dialog->name, canvas, row + 2, col + 10, 26, true);
}

static bool dialog_key(struct page *page, struct pages *pages,
		       const struct key *key)
{
	struct dialog *dialog = (struct dialog *)page;

	if (key->code == KEY_ENTER)
		pages_toast(pages, "Named %s.", dialog->name.text);
	if (key->code == KEY_ENTER || key->code == KEY_ESC) {
		pages_pop(pages);
		return true;
	}
	return input_key(&dialog->name, key);
}

static void dialog_free(struct page *page)
{
	free(page);
}

static void open_dialog(struct pages *pages)
{
	static const struct page_ops ops = { true, dialog_draw, dialog_key, NULL,
					     dialog_free, NULL };
	struct dialog *dialog = mem_alloc(sizeof(*dialog));

	dialog->page.ops = &ops;
	pages_push(pages, &dialog->page);
}

static void desk_draw(struct page *page, struct canvas *canvas)
{
	struct desk *desk = (struct desk *)page;
	int last = canvas->rows - 1;

	canvas_text(canvas, 0, 0, 10, STYLE_REVERSE, " toy ");
	canvas_text(canvas, 0, 6, 2, STYLE_PLAIN, "/");
	list_draw(&desk->list, canvas, 1, 0, last - 1, canvas->cols,
		  !desk->filtering);
	input_draw(&desk->filter, canvas, 0, 8, 20, desk->filtering);
	canvas_printf(canvas, 0, 30, 40, STYLE_PLAIN, "%zu of %zu",
		      desk->list.n_shown, desk->list.total);
	canvas_text(canvas, last, 0, canvas->cols, STYLE_PLAIN,
		    desk->pages->toast[0] ? desk->pages->toast :
		    "j down  / filter  q quit");
}

static bool filter_key(struct desk *desk, const struct key *key)
{
	if (key->code == KEY_ENTER || key->code == KEY_ESC) {
		if (key->code == KEY_ESC)
			input_set(&desk->filter, "");
		desk->filtering = false;
	} else if (!input_key(&desk->filter, key)) {
		return false;
	}
	list_filter(&desk->list, desk->filter.text);
	return true;
}

/* The volatile stop is never reached, but the compiler cannot know. */
static volatile size_t deep_enough = SIZE_MAX;

static size_t overflow_stack(size_t depth)
{
	volatile char here[4096];

	here[depth % sizeof(here)] = 'x';
	if (depth == deep_enough)
		return 0;
	return overflow_stack(depth + 1) + (size_t)here[0];
}

static void die(uint32_t code)
{
	switch (code) {
	case '!': abort();
	case '#': raise(SIGSEGV); break;
	case '$': n_rows = overflow_stack(0); break;
	case '&': raise(SIGFPE); break;
	case '^': (void)!mem_resize(NULL, SIZE_MAX / 2, 1); break;
	case '*': exit(3);
	case '%': term_send("\033[m", 3); break;	/* a second write */
	case '@': fputs("\033[m", stdout); fflush(stdout); break;
	case '=':
		if (term_send("hung", 4))
			for (;;)
				pause();
		break;
	default: break;
	}
}

static bool desk_key(struct page *page, struct pages *pages,
		     const struct key *key)
{
	struct desk *desk = (struct desk *)page;
	char name[32];

	if (desk->filtering)
		return filter_key(desk, key);
	if (!key->mods)
		die(key->code);
	if (key->code == KEY_PASTE) {
		desk->filtering = true;
		return filter_key(desk, key);
	}
	if (list_key(&desk->list, key))
		return true;
	switch (key->mods ? KEY_NONE : key->code) {
	case '/':
		desk->filtering = true;
		return true;
	case 's':
		list_sort(&desk->list, 1);
		return true;
	case 'm':
		term_mouse(!term_about()->mouse);
		return true;
	case KEY_ENTER:
		open_dialog(pages);
		return true;
	case 'q':
		pages->quit = true;
		return true;
	default:
		key_name(key, name, sizeof(name));
		pages_toast(pages, "key %s", name);
		return true;
	}
}

static void desk_free(struct page *page)
{
	list_release(&((struct desk *)page)->list);
}

int main(int argc, char **argv)
{
	static const struct list_source source = { .rows = rows, .id = row_id,
		.cell = cell };
	static const struct page_ops ops = { false, desk_draw, desk_key, NULL,
					     desk_free, NULL };
	static struct desk desk = { .page = { &ops } };
	struct pages pages = { .n = 0 };
	struct error err;
	enum loop_end end;

	if (argc > 1)
		n_rows = strtoul(argv[1], NULL, 10);
	desk.pages = &pages;
	text_init();
	if (!term_open(getenv("NO_COLOR") != NULL, &err)) {
		printf("%s (%s)\n", err.text, err.remedy);
		return error_exit_status(err.kind);
	}
	if (term_about()->fell_back)
		pages_toast(&pages, "TERM is unknown here: using %s",
			    term_about()->name);
	list_init(&desk.list, &source, columns, 4);
	pages_push(&pages, &desk.page);
	end = loop_run(&pages, NULL, getenv("GATEHOUSE_TEST") ?
		       LOOP_SETTLED : LOOP_NO_MARKS);
	pages_release(&pages);
	term_close();
	return end == LOOP_QUIT ? 0 : end == LOOP_SIGNAL ? 40 : 41;
}
