/* embedded.c: the files that are built in. */
#include "action/scenario/embedded.h"

#include <string.h>

#include "base/mem.h"

#include "action/scenario/demo_data.inc"

size_t embedded_count(void)
{
	return COUNT_OF(demo_data);
}

const char *embedded_name(size_t i)
{
	return demo_data[i].name;
}

const char *embedded_text(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT_OF(demo_data); i++)
		if (strcmp(demo_data[i].name, name) == 0)
			return (const char *)demo_data[i].text;
	return NULL;
}
