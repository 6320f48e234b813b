/* app_event.c: see app_event.h. */
#include "action/core/app_event.h"

#include "base/clock.h"

struct event app_event(const struct app *app, char op_id[NEWID_TEXT])
{
	newid(op_id, "op");
	return (struct event){
		.time = clock_now(), .op_id = op_id,
		.actor = app_actor_text(app),
		.acting_as = app->acting_as == NOBODY ? NULL :
			app->facts.users[app->acting_as].email,
		.login = app->login, .client = app->client, .tty = app->tty,
		.reason = app->reason, .targets = "", .edits = "[]",
	};
}
