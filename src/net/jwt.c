/* jwt.c: see jwt.h. */
#include "net/jwt.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/mem.h"
#include "net/base64.h"

enum { BEFORE = 60, AFTER = 540, BITS_LEAST = 2048 };

static const char head[] = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

static bool wrong(struct net_fault *fault, const char *what)
{
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "%s", what);
	ERR_clear_error();
	return false;
}

struct lock { const char *passphrase; bool locked; };

/* Nobody is asked for one. */
static int give_passphrase(char *to, int size, int writing, void *ctx)
{
	struct lock *lock = ctx;
	size_t n = lock->passphrase ? strlen(lock->passphrase) : 0;

	(void)writing;
	lock->locked = true;
	if (!n || n > (size_t)size)
		return -1;
	memcpy(to, lock->passphrase, n);
	return (int)n;
}

static EVP_PKEY *read_key(const char *pem, const char *passphrase, struct net_fault *fault)
{
	struct lock lock = { passphrase, false };
	bool given = passphrase && *passphrase;
	BIO *bio = BIO_new_mem_buf(pem, -1);
	EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, NULL, give_passphrase, &lock) :
		NULL;
	const char *fit = NULL;

	BIO_free(bio);
	if (!key)
		fit = lock.locked && given ? "the passphrase is not that of the private key" :
			lock.locked ? "the private key is protected by a passphrase: one without "
			"is wanted" : strstr(pem, "PUBLIC KEY-----") ?
			"that is a public key: the private one is wanted" :
			strstr(pem, "-----BEGIN") ? "the private key is damaged" :
			"the private key is no PEM: it begins with -----BEGIN";
	else if (EVP_PKEY_base_id(key) != EVP_PKEY_RSA)
		fit = "the private key is none of RSA";
	else if (EVP_PKEY_bits(key) < BITS_LEAST)
		fit = "the private key is too short: 2048 bits at least";
	if (!fit)
		return key;
	EVP_PKEY_free(key);
	(void)wrong(fault, fit);
	return NULL;
}

static bool add_signature(struct buf *out, EVP_PKEY *key)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	unsigned char *sum = NULL;
	size_t n = 0;
	bool good = context &&
		EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
		EVP_DigestSign(context, NULL, &n, (const unsigned char *)buf_text(out),
			       out->len) == 1;

	if (good)
		sum = mem_alloc(n);
	good = good && EVP_DigestSign(context, sum, &n, (const unsigned char *)buf_text(out),
				      out->len) == 1;
	if (good) {
		buf_addc(out, '.');
		base64_add(out, sum, n, true);
	}
	free(sum);
	EVP_MD_CTX_free(context);
	return good && !out->overflow;
}

bool jwt_print(struct buf *out, const char *pem, const char *passphrase,
	       struct net_fault *fault)
{
	EVP_PKEY *key = read_key(pem, passphrase, fault);
	unsigned char sum[EVP_MAX_MD_SIZE], *der = NULL;
	int n = key ? i2d_PUBKEY(key, &der) : 0;
	unsigned length = 0;
	bool good = n > 0 && EVP_Digest(der, (size_t)n, sum, &length, EVP_sha256(), NULL) == 1;

	if (good) {
		buf_adds(out, "SHA256:");
		base64_add(out, sum, length, false);
	}
	OPENSSL_free(der);
	if (key && !good)
		(void)wrong(fault, "the private key has no public half");
	EVP_PKEY_free(key);
	return good;
}

bool jwt_sign(struct buf *out, const char *pem, const char *claims, struct net_fault *fault)
{
	return jwt_sign_locked(out, pem, NULL, claims, fault);
}

bool jwt_sign_locked(struct buf *out, const char *pem, const char *passphrase,
		     const char *claims, struct net_fault *fault)
{
	EVP_PKEY *key = read_key(pem, passphrase, fault);
	bool good;

	if (!key)
		return false;
	base64_add(out, head, sizeof(head) - 1, true);
	buf_addc(out, '.');
	base64_add(out, claims, strlen(claims), true);
	good = add_signature(out, key);
	EVP_PKEY_free(key);
	return good || wrong(fault, "the private key does not sign");
}

bool jwt_app(struct buf *out, const char *pem, const char *issuer, int64_t now,
	     struct net_fault *fault)
{
	struct json json;
	struct buf claims;
	bool good;

	buf_init(&claims, JWT_MOST);
	jsonw_begin(&json, &claims);
	jsonw_kint(&json, "iat", now - BEFORE);
	jsonw_kint(&json, "exp", now + AFTER);
	jsonw_kstring(&json, "iss", issuer);
	jsonw_object_end(&json);
	good = jwt_sign(out, pem, buf_text(&claims), fault);
	buf_release(&claims);
	return good;
}
