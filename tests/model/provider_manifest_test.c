/* provider_manifest_test.c: the form of a new GitHub App, filled in. */
#include "tests/expect.h"

#include <jansson.h>

#include "base/text.h"
#include "model/provider/provider_manifest.h"

static struct arena arena;

static json_t *made(const struct provider_manifest *of)
{
	json_t *root = json_loads(provider_manifest(of, &arena), JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(root);
	return root;
}

static const char *text(const json_t *root, const char *name)
{
	return json_string_value(json_object_get(root, name));
}

static struct provider_manifest acme(void)
{
	return (struct provider_manifest){ .workspace = "Acme", .organization = "data",
					   .url = "https://git.acme.example:8443" };
}

TEST(it_reads_and_no_more)
{
	const struct provider_manifest of = acme();
	json_t *root = made(&of), *right = json_object_get(root, "default_permissions");

	assert_string_equal(text(root, "name"), "Hex Acme");
	assert_string_equal(text(root, "url"), "https://git.acme.example:8443/data");
	assert_int_equal(json_object_size(right), 2);
	assert_string_equal(text(right, "contents"), "read");
	assert_string_equal(text(right, "metadata"), "read");
	assert_int_equal(json_array_size(json_object_get(root, "default_events")), 0);
	assert_true(json_is_array(json_object_get(root, "default_events")));
	assert_true(json_is_false(json_object_get(root, "public")));
	assert_true(json_is_false(json_object_get(json_object_get(root, "hook_attributes"),
						  "active")));
	assert_null(json_object_get(root, "redirect_url"));
	assert_true(json_is_false(json_object_get(root, "request_oauth_on_install")));
	json_decref(root);
	arena_release(&arena);
}

TEST(a_browser_comes_back_where_there_is_a_place)
{
	struct provider_manifest of = acme();
	json_t *root;

	of.back = "http://127.0.0.1:40123/cb";
	root = made(&of);
	assert_string_equal(text(root, "redirect_url"), of.back);
	assert_string_equal(text(root, "setup_url"), of.back);
	assert_string_equal(json_string_value(json_array_get(json_object_get(
		root, "callback_urls"), 0)), of.back);
	assert_true(json_is_true(json_object_get(root, "request_oauth_on_install")));
	json_decref(root);
	arena_release(&arena);
}

TEST(a_name_is_no_longer_than_github_takes)
{
	struct provider_manifest of = acme();
	json_t *root;

	of.workspace = "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
		"\xc3\xa4 bcdefghijklmnopqrs t and more";
	root = made(&of);
	assert_int_equal(text_points(text(root, "name")), 33);	/* no blank ends it */
	assert_true(text_valid(text(root, "name"), strlen(text(root, "name"))) ==
		    strlen(text(root, "name")));
	json_decref(root);
	of.workspace = "say \"hi\" </script>";
	root = made(&of);
	assert_string_equal(text(root, "name"), "Hex say \"hi\" </script>");
	json_decref(root);
	of.workspace = "";	/* nor a short one */
	root = made(&of);
	assert_string_equal(text(root, "name"), "Hex");
	json_decref(root);
	arena_release(&arena);
}

TEST(a_page_takes_it_there)
{
	struct provider_manifest of = acme();
	const char *page;

	of.workspace = "R&D \"<b>\"";
	page = provider_manifest_page(&of, "s7", &arena);
	assert_non_null(strstr(page, "action=\"https://git.acme.example:8443/organizations/data/"
			       "settings/apps/new?state=s7\""));
	assert_non_null(strstr(page, "method=\"post\""));
	assert_non_null(strstr(page, "name=\"manifest\" value=\"{"));
	assert_non_null(strstr(page, "R&amp;D \\&quot;&lt;b&gt;\\&quot;"));
	assert_null(strstr(page, "<b>"));
	arena_release(&arena);
}

RUN(CASE(it_reads_and_no_more), CASE(a_browser_comes_back_where_there_is_a_place),
    CASE(a_name_is_no_longer_than_github_takes), CASE(a_page_takes_it_there))
