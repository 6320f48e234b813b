/* jwt_test.c: what an app signs, judged by OpenSSL; keys that do not serve; base64. */
#include "tests/expect.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "net/base64.h"
#include "net/jwt.h"

static const struct { const char *bytes, *common, *url; } coded[] = {
	{ "", "", "" }, { "f", "Zg==", "Zg" }, { "fo", "Zm8=", "Zm8" },
	{ "foo", "Zm9v", "Zm9v" }, { "foob", "Zm9vYg==", "Zm9vYg" },
	{ "fooba", "Zm9vYmE=", "Zm9vYmE" }, { "foobar", "Zm9vYmFy", "Zm9vYmFy" },
	{ "\xfb\xff\xfe", "+//+", "-__-" } };

TEST(base64_is_that_of_rfc_4648)
{
	struct buf out;
	size_t i;

	for (i = 0; i < sizeof(coded) / sizeof(*coded); i++) {
		buf_init(&out, 64);
		base64_add(&out, coded[i].bytes, strlen(coded[i].bytes), false);
		assert_string_equal(buf_text(&out), coded[i].common);
		buf_reset(&out);
		base64_add(&out, coded[i].bytes, strlen(coded[i].bytes), true);
		assert_string_equal(buf_text(&out), coded[i].url);
		buf_release(&out);
	}
}

/* Of three forms: as GitHub gives them (PKCS#1), PKCS#8, and with a passphrase. */
static void write_key(EVP_PKEY *key, int form, char pem[8192])
{
	BIO *bio = BIO_new(BIO_s_mem());
	unsigned char word[] = "word";
	int n, good;

	good = form == 0 ? PEM_write_bio_PrivateKey_traditional(bio, key, NULL, NULL, 0, NULL,
								NULL) :
		PEM_write_bio_PKCS8PrivateKey(bio, key, form == 2 ? EVP_aes_128_cbc() : NULL,
					      form == 2 ? (char *)word : NULL,
					      form == 2 ? 4 : 0, NULL, NULL);
	assert_int_equal(good, 1);
	n = BIO_read(bio, pem, 8191);
	assert_true(n > 0);
	pem[n] = '\0';
	BIO_free(bio);
}

/* Without padding, as it stands in a token; the bytes. */
static size_t decode(const char *text, size_t n, unsigned char out[4096])
{
	char padded[4096];
	size_t i, all = (n + 3) / 4 * 4;

	for (i = 0; i < all; i++)
		padded[i] = i >= n ? '=' : text[i] == '-' ? '+' : text[i] == '_' ? '/' :
			text[i];
	assert_int_equal(EVP_DecodeBlock(out, (unsigned char *)padded, (int)all), all / 4 * 3);
	out[all / 4 * 3 - (all - n)] = '\0';
	return all / 4 * 3 - (all - n);
}

static bool verifies(EVP_PKEY *key, const char *token, char claims[512])
{
	const char *first = strchr(token, '.'), *second = first ? strchr(first + 1, '.') : NULL;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	unsigned char bytes[4096];
	bool good;
	size_t n;

	assert_non_null(second);
	(void)decode(token, (size_t)(first - token), bytes);
	assert_string_equal((char *)bytes, "{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
	(void)decode(first + 1, (size_t)(second - first - 1), bytes);
	snprintf(claims, 512, "%.500s", (char *)bytes);
	n = decode(second + 1, strlen(second + 1), bytes);
	good = EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
		EVP_DigestVerify(context, bytes, n, (const unsigned char *)token,
				 (size_t)(second - token)) == 1;
	EVP_MD_CTX_free(context);
	return good;
}

enum { NOW = 1764460800 };

TEST(an_app_signs_for_less_than_ten_minutes)
{
	EVP_PKEY *key = EVP_RSA_gen(2048), *other = EVP_RSA_gen(2048);
	struct net_fault fault = { .reason = NULL };
	char pem[8192], claims[512];
	struct buf token;
	int form;

	for (form = 0; form < 2; form++) {
		write_key(key, form, pem);
		assert_non_null(strstr(pem, form ? "BEGIN PRIVATE KEY" :
				       "BEGIN RSA PRIVATE KEY"));
		buf_init(&token, JWT_MOST);
		assert_true(jwt_app(&token, pem, "12345", NOW, &fault));
		assert_true(verifies(key, buf_text(&token), claims));
		assert_string_equal(claims, "{\"iat\":1764460740,\"exp\":1764461340,"
				    "\"iss\":\"12345\"}");
		assert_false(verifies(other, buf_text(&token), claims));
		buf_release(&token);
	}
	EVP_PKEY_free(key);
	EVP_PKEY_free(other);
}

static void refused(const char *pem, const char *because)
{
	struct net_fault fault = { .reason = NULL };
	struct buf token;

	buf_init(&token, JWT_MOST);
	assert_false(jwt_app(&token, pem, "1", NOW, &fault));
	assert_string_equal(fault.reason, "config");
	if (!strstr(fault.detail, because))
		fail_msg("\"%s\", without \"%s\"", fault.detail, because);
	assert_int_equal(token.len, 0);
	buf_release(&token);
}

TEST(a_key_that_does_not_serve_is_named)
{
	EVP_PKEY *key = EVP_RSA_gen(2048), *weak = EVP_RSA_gen(1024);
	EVP_PKEY *curve = EVP_EC_gen("P-256");
	char pem[8192], half[8192];
	BIO *bio = BIO_new(BIO_s_mem());
	int n;

	write_key(key, 2, pem);
	refused(pem, "passphrase");
	write_key(weak, 1, pem);
	refused(pem, "too short");
	write_key(curve, 1, pem);
	refused(pem, "none of RSA");
	write_key(key, 1, pem);
	snprintf(half, sizeof(half), "%.300s", pem);
	refused(half, "damaged");
	refused("", "no PEM");
	refused("ssh-rsa AAAA", "no PEM");
	assert_int_equal(PEM_write_bio_PUBKEY(bio, key), 1);
	n = BIO_read(bio, pem, sizeof(pem) - 1);
	pem[n > 0 ? n : 0] = '\0';
	refused(pem, "public key");
	BIO_free(bio);
	EVP_PKEY_free(key);
	EVP_PKEY_free(weak);
	EVP_PKEY_free(curve);
}

RUN(CASE(base64_is_that_of_rfc_4648), CASE(an_app_signs_for_less_than_ten_minutes),
    CASE(a_key_that_does_not_serve_is_named))
