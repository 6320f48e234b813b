/* edit_test.c: facts, and edits there and back again. */
#include "tests/expect.h"

#include "base/attr.h"
#include "base/buf.h"
#include "model/asked/level_request.h"
#include "model/edit.h"
#include "model/whose.h"
#include "model/workspace_file.h"

enum { EDITS = 10000, BATCH = 25, USERS = 12, GROUPS = 6, ASSETS = 8,
       PROJECTS = 7, RECORDS = 6 };

static uint64_t seed;

static uint32_t pick(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(seed >> 33) % n;
}

static void small_world(struct facts *facts)
{
	char id[16], mail[32];

	facts_init(facts);
	facts->name = "World";
	for (uint32_t i = 0; i < USERS; i++) {
		snprintf(id, sizeof(id), "u%u", i);
		snprintf(mail, sizeof(mail), "U%u@x.example", i);
		facts_add_user(facts, id, mail, "", (enum role)(i % ROLES));
	}
	for (uint32_t i = 0; i < GROUPS; i++) {
		snprintf(id, sizeof(id), "g%u", i);
		facts_add_group(facts, id, "Group");
	}
	for (uint32_t i = 0; i < ASSETS; i++) {
		snprintf(id, sizeof(id), "A_%u", i);
		facts_add_asset(facts, id, i % 4, id);
	}
	for (uint32_t i = 0; i < RECORDS; i++) {
		snprintf(id, sizeof(id), "pr%u", i);
		(void)facts_add_record(facts, OF_PROVIDER, &(struct fact_record){
			.id = id, .name = "Provider", .type = "bitbucket" });
		snprintf(id, sizeof(id), "t%u", i);
		(void)facts_add_record(facts, OF_TOKEN, &(struct fact_record){
			.id = id, .name = "Token", .type = "workspace" });
		snprintf(id, sizeof(id), "rq%u", i);
		(void)facts_add_record(facts, OF_REQUEST, &(struct fact_record){
			.id = id, .name = "Please", .type = "open" });
	}
	for (uint32_t i = 0; i < PROJECTS; i++) {
		snprintf(id, sizeof(id), "p%u", i);
		facts_add_project(facts, id, "Project", pick(USERS));
	}
}

static char *bytes(const struct facts *facts)
{
	struct buf buf;
	char *text;

	buf_init(&buf, 16 << 20);
	workspace_write_json(&buf, facts);
	assert_false(buf.overflow);
	text = strdup(buf_text(&buf));
	buf_release(&buf);
	return text;
}

/* Each relation is in both lists. */
static void check_both_ways(const struct facts *facts)
{
	const struct fact_project *project;
	const struct fact_grant *grant;
	uint32_t there;

	for (uint32_t g = 0; g < facts->n_groups; g++)
		for (uint32_t u = 0; u < facts->n_users; u++)
			assert_int_equal(
				numbers_has(&facts->groups[g].members, u),
				numbers_has(&facts->users[u].groups, g));
	for (uint32_t p = 0; p < facts->n_projects; p++) {
		project = &facts->projects[p];
		for (uint32_t u = 0; u < facts->n_users; u++)
			assert_int_equal(
				numbers_has(&facts->users[u].projects, p),
				project->owner == u ||
				facts_grant(facts, p, false, u) != NULL);
		for (uint32_t g = 0; g < facts->n_groups; g++)
			assert_int_equal(
				numbers_has(&facts->groups[g].projects, p),
				facts_grant(facts, p, true, g) != NULL);
		for (uint32_t i = 0; i < project->n_grants; i++) {
			grant = &project->grants[i];
			assert_int_not_equal(grant->level, LEVEL_NONE);
		}
		for (uint32_t a = 0; a < facts->n_assets; a++)
			assert_int_equal(
				numbers_has(&project->assets, a),
				numbers_has(&facts->assets[a].projects, p));
	}
	for (uint32_t u = 0; u < facts->n_users; u++) {
		there = facts_user_by_email(facts, facts->users[u].email);
		assert_int_equal(there, facts->users[u].gone ? NOBODY : u);
	}
}

