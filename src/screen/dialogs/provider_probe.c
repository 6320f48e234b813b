/* provider_probe.c: see provider_probe.h. */
#include "screen/dialogs/provider_probe.h"

#include <string.h>

#include "base/text.h"
#include "model/check/check_reason.h"
#include "ui/loop.h"

enum { TIMEOUT = 15000 /* ms */, SECOND = 1000, WORDS_LIMIT = 4096 };

static void say(struct provider_probe *self)
{
	const struct check_step *step = self->probe.connect;
	struct buf words;

	buf_init(&words, WORDS_LIMIT);
	self->good = step && (step->status == CHECK_OK || step->status == CHECK_WARN);
	if (self->good) {
		buf_adds(&words, "The server answers");
		if (self->probe.check.server) {
			buf_adds(&words, ": ");
			text_safe(&words, self->probe.check.server);
		}
		buf_addc(&words, '.');
	} else if (step) {
		check_step_words(step, &words);
		if (step->fix) {
			buf_adds(&words, ". Do this: ");
			text_safe(&words, step->fix);
		}
		buf_adds(&words, " Next again goes on all the same.");
	}
	self->said = arena_strdup(&self->arena, buf_text(&words));
	buf_release(&words);
}

static void heard(void *ctx)
{
	struct provider_probe *self = ctx;
	struct dialog_page *page = self->page;

	page->screen->pages->dirty = true;
	if (!probe_step(&self->probe)) {
		self->ear.at = loop_now() + (probe_left(&self->probe) < SECOND ?
					     probe_left(&self->probe) : SECOND);
		return;
	}
	pages_deaf(page->screen->pages, &self->ear);
	self->under_way = false;
	say(self);
	if (self->good)
		self->turn(page);
	else
		dialog_touched(page);
}

bool provider_probe_next(struct provider_probe *self, const char *type, const char *config)
{
	struct pages *pages = self->page->screen->pages;
	struct app *app = self->page->screen->app;
	struct error err;

	error_clear(&err);
	if (app->demo || app->what_if || (self->config && strcmp(self->config, config) == 0)) {
		pages_deaf(pages, &self->ear);
		probe_release(&self->probe);
		if (self->under_way)
			self->said = "The server was not waited for.";
		self->under_way = false;
		return true;			/* hosts of a demo are made up */
	}
	provider_probe_release(self);
	self->config = arena_strdup(&self->arena, config);
	if (!probe_begin(&self->probe, type, config, TIMEOUT, &err)) {
		self->said = arena_printf(&self->arena, "It cannot be asked: %s.", err.text);
		return true;
	}
	self->under_way = true;
	self->said = "The server is asked who it is. Next again goes on without its answer.";
	self->ear = (struct ear){ .fd = probe_fd(&self->probe), .at = loop_now(),
				  .heard = heard, .ctx = self };
	pages_listen(pages, &self->ear);
	dialog_touched(self->page);
	return false;
}

void provider_probe_release(struct provider_probe *self)
{
	if (self->page)
		pages_deaf(self->page->screen->pages, &self->ear);
	probe_release(&self->probe);
	arena_release(&self->arena);
	self->config = NULL;
	self->said = "";
	self->under_way = self->good = false;
}
