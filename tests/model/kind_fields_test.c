/* kind_fields_test.c: the tables of the kinds hold together: each field says in a form
 * what its label does not, what is given as an example is good, and no type asks for
 * what is not there. */
#include "tests/expect.h"

#include "base/attr.h"
#include "model/kind.h"
#include "model/value_web.h"

static int words(const char *text)
{
	int n = 0;

	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		text += strcspn(text, " ");
		n++;
	}
	return n;
}

/* Secret ones have one help for all in the form: none is taken. */
TEST(help_says_more_than_the_label)
{
	const struct kind_field *field;
	const char *help;
	size_t kind;

	for (kind = 0; kind < kind_count(); kind++)
		for (field = kind_at(kind)->fields; field->name; field++) {
			if (field->secret)
				continue;
			help = field->help ? field->help :
				value_type_of(field)->help;
			if (!help || strcmp(help, field->label) == 0 ||
			    words(help) < 6)
				fail_msg("%s of %s has no help", field->name,
					 kind_at(kind)->code);
		}
}

static void look(const struct asset_kind *kind, const struct kind_type *type)
{
	const struct kind_need *need, *other;
	const struct kind_field *field;
	const struct value_type *value;

	for (need = type->needs; need->field; need++) {
		field = kind_field(kind, need->field);
		if (!field)
			fail_msg("%s asks for %s, which no field is", type->code,
				 need->field);
		value = kind_value_type(field, need);
		if (value->like && value->fault && value->fault(value->like))
			fail_msg("%s is no good example: %s", value->like,
				 value->fault(value->like));
		if (need->initial && kind_value_fault(field, need, need->initial))
			fail_msg("%s of %s does not begin well: %s", need->field,
				 type->code, need->initial);
		if (!need->by)
			continue;
		for (other = type->needs; other->field &&
		     strcmp(other->field, need->by) != 0; other++)
			;
		if (!other->field)
			fail_msg("%s of %s hangs on %s, which is not asked for",
				 need->field, type->code, need->by);
	}
}

TEST(no_type_asks_for_what_is_not_there)
{
	const struct kind_type *type;
	size_t kind;

	for (kind = 0; kind < kind_count(); kind++)
		for (type = kind_at(kind)->forms; type->code; type++)
			look(kind_at(kind), type);
}

