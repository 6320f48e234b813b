/* signing.c: see signing.h. */
#include "action/check/signing.h"

#include <string.h>

#include "action/core/word_list.h"
#include "model/check/check_reason.h"

bool signing_is(const struct app *app, struct check_subject provider, const char **why)
{
	struct arena arena = { 0 };
	struct kind_state state = check_state(app, provider, &arena);
	const struct kind_need *need = state.type ? kind_need(&state, "token") : NULL;
	const char *client = kind_value(&state, "client_id");
	bool is = need && need->given;

	*why = is && (!client || !*client) ? "a Client ID" : NULL;
	arena_release(&arena);
	return is;
}

bool signing_begin(struct signing *signing, struct app *app,
		   struct check_subject provider,
		   void (*show)(void *ctx, const char *user_code, const char *address,
				int64_t seconds), void *ctx,
		   int64_t timeout, struct error *err)
{
	signing->ear = (struct check_ear){ .device = show, .ctx = ctx };
	signing->task = (struct check_task){ .subject = provider, .job = "sign_in",
					     .ear = &signing->ear };
	return checking_ask(&signing->checking, app, &signing->task, timeout, err);
}

bool signing_good(const struct signing *signing, struct error *err)
{
	return checking_good(&signing->checking, "nobody is signed in", err);
}

void signing_release(struct signing *signing)
{
	checking_release(&signing->checking);
}

static bool gave_up(struct signing *signing, struct error *err)
{
	const char *id = signing->checking.v[0].check.id;

	checking_cancel(&signing->checking);
	error_set(err, ERROR_INVALID, "CANCELLED", "cancelled: nobody is signed in");
	return error_remedy(err, "later: gatehouse provider sign-in %.100s", id);
}

/* It failed: is that its last check now? */
static bool keep_failure(struct signing *signing, struct error *err)
{
	signing->checking.asks = false;
	return checking_keep(&signing->checking, err);
}

bool signing_run(struct app *app, struct check_subject provider, int64_t timeout,
		 bool fresh, struct error *err)
{
	const struct device_face *face = app->opts ? app->opts->device : NULL;
	struct checking *checking;
	struct signing signing;
	struct error kept;	/* what is told is why nobody is signed in */
	bool done;

	error_clear(&kept);
	if (!face) {
		error_set(err, ERROR_INVALID, "NOBODY_THERE",
			  "nobody is there to be shown the code");
		return error_remedy(err, "sign in on the command line");
	}
	done = signing_begin(&signing, app, provider, face->show, face->ctx, timeout, err);
	checking = &signing.checking;
	while (done && !checking_over(checking))
		if (!checking_step(checking) &&
		    !face->wait(face->ctx, checking_fd(checking), checking_left(checking)))
			done = gave_up(&signing, err);
	if (done && !signing_good(&signing, err)) {
		done = false;
		if (fresh && signing.checking.v[0].check.status == CHECK_FAIL)
			(void)keep_failure(&signing, &kept);
	}
	signing_release(&signing);
	return done;
}
