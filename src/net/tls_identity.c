/* tls_identity.c: see tls_identity.h. */
#include "net/tls_identity.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

static bool wrong(struct net_fault *fault, const char *reason, const char *what)
{
	fault->reason = reason;
	snprintf(fault->detail, sizeof(fault->detail), "%s", what);
	return false;
}

/* Nobody is asked for a passphrase: that it was wanted is noted. */
static int no_passphrase(char *text, int size, int writing, void *wanted)
{
	(void)text;
	(void)size;
	(void)writing;
	*(bool *)wanted = true;
	return -1;
}

static BIO *reader(const char *text)
{
	size_t n = strlen(text);

	return n <= INT_MAX ? BIO_new_mem_buf(text, (int)n) : NULL;
}

static bool valid_now(const X509 *certificate, struct net_fault *fault)
{
	if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
		return wrong(fault, "tls-client-cert", "the client certificate has expired");
	if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
		return wrong(fault, "tls-client-cert",
			     "the client certificate is not valid yet");
	return true;
}

static bool take_certificates(SSL_CTX *context, const char *text, struct net_fault *fault)
{
	BIO *from = reader(text);
	X509 *one = from ? PEM_read_bio_X509(from, NULL, no_passphrase, &(bool){ false }) :
		NULL;
	bool good = one && SSL_CTX_use_certificate(context, one) == 1;

	if (!good)
		(void)wrong(fault, "config", "the client certificate is no certificate in "
			    "PEM");
	else
		good = valid_now(one, fault);
	X509_free(one);
	while (good && (one = PEM_read_bio_X509(from, NULL, no_passphrase,
						&(bool){ false })))
		if (SSL_CTX_add0_chain_cert(context, one) != 1)
			X509_free(one);
	BIO_free(from);
	ERR_clear_error();
	return good;
}

static bool take_key(SSL_CTX *context, const char *text, struct net_fault *fault)
{
	BIO *from = reader(text);
	bool locked = false, good;
	EVP_PKEY *key = from ? PEM_read_bio_PrivateKey(from, NULL, no_passphrase, &locked) :
		NULL;

	good = key && SSL_CTX_use_PrivateKey(context, key) == 1 &&
		SSL_CTX_check_private_key(context) == 1;
	if (locked)
		(void)wrong(fault, "config", "the private key is locked with a passphrase: "
			    "give it without one; the vault keeps it sealed");
	else if (!key)
		(void)wrong(fault, "config", "the private key is no key in PEM");
	else if (!good)
		(void)wrong(fault, "config", "the private key does not belong to the client "
			    "certificate");
	EVP_PKEY_free(key);
	BIO_free(from);
	ERR_clear_error();
	return good;
}

bool tls_identity(SSL_CTX *context, const char *certificate, const char *key,
		  struct net_fault *fault)
{
	return take_certificates(context, certificate, fault) &&
		take_key(context, key, fault);
}