/* ---- random edits ------------------------------------------------------------ */

static const char *text_or(const char *text)
{
	static const char *const some[] = { "One", "Two", "Drei \xe2\x80\xae",
					    "F\xc3\xbcnf" };

	return text ? text : some[pick(COUNT_OF(some))];
}

static uint32_t live_group(const struct facts *facts)
{
	uint32_t n;

	do
		n = pick(facts->n_groups);
	while (facts->groups[n].gone);
	return n;
}

static uint32_t live_asset(const struct facts *facts)
{
	uint32_t n;

	do
		n = pick(facts->n_assets);
	while (facts->assets[n].gone);
	return n;
}

static uint32_t live_project(const struct facts *facts)
{
	uint32_t n;

	do
		n = pick(facts->n_projects);
	while (facts->projects[n].gone);
	return n;
}

static uint32_t live_record(const struct facts *facts, enum whose whose)
{
	uint32_t n;

	do
		n = pick(whose_n(facts, whose));
	while (*whose_gone(facts, whose, n));
	return n;
}

static void random_setting(struct edit *edit)
{
	static const char *const names[] = { "share_to_web", "api_access",
		"show_secret_values", "token_max_days" };
	uint32_t n = pick(COUNT_OF(names));

	edit->text = names[n];
	edit->value = n == 3 ? (int)pick(100) + 1 : (int)pick(2);
}

static int random_value(enum edit_kind kind)
{
	switch (kind) {
	case EDIT_PLAN:
		return (int)pick(PLANS);
	case EDIT_USER_ADD:
	case EDIT_USER_ROLE:
		return (int)pick(ROLES);
	case EDIT_ASSET_ADD:
		return (int)pick(4);
	case EDIT_ASSET_BUILTIN:
		return (int)pick(8);
	case EDIT_PROJECT_STATE:
		return (int)pick(STATES);
	case EDIT_PROJECT_PUBLIC:
		return (int)pick(LEVEL_CAN_VIEW + 1);
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return (int)pick(LEVELS);
	default:
		return (int)pick(2);
	}
}

/* Ids come back after deletions, to see that they may. */
static void random_add(const struct facts *facts, struct edit *edit,
		       char id[32], char mail[64])
{
	static const char *const types[] = { "postgres", "", "", "s3" };

	snprintf(id, 32, "N_%u", pick(1u << 30));
	if (edit->kind == EDIT_GROUP_ADD && facts_group(facts, "g0") == NOBODY)
		snprintf(id, 32, "g0");
	snprintf(mail, 64, "%s@x.example", id);
	edit->text = id;
	edit->text2 = edit->kind == EDIT_USER_ADD ? mail : "New";
	edit->text3 = edit->kind == EDIT_ASSET_ADD ? types[edit->value] : "";
	if (edit->kind == EDIT_ASSET_ADD) {
		edit->text2 = id;
		edit->text4 = "{\"host\":\"h\"}";
	}
}

/* Of a project's own: a new one, or one that is there. */
static bool random_own(const struct facts *facts, struct edit *edit,
		       char id[32])
{
	const struct fact_project *project = &facts->projects[edit->project];

	edit->text2 = edit->kind == EDIT_OWN_CONFIG ?
		(pick(2) ? "{\"host\":\"a\"}" : "{}") : text_or(NULL);
	if (edit->kind == EDIT_OWN_ADD) {
		snprintf(id, 32, "own_%u", pick(1u << 30));
		edit->text = id;
		edit->text3 = pick(2) ? "postgres" : NULL;
		edit->text4 = pick(2) ? "{\"host\":\"h\"}" : NULL;
		return true;
	}
	if (project->n_own == 0)
		return false;
	snprintf(id, 32, "%s", project->own[pick(project->n_own)].id);
	edit->text = id;
	return true;
}

