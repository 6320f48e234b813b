/* page.c: see page.h. */
#include "ui/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"

void *page_new(size_t size, const struct page_ops *ops)
{
	struct page *page = mem_alloc(size);

	page->ops = ops;
	return page;
}

void page_drop(struct page *page)
{
	if (page->ops->free)
		page->ops->free(page);
	else
		free(page);
}

void pages_push(struct pages *pages, struct page *page)
{
	if (pages->n == PAGES_MAX) {
		/* The lowest but the base: nobody is looking at it. */
		struct page *old = pages->stack[1];

		memmove(&pages->stack[1], &pages->stack[2],
			(PAGES_MAX - 2) * sizeof(pages->stack[0]));
		pages->n--;
		page_drop(old);
	}
	pages->stack[pages->n++] = page;
	pages->dirty = true;
}

struct page *pages_take(struct pages *pages)
{
	pages->dirty = true;
	return pages->stack[--pages->n];
}

void pages_put_back(struct pages *pages, struct page *page)
{
	pages_push(pages, page);
	if (page->ops->changed)
		page->ops->changed(page);
}

void pages_pop(struct pages *pages)
{
	if (pages->n)
		page_drop(pages_take(pages));
}

void pages_to_base(struct pages *pages)
{
	while (pages->n > 1)
		pages_pop(pages);
}

void pages_key(struct pages *pages, const struct key *key)
{
	struct key meant;
	int i;

	pages->dirty = true;
	pages->turns++;
	if (pages->around && pages->around(pages, key, &meant))
		key = &meant;
	if (key->code == KEY_NONE)
		return;
	for (i = pages->n - 1; i >= 0 && i < pages->n; i--) {
		struct page *page = pages->stack[i];
		bool overlay = page->ops->overlay;

		/* The handler may have freed the page: not touched after. */
		if (page->ops->key(page, pages, key) || overlay)
			break;
	}
	if (pages->after && pages->n)
		pages->after(pages);
}

void pages_draw(struct pages *pages, struct canvas *canvas)
{
	int i = pages->n - 1;

	canvas_clear(canvas);
	pages->dirty = false;
	pages->turns++;
	pages->cols = canvas->cols;
	while (i > 0 && pages->stack[i]->ops->overlay)
		i--;
	for (; i >= 0 && i < pages->n; i++)
		pages->stack[i]->ops->draw(pages->stack[i], canvas);
	if (pages->drawn)
		pages->drawn(pages, canvas);
}

void pages_changed(struct pages *pages)
{
	int i;

	/* From the base up: what lies above may ask what lies below. */
	for (i = 0; i < pages->n; i++)
		if (pages->stack[i]->ops->changed)
			pages->stack[i]->ops->changed(pages->stack[i]);
	pages->dirty = true;
}

size_t page_secrets(struct page *page, bool wipe)
{
	return page->ops->secrets ? page->ops->secrets(page, wipe) : 0;
}

size_t pages_secrets(const struct pages *pages, bool wipe)
{
	size_t n = 0;
	int i;

	for (i = 0; i < pages->n; i++)
		n += page_secrets(pages->stack[i], wipe);
	return n;
}

static void keep(struct pages *pages)
{
	size_t at = pages->n_said++ % PAGES_SAID;

	pages->said[at].time = (int64_t)time(NULL);
	snprintf(pages->said[at].text, sizeof(pages->said[at].text), "%s",
		 pages->toast);
}

void pages_toast(struct pages *pages, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(pages->toast, sizeof(pages->toast), fmt, ap);
	va_end(ap);
	pages->toasts++;
	pages->dirty = true;
	keep(pages);
}

void pages_hint(struct pages *pages, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(pages->toast, sizeof(pages->toast), fmt, ap);
	va_end(ap);
	pages->toasts++;
	pages->dirty = true;
}

void pages_release(struct pages *pages)
{
	while (pages->n)
		pages_pop(pages);
}

void pages_deaf(struct pages *pages, struct ear *ear)
{
	struct ear **at = &pages->ears;

	for (; *at; at = &(*at)->next)
		if (*at == ear) {
			*at = ear->next;
			return;
		}
}

void pages_listen(struct pages *pages, struct ear *ear)
{
	pages_deaf(pages, ear);
	ear->next = pages->ears;
	pages->ears = ear;
}
