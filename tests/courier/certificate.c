/* certificate.c: see certificate.h. */
#include "tests/courier/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400, WEEK = 7 };

static void must(bool good)
{
	if (!good)
		abort();
}

static void extend(X509 *x509, X509 *by, int what, const char *value)
{
	X509_EXTENSION *extension;
	X509V3_CTX context;

	X509V3_set_ctx(&context, by, x509, NULL, NULL, 0);
	extension = X509V3_EXT_conf_nid(NULL, &context, what, value);
	must(extension && X509_add_ext(x509, extension, -1) == 1);
	X509_EXTENSION_free(extension);
}

struct certificate certificate_make(struct certificate_wish wish)
{
	static long serial = 1;
	struct certificate made = { X509_new(), wish.rsa ? EVP_RSA_gen(wish.rsa) :
				    EVP_EC_gen("P-256") };
	const struct certificate *by = wish.by ? wish.by : &made;
	X509_NAME *name = X509_get_subject_name(made.x509);

	if (!wish.from && !wish.until) {
		wish.from = -1;
		wish.until = WEEK;
	}
	must(made.x509 && made.key && X509_set_version(made.x509, 2) == 1 &&
	     ASN1_INTEGER_set(X509_get_serialNumber(made.x509), serial++) == 1 &&
	     X509_gmtime_adj(X509_getm_notBefore(made.x509), wish.from * DAY) &&
	     X509_gmtime_adj(X509_getm_notAfter(made.x509), wish.until * DAY) &&
	     X509_set_pubkey(made.x509, made.key) == 1 &&
	     X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
					(const unsigned char *)wish.name, -1, -1, 0) == 1 &&
	     X509_set_issuer_name(made.x509, X509_get_subject_name(by->x509)) == 1);
	extend(made.x509, by->x509, NID_basic_constraints, wish.authority ?
	       "critical,CA:TRUE" : "critical,CA:FALSE");
	if (wish.for_whom)
		extend(made.x509, by->x509, NID_subject_alt_name, wish.for_whom);
	must(X509_sign(made.x509, by->key, wish.digest ? EVP_get_digestbyname(wish.digest) :
		       EVP_sha256()) > 0);
	return made;
}

void certificate_release(struct certificate *certificate)
{
	X509_free(certificate->x509);
	EVP_PKEY_free(certificate->key);
}

static void take(BIO *from, char out[CERTIFICATE_PEM])
{
	int n = BIO_read(from, out, CERTIFICATE_PEM - 1);

	must(n > 0);
	out[n] = '\0';
	BIO_free(from);
}

void certificate_pem(const struct certificate *certificate, char out[CERTIFICATE_PEM])
{
	BIO *to = BIO_new(BIO_s_mem());

	must(to && PEM_write_bio_X509(to, certificate->x509) == 1);
	take(to, out);
}

void certificate_key_pem(const struct certificate *certificate, const char *passphrase,
			 char out[CERTIFICATE_PEM])
{
	BIO *to = BIO_new(BIO_s_mem());

	must(to && PEM_write_bio_PrivateKey(to, certificate->key, passphrase ?
		EVP_aes_256_cbc() : NULL, (const unsigned char *)passphrase, passphrase ?
		(int)strlen(passphrase) : 0, NULL, NULL) == 1);
	take(to, out);
}