static bool random_edit(const struct facts *facts, struct edit *edit,
			char id[32], char mail[64])
{
	enum edit_kind kind = (enum edit_kind)pick(EDIT_KINDS);
	uint32_t user = pick(facts->n_users), group = live_group(facts);
	uint32_t asset = live_asset(facts), project = live_project(facts);

	*edit = edit_of(kind);
	edit->value = random_value(kind);
	switch (kind) {
	case EDIT_SETTING:
		random_setting(edit);
		return true;
	case EDIT_USER_ADD:
	case EDIT_GROUP_ADD:
	case EDIT_ASSET_ADD:
	case EDIT_PROVIDER_ADD:
	case EDIT_TOKEN_ADD:
	case EDIT_REQUEST_ADD:
	case EDIT_PROJECT_ADD:
		random_add(facts, edit, id, mail);
		if (kind == EDIT_REQUEST_ADD) {
			edit->user = user;
			edit->project = project;
		}
		if (kind == EDIT_PROJECT_ADD)
			edit->user = user;
		return true;
	case EDIT_USER_DELETE:
	case EDIT_GROUP_DELETE:
	case EDIT_ASSET_DELETE:
	case EDIT_PROVIDER_DELETE:
	case EDIT_TOKEN_DELETE:
	case EDIT_REQUEST_DELETE:
	case EDIT_PROJECT_DELETE:
		if (pick(8) != 0)	/* so that something is left */
			return false;
		break;
	default:
		break;
	}
	edit->user = user;
	edit->group = group;
	edit->asset = asset;
	edit->provider = live_record(facts, OF_PROVIDER);
	edit->token = live_record(facts, OF_TOKEN);
	edit->request = live_record(facts, OF_REQUEST);
	edit->project = project;
	if (kind >= EDIT_OWN_ADD)
		return random_own(facts, edit, id);
	if (kind == EDIT_DEFAULT_ASSET && pick(4) == 0)
		edit->asset = NOBODY;
	edit->text = kind == EDIT_ASSET_CONFIG || kind == EDIT_PROVIDER_CONFIG ||
		kind == EDIT_TOKEN_CONFIG || kind == EDIT_REQUEST_CONFIG ?
		(pick(2) ? "{\"host\":\"a\"}" : "{}") :
		kind == EDIT_USER_LOGIN && pick(2) ? NULL : text_or(NULL);
	return true;
}

/* The live things must not run out. */
static bool enough(const struct facts *facts)
{
	uint32_t groups = 0, assets = 0, projects = 0, providers = 0, tokens = 0;
	uint32_t requests = 0;

	for (uint32_t i = 0; i < facts->n_groups; i++)
		groups += !facts->groups[i].gone;
	for (uint32_t i = 0; i < facts->n_assets; i++)
		assets += !facts->assets[i].gone;
	for (uint32_t i = 0; i < facts->n_projects; i++)
		projects += !facts->projects[i].gone;
	for (uint32_t i = 0; i < facts->n_providers; i++)
		providers += !facts->providers[i].gone;
	for (uint32_t i = 0; i < facts->n_tokens; i++)
		tokens += !facts->tokens[i].gone;
	for (uint32_t i = 0; i < facts->n_requests; i++)
		requests += !facts->requests[i].gone;
	return groups > 2 && assets > 2 && projects > 2 && providers > 2 &&
		tokens > 2 && requests > 2;
}

/* What is there can be read, and nothing else. */
static void read_requests(const struct facts *facts)
{
	struct access_request one;
	struct arena arena = { 0 };
	uint32_t i;

	for (i = 0; i < facts->n_requests; i++)
		assert_int_equal(access_request_read(facts, i, &arena, &one),
				 !facts->requests[i].gone);
	assert_false(access_request_read(facts, i, &arena, &one));
	assert_false(access_request_read(facts, NOBODY, &arena, &one));
	arena_release(&arena);
}

