/* http_certificate.c: see http_certificate.h. */
#include "net/http_certificate.h"

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "net/http_priv.h"

static void name(char out[CERTIFICATE_NAME], const X509_NAME *of)
{
	BIO *bio = BIO_new(BIO_s_mem());
	int n = 0;

	if (bio && X509_NAME_print_ex(bio, of, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB) > 0)
		n = BIO_read(bio, out, CERTIFICATE_NAME - 1);
	out[n > 0 ? n : 0] = '\0';
	BIO_free(bio);
}

static void day(char out[CERTIFICATE_DAY], const ASN1_TIME *of)
{
	struct tm tm;

	out[0] = '\0';
	if (ASN1_TIME_to_tm(of, &tm) == 1)
		(void)strftime(out, CERTIFICATE_DAY, "%Y-%m-%d", &tm);
}

static void add_name(struct http_certificate *seen, const char *text, size_t n)
{
	size_t used = strlen(seen->names);

	if (memchr(text, 0, n) || used + n + 3 > sizeof(seen->names))
		return;
	snprintf(seen->names + used, sizeof(seen->names) - used, "%s%.*s", used ? ", " : "",
		 (int)n, text);
}

static void add_address(struct http_certificate *seen, const ASN1_OCTET_STRING *bytes)
{
	char text[INET6_ADDRSTRLEN];
	int n = ASN1_STRING_length(bytes);

	if ((n == 4 || n == 16) && inet_ntop(n == 4 ? AF_INET : AF_INET6,
					     ASN1_STRING_get0_data(bytes), text,
					     sizeof(text)))
		add_name(seen, text, strlen(text));
}

static void read_names(struct http_certificate *seen, const X509 *one)
{
	GENERAL_NAMES *all = X509_get_ext_d2i(one, NID_subject_alt_name, NULL, NULL);
	const GENERAL_NAME *at;
	int i;

	for (i = 0; i < sk_GENERAL_NAME_num(all); i++) {
		at = sk_GENERAL_NAME_value(all, i);
		if (at->type == GEN_DNS)
			add_name(seen, (const char *)ASN1_STRING_get0_data(at->d.dNSName),
				 (size_t)ASN1_STRING_length(at->d.dNSName));
		else if (at->type == GEN_IPADD)
			add_address(seen, at->d.iPAddress);
	}
	GENERAL_NAMES_free(all);
}

static void read_one(struct http_certificate *seen, const X509 *one)
{
	unsigned char sum[EVP_MAX_MD_SIZE];
	unsigned n = 0, i;

	name(seen->subject, X509_get_subject_name(one));
	name(seen->issuer, X509_get_issuer_name(one));
	read_names(seen, one);
	day(seen->from, X509_get0_notBefore(one));
	day(seen->until, X509_get0_notAfter(one));
	seen->own = X509_NAME_cmp(X509_get_subject_name(one),
				  X509_get_issuer_name(one)) == 0;
	if (X509_digest(one, EVP_sha256(), sum, &n) != 1)
		n = 0;
	for (i = 0; i < n && 3 * i + 3 < CERTIFICATE_SUM; i++)
		snprintf(seen->sha256 + 3 * i, 4, "%02X%s", sum[i], i + 1 < n ? ":" : "");
}

/* What libcurl keeps of the first certificate, the server's own: as PEM. */
static bool read_info(const struct curl_certinfo *info, struct http_certificate *seen)
{
	const struct curl_slist *at;
	X509 *one = NULL;
	BIO *bio;

	for (at = info->num_of_certs > 0 ? info->certinfo[0] : NULL; at; at = at->next) {
		if (strncmp(at->data, "Cert:", 5) != 0)
			continue;
		bio = BIO_new_mem_buf(at->data + 5, -1);
		one = bio ? PEM_read_bio_X509(bio, NULL, NULL, NULL) : NULL;
		BIO_free(bio);
		break;
	}
	if (!one)
		return false;
	seen->chain = info->num_of_certs;
	read_one(seen, one);
	X509_free(one);
	return true;
}

bool http_certificate(struct http *http, struct http_certificate *seen)
{
	const struct curl_certinfo *info = NULL;
	CURL *easy = http->easy;
	bool good;

	memset(seen, 0, sizeof(*seen));
	curl_easy_reset(easy);
	http->barred = false;
	good = http_set_network(http) &&
		curl_easy_setopt(easy, CURLOPT_URL, http->origin) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L) == CURLE_OK &&
		curl_easy_perform(easy) == CURLE_OK &&
		curl_easy_getinfo(easy, CURLINFO_CERTINFO, &info) == CURLE_OK && info &&
		read_info(info, seen);
	/* The connection, which nobody judged, is used for nothing else. */
	curl_easy_cleanup(easy);
	http->easy = curl_easy_init();
	return good && http->easy;
}