/* Vendors' own forms, which must not be refused. */
TEST(what_is_good_elsewhere_is_good_here)
{
	static const struct { const struct value_type *type; const char *text; } good[] = {
		{ &value_host, "localhost" }, { &value_host, "10.0.0.1" },
		{ &value_host, "2001:db8::1" }, { &value_host, "[2001:db8::1]" },
		{ &value_host, "db.acme.example." }, { &value_host, "db_1.acme" },
		{ &value_host, "b\xc3\xbc" "cher.example" },
		{ &value_host, "1.2.3" "x" },
		{ &value_bucket, "my.bucket" }, { &value_bucket, "0ab" },
		{ &value_region, "ap-southeast-2" }, { &value_region, "cn-north-1" },
		{ &value_region, "us-iso-east-1" }, { &value_region, "mx-central-1" },
		{ &value_cron, "0 0 1 1 *" }, { &value_cron, "*/5 * * * *" },
		{ &value_cron, "0 9-17/2 * * MON,WED" }, { &value_cron, " 0 6 * * 1 " },
		{ &value_zone, "UTC" }, { &value_zone, "Etc/GMT+5" },
		{ &value_zone, "America/Argentina/Buenos_Aires" },
		{ &value_zone, "Africa/Abidjan" }, { &value_zone, "US/Samoa" },
		{ &value_public_key, "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDabcdefgh" },
		{ &value_test_endpoint, "http://127.0.0.1:8080" },
		{ &value_test_endpoint, "https://127.200.3.4" },
		{ &value_test_endpoint, "https://localhost:8443" },
		{ &value_test_endpoint, "http://[::1]:65535" },
		{ &value_endpoint, "http://127.0.0.1:8080" },
		{ &value_endpoint, "https://minio.acme.example:9000" },
		{ &value_server, "https://git.acme.example:8443" },
		{ &value_server, "http://127.0.0.1:8080" },
		{ &value_server, "http://[::1]:8080" },
		{ &value_server, "https://localhost:8443" },
		{ &value_jdbc, "jdbc:databricks://h:443/default;httpPath=/sql/1;AuthMech=3" },
		{ &value_jdbc, "jdbc:databricks://h:443;UID=token;PWD=<personal-access-token>" },
		{ &value_jdbc, "jdbc:databricks://h:443;PWD=;UID=token" },
	};
	static const struct { const struct value_type *type; const char *text; } bad[] = {
		{ &value_host, "" }, { &value_host, "a..b" }, { &value_host, "1.2.3.4.5" },
		{ &value_host, "." }, { &value_host, "a-.b" }, { &value_host, "a;" },
		{ &value_host, "-a.b" }, { &value_host, "a;.b" },
		{ &value_jdbc, "jdbc:databricks://h:443;UID=token;PWD=x" },
		{ &value_jdbc, "jdbc:databricks://h:443;pwd=x;UID=token" },
		{ &value_jdbc, "jdbc:spark://h:443/default;OAuth2Secret=x" },
		{ &value_jdbc, "jdbc:databricks://h;Auth_AccessToken=x" },
		{ &value_bucket, "192.168.1.1" }, { &value_bucket, "a..b" },
		{ &value_bucket, "-ab" }, { &value_bucket, "ab." },
		{ &value_region, "eu" }, { &value_region, "eu-central" },
		{ &value_region, "europe-west-1" }, { &value_region, "eu-central-123" },
		{ &value_cron, "" }, { &value_cron, "* * * * * *" },
		{ &value_cron, "5-  * * * *" }, { &value_cron, "*/0 * * * *" },
		{ &value_cron, "0 0 0 * *" }, { &value_cron, "0 0 * foo *" },
		{ &value_cron, "@daily" }, { &value_cron, "1,,2 * * * *" },
		{ &value_zone, "Berlin" }, { &value_zone, "Europe/" },
		{ &value_zone, "/Europe" }, { &value_zone, "Europe//Berlin" },
		{ &value_public_key, "-----BEGIN OPENSSH PRIVATE KEY-----" },
		{ &value_public_key, "ssh-ed25519 AAAA" },
		{ &value_public_key, "banana" },
		{ &value_server, "http://git.acme.example" }, { &value_server, "http://10.0.0.1" },
		{ &value_server, "http://127.0.0.1.evil.example" },
		{ &value_server, "http://127.0.0.1@evil.example" },
		{ &value_server, "http://127.0.0.1:0" }, { &value_server, "ftp://127.0.0.1" },
		{ &value_server, "https://git" }, { &value_server, "" },
		{ &value_endpoint, "http://minio.acme.example" },
		{ &value_endpoint, "https://minio.acme.example/x" },
		{ &value_endpoint, "https://a@minio.acme.example" },
		{ &value_endpoint, "https://" }, { &value_endpoint, "minio.acme.example" },
		{ &value_test_endpoint, "" }, { &value_test_endpoint, "127.0.0.1:80" },
		{ &value_test_endpoint, "http://" }, { &value_test_endpoint, "http://10.0.0.1" },
		{ &value_test_endpoint, "http://127.evil.example" },
		{ &value_test_endpoint, "http://127.0.0.1.evil.example" },
		{ &value_test_endpoint, "http://0127.0.0.1" },
		{ &value_test_endpoint, "http://2130706433" },
		{ &value_test_endpoint, "http://127.0.0.1@evil.example" },
		{ &value_test_endpoint, "http://localhost.evil.example" },
		{ &value_test_endpoint, "http://127.0.0.1:80/x" },
		{ &value_test_endpoint, "http://127.0.0.1:0" },
		{ &value_test_endpoint, "http://127.0.0.1:65536" },
		{ &value_test_endpoint, "http://[::1" }, { &value_test_endpoint, "http://[::2]" },
		{ &value_test_endpoint, "http://[::1]x" }, { &value_test_endpoint, "ftp://127.0.0.1" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(good); i++)
		if (good[i].type->fault(good[i].text))
			fail_msg("%s: %s", good[i].text,
				 good[i].type->fault(good[i].text));
	for (i = 0; i < COUNT_OF(bad); i++)
		if (!bad[i].type->fault(bad[i].text))
			fail_msg("\"%s\" is taken", bad[i].text);
}

RUN(CASE(help_says_more_than_the_label), CASE(no_type_asks_for_what_is_not_there),
    CASE(what_is_good_elsewhere_is_good_here))
