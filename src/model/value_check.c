/* value_check.c: the forms of hosts, buckets, regions and the like: what is wrong with
 * a text, and what would be right. */
#include "model/value_type.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

enum { HOST_MOST = 253, LABEL_MOST = 63, BUCKET_LEAST = 3, BUCKET_MOST = 63,
       GCS_MOST = 222 };

static bool only(const char *text, const char *set)
{
	return *text && text[strspn(text, set)] == '\0';
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

static bool is_ipv4(const char *text)
{
	struct in_addr at;

	return inet_pton(AF_INET, text, &at) == 1;
}

/* ---- hosts -------------------------------------------------------------------------- */

static bool is_ipv6(const char *text)
{
	size_t n = strlen(text);
	struct in6_addr at;
	char bare[64];

	if (n >= 2 && *text == '[' && text[n - 1] == ']') {
		text++;
		n -= 2;
	}
	if (n >= sizeof(bare))
		return false;
	memcpy(bare, text, n);
	bare[n] = '\0';
	return inet_pton(AF_INET6, bare, &at) == 1;
}

/* Names in other scripts, too: each byte of those is above 0x7f. */
static bool good_label(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)text[i] < 0x80 &&
		    !strchr(LOWER UPPER DIGITS "-_", text[i]))
			return false;
	return n > 0 && n <= LABEL_MOST && text[0] != '-' && text[n - 1] != '-';
}

static bool good_name(const char *text)
{
	size_t n = strlen(text), part;

	if (n && text[n - 1] == '.')
		n--;
	if (n == 0 || n > HOST_MOST)
		return false;
	for (;;) {
		part = strcspn(text, ".");
		if (part > n)
			part = n;
		if (!good_label(text, part))
			return false;
		if (part == n)
			return true;
		text += part + 1;
		n -= part + 1;
	}
}

static const char *host_fault(const char *kept)
{
	if (is_ipv6(kept))
		return NULL;
	if (strstr(kept, "://"))
		return "only the host is wanted, without the :// and what is before it";
	if (strchr(kept, '/'))
		return "only the host is wanted, without a path";
	if (strchr(kept, '@'))
		return "only the host is wanted, without a user name";
	if (strchr(kept, ':'))
		return "only the host is wanted: the port has a field of its own";
	if (strpbrk(kept, " \t"))
		return "a host has no blanks";
	if (only(kept, DIGITS ".") && strchr(kept, '.') && !is_ipv4(kept))
		return "this is no address: four numbers from 0 to 255";
	return good_name(kept) ? NULL : "this is not the name of a host: letters, "
		"digits, - and dots, at most 253";
}

/* Properties whose values are secret: nobody repeats what stands there.  "<...>" is what
 * the page that it is copied from has in its place. */
bool value_jdbc_holds_secret(const char *url)
{
	static const char *const names[] = { "PWD=", "Password=", "Auth_AccessToken=",
		"Auth_RefreshToken=", "OAuth2Secret=", "OAuth2ClientSecret=", "ProxyPwd=",
		"SSLTrustStorePwd=", "SSLKeyStorePwd=", "TokenCachePassPhrase=" };
	const char *at = url, *value;
	size_t i;

	while ((at = strchr(at, ';')) != NULL) {
		at++;
		for (i = 0; i < COUNT_OF(names); i++) {
			value = at + strlen(names[i]);
			if (strncasecmp(at, names[i], strlen(names[i])) == 0 &&
			    !strchr("<;", *value))
				return true;
		}
	}
	return false;
}

static const char *jdbc_fault(const char *kept)
{
	const char *host = begins(kept, "jdbc:databricks://") ? kept + 18 :
		begins(kept, "jdbc:spark://") ? kept + 13 : NULL;

	if (!host)
		return "it begins with jdbc:databricks:// (or the older jdbc:spark://)";
	if (!strcspn(host, ":/;"))
		return "the host is missing behind the //";
	if (value_jdbc_holds_secret(kept))
		return "a password or token stands in it, behind a ; : take it out, and enter "
			"it in its own field, where it is sealed";
	return strpbrk(kept, " \t") ? "it has no blanks" : NULL;
}

/* ---- accounts ------------------------------------------------------------------------ */

static const char *account_fault(const char *kept)
{
	if (strstr(kept, "://") || strchr(kept, '/'))
		return "only the identifier is wanted, not the whole address";
	if (strstr(kept, ".snowflakecomputing."))
		return "only what stands before .snowflakecomputing.com is wanted";
	return only(kept, LOWER UPPER DIGITS "-_.") ? NULL :
		"an account identifier has letters, digits, -, _ and dots";
}

/* Of Google: 6 to 30, perhaps behind the domain that it belongs to. */
static const char *project_fault(const char *kept)
{
	const char *id = strchr(kept, ':') ? strchr(kept, ':') + 1 : kept;
	size_t n = strlen(id);

	if (n < 6 || n > 30 || !only(id, LOWER DIGITS "-") ||
	    !strchr(LOWER, *id) || id[n - 1] == '-')
		return "a project ID has 6 to 30 lower case letters, digits and -, and "
			"begins with a letter";
	return NULL;
}