static void apply_random(struct facts *facts, struct edit *edits, size_t n)
{
	char id[32], mail[64];
	struct buf out;
	struct json json;

	buf_init(&out, 1 << 20);
	for (size_t i = 0; i < n;) {
		if (!random_edit(facts, &edits[i], id, mail))
			continue;
		if (!enough(facts) && strstr(edit_kind_name(edits[i].kind),
					     "delete"))
			continue;
		edit_apply(facts, &edits[i]);
		assert_true(strstr(edit_kind_name(edits[i].kind), "_add") ||
			    !edit_changes(facts, &edits[i]));
		buf_reset(&out);
		jsonw_init(&json, &out, 0);
		edit_json(&json, facts, &edits[i]);
		assert_true(out.len > 10 && out.data[out.len - 1] == '}');
		/* what the edit said is borrowed until it is applied */
		edits[i].text2 = edits[i].text3 = edits[i].text4 = NULL;
		if (edits[i].kind != EDIT_SETTING)
			edits[i].text = NULL;
		i++;
	}
	read_requests(facts);
	buf_release(&out);
}

TEST(batches_of_edits_leave_no_trace)
{
	struct edit edits[BATCH];
	struct facts facts;
	char *before, *after;

	seed = 7;
	small_world(&facts);
	for (int round = 0; round < EDITS / BATCH; round++) {
		before = bytes(&facts);
		apply_random(&facts, edits, BATCH);
		if (round % 16 == 0)
			check_both_ways(&facts);
		for (size_t i = BATCH; i-- > 0;)
			edit_revert(&facts, &edits[i]);
		after = bytes(&facts);
		assert_string_equal(before, after);
		free(before);
		free(after);
		apply_random(&facts, edits, 1);	/* the world moves on */
	}
	facts_release(&facts);
}

TEST(ten_thousand_edits_are_taken_back)
{
	struct edit *edits = calloc(EDITS, sizeof(*edits));
	struct facts facts;
	char *before, *middle, *after;

	seed = 11;
	small_world(&facts);
	before = bytes(&facts);
	apply_random(&facts, edits, EDITS);
	check_both_ways(&facts);
	middle = bytes(&facts);
	assert_string_not_equal(before, middle);
	for (size_t i = EDITS; i-- > 0;)
		edit_revert(&facts, &edits[i]);
	check_both_ways(&facts);
	after = bytes(&facts);
	assert_string_equal(before, after);
	free(before);
	free(middle);
	free(after);
	free(edits);
	facts_release(&facts);
}

/* ---- by hand ------------------------------------------------------------------- */

