/* farewell.c: see farewell.h. */
#include "screen/console/farewell.h"

#include "action/run/what_if.h"
#include "action/scenario/record.h"
#include "screen/dialog/drafts.h"
#include "screen/pages/check_page.h"
#include "screen/preview/receipt.h"

void leaving_look(const struct screen *screen, struct leaving *out)
{
	*out = (struct leaving){
		.steps = what_if_steps(screen->app),
		.check = check_page_runs(screen->pages),
		.vault = screen->app->vault != NULL,
		.copied = screen->clip.name[0] != '\0',
	};
}

static void gap(struct buf *out)
{
	if (out->len)
		buf_addc(out, ' ');
}

static void say_draft(struct screen *screen, struct buf *out)
{
	size_t n = screen->kept_draft ? drafts_kept(screen) : 0;

	if (!n)
		return;
	gap(out);
	buf_printf(out, "%zu draft%s kept: the console offers %s when it is opened again.",
		   n, n == 1 ? "" : "s", n == 1 ? "it" : "the newest");
}

void leaving_words(struct screen *screen, const struct leaving *leaving,
		   struct buf *out)
{
	bool thrown_away = screen->app->folder != NULL;

	receipt_changes(screen, thrown_away, out);
	say_draft(screen, out);
	if (leaving->steps) {
		gap(out);
		buf_printf(out, "%zu step%s of what-if dropped, not saved.",
			   leaving->steps, leaving->steps == 1 ? "" : "s");
	}
	if (leaving->check) {
		gap(out);
		buf_adds(out, "A check under way was cancelled.");
	}
	if (leaving->vault && !thrown_away) {
		gap(out);
		buf_adds(out, "The vault is locked.");
	}
	if (leaving->copied) {
		gap(out);
		buf_adds(out, "The clipboard was told to forget the secret.");
	}
	if (thrown_away && screen->receipt)
		buf_adds(out, screen->app->witness ? " The copy is thrown away; scenario run "
			 "does again what was recorded." :
			 " The demo is thrown away; --keep FILE would keep one.");
	if (screen->app->witness)
		gap(out);
	record_receipt(screen->app, out);
	if (out->len)
		buf_addc(out, '\n');
}