static const char *role_arn_fault(const char *kept)
{
	const char *at;

	if (!begins(kept, "arn:aws"))
		return "it begins with arn:aws:iam::";
	at = strstr(kept, ":iam::");
	if (!at || strspn(at + 6, DIGITS) != 12 || !begins(at + 18, ":role/"))
		return "behind arn:aws:iam:: come the 12 digits of the account and "
			":role/ with its name";
	return strpbrk(at, " \t") || !at[24] ? "the name of the role is missing" : NULL;
}

static const char *key_id_fault(const char *kept)
{
	if (strpbrk(kept, "/+="))
		return "this looks like the secret access key, which does not belong "
			"here; the ID has only letters and digits";
	return only(kept, LOWER UPPER DIGITS "_:.-") ? NULL :
		"an access key ID has letters, digits and - _ . : only";
}

static const char *public_key_fault(const char *kept)
{
	static const char *const types[] = { "ssh-ed25519 ", "ssh-rsa ",
		"ecdsa-sha2-nistp256 ", "ecdsa-sha2-nistp384 ",
		"ecdsa-sha2-nistp521 " };
	size_t i, n;

	if (strstr(kept, "PRIVATE KEY"))
		return "this is a private key, which belongs nowhere here";
	for (i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (!begins(kept, types[i]))
			continue;
		kept += strlen(types[i]);
		n = strspn(kept, LOWER UPPER DIGITS "+/=");
		return n >= 32 && (kept[n] == '\0' || kept[n] == ' ') ? NULL :
			"the key behind its type is not whole";
	}
	return "it begins with its type, as ssh-ed25519 or ssh-rsa";
}

/* ---- storage ------------------------------------------------------------------------- */

static const char *bucket_in(const char *text, size_t n, const char *set,
			     size_t most)
{
	char name[GCS_MOST + 2];

	if (n < BUCKET_LEAST || n > most)
		return most == BUCKET_MOST ? "a bucket's name has 3 to 63 characters" :
			"a bucket's name has 3 to 222 characters";
	memcpy(name, text, n);
	name[n] = '\0';
	if (strpbrk(name, "/:"))
		return "only the name of the bucket is wanted, without s3:// and "
			"without a path";
	if (!only(name, set))
		return strpbrk(name, UPPER) ? "a bucket's name has no capital letters" :
			"a bucket's name has lower case letters, digits, - and dots";
	if (strchr("-.", name[0]) || strchr("-.", name[n - 1]) || strstr(name, ".."))
		return "a bucket's name begins and ends with a letter or a digit and "
			"has no two dots in a row";
	return is_ipv4(name) ? "a bucket's name is no address" : NULL;
}

static const char *bucket_fault(const char *kept)
{
	return bucket_in(kept, strlen(kept), LOWER DIGITS "-.", BUCKET_MOST);
}

static const char *gcs_bucket_fault(const char *kept)
{
	return bucket_in(kept, strlen(kept), LOWER DIGITS "-._", GCS_MOST);
}

static const char *s3_path_fault(const char *kept)
{
	if (!begins(kept, "s3://"))
		return "it begins with s3:// and the name of the bucket";
	if (strpbrk(kept, " \t"))
		return "it has no blanks";
	return bucket_in(kept + 5, strcspn(kept + 5, "/"), LOWER DIGITS "-.",
			 BUCKET_MOST);
}

/* "eu-central-1", "us-gov-west-1" */
static const char *region_fault(const char *kept)
{
	size_t parts = 0, n;
	const char *at = kept;

	while ((n = strspn(at, LOWER)) && at[n] == '-') {
		if (parts == 0 && n != 2)
			break;
		at += n + 1;
		parts++;
	}
	return parts >= 2 && only(at, DIGITS) && strlen(at) <= 2 ? NULL :
		"a region is named by its code";
}

/* A folder of Google Drive as it stands at the end of its address. */
static const char *folder_fault(const char *kept)
{
	return only(kept, LOWER UPPER DIGITS "-_") ? NULL :
		"only the ID is wanted: what stands behind folders/ in the address of "
		"the folder";
}

const struct value_type
	value_host = { .fault = host_fault, .like = "db.acme.example" },
	value_jdbc = { .fault = jdbc_fault,
		.like = "jdbc:databricks://acme.cloud.databricks.com:443/default" },
	value_account = { .fault = account_fault, .like = "acme-eu1" },
	value_project = { .fault = project_fault, .like = "acme-marketing" },
	value_role_arn = { .fault = role_arn_fault,
		.like = "arn:aws:iam::123456789012:role/reader" },
	value_key_id = { .fault = key_id_fault, .like = "AKIAIOSFODNN7EXAMPLE" },
	value_public_key = { .fault = public_key_fault,
		.like = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFdvcmtzcGFjZUtleUV4YW1w"
			"bGVPbmx5MDEyMzQ1 workspace" },
	value_bucket = { .fault = bucket_fault, .like = "acme-lake" },
	value_gcs_bucket = { .fault = gcs_bucket_fault, .like = "acme_lake" },
	value_s3_path = { .fault = s3_path_fault, .like = "s3://acme-lake/results/" },
	value_region = { .fault = region_fault, .like = "eu-central-1" },
	value_folder = { .fault = folder_fault, .like = "1AbCdEfGhIjKlMnOpQrStUvWx" };