static void expect_json(const struct facts *facts, const struct edit *edit,
			const char *wanted)
{
	struct buf out;
	struct json json;

	buf_init(&out, 1 << 16);
	jsonw_init(&json, &out, 0);
	edit_json(&json, facts, edit);
	assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

TEST(an_edit_is_written_with_before_and_after)
{
	struct facts facts;
	struct edit edit;

	seed = 3;
	small_world(&facts);
	edit = edit_of(EDIT_GRANT_GROUP);
	edit.project = 2;
	edit.group = 1;
	edit.value = LEVEL_CAN_EDIT;
	edit_apply(&facts, &edit);
	expect_json(&facts, &edit, "{\"edit\":\"grant_group\",\"project\":\"p2\","
		    "\"group\":\"g1\",\"before\":\"none\","
		    "\"after\":\"can_edit\"}");
	edit = edit_of(EDIT_ASSET_BUILTIN);
	edit.asset = 0;
	edit.value = BUILTIN_WORKSPACE | BUILTIN_GUESTS;
	edit_apply(&facts, &edit);
	expect_json(&facts, &edit, "{\"edit\":\"asset_builtin\","
		    "\"asset\":\"A_0\",\"before\":[],"
		    "\"after\":[\"workspace\",\"workspace_guests\"]}");
	edit = edit_of(EDIT_GROUP_DELETE);
	edit.group = 1;
	facts_set_member(&facts, 1, 4, true);
	edit_apply(&facts, &edit);
	expect_json(&facts, &edit, "{\"edit\":\"group_delete\",\"group\":\"g1\","
		    "\"name\":\"Group\",\"members\":[\"u4\"],"
		    "\"grants\":[{\"project\":\"p2\",\"level\":\"can_edit\"}],"
		    "\"assets\":[]}");
	facts_release(&facts);
}

TEST(a_deleted_group_counts_for_nothing)
{
	struct facts facts;
	struct edit edit = edit_of(EDIT_GROUP_DELETE);
	char *text;

	seed = 3;
	small_world(&facts);
	facts_set_grant(&facts, 0, true, 2, LEVEL_CAN_EDIT);
	facts_set_access(&facts, 0, 2, true);
	edit.group = 2;
	edit_apply(&facts, &edit);
	assert_int_equal(facts_group(&facts, "g2"), NOBODY);
	text = bytes(&facts);
	assert_null(strstr(text, "\"g2\""));
	free(text);
	edit_revert(&facts, &edit);
	assert_int_equal(facts_group(&facts, "g2"), 2);
	facts_release(&facts);
}

TEST(an_edit_of_ones_own_is_written_with_before_and_after)
{
	struct facts facts;
	struct edit edit = edit_of(EDIT_OWN_ADD), named, gone;

	seed = 3;
	small_world(&facts);
	edit.project = 2;
	edit.text = "c-1";
	edit.text2 = "Staging";
	edit.text3 = "postgres";
	edit.text4 = "{\"host\":\"db\"}";
	edit_apply(&facts, &edit);
	expect_json(&facts, &edit, "{\"edit\":\"own_add\",\"project\":\"p2\","
		    "\"own\":\"c-1\",\"kind\":\"data_connection\","
		    "\"name\":\"Staging\",\"type\":\"postgres\","
		    "\"config\":{\"host\":\"db\"}}");
	named = edit_of(EDIT_OWN_CONFIG);
	named.project = 2;
	named.text = "c-1";
	named.text2 = "{}";
	assert_true(edit_changes(&facts, &named));
	edit_apply(&facts, &named);
	assert_false(edit_changes(&facts, &named));
	expect_json(&facts, &named, "{\"edit\":\"own_config\","
		    "\"project\":\"p2\",\"own\":\"c-1\","
		    "\"before\":{\"host\":\"db\"},\"after\":{}}");
	gone = edit_of(EDIT_OWN_DELETE);
	gone.project = 2;
	gone.text = "c-1";
	edit_apply(&facts, &gone);
	expect_json(&facts, &gone, "{\"edit\":\"own_delete\","
		    "\"project\":\"p2\",\"own\":\"c-1\","
		    "\"kind\":\"data_connection\",\"name\":\"Staging\","
		    "\"type\":\"postgres\",\"config\":{}}");
	assert_int_equal(facts_own(&facts, 2, "c-1"), NOBODY);
	assert_false(edit_changes(&facts, &gone));
	edit_revert(&facts, &gone);
	edit_revert(&facts, &named);
	assert_string_equal(facts.projects[2].own[0].config,
			    "{\"host\":\"db\"}");
	edit_revert(&facts, &edit);
	assert_int_equal(facts.projects[2].n_own, 0);
	facts_release(&facts);
}

TEST(what_is_taken_from_the_middle_goes_back_there)
{
	static const char *const ids[] = { "c-1", "c-2", "c-3" };
	struct facts facts;
	struct edit edit;

	seed = 3;
	small_world(&facts);
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		edit = edit_of(EDIT_OWN_ADD);
		edit.project = 0;
		edit.text = edit.text2 = ids[i];
		edit_apply(&facts, &edit);
	}
	edit = edit_of(EDIT_OWN_DELETE);
	edit.project = 0;
	edit.text = "c-2";
	edit_apply(&facts, &edit);
	assert_int_equal(facts_own(&facts, 0, "c-3"), 1);
	edit_revert(&facts, &edit);
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		assert_int_equal(facts_own(&facts, 0, ids[i]), i);
	facts_release(&facts);
}

