/* answering.c: somebody asks for more access to a project (D32): grant it, grant less, or
 * decline with a reason.  What the grant moves stands below, as where one shares. */
#include "screen/dialog/dialog.h"

#include <stdlib.h>

#include "access/request_seen.h"
#include "access/rights.h"
#include "access/words.h"
#include "base/mem.h"

enum { ANSWERS = LEVELS + 1, UNANSWERED = 0 };

/* What each choice says to the action: as asked, lower levels, decline. */
struct offer {
	const char *label[ANSWERS], *means[ANSWERS], *shut[ANSWERS];
	const char *word[ANSWERS];
	int n;
};

static void offer(struct offer *self, const char *word, const char *label,
		  const char *means)
{
	self->word[self->n] = word;
	self->label[self->n] = label;
	self->means[self->n++] = means;
}

static void offers(struct offer *self, const struct access_request *one,
		   enum level now)
{
	*self = (struct offer){ .n = 0 };
	offer(self, NULL, "not answered", "it stays open");
	offer(self, "grant", level_label(one->level), "what is asked for");
	for (enum level level = one->level; level_opens(level) && --level > now;)
		offer(self, level_code(level), level_label(level), "less than asked for");
	offer(self, "decline", "decline", "with a reason");
}

/* ---- the form ------------------------------------------------------------------------- */

static const char *name_of(const struct seen *seen, uint32_t user)
{
	return user == NOBODY ? "somebody who is gone" : seen_user_label(seen, user);
}

static void show(struct dialog_page *page, struct form *form,
		 const struct access_request *one, enum level now)
{
	const struct seen *seen = dialog_seen(page);
	struct field *field;

	dialog_title(page, "%s asks for %s", name_of(seen, one->user),
		     level_label(one->level));
	field = form_add_text(form, "project", "Project", one->project == NOBODY ?
			      "is gone" : seen_project_label(seen, one->project));
	field->fixed = true;
	page->consequence.about = thing_of(page->screen->app, one->project == NOBODY ?
					   THING_NONE : THING_PROJECT, one->project);
	field = form_add_text(form, "now", "Has now", level_label(now));
	field->fixed = true;
	field = form_add_text(form, "said", "Message", *one->message ? one->message :
			      "none");
	field->fixed = true;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct facts *facts = seen_judged(dialog_seen(page));
	struct access_request one;
	struct answer now = { .effective = LEVEL_NONE };
	struct field *field;
	uint32_t n;

	if (page->subject.kind != THING_REQUEST) {
		error_set(err, ERROR_INVALID, NULL, "choose first whom to answer");
		return error_remedy(err, "gatehouse access requests lists who asks");
	}
	if (!dialog_subject(page, &n, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct offer));
	if (!access_request_read(facts, n, &form->arena, &one)) {
		error_set(err, ERROR_CONFLICT, "STALE", "this request is gone");
		return false;
	}
	if (one.user != NOBODY && one.project != NOBODY)
		access_decide(facts, one.user, one.project, &form->arena, &now);
	offers(page->ctx, &one, now.effective);
	show(page, form, &one, now.effective);
	if (one.state != ACCESS_REQUEST_OPEN)
		page->readonly = "This request is answered already.";
	else if (request_sight(dialog_seen(page), n) == REQUEST_OWN)
		page->readonly = "Your own request is for others to answer.";
	field = form_add_choice(form, "answer", "Answer",
				((struct offer *)page->ctx)->label,
				((struct offer *)page->ctx)->n, UNANSWERED);
	field->means = ((struct offer *)page->ctx)->means;
	field->help = "Granting is what sharing the project does; below stands who gains. "
		"Granting and answering are one change, and undone together.";
	field = form_add_text(form, "message", "Reason", "");
	field->help = "Told to whoever asked, in at most 150 characters. Declining wants one.";
	(void)form_focus(form, "answer");
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct offer *self = page->ctx;
	const char *word = self->word[form_field(form, "answer")->choice];
	const char *message = form_field(form, "message")->input.text;

	if (!word && *message) {
		error_set(err, ERROR_INVALID, NULL, "what the answer is, is not said yet");
		error_field(err, "answer");
		return error_remedy(err, "choose one above the reason");
	}
	if (word && *message)
		batch_pairs(batch, "access", "answer", "request", page->subject.id,
			    "answer", word, "message", message, BATCH_END);
	else if (word)
		batch_pairs(batch, "access", "answer", "request", page->subject.id,
			    "answer", word, BATCH_END);
	return true;
}

static void release(struct dialog_page *page)
{
	free(page->ctx);
}

const struct dialog dialog_answering = {
	.actions = { "access answer", NULL },
	.load = load, .commands = commands, .release = release, .save = "Answer"
};
