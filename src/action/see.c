/* see.c: what the present subject may see (INTERFACES 2, DOMAIN 6). */
#include "action/app.h"

/* Users and groups: everybody but Guests and the deactivated (row 22). */
static bool sees_people(const struct app *app)
{
	uint32_t subject = app_subject(app);

	if (app_reads_all(app))
		return true;
	return app->facts.users[subject].active &&
		app->facts.users[subject].role != ROLE_GUEST;
}

bool app_sees_user(const struct app *app, uint32_t user)
{
	if (user >= app->facts.n_users || app->facts.users[user].gone)
		return false;
	return user == app_subject(app) || sees_people(app);
}

bool app_sees_group(const struct app *app, uint32_t group)
{
	if (group >= app->facts.n_groups || app->facts.groups[group].gone)
		return false;
	return sees_people(app);
}

bool app_sees_asset(const struct app *app, uint32_t asset)
{
	if (asset >= app->facts.n_assets || app->facts.assets[asset].gone)
		return false;
	return app_reads_all(app) ||
		access_asset(&app->facts, app_subject(app), asset);
}

bool app_sees_project(const struct app *app, uint32_t project)
{
	struct arena arena = { 0 };
	struct answer answer;

	if (project >= app->facts.n_projects ||
	    app->facts.projects[project].gone)
		return false;
	if (app_reads_all(app))
		return true;
	access_decide(&app->facts, app_subject(app), project, &arena, &answer);
	arena_release(&arena);
	return answer.effective >= LEVEL_APP_ONLY;
}
