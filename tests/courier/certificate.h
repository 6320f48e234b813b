/* certificate.h: authorities and certificates made in memory, good ones and the others. */
#ifndef TESTS_COURIER_CERTIFICATE_H
#define TESTS_COURIER_CERTIFICATE_H

#include <openssl/x509.h>
#include <stdbool.h>

enum { CERTIFICATE_PEM = 8192 };

struct certificate {
	X509 *x509;
	EVP_PKEY *key;
};

struct certificate_wish {
	const char *name;		/* CN */
	const char *for_whom;		/* subjectAltName, "DNS:localhost"; NULL: none */
	const struct certificate *by;	/* NULL: by itself */
	bool authority;
	unsigned rsa;			/* bits; 0: a good key of another kind */
	const char *digest;		/* "SHA1"; NULL: a good one */
	long from, until;		/* days from now; 0, 0: valid now */
};

struct certificate certificate_make(struct certificate_wish wish);
void certificate_release(struct certificate *certificate);
/* As PEM; the key locked with a passphrase where there is one. */
void certificate_pem(const struct certificate *certificate, char out[CERTIFICATE_PEM]);
void certificate_key_pem(const struct certificate *certificate, const char *passphrase,
			 char out[CERTIFICATE_PEM]);

#endif