TEST(a_deleted_project_is_written_with_all_it_had)
{
	static const struct { enum edit_kind kind; const char *text; } texts[] = {
		{ EDIT_PROJECT_DESCRIPTION, "About" },
		{ EDIT_PROJECT_STATUS, "Completed" },
		{ EDIT_PROJECT_CATEGORIES, "Ops,Product" }
	};
	struct facts facts;
	struct edit edit;

	seed = 3;
	small_world(&facts);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		edit = edit_of(texts[i].kind);
		edit.project = 0;
		edit.text = texts[i].text;
		edit_apply(&facts, &edit);
	}
	facts_set_owner(&facts, 0, 1);
	edit = edit_of(EDIT_OWN_ADD);
	edit.project = 0;
	edit.text = "s-1";
	edit.text2 = "KEY";
	edit.value = 1;
	edit_apply(&facts, &edit);
	edit = edit_of(EDIT_PROJECT_DELETE);
	edit.project = 0;
	edit_apply(&facts, &edit);
	expect_json(&facts, &edit, "{\"edit\":\"project_delete\","
		    "\"project\":\"p0\",\"title\":\"Project\","
		    "\"description\":\"About\",\"status\":\"Completed\","
		    "\"categories\":\"Ops,Product\",\"owner\":\"u1\","
		    "\"state\":\"active\",\"editors_may_share\":true,"
		    "\"workspace\":\"none\",\"public_web\":\"none\","
		    "\"grants\":[],\"assets\":[],\"own\":[{\"id\":\"s-1\","
		    "\"kind\":\"secret\",\"name\":\"KEY\",\"type\":\"\","
		    "\"config\":{}}]}");
	facts_release(&facts);
}

TEST(built_in_groups_are_computed)
{
	struct fact_user user = { .role = ROLE_GUEST, .active = true };

	assert_false(facts_in_builtin(&user, BUILTIN_WORKSPACE));	/* A49 */
	assert_true(facts_in_builtin(&user, BUILTIN_GUESTS));		/* A50 */
	user.role = ROLE_VIEWER;
	assert_true(facts_in_builtin(&user, BUILTIN_WORKSPACE));
	assert_false(facts_in_builtin(&user, BUILTIN_GUESTS));
	user.active = false;
	assert_false(facts_in_builtin(&user, BUILTIN_WORKSPACE));
	assert_true(facts_in_builtin(&user, BUILTIN_PUBLIC));		/* A51 */
}

TEST(e_mails_are_found_without_regard_to_case)
{
	struct facts facts;

	seed = 3;
	small_world(&facts);
	assert_int_equal(facts_user_by_email(&facts, "u3@X.EXAMPLE"), 3);
	assert_int_equal(facts_user_by_email(&facts, "u3@x.exampl"), NOBODY);
	assert_string_equal(facts_user_name(&facts, 3), "U3@x.example");
	facts_release(&facts);
}

RUN(CASE(batches_of_edits_leave_no_trace),
    CASE(ten_thousand_edits_are_taken_back),
    CASE(an_edit_is_written_with_before_and_after),
    CASE(a_deleted_group_counts_for_nothing),
    CASE(an_edit_of_ones_own_is_written_with_before_and_after),
    CASE(what_is_taken_from_the_middle_goes_back_there),
    CASE(a_deleted_project_is_written_with_all_it_had),
    CASE(built_in_groups_are_computed),
    CASE(e_mails_are_found_without_regard_to_case))
