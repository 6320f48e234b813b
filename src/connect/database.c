/* database.c: see database.h. */
#include "connect/database.h"

#include <string.h>

#include "base/attr.h"

/* By the words of OpenSSL. */
bool database_is_certificate_alert(const char *words)
{
	static const char *const alerts[] = {
		"alert certificate required", "alert unknown ca", "alert no certificate",
		"alert bad certificate", "alert unsupported certificate",
		"alert certificate revoked", "alert certificate expired",
		"alert certificate unknown" };
	size_t i;

	for (i = 0; i < COUNT_OF(alerts); i++)
		if (strstr(words, alerts[i]))
			return true;
	return false;
}
