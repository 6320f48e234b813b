/* fuzz_planted.c: a target with faults, to see that the driver finds them: a crash, a
 * check that does not hold, a loop without an end. */
#include "tests/fuzz/fuzz.h"

#include <signal.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *which = getenv("FUZZ_PLANTED");
	size_t i;

	for (i = 0; which && i + 1 < n; i++)
		if (data[i] == '\033' && data[i + 1] == '[') {
			if (*which == 'c')
				raise(SIGSEGV);
			while (*which == 'l')
				;
			HOLDS(*which != 'h');
		}
	return 0;
}
