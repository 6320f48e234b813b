/* provider_manifest.c: see provider_manifest.h. */
#include "model/provider/provider_manifest.h"

#include <string.h>

#include "base/json_write.h"
#include "base/text.h"

enum { MANIFEST_MOST = 16384, NAME_MOST = 34 /* characters: GitHub takes no more */ };

/* "Hex Acme Analytics", whole characters of it. */
static const char *name_of(const char *workspace, struct arena *arena)
{
	char *name = arena_printf(arena, "Hex %s", workspace);
	size_t at = 0, n = strlen(name), points;
	uint32_t point;
	bool valid;

	for (points = 0; at < n && points < NAME_MOST; points++)
		at += text_decode(name + at, n - at, &point, &valid);
	while (at && name[at - 1] == ' ')
		at--;
	name[at] = '\0';
	return name;
}

static void add_back(struct json *json, const char *back)
{
	jsonw_kstring(json, "redirect_url", back);
	jsonw_karray(json, "callback_urls");
	jsonw_string(json, back);
	jsonw_array_end(json);
	jsonw_kstring(json, "setup_url", back);
}

const char *provider_manifest(const struct provider_manifest *of, struct arena *arena)
{
	const char *home = arena_printf(arena, "%s/%s", of->url, of->organization), *text;
	struct json json;
	struct buf out;

	buf_init(&out, MANIFEST_MOST);
	jsonw_init(&json, &out, 2);
	jsonw_object(&json);
	jsonw_kstring(&json, "name", name_of(of->workspace, arena));
	jsonw_kstring(&json, "url", home);
	if (of->back)
		add_back(&json, of->back);
	jsonw_kbool(&json, "public", false);
	jsonw_kobject(&json, "default_permissions");
	jsonw_kstring(&json, "contents", "read");
	jsonw_kstring(&json, "metadata", "read");
	jsonw_object_end(&json);
	jsonw_karray(&json, "default_events");
	jsonw_array_end(&json);
	jsonw_kobject(&json, "hook_attributes");
	jsonw_kstring(&json, "url", home);
	jsonw_kbool(&json, "active", false);
	jsonw_object_end(&json);
	jsonw_kbool(&json, "request_oauth_on_install", of->back != NULL);
	jsonw_object_end(&json);
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

const char *provider_manifest_address(const struct provider_manifest *of,
				      const char *state, struct arena *arena)
{
	return arena_printf(arena, "%s/organizations/%s/settings/apps/new?state=%s", of->url,
			    of->organization, state);
}

/* Within quotes, and outside of them. */
static void add_html(struct buf *out, const char *text)
{
	for (; *text; text++)
		switch (*text) {
		case '&':
			buf_adds(out, "&amp;");
			break;
		case '<':
			buf_adds(out, "&lt;");
			break;
		case '>':
			buf_adds(out, "&gt;");
			break;
		case '"':
			buf_adds(out, "&quot;");
			break;
		case '\'':
			buf_adds(out, "&#39;");
			break;
		default:
			buf_addc(out, *text);
		}
}

const char *provider_manifest_page(const struct provider_manifest *of, const char *state,
				   struct arena *arena)
{
	const char *text;
	struct buf out;

	buf_init(&out, 8 * MANIFEST_MOST);
	buf_adds(&out, "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
		 "<title>Create GitHub App</title>\n<form method=\"post\" action=\"");
	add_html(&out, provider_manifest_address(of, state, arena));
	buf_adds(&out, "\">\n<p>A GitHub App is made for ");
	add_html(&out, of->organization);
	buf_adds(&out, " on ");
	add_html(&out, of->url);
	buf_adds(&out, ". Do not change any field of the form that comes.</p>\n"
		 "<input type=\"hidden\" name=\"manifest\" value=\"");
	add_html(&out, provider_manifest(of, arena));
	buf_adds(&out, "\">\n<button>Create GitHub App</button>\n</form>\n"
		 "<script>document.forms[0].submit()</script>\n</html>\n");
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}
