/* jwt.h: a claim signed with a private key (RFC 7519, RS256), as services take it from
 * apps and robots instead of a password. */
#ifndef NET_JWT_H
#define NET_JWT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "net/net_fault.h"

enum { JWT_MOST = 8192 };

/* pem: an RSA key, PKCS#1 or PKCS#8, without a passphrase; claims: a JSON object.
 * False: *fault (config: what is wrong with the key). */
bool jwt_sign(struct buf *out, const char *pem, const char *claims,
	      struct net_fault *fault) MUST_CHECK;

/* The same with a key that may be locked; passphrase NULL, "": it is not. */
bool jwt_sign_locked(struct buf *out, const char *pem, const char *passphrase,
		     const char *claims, struct net_fault *fault) MUST_CHECK;
/* "SHA256:..." of the key's public half, as Snowflake names it (base64, DER of RFC 5280). */
bool jwt_print(struct buf *out, const char *pem, const char *passphrase,
	       struct net_fault *fault) MUST_CHECK;

/* That of a GitHub App: issued a minute ago, as clocks differ, and good for nine more;
 * GitHub takes none that ends more than ten minutes from now.  now: seconds since 1970;
 * issuer: the app's id, digits or letters. */
bool jwt_app(struct buf *out, const char *pem, const char *issuer, int64_t now,
	     struct net_fault *fault) MUST_CHECK;

#endif
